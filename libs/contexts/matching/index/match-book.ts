import type { DemandState } from '#contracts/demand';
import type { ExcludedFirm } from '#contracts/match';
import type { ProfileState } from '#contracts/profile';
import type { Analyser } from '#engines/match/analysis';
import { DemandIndex } from '#engines/match/demand-index';
import { readDemand } from '#engines/match/explain';
import type { Model } from '#engines/match/rank/model';
import type { Ranking } from '#engines/match/rank/ranking';
import { RELEVANCE_FLOOR } from '#engines/match/relevance';
import type { MatchFirm } from '#engines/match/types';
import { verdict } from '#engines/match/verdict/verdict';
import { sha256 } from '#platform/ids';
import { type Advice, type Advised, byUse, fieldFor, type Standing, saying } from './advice.js';
import type { Breakdown } from './breakdown.js';
import { type DecidedList, DecidedLists } from './decided-lists.js';
import { DemandRanking, type RankedList, type RankingImage } from './demand-ranking.js';
import { type Draft, entriesOf, type Firm, keyOf } from './draft.js';
import { Frames } from './frames.js';
import { type LikeDemand, likeDemands } from './like-demands.js';
import { sayingOf } from './look-alikes.js';
import { explainableDemand, firmMeaning, matchFirm } from './match-input.js';
import { mayMeet, type OpenDemand, openDemand, type ReadDemandText, readPart, reopened } from './open-demand.js';
import { isSteered, NOBODY, type Steering } from './steering.js';
import { type StandingDecision, TakenIn } from './taken-in.js';

/** Additions tried for one firm and demand: each ranks the demand again. */
const MOST_TRIED = 8;
/** How many changed firms, or what share of all, a remembered least score holds; and the part of it that is asked for. */
const LEAST_SCORE_HOLDS = { changes: 50, share: 0.005, part: 0.7 } as const;

/** Open demands, and the firms of each tier with how many of them are proposed for one. */
export interface Coverage {
  readonly demands: number;
  readonly tiers: readonly { readonly tier: string; readonly firms: number; readonly proposed: number }[];
}

/** A firm and the musts that it contradicts. */
export interface Contradictions {
  readonly firmName: string;
  readonly contradicts: readonly ExcludedFirm[];
}

/** A version of the decision of a demand. */
export interface DecisionVersion {
  readonly demandId: string;
  readonly version: number;
}

export interface BookStatistics {
  readonly firms: number;
  readonly demands: number;
  readonly terms: number;
}

/** Firms of an image in one part: a part is one piece of memory while it is written and read. */
const IMAGE_PART = 20_000;

/** All that a book holds: plain data and typed arrays. */
export interface BookImage {
  /** Some thousands a part; nothing for none. */
  readonly firms?: Readonly<Record<number, readonly Firm[]>>;
  readonly demands: {
    readonly open: readonly ReadDemandText[];
    readonly handedIn: readonly ReadDemandText[];
    readonly decided: readonly DecidedList[];
  };
  readonly ranking: RankingImage;
}

/** Firms and open demands of the region in one memory, and the ranking over them. Runs in the index's worker thread. */
export class MatchBook {
  private readonly ranking: DemandRanking;
  private readonly demandIndex: DemandIndex;
  private readonly firms = new Map<string, Firm>();
  private readonly demands = new Map<string, OpenDemand>();
  /** Demands that wait for their publication: others may be like them. */
  private readonly handedIn = new Map<string, OpenDemand>();
  private readonly lists = new DecidedLists();
  private readonly frames = new Frames();
  private readonly takenIn = new TakenIn();
  /** Changed firms so far, and when the demands' least scores are to be asked again. */
  private changes = 0;
  private forgetLeastScoresAt = 0;

  constructor(
    private readonly analyser: Analyser,
    model: Model,
    image?: BookImage,
    /** The learned ranking, where it is not one index in this thread. */
    learned?: Ranking,
  ) {
    this.ranking = new DemandRanking(analyser, model, this.firms, image?.ranking, learned);
    this.demandIndex = new DemandIndex(this.ranking.words, (id) => this.leastScore(id));
    if (image) this.take(image);
  }

  /**
   * What a book has that has been told the same, not copied: made from it, a book answers the same. Of which changes
   * decisions have taken in, and of the last rankings, it has nothing; without them more is ranked again.
   */
  image(): BookImage {
    const firms = [...this.firms.values()];
    const parts: Record<number, Firm[]> = {};
    for (let at = 0; at < firms.length; at += IMAGE_PART) parts[at] = firms.slice(at, at + IMAGE_PART);
    return {
      firms: parts,
      demands: {
        open: [...this.demands.values()].map(readPart),
        handedIn: [...this.handedIn.values()].map(readPart),
        decided: this.lists.all(),
      },
      ranking: this.ranking.image(),
    };
  }

  private take({ firms, demands }: BookImage): void {
    for (const firm of Object.values(firms ?? {}).flat()) this.firms.set(firm.match.id, firm);
    for (const read of demands.open) this.open(reopened(read));
    for (const read of demands.handedIn) this.handedIn.set(read.state.id, reopened(read));
    for (const list of demands.decided) this.lists.put(list);
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
    this.takenIn.next();
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
      this.changes += 1;
      this.takenIn.changed(id);
      this.firms.delete(id);
      this.ranking.remove(id);
    }
    each(demands, (demand) => this.putDemand(demand));
    each(decided, (list) => this.lists.put(list));
    return leftOut;
  }

  /** What a model outside is told of these firms; nothing of one that is not there. */
  sayingsOf(firmIds: readonly string[]): string[] {
    return firmIds.map((id) => {
      const firm = this.firms.get(id);
      return firm ? firmMeaning(firm.match) : '';
    });
  }

  /** What a model outside is told of these demands; without those that are not open. */
  meaningsOf(demandIds: readonly string[]): string[] {
    return demandIds.flatMap((id) => this.demands.get(id)?.meaning() ?? []);
  }

  /** Takes in vectors of firms by id, and of what demands ask by text. Those of firms that are gone meanwhile are left out. */
  learn(firms: readonly Vector[], texts: readonly Vector[]): void {
    for (const [id, vector] of firms) if (this.firms.has(id)) this.ranking.meaning.putFirm(id, vector);
    for (const [text, vector] of texts) this.ranking.meaning.putText(text, vector);
  }

  /** A list that staff steer leaves no ranking behind: whatever may change it leads to it being ranked again. */
  decide(demandIds: readonly string[], on: string, steerings: Readonly<Record<string, Steering>> = {}): Draft[] {
    return demandIds.flatMap((id) => {
      const demand = this.demands.get(id);
      if (!demand) return [];
      const steering = steeringFor(demand.state, steerings[id]);
      const ranked = this.ranking.rank(demand, on, steering);
      if (steering && isSteered(steering)) this.frames.forget(id);
      else this.frames.keep(id, demand.state.version, ranked);
      return [draftOf(demand.state, ranked)];
    });
  }

  /** The firms that would fit a demand for chosen firms, best first, as if it were for everybody; undefined where it is not known. */
  candidates(demandId: string, on: string): Draft | undefined {
    const demand = this.demands.get(demandId) ?? this.handedIn.get(demandId);
    return demand && draftOf(demand.state, this.ranking.rank(demand, on));
  }

  /** What would be decided for a demand that says this; nothing of it is kept. */
  preview(state: DemandState, on: string): Draft {
    return draftOf(state, this.ranking.rank(openDemand(this.analyser, state), on));
  }

  /**
   * What the firm could add to its profile to stand better in the list of this demand, each tried by ranking again. Speaks
   * only of what a matched firm may see. Undefined where the firm is not in the list.
   */
  advise(demandId: string, firmId: string, on: string): Advised | undefined {
    const demand = this.demands.get(demandId);
    const firm = this.firms.get(firmId);
    const now = demand && firm && !demand.state.chosen && this.standing(demand, firmId, on);
    if (!now) return undefined;
    const profile = this.ranking.profile(firm.match);
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

  /** Why the firm has its probability for the demand, whether or not it is in the list; undefined where one of them is not there. */
  breakdown(demandId: string, firmId: string, on: string): Breakdown | undefined {
    const demand = this.demands.get(demandId);
    const firm = this.firms.get(firmId);
    if (!demand || !firm) return undefined;
    const { version } = demand.state;
    const kept = this.frames.of(demandId, version, this.lists.of(demandId, version));
    const { text } = kept ?? this.ranking.rank(demand, on);
    const found = this.ranking.breakdown(demand, firm, text, on);
    const { organisationId } = firm;
    return found && { firmName: firm.match.name, ...(organisationId ? { organisationId } : {}), ...found };
  }

  /** The firm, and the musts of the demand that it contradicts; undefined where it may not stand in the list. */
  contradictions(demandId: string, firmId: string, on: string): Contradictions | undefined {
    const demand = this.demands.get(demandId);
    const firm = this.firms.get(firmId);
    const contradicts = demand && firm && this.ranking.contradictions(demand, firm, on);
    return contradicts && { firmName: firm.match.name, contradicts };
  }

  /** Open demands, and such as wait for their publication, that ask for much the same; undefined for one that is neither. */
  like(demandId: string): LikeDemand[] | undefined {
    const demand = this.demands.get(demandId) ?? this.handedIn.get(demandId);
    if (!demand) return undefined;
    return likeDemands(demand, [...this.demands.values(), ...this.handedIn.values()], (term) =>
      this.ranking.words.idf(term),
    );
  }

  /** How many firms there are, and how many are proposed for an open demand, by tier; firms without one under ''. */
  coverage(): Coverage {
    const tiers = new Map<string, { firms: number; proposed: number }>();
    const proposed = this.lists.proposed();
    for (const [id, { match }] of this.firms) {
      const of = tiers.get(match.tier ?? '') ?? { firms: 0, proposed: 0 };
      of.firms += 1;
      if (proposed.has(id)) of.proposed += 1;
      tiers.set(match.tier ?? '', of);
    }
    return { demands: this.demands.size, tiers: [...tiers].map(([tier, counts]) => ({ tier, ...counts })) };
  }

  /**
   * Open demands whose newest decision names one of the firms, or in whose list one of them would stand on that day; without
   * those whose decision has taken in the changes already.
   */
  affectedBy(firmIds: readonly string[], on: string): string[] {
    const changed = new Set(firmIds);
    const isNew = ({ state }: OpenDemand, firmId: string) => !this.takenIn.has(state.id, state.version, firmId, on);
    const ids = new Set<string>();
    for (const firmId of changed) {
      for (const id of this.lists.demandsNaming(firmId)) {
        const demand = this.demands.get(id);
        if (demand && isNew(demand, firmId)) ids.add(id);
      }
    }
    for (const [id, answering] of this.answering(
      changed,
      (demand, firmId) => !ids.has(demand.state.id) && isNew(demand, firmId),
    )) {
      if (this.wouldEnter(this.demands.get(id) as OpenDemand, answering, on)) ids.add(id);
    }
    return [...ids];
  }

  /** A decision that was written here, or that says what was ranked here. */
  settle(decisions: readonly StandingDecision[]): void {
    for (const decision of decisions) if (this.demands.has(decision.demandId)) this.takenIn.settle(decision);
  }

  /** The demands whose decision, of this version, may say something else on that day, as firms have changed since. */
  outdated(decisions: readonly DecisionVersion[], on: string): string[] {
    return decisions.filter((decision) => this.isOutdated(decision, on)).map(({ demandId }) => demandId);
  }

  statistics(): BookStatistics {
    const { words } = this.ranking;
    return { firms: words.size, demands: this.demandIndex.size, terms: words.termCount };
  }

  private isOutdated({ demandId, version }: DecisionVersion, on: string): boolean {
    const demand = this.demands.get(demandId);
    if (!demand) return false;
    const changed = this.takenIn.since(demandId, version, on);
    if (!changed || this.lists.version(demandId) !== version) return true;
    for (const firmId of changed) if (this.lists.isNamed(demandId, firmId)) return true;
    if (demand.state.chosen) return false;
    const isRelevant = this.ranking.isRelevant(demand);
    const answering = [...changed].filter((firmId) => {
      const firm = this.firms.get(firmId);
      return firm !== undefined && mayMeet(demand, firm) && isRelevant(firmId);
    });
    return answering.length > 0 && this.wouldEnter(demand, answering, on);
  }

  private wouldEnter(demand: OpenDemand, firmIds: readonly string[], on: string): boolean {
    const { id, version } = demand.state;
    const ranked = this.frames.of(id, version, this.lists.of(id, version));
    return !ranked || this.ranking.wouldEnter(demand, ranked, firmIds, on);
  }

  /** The firms that answer a demand well enough by words to be looked at, by demand, of those pairs that are `asked` about. */
  private answering(
    firmIds: ReadonlySet<string>,
    asked: (demand: OpenDemand, firmId: string) => boolean,
  ): Map<string, string[]> {
    if (this.changes > this.forgetLeastScoresAt) {
      this.demandIndex.forgetLeastScores();
      const held = Math.max(LEAST_SCORE_HOLDS.changes, this.firms.size * LEAST_SCORE_HOLDS.share);
      this.forgetLeastScoresAt = this.changes + held;
    }
    const relevant = new Map<string, (firmId: string) => boolean>();
    const found = new Map<string, string[]>();
    for (const firmId of firmIds) {
      const firm = this.firms.get(firmId);
      if (!firm) continue;
      for (const id of this.demandIndex.answeredBy(firmId)) {
        const demand = this.demands.get(id);
        if (!demand || !asked(demand, firmId) || !mayMeet(demand, firm)) continue;
        const isRelevant = relevant.get(id) ?? this.ranking.isRelevant(demand);
        relevant.set(id, isRelevant);
        if (isRelevant(firmId)) found.set(id, [...(found.get(id) ?? []), firmId]);
      }
    }
    return found;
  }

  /**
   * A score that is too little for the floor of the title, which is part of the whole, and so too little for both. It is
   * asked of every demand that shares a word with a firm, and remembered for a while: meanwhile words may have become more
   * common, so that it asks for a part only of what the floor asks for. What passes is measured.
   */
  private leastScore(id: string): number {
    const demand = this.demands.get(id);
    return demand ? LEAST_SCORE_HOLDS.part * RELEVANCE_FLOOR * this.ranking.words.bound(demand.title) : 0;
  }

  /** An older version than the one known is an event that was sent again. */
  private putFirm(profile: ProfileState): void {
    if ((this.firms.get(profile.id)?.version ?? 0) > profile.version) return;
    const match = matchFirm(profile);
    const { version, organisationId, creditCode, disclosure } = profile;
    this.changes += 1;
    this.takenIn.changed(profile.id);
    this.ranking.put(match);
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
    const before = this.demands.get(state.id) ?? this.handedIn.get(state.id);
    if (before && before.state.version > state.version) return;
    if (state.status === 'submitted') this.handedIn.set(state.id, openDemand(this.analyser, state));
    else this.handedIn.delete(state.id);
    if (state.status !== 'published') {
      this.demands.delete(state.id);
      this.frames.forget(state.id);
      this.takenIn.forget(state.id);
      this.demandIndex.remove(state.id);
      return;
    }
    this.open(openDemand(this.analyser, state));
  }

  private open(demand: OpenDemand): void {
    const { state } = demand;
    this.demands.set(state.id, demand);
    // No firm finds a demand for chosen firms by what it can do.
    if (state.chosen) this.demandIndex.remove(state.id);
    else this.demandIndex.put(state.id, demand.whole);
  }

  private standing(demand: OpenDemand, firmId: string, on: string): Standing | undefined {
    const { list } = this.ranking.rank(demand, on);
    const found = entriesOf(demand.state, list).find((entry) => entry.firmId === firmId);
    return found && { rank: found.rank, score: found.score };
  }

  /** Does something while the firm has another profile. */
  private asIf<T>(firm: Firm, match: MatchFirm, work: () => T): T {
    const stand = (as: Firm) => {
      this.firms.set(match.id, as);
      this.ranking.put(as.match);
    };
    stand({ ...firm, match });
    try {
      return work();
    } finally {
      stand(firm);
    }
  }
}

/** A demand for chosen firms is never ranked for others, whatever is known of the choice; one for everybody not by a choice. */
function steeringFor({ chosen }: DemandState, steering: Steering | undefined): Steering | undefined {
  if (chosen) return steering?.only ? steering : NOBODY;
  return steering?.only ? undefined : steering;
}

const draftOf = (demand: DemandState, { list, excluded }: RankedList): Draft => ({
  demand,
  entries: entriesOf(demand, list),
  excluded: [...excluded],
});

/** What a vector is of, and its numbers. */
export type Vector = readonly [string, Float32Array];

/** The worker's methods, for the typed remote. */
export type MatchBookMethods = {
  apply(
    profiles: readonly ProfileState[],
    gone: readonly string[],
    demands: readonly DemandState[],
    decided: readonly DecidedList[],
  ): string[];
  sayingsOf(firmIds: readonly string[]): string[];
  meaningsOf(demandIds: readonly string[]): string[];
  learn(firms: readonly Vector[], texts: readonly Vector[]): void;
  decide(demandIds: readonly string[], on: string, steerings: Readonly<Record<string, Steering>>): Draft[];
  contradictions(demandId: string, firmId: string, on: string): Contradictions | undefined;
  candidates(demandId: string, on: string): Draft | undefined;
  like(demandId: string): LikeDemand[] | undefined;
  preview(state: DemandState, on: string): Draft;
  advise(demandId: string, firmId: string, on: string): Advised | undefined;
  breakdown(demandId: string, firmId: string, on: string): Breakdown | undefined;
  coverage(): Coverage;
  affectedBy(firmIds: readonly string[], on: string): string[];
  settle(decisions: readonly StandingDecision[]): void;
  outdated(decisions: readonly DecisionVersion[], on: string): string[];
  statistics(): BookStatistics;
  /** Where in the log the image ends from which the book was made; the start without one. */
  startedAt(): string;
  /** Forgets all, and the image. */
  startAnew(): void;
  /** Writes an image of what has been told up to here. */
  keep(position: string): void;
};
