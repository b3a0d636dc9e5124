import { normaliseCreditCode } from '#contracts/credit-code';
import type { DemandState } from '#contracts/demand';
import type { DecisionEntry, ExcludedFirm, MatchReasons, RequirementReason } from '#contracts/match';
import type { ProfileDisclosure, ProfileGuarded, ProfileState } from '#contracts/profile';
import type { Analyser } from '#engines/match/analysis';
import { DemandIndex } from '#engines/match/demand-index';
import { type Asked, type Checked, type Explanation, explain } from '#engines/match/explain';
import { FirmIndex } from '#engines/match/firm-index';
import { profileLines } from '#engines/match/profile';
import { demandQuery, type Query, titleQuery } from '#engines/match/query';
import { RELEVANCE_FLOOR, relevanceMeasure } from '#engines/match/relevance';
import type { MatchDemand, MatchFirm } from '#engines/match/types';
import { type DecidedList, DecidedLists } from './decided-lists.js';
import { remembering } from './line-memory.js';
import { explainableDemand, matchDemand, matchFirm } from './match-input.js';

/** Proposals a demand gets at most; and candidates looked at to find as many that contradict nothing. */
const MOST_PROPOSALS = 10;
const CANDIDATES = 60;
const MOST_EXCLUDED = 20;

interface Firm {
  readonly match: MatchFirm;
  readonly version: number;
  readonly organisationId?: string;
  readonly creditCode?: string;
  readonly disclosure: Readonly<Partial<Record<ProfileGuarded, ProfileDisclosure>>>;
  /** Made when it is first explained. */
  analyser?: Analyser;
}

interface OpenDemand {
  readonly state: DemandState;
  readonly match: MatchDemand;
  readonly whole: Query;
  readonly title: Query;
  /** Query of what a matched firm may see of it: explanations speak of nothing else. */
  readonly shown: Query;
  readonly blocked: ReadonlySet<string>;
}

/** The ranked firms of one demand. */
export interface Draft {
  readonly demand: DemandState;
  readonly entries: DecisionEntry[];
  readonly excluded: ExcludedFirm[];
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

  constructor(private readonly analyser: Analyser) {
    this.firmIndex = new FirmIndex(analyser);
    this.demandIndex = new DemandIndex(this.firmIndex);
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
    const last = this.lists.of(state.id, state.version)?.[MOST_PROPOSALS - 1];
    if (last !== undefined) return this.firmIndex.score(whole, last);
    // Sums of the same parts in another order may differ in the last bits.
    return RELEVANCE_FLOOR * this.firmIndex.bound(title) * (1 - 1e-9);
  }

  /** An older version than the one known is an event that was sent again. */
  private putFirm(profile: ProfileState): void {
    if ((this.firms.get(profile.id)?.version ?? 0) > profile.version) return;
    const match = matchFirm(profile);
    const { version, organisationId, creditCode, disclosure } = profile;
    this.firmIndex.put(match);
    this.firms.set(profile.id, {
      match,
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
      match,
      whole,
      title: titleQuery(this.analyser, match),
      shown: demandQuery(this.analyser, explainableDemand(state)),
      blocked: new Set(state.blocked.flatMap((name) => [name, normaliseCreditCode(name)])),
    });
    this.demandIndex.put(state.id, whole);
  }

  private rank(demand: OpenDemand, on: string): Draft {
    const entries: DecisionEntry[] = [];
    const excluded: ExcludedFirm[] = [];
    let shown = 1;
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
        continue;
      }
      // A title answered a little better does not outrank the whole: no firm shows more than the one before it.
      shown = Math.min(shown, share);
      entries.push(entry(demand.state, firm, entries.length + 1, shown, explanation));
      if (entries.length === MOST_PROPOSALS) break;
    }
    return { demand: demand.state, entries, excluded };
  }

  private explain(demand: OpenDemand, firm: Firm, on: string): Explanation {
    const idf = (term: string) => this.firmIndex.idf(term);
    firm.analyser ??= remembering(this.analyser, new Set(profileLines(firm.match).map(({ text }) => text)));
    return explain({ analyser: firm.analyser, idf, demand: demand.match, query: demand.shown, firm: firm.match, on });
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
  affectedBy(firmIds: readonly string[]): string[];
  statistics(): BookStatistics;
};

function entry(demand: DemandState, firm: Firm, rank: number, share: number, explanation: Explanation): DecisionEntry {
  const { id, name, region, tier } = firm.match;
  return {
    firmId: id,
    firmName: name,
    ...(firm.organisationId ? { organisationId: firm.organisationId } : {}),
    ...(region ? { region } : {}),
    ...(tier ? { tier } : {}),
    rank,
    // Two decimals: a score that moves less says nothing new to anybody.
    score: Math.round(share * 100) / 100,
    reasons: reasons(demand, firm, explanation),
  };
}

/** Stable name of what is asked: the requirement's id, `certificate:<name>`, `process` or `region`. */
function keyOf(demand: DemandState, asked: Asked): string {
  if (asked.kind === 'requirement') return demand.requirements[asked.index]?.id ?? '';
  if (asked.kind === 'certificate') return `certificate:${asked.name}`;
  return asked.kind === 'regions' ? 'region' : 'process';
}

function reasons(demand: DemandState, firm: Firm, explanation: Explanation): MatchReasons {
  const requirements = explanation.checked.map(
    ({ requirement: asked, state, why, line }: Checked): RequirementReason => {
      const shown = line && (keepsBack(firm, line.field) ? { ...line, hidden: true } : line);
      return {
        requirement: keyOf(demand, asked),
        name: asked.name,
        must: asked.must,
        state,
        why,
        ...(shown ? { line: shown } : {}),
      };
    },
  );
  const shared = explanation.shared.map(({ line, terms }) => ({
    ...line,
    words: terms,
    ...(keepsBack(firm, line.field) ? { hidden: true } : {}),
  }));
  const missing = requirements.filter((r) => r.must && r.state === 'unknown').map((r) => r.requirement);
  return { requirements, shared, missing };
}

/** The firm shows this part of its profile to nobody else. */
function keepsBack(firm: Firm, field: string): boolean {
  return (firm.disclosure as Readonly<Record<string, ProfileDisclosure | undefined>>)[field] === 'owner';
}

function exclusion(
  demand: DemandState,
  firm: Firm,
  { requirement, why }: { requirement: Asked; why: string },
): ExcludedFirm {
  const { id, name } = firm.match;
  return { firmId: id, firmName: name, why, requirement: keyOf(demand, requirement), name: requirement.name };
}
