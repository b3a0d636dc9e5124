import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { viewDemand } from '#contracts/disclosure';
import type { ProposalAnswer, ProposalState } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Principal } from '#platform/access/access';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { demandState, NOW } from '#test/kit/makers';
import { expandDecision, proposalId } from '../expand/proposal.rules.js';
import type { Breakdown } from '../index/breakdown.js';
import { trainingRow } from '../learn/training-row.js';
import { PROPOSALS, type Proposal } from '../matching.store.js';
import { AnswerHandler } from './answer.handler.js';

const LATER = '2026-11-23T02:00:00.000Z';
const demand = viewDemand(demandState('d'), 'matched');
const decision = (score = 0.4) => ({
  ...{ id: 'd', demandId: 'd', demandVersion: 1, ownerId: 'leader', demand, open: true, excluded: [], profilesAt: '' },
  entries: [
    {
      ...{ firmId: 'f', firmName: '青岛齿轮', organisationId: 'o', rank: 1, score },
      reasons: { requirements: [], shared: [], missing: [] },
    },
  ],
});
const id = proposalId('d', 'f');
const firm: Principal = {
  ...{ role: 'sme', admin: false, subject: 'person' },
  organisation: { id: 'o', name: '青岛齿轮', selfPublish: false },
};
const stranger: Principal = { ...firm, organisation: { id: 'leader', name: '链主', selfPublish: false } };
const once = { key: undefined, cause: undefined };
const interested: Omit<ProposalAnswer, 'at'> = { answer: 'interested', reasons: [] };
const declined: Omit<ProposalAnswer, 'at'> = { answer: 'declined', reasons: ['no-capacity'], note: '明年再谈' };

let temporary: TemporaryStore;
let proposals: Collection<Proposal>;
let clock: FixedClock;
let handler: AnswerHandler;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  proposals = await temporary.store.collection(PROPOSALS);
  clock = new FixedClock(LATER);
  handler = new AnswerHandler(proposals, clock);
  await expand(decision(), 1);
});
afterEach(() => temporary.destroy());

async function expand(state: ReturnType<typeof decision>, version: number, allowed = new Set([id])): Promise<void> {
  const present = await proposals.manyBy('ofDemand', ['d']);
  for (const expansion of expandDecision(state, version, present, NOW, allowed)) {
    if (expansion.kind === 'insert') await proposals.insert([expansion.entry]);
    else await proposals.save(expansion.doc, expansion.events);
  }
}
const answer = (said: Omit<ProposalAnswer, 'at'>, caller = firm) => handler.answer(id, said, { caller, command: once });
const answered = async () =>
  (await temporary.events<ProposalState>(TOPICS.proposal)).filter(({ type }) => type === EVENTS.proposalAnswered);

describe('the answer to a proposal', () => {
  it('is kept with the proposal and told, once, also when it is given again', async () => {
    expect(await answer(interested)).toMatchObject({
      ok: true,
      value: { answer: { answer: 'interested', at: LATER } },
    });
    expect(await answer(interested)).toMatchObject({ ok: true, value: { version: 2 } });
    expect((await answered()).map(({ data }) => data.answer?.answer)).toEqual(['interested']);
  });

  it('may be another while the proposal is open', async () => {
    await answer(interested);
    await answer(declined);
    expect((await proposals.get(id))?.answer).toEqual({ ...declined, at: LATER });
    expect((await answered()).map(({ data }) => data.answer?.answer)).toEqual(['interested', 'declined']);
  });

  it('stays when the demand is decided again', async () => {
    await answer(declined);
    await expand(decision(0.6), 2);
    expect(await proposals.get(id)).toMatchObject({ score: 0.6, status: 'released', answer: declined });
  });

  it('is refused to others, without a reason, and once it is over', async () => {
    expect(await answer(interested, stranger)).toMatchObject({ ok: false, failure: { code: 'common.not_found' } });
    const noReason = { ...declined, reasons: [] };
    expect(await answer(noReason)).toMatchObject({ ok: false, failure: { code: 'matching.reason_missing' } });
    await expand({ ...decision(), entries: [] }, 2);
    expect(await answer(interested)).toMatchObject({ ok: false, failure: { code: 'matching.not_open' } });
    expect(await answered()).toEqual([]);
  });
});

describe('the training row of an answer', () => {
  const breakdown: Breakdown = {
    ...{ firmName: '青岛齿轮', text: '精密齿轮', odds: 0, base: 0, relevance: 0.3 },
    learned: [
      { feature: 'words', value: 12.345678, share: 1 },
      { feature: 'head', value: 0, share: -1 },
    ],
    byHand: [{ part: 'tier', value: 1, share: 0.2 }],
  };

  it('holds what was answered and what the ranking saw, the same for a repeated event', async () => {
    await answer(declined);
    const [event] = await answered();
    const row = event && trainingRow(event, breakdown);
    expect(row).toMatchObject({
      ...{ demandId: 'd', firmId: 'f', outcome: 'declined', reasons: ['no-capacity'], at: LATER, text: '精密齿轮' },
      features: { words: 12.346 },
      byHand: { tier: 1 },
    });
    expect(Object.keys(row?.features ?? {})).toEqual(['words']);
    expect(event && trainingRow(event, breakdown)?.id).toBe(row?.id);
  });
});
