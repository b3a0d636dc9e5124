import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DemandState } from '#contracts/demand';
import type { DecisionState, ProposalState } from '#contracts/match';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryHouse } from '#test/kit/embedded';
import { demandEvent, demandState, profileEvent, profileState } from '#test/kit/makers';
import { CHOSEN_LISTS } from '../chosen/chosen.store.js';
import { ChosenLists } from '../chosen/chosen-lists.js';
import { Curations } from '../curate/curations.js';
import { ExpandDecisionIntoProposals } from '../expand/expand-decision-into-proposals.js';
import { MatchIndex, type Ranking } from '../index/match-index.js';
import {
  ALLOWANCES,
  CURATIONS,
  DECISIONS,
  MATCHING_SETTINGS,
  type MatchDecision,
  PROPOSALS,
  type Proposal,
} from '../matching.store.js';
import { Allowances } from '../release/allowances.js';
import { DecideDemands } from './decide-demands.js';
import { DecideWhenDemandOrProfileChanges } from './decide-when-demand-or-profile-changes.js';

/** Lets something happen between the ranking and the writing of a decision. */
class InterruptedIndex extends MatchIndex {
  between: (() => Promise<void>) | undefined;

  override async decide(...asked: Parameters<MatchIndex['decide']>): Promise<Ranking> {
    const ranking = await super.decide(...asked);
    const { between } = this;
    this.between = undefined;
    await between?.();
    return ranking;
  }
}

let house: TemporaryHouse;
let index: InterruptedIndex;
let decide: DecideWhenDemandOrProfileChanges;
let expand: ExpandDecisionIntoProposals;
let decisions: Collection<MatchDecision>;
let proposals: Collection<Proposal>;

// One index for all: its thread takes a second to read the dictionary. Each test has a demand and a firm of its own.
beforeAll(async () => {
  house = await TemporaryHouse.open();
  decisions = await house.store.collection(DECISIONS);
  proposals = await house.store.collection(PROPOSALS);
  index = new InterruptedIndex(house.log);
  const curations = new Curations(
    await house.store.collection(CURATIONS),
    await house.store.collection(MATCHING_SETTINGS),
  );
  const chosen = new ChosenLists(await house.store.collection(CHOSEN_LISTS), new FixedClock());
  const decider = new DecideDemands(index, decisions, curations, chosen, new FixedClock());
  decide = new DecideWhenDemandOrProfileChanges(decider);
  const allowances = new Allowances(await house.store.collection(ALLOWANCES), { proposalsPerWeek: 1_000_000 });
  expand = new ExpandDecisionIntoProposals(decisions, proposals, decider, allowances, new FixedClock());
  const others = ['丝绸印染', '医用导管', '流量计'].map((product) => profileState(product, { products: [product] }));
  await house.log.append(others.map((profile) => profileEvent(profile)));
});
afterAll(async () => {
  await index.onApplicationShutdown();
  await house.destroy();
});

let demand: DemandState;
let closed: DemandState;
let firm: ProfileState;
let serial = 0;
beforeEach(() => {
  serial += 1;
  demand = demandState(`d${serial}`, { title: '精密齿轮' });
  closed = { ...demand, version: 2, status: 'closed', closeReason: 'fulfilled' };
  firm = profileState(`f${serial}`, { products: ['精密齿轮'], organisationId: 'o' });
});
afterEach(() =>
  house.log.append([
    profileEvent({ ...firm, version: 99 }, EVENTS.profileRemoved),
    demandEvent({ ...closed, version: 99 }, EVENTS.demandClosed),
  ]),
);

const decided = async () =>
  (await house.events<DecisionState>(TOPICS.decision)).filter((event) => event.subject === demand.id);
const expandAll = async () => expand.handle(await decided());
const told = async () =>
  (await house.events<ProposalState>(TOPICS.proposal))
    .filter((event) => event.data.demandId === demand.id)
    .map((event) => event.type);
const standing = () => proposals.manyBy('ofDemand', [demand.id]);

/** The events happen, and matching handles them one by one. */
async function happen(...events: readonly LogEvent[]): Promise<void> {
  await house.log.append(events);
  for (const event of events) await decide.handle([event]);
}

describe('a demand and a profile', () => {
  it.each([
    ['the demand first', () => [demandEvent(demand), profileEvent(firm)]],
    ['the profile first', () => [profileEvent(firm), demandEvent(demand)]],
  ])('that come at once meet in one proposal: %s', async (_, events) => {
    await happen(...events());
    await expandAll();
    expect((await decided()).map(({ type, sequence }) => [type, sequence])).toEqual([[EVENTS.matchDecided, 1]]);
    expect(await told()).toEqual([EVENTS.proposalReleased]);
    expect((await standing()).map(({ firmId }) => firmId)).toEqual([firm.id]);
  });

  it('meet in one proposal when they come in one batch', async () => {
    const events = [profileEvent(firm), demandEvent(demand)];
    await house.log.append(events);
    await decide.handle(events);
    await expandAll();
    expect(await told()).toEqual([EVENTS.proposalReleased]);
  });

  it('bring nothing new when their events come again', async () => {
    const events = [demandEvent(demand), profileEvent(firm)];
    await happen(...events);
    await expandAll();
    const before = [(await decided()).length, await standing()];
    for (const event of [...events].reverse()) await decide.handle([event]);
    await decide.handle(events);
    await expandAll();
    await expandAll();
    expect([(await decided()).length, await standing()]).toEqual(before);
    expect(await told()).toEqual([EVENTS.proposalReleased]);
  });
});

describe('what changes later', () => {
  it('withdraws when the profile fits no longer', async () => {
    await happen(demandEvent(demand), profileEvent(firm));
    await expandAll();
    await happen(profileEvent({ ...firm, version: 2, products: ['花生油'] }, EVENTS.profileChanged));
    await expandAll();
    expect(await told()).toEqual([EVENTS.proposalReleased, EVENTS.proposalWithdrawn]);
  });

  it('decides again also when the proposals of the former decision are not written yet', async () => {
    await happen(demandEvent(demand), profileEvent(firm));
    await happen(profileEvent({ ...firm, version: 2, products: ['花生油'] }, EVENTS.profileChanged));
    expect((await decisions.get(demand.id))?.entries).toEqual([]);
    await expandAll();
    expect(await standing()).toEqual([]);
  });

  it.each([
    ['changed', (gone: ProfileState) => profileEvent({ ...gone, products: ['花生油'] }, EVENTS.profileChanged)],
    ['removed', (gone: ProfileState) => profileEvent(gone, EVENTS.profileRemoved)],
  ])('decides again when a profile that was %s did not find the proposal, as after a crash', async (_, event) => {
    await happen(demandEvent(demand), profileEvent(firm));
    // A process that has just started knows no lists, and the proposals are not written yet: nothing to decide again.
    await house.log.append([event({ ...firm, version: 2 })]);
    await expandAll();
    expect((await standing()).map(({ status }) => status)).toEqual(['released']);
    await expandAll();
    expect((await standing()).map(({ status }) => status)).toEqual(['withdrawn']);
  });

  it('does not let a draft win over a decision that knew more and was written meanwhile', async () => {
    await happen(demandEvent(demand), profileEvent(firm));
    // Something new to say, so that the draft would be written.
    await house.log.append([profileEvent({ ...firm, version: 2, products: ['精密齿轮', '磨齿'] })]);
    index.between = () => happen(profileEvent({ ...firm, version: 3, products: ['花生油'] }, EVENTS.profileChanged));
    await decide.handle([demandEvent(demand)]);
    expect((await decisions.get(demand.id))?.entries).toEqual([]);
  });

  it('writes no decision for a profile that was written again and says the same', async () => {
    await happen(demandEvent(demand), profileEvent(firm));
    await happen(profileEvent({ ...firm, version: 2, updatedAt: '2026-11-23T02:00:00.000Z' }, EVENTS.profileChanged));
    await expandAll();
    expect((await decided()).map(({ sequence }) => sequence)).toEqual([1]);
  });

  it('withdraws when the profile is removed', async () => {
    await happen(demandEvent(demand), profileEvent(firm));
    await expandAll();
    await happen(profileEvent({ ...firm, version: 2 }, EVENTS.profileRemoved));
    await expandAll();
    expect(await told()).toEqual([EVENTS.proposalReleased, EVENTS.proposalWithdrawn]);
  });

  it('revises when the demand is changed, and withdraws when it is closed', async () => {
    await happen(profileEvent(firm), demandEvent(demand));
    await expandAll();
    const revised = { ...demand, version: 2, background: '用于冰箱压缩机' };
    await happen(demandEvent(revised, EVENTS.demandRevised));
    await expandAll();
    await happen(demandEvent({ ...closed, version: 3 }, EVENTS.demandClosed));
    await expandAll();
    expect(await told()).toEqual([EVENTS.proposalReleased, EVENTS.proposalRevised, EVENTS.proposalWithdrawn]);
    const [proposal] = await standing();
    expect(proposal).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'fulfilled', demandVersion: 3 });
  });

  it('stands again when an expired demand is renewed, and nobody is told twice', async () => {
    await happen(profileEvent(firm), demandEvent(demand));
    await expandAll();
    await happen(demandEvent({ ...closed, closeReason: 'expired' }, EVENTS.demandClosed));
    await expandAll();
    await happen(demandEvent({ ...demand, version: 3 }, EVENTS.demandRenewed));
    await expandAll();
    expect(await told()).toEqual([EVENTS.proposalReleased, EVENTS.proposalWithdrawn, EVENTS.proposalRevised]);
  });

  it('proposes nothing for a demand that is closed by the time it is looked at', async () => {
    await house.log.append([profileEvent(firm), demandEvent(demand), demandEvent(closed, EVENTS.demandClosed)]);
    await decide.handle([demandEvent(demand)]);
    expect(await decided()).toEqual([]);
    await decide.handle([demandEvent(closed, EVENTS.demandClosed)]);
    await expandAll();
    expect(await decisions.get(demand.id)).toMatchObject({ open: false, entries: [], demandVersion: 2 });
    expect(await standing()).toEqual([]);
  });

  it('decides nothing for a demand that was never published', async () => {
    const { publishedAt: _p, ...draft } = demand;
    await happen(profileEvent(firm), demandEvent({ ...draft, status: 'draft' }, EVENTS.demandDrafted));
    expect(await decided()).toEqual([]);
  });

  it.each([
    ['its first decision', () => demandEvent(demand)],
    ['a later decision', () => profileEvent({ ...firm, version: 2, processes: ['磨齿'] }, EVENTS.profileChanged)],
  ])('closes a demand although somebody has just ranked it for %s', async (_, event) => {
    await house.log.append([profileEvent(firm), demandEvent(demand)]);
    if (event().topic === TOPICS.profile) await decide.handle([demandEvent(demand)]);
    index.between = () => happen(demandEvent(closed, EVENTS.demandClosed));
    await happen(event());
    await expandAll();
    expect(await decisions.get(demand.id)).toMatchObject({ open: false, entries: [], demandVersion: 2 });
    expect((await standing()).filter(({ openDemand }) => openDemand)).toEqual([]);
  });

  it('does not open a closed demand again when an old event comes late', async () => {
    await happen(profileEvent(firm), demandEvent(demand));
    await happen(demandEvent(closed, EVENTS.demandClosed));
    await decide.handle([demandEvent(demand)]);
    expect(await decisions.get(demand.id)).toMatchObject({ open: false, entries: [], demandVersion: 2 });
  });

  it('is not undone by a decision that comes late', async () => {
    await happen(profileEvent(firm), demandEvent(demand));
    const [first] = await decided();
    await happen(profileEvent({ ...firm, version: 2, products: ['花生油'] }, EVENTS.profileChanged));
    await happen(profileEvent({ ...firm, version: 3 }, EVENTS.profileChanged));
    const [, second, third] = await decided();
    await expand.handle([third as LogEvent<DecisionState>]);
    expect(await told()).toEqual([EVENTS.proposalReleased]);
    await expand.handle([first as LogEvent<DecisionState>]);
    await expand.handle([second as LogEvent<DecisionState>]);
    expect(await told()).toEqual([EVENTS.proposalReleased]);
    expect((await standing())[0]?.status).toBe('released');
  });
});
