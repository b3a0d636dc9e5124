import { slotsOf } from '../event/slots.js';
import type { Matchmaking, Plan, Registration } from '../events.store.js';
import { isOf } from '../plan/plan.rules.js';
import type { NoShowView } from './day.dto.js';

/** Who has not come although a meeting of theirs began so many minutes ago, the longest awaited first. Pure. */
export function noShows(
  event: Matchmaking,
  plan: Pick<Plan, 'meetings'>,
  registrations: readonly Registration[],
  { now, minutes }: { readonly now: string; readonly minutes: number },
): NoShowView[] {
  const slots = slotsOf(event);
  const waitedSince = new Date(Date.parse(now) - minutes * 60_000).toISOString();
  const awaited = registrations.filter(({ checkedInAt }) => checkedInAt === undefined);
  const rows = awaited.flatMap(({ organisationId, organisationName, side }): NoShowView[] => {
    const own = plan.meetings.filter(isOf(organisationId)).map(({ slot }) => slots[slot]?.from ?? '');
    const since = [...own].sort()[0];
    const left = own.filter((from) => from > now).length;
    if (since === undefined || since > waitedSince || left === 0) return [];
    return [{ organisationId, organisationName, side, since, meetings: left }];
  });
  return rows.sort((a, b) => (a.since < b.since ? -1 : 1));
}
