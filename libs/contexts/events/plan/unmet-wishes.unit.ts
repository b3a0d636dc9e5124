import { expect, it } from '@jest/globals';
import type { Wish } from '#contracts/matchmaking';
import type { Plan, Registration } from '../events.store.js';
import { plannedMeeting } from './plan.rules.js';
import { unmetWishes } from './unmet-wishes.js';

const wish = (organisationId: string, kind: Wish['wish'], demandId?: string): Wish => ({
  ...{ organisationId, wish: kind },
  ...(demandId ? { demandId } : {}),
});
const of = (organisationId: string, side: 'leader' | 'sme', wishes: Wish[], blocked: string[] = []) =>
  ({ organisationId, organisationName: organisationId, side, wishes, blocked }) as unknown as Registration;

it('names wishes that the plan does not hold: musts first, nobody who refuses or blocks the other', () => {
  const plan = { meetings: [plannedMeeting('e', { leader: 'l:p1', sme: 'met:p1', slot: 0, table: 1 })] } as unknown;
  const registrations = [
    of('l', 'leader', [wish('met', 'must'), wish('a', 'would'), wish('b', 'must', 'd1'), wish('gone', 'must')], ['x']),
    of('met', 'sme', []),
    of('a', 'sme', [wish('l', 'would')]),
    of('b', 'sme', [wish('l', 'would', 'd1')]),
    of('c', 'sme', [wish('l', 'no')]),
    of('x', 'sme', [wish('l', 'must')]),
    of('k', 'leader', [wish('c', 'no'), wish('a', 'no')]),
    of('y', 'sme', [wish('k', 'would')]),
  ];
  const { total, items, without } = unmetWishes(registrations, plan as Plan);
  expect(items.map(({ leaderId, smeId, leaderWish, smeWish }) => [leaderId, smeId, leaderWish, smeWish])).toEqual([
    ['l', 'b', 'must', 'would'],
    ['l', 'a', 'would', 'would'],
    ['k', 'y', undefined, 'would'],
  ]);
  expect(total).toBe(3);
  expect(without.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'x', 'k', 'y']);
});
