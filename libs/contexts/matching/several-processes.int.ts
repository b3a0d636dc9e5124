import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DecisionState } from '#contracts/match';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import { FixedClock } from '#test/kit/clock';
import { CountingCollection } from '#test/kit/counting-collection';
import { TemporaryHouse } from '#test/kit/embedded';
import { demandEvent, demandState, profileEvent, profileState } from '#test/kit/makers';
import { CHOSEN_LISTS } from './chosen/chosen.store.js';
import { ChosenLists } from './chosen/chosen-lists.js';
import { Curations } from './curate/curations.js';
import { DecideDemands } from './decide/decide-demands.js';
import { DecideWhenDemandOrProfileChanges } from './decide/decide-when-demand-or-profile-changes.js';
import { ExpandDecisionIntoProposals } from './expand/expand-decision-into-proposals.js';
import { MatchIndex } from './index/match-index.js';
import {
  ALLOWANCES,
  CURATIONS,
  DECISIONS,
  MATCHING_SETTINGS,
  type MatchDecision,
  PROPOSALS,
  type Proposal,
} from './matching.store.js';
import { Allowances } from './release/allowances.js';

/** A matching process with an index of its own; it can be held up just before it writes. */
class MatchingProcess {
  readonly index: MatchIndex;
  readonly decide: DecideWhenDemandOrProfileChanges;
  readonly expand: ExpandDecisionIntoProposals;

  private constructor(
    house: TemporaryHouse,
    private readonly decisions: CountingCollection<MatchDecision>,
    private readonly proposals: CountingCollection<Proposal>,
    allowances: Allowances,
    curations: Curations,
    chosen: ChosenLists,
  ) {
    const clock = new FixedClock();
    this.index = new MatchIndex(house.log);
    const decider = new DecideDemands(this.index, decisions, curations, chosen, clock);
    this.decide = new DecideWhenDemandOrProfileChanges(decider);
    this.expand = new ExpandDecisionIntoProposals(decisions, proposals, decider, allowances, clock);
  }

  static async start(house: TemporaryHouse): Promise<MatchingProcess> {
    const decisions = new CountingCollection(await house.store.collection(DECISIONS));
    const proposals = new CountingCollection(await house.store.collection(PROPOSALS));
    const allowances = new Allowances(await house.store.collection(ALLOWANCES), { proposalsPerWeek: 1_000_000 });
    const curations = new Curations(
      await house.store.collection(CURATIONS),
      await house.store.collection(MATCHING_SETTINGS),
    );
    const chosen = new ChosenLists(await house.store.collection(CHOSEN_LISTS), new FixedClock());
    return new MatchingProcess(house, decisions, proposals, allowances, curations, chosen);
  }

  /** What happens between its next ranking and the writing of the decision. */
  beforeDecision(happens: () => Promise<void>): void {
    this.decisions.before = once('save', happens, this.decisions);
  }

  /** What happens between its next reading of the proposals and the first that it adds. */
  beforeProposal(happens: () => Promise<void>): void {
    this.proposals.before = once('insert', happens, this.proposals);
  }
}

function once(method: string, happens: () => Promise<void>, collection: { before(method: string): Promise<void> }) {
  return async (called: string): Promise<void> => {
    if (called !== method) return;
    collection.before = async () => undefined;
    await happens();
  };
}

let house: TemporaryHouse;
let a: MatchingProcess;
let b: MatchingProcess;
beforeAll(async () => {
  house = await TemporaryHouse.open();
  [a, b] = [await MatchingProcess.start(house), await MatchingProcess.start(house)];
});
afterAll(async () => {
  for (const { index } of [a, b]) await index.onApplicationShutdown();
  await house.destroy();
});

/** Ten good firms for one demand, and one that is worse: it says half of what is asked for. A trade for each test. */
const TRADES = ['精密齿轮', '丝绸印染', '医用导管', '水性涂料'];
/** Decisions of the demand that were expanded. */
let expanded: number;
let full: ProfileState[];
let worse: ProfileState;
let demand: ReturnType<typeof demandState>;
beforeEach(async () => {
  const trade = TRADES.pop() ?? '';
  expanded = 0;
  const firm = (id: string, products: string[]) =>
    profileState(`t${TRADES.length}${id}`, { products, organisationId: id });
  full = Array.from({ length: 10 }, (_, at) => firm(`f${at}`, [trade, `g${at}`]));
  worse = firm('worse', [trade.slice(2), '塑料外壳', '包装纸箱']);
  demand = demandState(`d${TRADES.length}`, { title: trade });
  await house.log.append([...full.map((profile) => profileEvent(profile)), demandEvent(demand)]);
});

const handled = async (by: MatchingProcess, event: LogEvent): Promise<void> => {
  await house.log.append([event]);
  await by.decide.handle([event]);
};
const leaves = (profile: ProfileState | undefined) =>
  profileEvent({ ...(profile as ProfileState), version: 2, products: [] }, EVENTS.profileChanged);
const decided = async () =>
  (await house.events<DecisionState>(TOPICS.decision)).filter((event) => event.subject === demand.id);
/** One process hears of every decision that none has heard of, until there is no other. */
async function expandAll(by: MatchingProcess): Promise<void> {
  for (let events = await decided(); expanded < events.length; events = await decided()) {
    const fresh = events.slice(expanded);
    expanded = events.length;
    await by.expand.handle(fresh);
  }
}
const proposedTo = async () => {
  const all = await (await house.store.collection(PROPOSALS)).manyBy('ofDemand', [demand.id]);
  return all
    .filter(({ openDemand }) => openDemand)
    .map(({ firmId }) => firmId)
    .sort();
};
const ids = (...profiles: readonly ProfileState[]) => profiles.map(({ id }) => id).sort();

describe('several matching processes', () => {
  it('a firm finds the room that another process has made in a list', async () => {
    await b.decide.handle([demandEvent(demand)]);
    await handled(a, leaves(full[0]));
    await expandAll(a);
    await handled(b, profileEvent(worse));
    await expandAll(b);
    expect(await proposedTo()).toEqual(ids(...full.slice(1), worse));
  });

  it('a firm that comes while another process is about to make room for it is not lost', async () => {
    await b.decide.handle([demandEvent(demand)]);
    await house.store.flushed();
    a.beforeDecision(() => handled(b, profileEvent(worse)));
    await handled(a, leaves(full[0]));
    expect((await decided()).at(-1)?.data.entries).toHaveLength(9);
    await expandAll(b);
    expect(await proposedTo()).toEqual(ids(...full.slice(1), worse));
  });

  it('a process that lost its partition while it wrote proposals leaves none of a decision that is over', async () => {
    await a.decide.handle([demandEvent(demand)]);
    a.beforeProposal(async () => {
      await handled(b, leaves(full[0]));
      await expandAll(b);
    });
    await a.expand.handle((await decided()).slice(0, 1));
    expect(await proposedTo()).toEqual(ids(...full.slice(1)));
    const released = (await house.events(TOPICS.proposal)).filter(({ type }) => type === EVENTS.proposalReleased);
    const subjects = released.map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it('two that handle the same events at once tell nobody twice', async () => {
    await Promise.all([a, b].map(({ decide }) => decide.handle([demandEvent(demand)])));
    expect(await decided()).toHaveLength(1);
    const events = await decided();
    await Promise.all([a, b].map(({ expand }) => expand.handle(events)));
    expect(await proposedTo()).toEqual(ids(...full));
    const told = (await house.events<{ demandId: string }>(TOPICS.proposal)).filter(
      ({ data }) => data.demandId === demand.id,
    );
    expect(told.map(({ type }) => type)).toEqual(full.map(() => EVENTS.proposalReleased));
  });
});
