import type { EngagementState, StepKind } from '#contracts/engagement';

/** What a thread tells by itself when a time has come. */
export interface Alarm {
  readonly kind: 'reminder' | 'overdue' | 'stalled';
  readonly step?: StepKind;
  readonly at: string;
}

const DAY_MS = 24 * 3_600_000;
/** Before a step is due. */
const REMIND_MS = 2 * DAY_MS;
/** Without a step that is due, a message or a change. */
const STALL_MS = 14 * DAY_MS;
/** A response that nobody has decided on. */
const WAIT_MS = 5 * DAY_MS;

const after = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** What has been told of a due date that is set now: no reminder where it would come at once. */
export const toldAlready = (due: string | undefined, at: string): 'reminder' | undefined =>
  due !== undefined && after(due, -REMIND_MS) <= at ? 'reminder' : undefined;

/**
 * The next alarm of an open thread: the reminder of a step, that it is overdue, or that nothing happens. A thread of which
 * a step is due later is not stalled. Each is told once for each due date. Pure.
 */
export function nextAlarm(
  thread: Pick<EngagementState, 'status' | 'steps' | 'activeAt' | 'stalledAt'>,
): Alarm | undefined {
  if (thread.status === 'ended') return undefined;
  const waiting = thread.steps.filter(({ status, due, told }) => status === 'todo' && due && told !== 'overdue');
  const alarms = waiting.map(({ kind, due = '', told }): Alarm => {
    return told === 'reminder'
      ? { kind: 'overdue', step: kind, at: due }
      : { kind: 'reminder', step: kind, at: after(due, -REMIND_MS) };
  });
  const [first] = alarms.sort((a, b) => (a.at < b.at ? -1 : 1));
  return first ?? { kind: 'stalled', at: after(quietSince(thread), STALL_MS) };
}

/** When something happened last, or it was told that nothing does. */
export const quietSince = ({ activeAt, stalledAt = '' }: Pick<EngagementState, 'activeAt' | 'stalledAt'>): string =>
  stalledAt > activeAt ? stalledAt : activeAt;

/** When the owner of the demand is reminded of a response. */
export const waitedTooLong = (submittedAt: string): string => after(submittedAt, WAIT_MS);
