import { normaliseCreditCode } from '#contracts/credit-code';
import type { DemandState } from '#contracts/demand';
import type { ExcludedFirm } from '#contracts/match';
import type { ProfileState } from '#contracts/profile';
import type { Analyser } from '#engines/match/analysis';
import { DemandIndex } from '#engines/match/demand-index';
import { type Explanation, explain, type ReadAsked, readDemand } from '#engines/match/explain';
import { FirmIndex } from '#engines/match/firm-index';
import { demandQuery, type Query, titleQuery } from '#engines/match/query';
import { RELEVANCE_FLOOR, relevanceMeasure } from '#engines/match/relevance';
import type { MatchFirm } from '#engines/match/types';
import { verdict } from '#engines/match/verdict/verdict';
import { sha256 } from '#platform/ids';
import { type Advice, type Advised, byUse, fieldFor, type Standing, saying } from './advice.js';
import { type DecidedList, DecidedLists } from './decided-lists.js';
import { type Draft, entriesOf, exclusion, type Firm, keyOf, type Ranked } from './draft.js';
import { ExplainedFirms } from './explained-firms.js';
import { FirmList, sayingOf } from './look-alikes.js';
import { explainableDemand, matchDemand, matchFirm } from './match-input.js';

/** Proposals a demand gets at most; and candidates looked at to find as many that contradict nothing. */
const MOST_PROPOSALS = 10;
const CANDIDATES = 60;
const MOST_EXCLUDED = 20;
/** Additions tried for one firm and demand: each ranks the demand again. */
const MOST_TRIED = 8;

interface OpenDemand {
  readonly state: DemandState;
  /** Read when it is first explained. */
  asked?: readonly ReadAsked[];
  readonly whole: Query;
  readonly title: Query;
  /** Query of what a matched firm may see of it: explanations speak of nothing else. */
  readonly shown: Query;
  readonly blocked: ReadonlySet<string>;
}

export interface BookStatistics {
  readonly firms: number;
  readonly demands: number;
  readonly terms: number;
}

/** Firms and open demands of the region in one memory, and the ranking over them. Runs in the index's worker thread. */
export class MatchBook {
  private readonly firmIndex: FirmIndex;
  private readonly demandIndex: DemandIndex;
  private readonly firms = new Map<string, Firm>();
  private readonly demands = new Map<string, OpenDemand>();
  private readonly lists = new DecidedLists();
  private readonly explained: ExplainedFirms;

  constructor(private readonly analyser: Analyser) {
    this.firmIndex = new FirmIndex(analyser);
    this.demandIndex = new DemandIndex(this.firmIndex);
    this.explained = new ExplainedFirms(analyser);
  }

  /**
   * Takes in what the log tells: profiles, ids of those removed, demands of any status, and decisions. What is none of
   * these is left out, so that it does not hold up all others for ever; the answer says what was wrong with it.
   */
  apply(
    profiles: readonly ProfileState[],
    gone: readonly string[],
    demands: readonly DemandState[],
    decided: readonly DecidedList[] = [],
  ): string[] {
    const leftOut: string[] = [];
    const each = <T>(items: readonly T[], put: (item: T) => void): void => {
      for (const item of items) {
        try {
          put(item);
        } catch (error) {
          leftOut.push((error as Error).message);
        }
      }
    };
    each(profiles, (profile) => this.putFirm(profile));
    for (const id of gone) {
      this.firms.delete(id);
      this.explained.forget(id);
      this.firmIndex.remove(id);
    }
    each(demands, (demand) => this.putDemand(demand));
    each(decided, (list) => this.lists.put(list));
    return leftOut;
  }

  decide(demandIds: readonly string[], on: string): Draft[] {
    return demandIds.flatMap((id) => {
      const demand = this.demands.get(id);
      return demand ? [this.rank(demand, on)] : [];
    });
  }

  /**
   * What the firm could add to its profile to stand better in the list of this demand, each tried by ranking again. Speaks
   * only of what a matched firm may see. Undefined where the firm is not in the list.
   */
  advise(demandId: string, firmId: string, on: string): Advised | undefined {
    const demand = this.demands.get(demandId);
    const firm = this.firms.get(firmId);
    const now = demand && firm && this.standing(demand, firmId, on);
    if (!now) return undefined;
    const profile = this.explained.of(firm.match).profile();
    const open = readDemand(explainableDemand(demand.state)).filter(
      ({ read }) => !['met', 'not-met'].includes(verdict(read, profile, on).state),
    );
    const advice = open.slice(0, MOST_TRIED).flatMap((ask): Advice[] => {
      const field = fieldFor(ask);
      const after = field && this.asIf(firm, saying(firm.match, ask, field), () => this.standing(demand, firmId, on));
      const { name, must } = ask.asked;
      return field && after ? [{ requirement: keyOf(demand.state, ask.asked), name, must, field, after }] : [];
    });
    return { now, advice: advice.sort(byUse) };
  }

  /** Open demands whose newest decision names one of the firms, or whose list one of them could enter. */
  affectedBy(firmIds: readonly string[]): string[] {
    const changed = new Set(firmIds);
    const naming = [...changed].flatMap((firmId) => [...this.lists.demandsNaming(firmId)]);
    const ids = new Set(naming.filter((id) => this.demands.has(id)));
    const threshold = this.leastScores();
    for (const firmId of changed) {
      for (const { id, score } of this.demandIndex.forFirm(firmId, { threshold })) {
        const demand = this.demands.get(id);
        if (demand && !ids.has(id) && this.mayMeet(demand, firmId) && this.isRelevant(demand, firmId, score))
          ids.add(id);
      }
    }
    return [...ids];
  }

  statistics(): BookStatistics {
    return { firms: this.firmIndex.size, demands: this.demandIndex.size, terms: this.firmIndex.termCount };
  }

  /**
   * The score below which a firm cannot enter a list: that of the last firm of a full one, as decided for this version of
   * the demand; else what the floor asks of the title, which is part of the whole, so that a lower score is too little for
   * both. Worked out anew in each call, as rarities move with every firm that comes or goes, and once per demand.
   */
  private leastScores(): (demandId: string) => number {
    const known = new Map<string, number>();
    return (id) => {
      const found = known.get(id);
      if (found !== undefined) return found;
      const demand = this.demands.get(id);
      const least = demand ? this.leastScore(demand) : 0;
      known.set(id, least);
      return least;
    };
  }

  private leastScore({ state, whole, title }: OpenDemand): number {
    const listed = this.lists.of(state.id, state.version) ?? [];
    const last = listed[MOST_PROPOSALS - 1];
    if (last !== undefined && !this.givesWay(listed)) return this.firmIndex.score(whole, last);
    // Sums of the same parts in another order may differ in the last bits.
    return RELEVANCE_FLOOR * this.firmIndex.bound(title) * (1 - 1e-9);
  }

  private givesWay(listed: readonly string[]): boolean {
    const list = new FirmList<string>(MOST_PROPOSALS);
    for (const id of listed) list.add(id, this.firms.get(id)?.saying ?? id);
    return list.givesWay();
  }

  /** An older version than the one known is an event that was sent again. */
  private putFirm(profile: ProfileState): void {
    if ((this.firms.get(profile.id)?.version ?? 0) > profile.version) return;
    const match = matchFirm(profile);
    const { version, organisationId, creditCode, disclosure } = profile;
    this.firmIndex.put(match);
    this.explained.forget(profile.id);
    this.firms.set(profile.id, {
      match,
      saying: sha256(sayingOf(match)),
      version,
      disclosure,
      ...(organisationId ? { organisationId } : {}),
      ...(creditCode ? { creditCode } : {}),
    });
  }

  private putDemand(state: DemandState): void {
    const before = this.demands.get(state.id);
    if (before && before.state.version > state.version) return;
    if (state.status !== 'published') {
      this.demands.delete(state.id);
      this.demandIndex.remove(state.id);
      return;
    }
    const match = matchDemand(state);
    const whole = demandQuery(this.analyser, match);
    this.demands.set(state.id, {
      state,
      whole,
      title: titleQuery(this.analyser, match),
      shown: demandQuery(this.analyser, explainableDemand(state)),
      blocked: new Set(state.blocked.flatMap((name) => [name, normaliseCreditCode(name)])),
    });
    this.demandIndex.put(state.id, whole);
  }

  private rank(demand: OpenDemand, on: string): Draft {
    const list = new FirmList<Ranked>(MOST_PROPOSALS);
    const excluded: ExcludedFirm[] = [];
    const measure = relevanceMeasure(this.firmIndex, demand);
    for (const { id, score } of this.firmIndex.topK(demand.whole, CANDIDATES, (firmId) =>
      this.mayMeet(demand, firmId),
    )) {
      const share = measure(id, score);
      if (share < RELEVANCE_FLOOR) continue;
      const firm = this.firms.get(id) as Firm;
      const explanation = this.explain(demand, firm, on);
      if (explanation.excluded) {
        if (excluded.length < MOST_EXCLUDED) excluded.push(exclusion(demand.state, firm, explanation.excluded));
      } else if (!list.add({ firm, share, explanation }, firm.saying)) break;
    }
    return { demand: demand.state, entries: entriesOf(demand.state, list.items()), excluded };
  }

  private explain(demand: OpenDemand, firm: Firm, on: string): Explanation {
    const idf = (term: string) => this.firmIndex.idf(term);
    demand.asked ??= readDemand(matchDemand(demand.state));
    return explain({ ...this.explained.of(firm.match), idf, asked: demand.asked, query: demand.shown, on });
  }

  private standing(demand: OpenDemand, firmId: string, on: string): Standing | undefined {
    const found = this.rank(demand, on).entries.find((entry) => entry.firmId === firmId);
    return found && { rank: found.rank, score: found.score };
  }

  /** Does something while the firm has another profile. */
  private asIf<T>(firm: Firm, match: MatchFirm, work: () => T): T {
    const stand = (as: Firm) => {
      this.firms.set(match.id, as);
      this.firmIndex.put(as.match);
      this.explained.forget(match.id);
    };
    stand({ ...firm, match });
    try {
      return work();
    } finally {
      stand(firm);
    }
  }

  /** Not its own demand, and not blocked by id, organisation or credit code. */
  private mayMeet(demand: OpenDemand, firmId: string): boolean {
    const firm = this.firms.get(firmId);
    if (!firm) return false;
    if (firm.organisationId === demand.state.ownerId) return false;
    if (demand.blocked.size === 0) return true;
    const names = [firmId, firm.organisationId, firm.creditCode];
    return !names.some((name) => name !== undefined && demand.blocked.has(name));
  }

  private isRelevant(demand: OpenDemand, firmId: string, score: number): boolean {
    return relevanceMeasure(this.firmIndex, demand)(firmId, score) >= RELEVANCE_FLOOR;
  }
}

/** The worker's methods, for the typed remote. */
export type MatchBookMethods = {
  apply(
    profiles: readonly ProfileState[],
    gone: readonly string[],
    demands: readonly DemandState[],
    decided: readonly DecidedList[],
  ): string[];
  decide(demandIds: readonly string[], on: string): Draft[];
  advise(demandId: string, firmId: string, on: string): Advised | undefined;
  affectedBy(firmIds: readonly string[]): string[];
  statistics(): BookStatistics;
};
