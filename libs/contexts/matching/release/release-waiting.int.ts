import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { viewDemand } from '#contracts/disclosure';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { demandState } from '#test/kit/makers';
import { expandDecision } from '../expand/proposal.rules.js';
import { ALLOWANCES, PROPOSALS, type Proposal } from '../matching.store.js';
import type { Allowance } from './allowance.rules.js';
import { Allowances } from './allowances.js';
import { ReleaseWaiting } from './release-waiting.js';

const CAP = 2;
const START = '2026-11-22T02:00:00.000Z';
const afterDays = (days: number) => new Date(Date.parse(START) + days * 24 * 3_600_000).toISOString();

let temporary: TemporaryStore;
let proposals: Collection<Proposal>;
let stored: Collection<Allowance>;
let allowances: Allowances;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  proposals = await temporary.store.collection(PROPOSALS);
  stored = await temporary.store.collection(ALLOWANCES);
  allowances = new Allowances(stored, { proposalsPerWeek: CAP });
});
afterEach(() => temporary.destroy());

const releaseAt = (at: string, from = allowances) => new ReleaseWaiting(proposals, from, new FixedClock(at)).run();

/** Proposes demands of these scores to the firm of organisation `o`, as the expansion of decisions does. */
async function propose(at: string, ...scores: readonly number[]): Promise<void> {
  for (const score of scores) {
    const demand = viewDemand(demandState(`d${score}`), 'matched');
    const entry = {
      ...{ firmId: 'f', firmName: 'f', organisationId: 'o', rank: 1, score },
      reasons: { requirements: [], shared: [], missing: [] },
    };
    const state = { id: demand.id, demandId: demand.id, demandVersion: 1, ownerId: 'l', demand, open: true };
    const decision = { ...state, entries: [entry], excluded: [], profilesAt: '' };
    const ask = { organisationId: 'o', proposalId: expandedId(expandDecision(decision, 1, [], at, new Set())), score };
    const allowed = await allowances.grant([ask], at);
    for (const expansion of expandDecision(decision, 1, [], at, allowed)) {
      if (expansion.kind === 'insert') await proposals.insert([expansion.entry]);
    }
    if (allowed.size === 0) await allowances.expectRoom(['o'], at);
  }
}
function expandedId([expansion]: ReturnType<typeof expandDecision>): string {
  if (expansion?.kind !== 'insert') throw new Error('not new');
  return expansion.entry.doc.id;
}

const told = async () => (await all()).filter(({ releasedAt }) => releasedAt).map(({ demandId }) => demandId);
const all = async () => (await proposals.scan({ limit: 100 })).items.sort((a, b) => b.score - a.score);
const releases = async () =>
  (await temporary.events(TOPICS.proposal)).filter(({ type }) => type === EVENTS.proposalReleased).length;

describe('what a firm is told of in a week', () => {
  it('is no more than the cap; the rest goes out when there is room, the best first', async () => {
    await propose(START, 0.1, 0.2);
    await propose(afterDays(1), 0.5, 0.9, 0.7);
    expect(await told()).toEqual(['d0.2', 'd0.1']);
    expect(await releaseAt(afterDays(6.9))).toBe(0);
    expect(await releaseAt(afterDays(7))).toBe(2);
    expect(await told()).toEqual(['d0.9', 'd0.7', 'd0.2', 'd0.1']);
    expect(await releaseAt(afterDays(13))).toBe(0);
    expect(await releaseAt(afterDays(14))).toBe(1);
    expect(await releases()).toBe(5);
    expect((await stored.get('o'))?.dueAt).toBeUndefined();
  });

  it('leaves what comes new to those that have waited, when they are better', async () => {
    await propose(START, 0.1, 0.2, 0.9);
    await releaseAt(afterDays(7));
    await propose(afterDays(7), 0.3, 0.4);
    expect(await told()).toEqual(['d0.9', 'd0.3', 'd0.2', 'd0.1']);
  });

  it('goes out once when several processes see the room at the same time', async () => {
    await propose(START, 0.1, 0.2, 0.5, 0.6, 0.7);
    const counts = await Promise.all([1, 2, 3].map(() => releaseAt(afterDays(8))));
    await releaseAt(afterDays(8));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(2);
    expect(await told()).toEqual(['d0.7', 'd0.6', 'd0.2', 'd0.1']);
    expect(await releases()).toBe(4);
  });

  it('goes out once when the process was killed between the grant and the release', async () => {
    await propose(START, 0.1, 0.2, 0.5);
    const waiting = (await all()).find(({ waiting }) => waiting) as Proposal;
    // What a killed process leaves: room is taken, the firm is due, nothing went out.
    const before = (await stored.get('o')) as Allowance;
    const at = afterDays(8);
    await stored.save({ ...before, granted: [{ proposalId: waiting.id, at }], dueAt: at });
    expect(await releaseAt(at)).toBe(1);
    expect((await stored.get('o'))?.granted).toHaveLength(1);
    expect(await releases()).toBe(3);
  });

  it('goes out after a start when the cap was raised meanwhile', async () => {
    await propose(START, 0.1, 0.2, 0.5);
    expect(await releaseAt(afterDays(1))).toBe(0);
    expect(await releaseAt(afterDays(1), new Allowances(stored, { proposalsPerWeek: 3 }))).toBe(1);
  });
});
