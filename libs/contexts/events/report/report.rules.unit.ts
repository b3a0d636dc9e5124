import { expect, it } from '@jest/globals';
import type { SideOutcome } from '#contracts/matchmaking';
import type { MeetingOutcome, Plan } from '../events.store.js';
import { plannedMeeting } from '../plan/plan.rules.js';
import { eventReport } from './report.rules.js';

const NOW = '2027-03-01T00:00:00.000Z';
const meetings = ['a', 'b', 'c', 'd', 'x'].map((sme, slot) =>
  plannedMeeting('e', { leader: 'l:p1', sme: `${sme}:p1`, slot, table: 1 }),
);
const [a, b, c, , gone] = meetings;
const plan: Plan = {
  ...{ id: 'e', version: 1, scheduleId: 's', meetings: meetings.slice(0, 4), updatedAt: NOW },
  cancelled: gone ? [{ ...gone, because: 'absent', at: NOW }] : [],
};
const event = {
  sessions: [{ from: NOW, to: '2027-03-01T02:00:00.000Z' }],
  ...{ breaks: [], programme: [], slotMinutes: 20 as const },
};
const said = (met: boolean, next?: SideOutcome['next']): SideOutcome => ({ met, at: NOW, ...(next ? { next } : {}) });
const outcome = (id: string | undefined, sides: Pick<MeetingOutcome, 'leader' | 'sme'>): MeetingOutcome => ({
  ...{ id: id ?? '', version: 1, matchmakingId: 'e', leaderId: 'l', smeId: 's', notes: {} },
  ...sides,
});

it('a meeting to come is neither kept nor without an answer', () => {
  const outcomes = [outcome(a?.id, { leader: said(true) })];
  // The first is over, the second under way.
  const now = '2027-03-01T00:25:00.000Z';
  expect(eventReport(event, [], plan, outcomes, now)).toMatchObject({ planned: 4, met: 1, unsaid: 0, kept: 1 });
  expect(eventReport(event, [], plan, [], now)).toMatchObject({ met: 0, unsaid: 1, kept: 0 });
});

it('a report counts what both sides say, of meetings that stand in the plan', () => {
  const outcomes = [
    outcome(a?.id, { leader: said(true, 'follow-up'), sme: said(true, 'follow-up') }),
    outcome(b?.id, { leader: said(true, 'follow-up'), sme: said(false) }),
    outcome(c?.id, { sme: said(false) }),
    outcome(gone?.id, { leader: said(true, 'follow-up') }),
  ];
  const wishes = [{ organisationId: 'l', wish: 'would' as const }];
  const registrations = [
    { status: 'approved' as const, checkedInAt: NOW, wishes },
    { status: 'approved' as const, wishes: [] },
    { status: 'rejected' as const, wishes },
  ];
  expect(eventReport(event, registrations, plan, outcomes, '2027-03-01T02:00:00.000Z')).toEqual({
    ...{ registered: 3, approved: 2, wished: 1, checkedIn: 1, planned: 4, cancelled: 1 },
    ...{ met: 2, missed: 1, unsaid: 1, followUps: 2, mutualFollowUps: 1, kept: 0.5 },
  });
  expect(eventReport(event, [], undefined, [], NOW)).toMatchObject({ planned: 0, kept: 0 });
});
