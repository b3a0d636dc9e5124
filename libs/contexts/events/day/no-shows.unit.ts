import { expect, it } from '@jest/globals';
import type { PlannedMeeting } from '#contracts/matchmaking';
import type { Matchmaking, Registration } from '../events.store.js';
import { plannedMeeting } from '../plan/plan.rules.js';
import { noShows } from './no-shows.js';

const at = (time: string) => `2027-03-01T${time}:00.000Z`;
const event = {
  ...{ id: 'e', phase: 'live', slotMinutes: 20, breaks: [], programme: [] },
  sessions: [{ from: at('01:00'), to: at('03:00') }],
} as unknown as Matchmaking;
const registration = (organisationId: string, checkedInAt?: string) =>
  ({
    ...{ organisationId, organisationName: organisationId, side: 'sme' },
    ...(checkedInAt ? { checkedInAt } : {}),
  }) as Registration;
const meeting = (sme: string, slot: number): PlannedMeeting =>
  plannedMeeting('e', { leader: 'l:p1', sme: `${sme}:p1`, slot, table: 1 });

it('names who is awaited for longer than one waits, and still has meetings', () => {
  const meetings = [meeting('late', 1), meeting('late', 4), meeting('here', 0), meeting('here', 4)];
  const others = [meeting('soon', 4), meeting('over', 0), meeting('first', 0), meeting('first', 5)];
  const registrations = [
    ...[registration('late'), registration('here', at('00:50'))],
    ...[registration('soon'), registration('over'), registration('first'), registration('none')],
  ];
  const asked = (now: string, minutes: number) =>
    noShows(event, { meetings: [...meetings, ...others] }, registrations, { now: at(now), minutes }).map(
      ({ organisationId, since, meetings: left }) => [organisationId, since, left],
    );
  expect(asked('01:31', 10)).toEqual([
    ['first', at('01:00'), 1],
    ['late', at('01:20'), 1],
  ]);
  expect(asked('01:29', 10)).toEqual([['first', at('01:00'), 1]]);
  expect(asked('01:05', 10)).toEqual([]);
});
