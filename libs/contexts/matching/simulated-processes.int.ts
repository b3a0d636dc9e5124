import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { DecisionEntry, DecisionState } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import { createAnalyser } from '#engines/match/analysis';
import type { WorkerHandle } from '#platform/worker/rpc';
import type { LogEvent } from '#ports/event';
import { FixedClock } from '#test/kit/clock';
import { plainModel } from '#test/kit/plain-model';
import { Market } from '#test/kit/simulation/market';
import { MemoryCollection, Shelf } from '#test/kit/simulation/memory-collection';
import { MemoryLog, Records } from '#test/kit/simulation/memory-log';
import { SharedGroup } from '#test/kit/simulation/shared-group';
import { Turns } from '#test/kit/simulation/turns';
import { Random } from '#test/soak/random';
import { CHOSEN_LISTS } from './chosen/chosen.store.js';
import { ChosenLists } from './chosen/chosen-lists.js';
import { Curations } from './curate/curations.js';
import { DecideDemands } from './decide/decide-demands.js';
import { DecideWhenDemandOrProfileChanges } from './decide/decide-when-demand-or-profile-changes.js';
import { ExpandDecisionIntoProposals } from './expand/expand-decision-into-proposals.js';
import { MatchBook, type MatchBookMethods } from './index/match-book.js';
import { MatchIndex } from './index/match-index.js';
import { ALLOWANCES, CURATIONS, DECISIONS, MATCHING_SETTINGS, PROPOSALS } from './matching.store.js';
import { Allowances } from './release/allowances.js';

Logger.overrideLogger(false);

const TODAY = '2026-11-22';
const ROUNDS = 12;
/** Changes in a round. */
const CHANGES = 16;
/** Proposals a firm is told of in the one week that all of it happens in. */
const CAP = 1;
const DECIDED_BY: readonly string[] = [TOPICS.demand, TOPICS.profile];

const analyser = createAnalyser();

/** The book in this thread: it does as it is told in the same order, and answers at its turn. */
class SimulatedIndex extends MatchIndex {
  constructor(
    log: MemoryLog,
    private readonly turns: Turns,
    private readonly lane: string,
  ) {
    super(log);
  }

  protected override open(): WorkerHandle<MatchBookMethods> {
    const book = new MatchBook(analyser, plainModel);
    const later = async <T>(value: T): Promise<T> => {
      await this.turns.take(this.lane);
      return value;
    };
    return {
      call: {
        startedAt: async () => '',
        startAnew: async () => {},
        keep: async () => {},
        sayingsOf: async () => [],
        meaningsOf: async () => [],
        learn: async () => {},
        apply: (...told) => later(book.apply(...told)),
        decide: (...of) => later(book.decide(...of)),
        contradictions: (...of) => later(book.contradictions(...of)),
        candidates: (...of) => later(book.candidates(...of)),
        like: (id) => later(book.like(id)),
        preview: (...of) => later(book.preview(...of)),
        advise: (...of) => later(book.advise(...of)),
        breakdown: (...of) => later(book.breakdown(...of)),
        coverage: () => later(book.coverage()),
        affectedBy: (ids, on) => later(book.affectedBy(ids, on)),
        settle: (decisions) => later(book.settle(decisions)),
        outdated: (decisions, on) => later(book.outdated(decisions, on)),
        statistics: () => later(book.statistics()),
      },
      pending: () => 0,
      end: async () => {},
    };
  }
}

/** Two matching processes with a common store and log, and the consumer groups that share the events between them. */
class Town {
  readonly market: Market;
  readonly records = new Records();
  readonly decisions;
  readonly proposals;
  readonly allowances;
  readonly curations;
  readonly settings;
  readonly chosen;
  readonly groups: { readonly decide: SharedGroup; readonly expand: SharedGroup };
  private readonly random: Random;
  private readonly turns: Turns;

  constructor(seed: number) {
    this.random = new Random(seed);
    this.turns = new Turns(this.random);
    this.market = new Market(this.random);
    this.decisions = new Shelf(DECISIONS, this.records, this.turns, this.random);
    this.proposals = new Shelf(PROPOSALS, this.records, this.turns, this.random);
    this.curations = new Shelf(CURATIONS, this.records, this.turns, this.random);
    this.settings = new Shelf(MATCHING_SETTINGS, this.records, this.turns, this.random);
    this.chosen = new Shelf(CHOSEN_LISTS, this.records, this.turns, this.random);
    this.allowances = new Shelf(ALLOWANCES, this.records, this.turns, this.random);
    const processes = ['a', 'b'].map((name) => this.process(name));
    this.groups = {
      decide: new SharedGroup(
        processes.map(
          ({ decide }) =>
            (events) =>
              decide.handle(events),
        ),
        this.random,
        8,
      ),
      expand: new SharedGroup(
        processes.map(
          ({ expand }) =>
            (events) =>
              expand.handle(events as LogEvent<DecisionState>[]),
        ),
        this.random,
        4,
      ),
    };
    this.records.listen((events) => {
      this.groups.decide.take(events.filter(({ topic }) => DECIDED_BY.includes(topic)));
      this.groups.expand.take(events.filter(({ topic }) => topic === TOPICS.decision));
    });
    this.records.append(this.market.open());
  }

  /** So many changes of the market while the processes work; ends when nothing is left to do. */
  async round(changes: number): Promise<void> {
    let left = changes;
    for (let idle = 0; left > 0 || idle === 0 || !this.isDone(); ) {
      if (this.random.chance(0.003)) this.turns.newSpeeds();
      if (left > 0 && this.random.chance(0.08)) {
        left -= 1;
        this.records.append([this.random.chance(0.1) ? this.market.changeDemand() : this.market.changeProfile()]);
      }
      if (this.random.chance(0.01)) this.random.pick(Object.values(this.groups)).rebalance();
      this.startSomebody();
      idle = (await this.turns.next()) ? 0 : idle + 1;
      if (idle > 10_000) throw new Error('somebody waits for what never comes');
    }
  }

  private startSomebody(): void {
    for (const group of Object.values(this.groups)) {
      for (const process of group.idle()) if (this.random.chance(0.8)) group.start(process);
    }
  }

  private isDone(): boolean {
    return this.groups.decide.isDone && this.groups.expand.isDone;
  }

  private process(lane: string) {
    const clock = new FixedClock();
    const index = new SimulatedIndex(new MemoryLog(this.records, this.turns, lane, this.random), this.turns, lane);
    const decisions = new MemoryCollection(this.decisions, this.turns, lane);
    const proposals = new MemoryCollection(this.proposals, this.turns, lane);
    const curations = new Curations(
      new MemoryCollection(this.curations, this.turns, lane),
      new MemoryCollection(this.settings, this.turns, lane),
    );
    const chosen = new ChosenLists(new MemoryCollection(this.chosen, this.turns, lane), clock);
    const decider = new DecideDemands(index, decisions, curations, chosen, clock);
    const allowances = new Allowances(new MemoryCollection(this.allowances, this.turns, lane), {
      proposalsPerWeek: CAP,
    });
    return {
      decide: new DecideWhenDemandOrProfileChanges(decider),
      expand: new ExpandDecisionIntoProposals(decisions, proposals, decider, allowances, clock),
    };
  }
}

/** Without the score, which moves a little with every firm that comes or goes: a list is not decided again for that. */
const said = ({ firmId, organisationId, region, rank, reasons }: DecisionEntry) =>
  JSON.stringify({ firmId, organisationId, region, rank, reasons });

/** A line for each demand whose decision or open proposals are not what a ranking of everything says now. */
function differences({ market, decisions, proposals }: Town): string[] {
  const demands = [...market.demands.values()];
  const book = new MatchBook(analyser, plainModel);
  book.apply([...market.profiles.values()], [], demands);
  const fresh = book.decide([...market.demands.keys()], TODAY);
  const drafts = new Map(fresh.map((draft) => [draft.demand.id, draft]));
  const decided = new Map(decisions.all().map((decision) => [decision.id, decision]));
  const open = proposals.all().filter(({ openDemand }) => openDemand !== undefined);
  const lines = demands.map(({ id, version }) => {
    const draft = drafts.get(id);
    const decision = decided.get(id);
    const proposed = open.filter(({ demandId }) => demandId === id).sort((a, b) => a.rank - b.rank);
    return [
      [`${id} is decided`, decision?.open && list(decision, decision.demandVersion), draft && list(draft, version)],
      [`${id} is proposed to`, proposed.map(said), draft?.entries.map(said) ?? []],
    ] as const;
  });
  return lines
    .flat()
    .map(([what, found, wanted]) => [what, JSON.stringify(found || []), JSON.stringify(wanted || [])] as const)
    .filter(([, found, wanted]) => found !== wanted)
    .map(([what, found, wanted]) => `${what} ${found}, ranked anew ${wanted}`);
}

const list = ({ entries, excluded }: Pick<DecisionState, 'entries' | 'excluded'>, demandVersion: number) => ({
  ...{ demandVersion, excluded },
  entries: entries.map(said),
});

/** Proposals that were released more than once. */
function toldTwice({ records }: Town): string[] {
  const events = [0, 1, 2, 3].flatMap((partition) => records.of(TOPICS.proposal, partition));
  const released = new Map(
    events.filter(({ type }) => type === EVENTS.proposalReleased).map((event) => [event.id, event]),
  );
  const ids = [...released.values()].map(({ subject }) => subject);
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

// The judgement rests on the firm alone, so that what was decided at any time for the same firms is still right: what is
// tested is that nothing is lost between the processes. How far the shipped ranking drifts is in docs/decisions/0017.
/** Firms that were told of more than their week has room for. */
function toldTooMuch({ proposals, allowances }: Town): string[] {
  const told = new Map<string, number>();
  for (const { releasedAt, organisationId = '' } of proposals.all()) {
    if (releasedAt) told.set(organisationId, (told.get(organisationId) ?? 0) + 1);
  }
  const granted = allowances.all().filter((allowance) => allowance.granted.length > CAP);
  return [...granted.map(({ id }) => id), ...[...told].flatMap(([id, count]) => (count > CAP ? id : []))];
}

/** Firms with something that waits and nobody to look at it. */
function forgotten({ proposals, allowances }: Town): string[] {
  const due = new Set(allowances.all().flatMap(({ id, dueAt }) => (dueAt ? id : [])));
  return proposals.all().flatMap(({ waitingKey }) => (waitingKey && !due.has(waitingKey) ? waitingKey : []));
}

describe('two matching processes that share the events', () => {
  // Within so many rounds 1 and 2 lose a firm when decisions carry no position, 4 and 6 when a process fills its lists from
  // its own rankings.
  it.each([1, 2, 4, 6])(
    'come to what one ranking of everything says, whatever comes between (seed %i)',
    async (seed) => {
      const town = new Town(seed);
      for (let round = 0; round < ROUNDS; round += 1) {
        await town.round(CHANGES);
        expect(differences(town)).toEqual([]);
      }
      expect(toldTwice(town)).toEqual([]);
      expect(toldTooMuch(town)).toEqual([]);
      expect(forgotten(town)).toEqual([]);
      expect(town.proposals.all().some(({ waitingKey }) => waitingKey)).toBe(true);
      // Partitions did change hands in the middle of a batch.
      for (const { seen } of Object.values(town.groups)) expect(seen.torn).toBeGreaterThan(0);
    },
    120_000,
  );
});
