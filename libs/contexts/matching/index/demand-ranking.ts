import type { ExcludedFirm } from '#contracts/match';
import type { Analyser } from '#engines/match/analysis';
import { type HandShare, handShares, mostByHand } from '#engines/match/by-hand';
import { type Explanation, explain } from '#engines/match/explain';
import { type FirmImage, FirmIndex } from '#engines/match/firm-index';
import { MeaningTable } from '#engines/match/meaning';
import type { Query } from '#engines/match/query';
import { logOdds } from '#engines/match/rank/calibration';
import type { Frame } from '#engines/match/rank/frame';
import type { Model } from '#engines/match/rank/model';
import type { RankImage } from '#engines/match/rank/rank-index';
import { Ranker } from '#engines/match/rank/ranker';
import type { RankedFirm, Ranking } from '#engines/match/rank/ranking';
import { PROBABILITY_FLOOR, RELEVANCE_FLOOR, relevanceMeasure } from '#engines/match/relevance';
import type { MatchFirm } from '#engines/match/types';
import { verdict } from '#engines/match/verdict/verdict';
import { type Breakdown, inOdds } from './breakdown.js';
import { exclusion, type Firm, keyOf, type Ranked } from './draft.js';
import { ExplainedFirms } from './explained-firms.js';
import { FirmList } from './look-alikes.js';
import { mayMeet, type OpenDemand } from './open-demand.js';
import { BOOST, mostSteered, type Steering, UNSTEERED } from './steering.js';

/** Proposals a demand gets at most; and firms judged to find as many that contradict nothing. */
const MOST_PROPOSALS = 10;
const MOST_JUDGED = 60;
const MOST_EXCLUDED = 20;

/** Log-odds below which nothing is proposed. */
export const LEAST_ODDS = logOdds(PROBABILITY_FLOOR);

/** A firm judged for a demand: learned odds and the shares set by hand, which add up to `odds`. */
export interface Judged extends Ranked {
  readonly byHand: readonly HandShare[];
}

/** The firms of a demand as ranked. */
export interface RankedList {
  readonly list: readonly Ranked[];
  readonly excluded: readonly ExcludedFirm[];
  /** The text that was read, and the frame it was ranked in; none while there are no firms. */
  readonly text: string;
  readonly frame?: Frame;
  /** What a firm must reach to stand in the list: the odds of the last of a full one, else the floor. */
  readonly least: number;
}

/** What is left of a ranking: whom it named, and what a firm needs to be named now. */
export interface Kept {
  readonly firmIds: readonly string[];
  readonly text: string;
  readonly frame?: Frame;
  readonly least: number;
}

/** The firms as ranking has read them. */
export interface RankingImage {
  readonly words: FirmImage;
  readonly learned: RankImage;
}

/** Ranks the firms for a demand: the learned ranking, and what is set by hand beside it. */
export class DemandRanking {
  /** Firms by words: the floor, the words shown, and which demands a firm may answer at all. */
  readonly words: FirmIndex;
  readonly learned: Ranking;
  private readonly explained: ExplainedFirms;
  /** Vectors of a model outside; empty where there is none. */
  readonly meaning = new MeaningTable();

  constructor(
    analyser: Analyser,
    private readonly model: Model,
    private readonly firms: ReadonlyMap<string, Firm>,
    image?: RankingImage,
    learned: Ranking = new Ranker(analyser, model, image?.learned),
  ) {
    this.words = new FirmIndex(analyser, image?.words);
    this.learned = learned;
    this.explained = new ExplainedFirms(analyser);
  }

  /** What both hold, not copied. Throws where firms lie in shards. */
  image(): RankingImage {
    if (!(this.learned instanceof Ranker)) throw new Error('firms in shards have no image');
    return { words: this.words.image(), learned: this.learned.index.image() };
  }

  put(firm: MatchFirm): void {
    this.words.put(firm);
    this.learned.put(firm);
    this.explained.forget(firm.id);
  }

  remove(id: string): void {
    this.words.remove(id);
    this.learned.remove(id);
    this.explained.forget(id);
    this.meaning.removeFirm(id);
  }

  /** The firm's profile as verdicts read it. */
  profile(firm: MatchFirm) {
    return this.explained.of(firm).profile();
  }

  /** The best firms, and those that staff want. A demand whose title nobody answers is read again with all that it says. */
  rank(demand: OpenDemand, on: string, steering: Steering = UNSTEERED): RankedList {
    const found = this.rankText(demand, demand.text, on, steering);
    const nobody = found.list.length === 0 && found.excluded.length === 0;
    return nobody && demand.longerText !== demand.text ? this.rankText(demand, demand.longerText, on, steering) : found;
  }

  /** Whether the firm says enough of what is asked, by words and on its own, to be looked at. */
  isRelevant(demand: OpenDemand): (firmId: string) => boolean {
    const measure = relevanceMeasure(this.words, demand);
    return (firmId) => measure(firmId, this.words.score(demand.whole, firmId)) >= RELEVANCE_FLOOR;
  }

  /** Adds to what was learned what is set by hand. */
  judge(
    demand: OpenDemand,
    firm: Firm,
    { probability }: Pick<RankedFirm, 'probability'>,
    on: string,
    { boosted, times }: Steering = UNSTEERED,
  ): Judged {
    const read = this.explained.of(firm.match);
    const idf = (term: string) => this.words.idf(term);
    const explanation = explain({ ...read, idf, asked: demand.asked(), query: demand.shown, on });
    const quantity = demand.quantity();
    const facts = {
      checked: explanation.checked,
      ...(quantity ? { quantity: verdict(quantity, read.profile(), on).state } : {}),
      details: this.share(demand.details, firm),
      link: this.share(demand.link, firm),
      ...(firm.match.tier ? { tier: firm.match.tier } : {}),
      meaning: this.meaning.isEmpty ? 0 : this.meaning.value(demand.meaning(), firm.match.id),
    };
    const byHand = handShares(facts, times);
    const lifted = logOdds(probability) + (boosted.includes(firm.match.id) ? BOOST : 0);
    const odds = byHand.reduce((sum, { share }) => sum + share, lifted);
    return { firm, explanation, byHand, odds };
  }

  /**
   * Whether one of these firms, all of which may meet and are relevant, would stand in the list now, or be named as
   * excluded. Each is scored in the frame of the list, together with the last firm of it, as rarities have moved since.
   */
  wouldEnter(demand: OpenDemand, { frame, least, firmIds }: Kept, ids: readonly string[], on: string): boolean {
    if (!frame) return true;
    const ranked = this.learned.rankIn(frame, ids);
    if (ranked.length === 0) return false;
    const last = least > LEAST_ODDS ? this.firms.get(firmIds.at(-1) ?? '') : undefined;
    const [lastNow] = last ? this.learned.rankIn(frame, [last.match.id]) : [];
    const needed = last && lastNow ? Math.min(least, this.judge(demand, last, lastNow, on).odds) : least;
    return ranked.some((found) => {
      const firm = this.firms.get(found.id);
      if (!firm || firm === last || logOdds(found.probability) + this.most(demand) < needed) return false;
      const { explanation, odds } = this.judge(demand, firm, found, on);
      return odds >= needed || isExcluded(explanation, found);
    });
  }

  /** Every part of the firm's odds for the demand, read as `text`; undefined for a firm that is not there. */
  breakdown(demand: OpenDemand, firm: Firm, text: string, on: string): Omit<Breakdown, 'firmName'> | undefined {
    const found = this.learned.breakdown(text, firm.match.id);
    if (!found) return undefined;
    const { odds, byHand, explanation } = this.judge(demand, firm, found, on);
    const relevance = relevanceMeasure(this.words, demand)(
      firm.match.id,
      this.words.score(demand.whole, firm.match.id),
    );
    const broken = explanation.excluded;
    return {
      ...{ text, odds, byHand, relevance },
      ...inOdds(found, this.model.calibration.slope),
      ...(broken
        ? {
            excluded: {
              requirement: keyOf(demand.state, broken.requirement),
              name: broken.requirement.name,
              why: broken.why,
            },
          }
        : {}),
    };
  }

  /** Musts that the firm contradicts, as staff are to see them before they put it into the list; undefined where it may not be there. */
  contradictions(demand: OpenDemand, firm: Firm, on: string): ExcludedFirm[] | undefined {
    if (!mayMeet(demand, firm)) return undefined;
    const { explanation } = this.judge(demand, firm, { probability: 0.5 }, on);
    return contradicted(explanation).map((broken) => exclusion(demand.state, firm, broken));
  }

  private rankText(demand: OpenDemand, text: string, on: string, steering: Steering): RankedList {
    const framed = this.learned.framed(text);
    const judged: Judged[] = [];
    const excluded: ExcludedFirm[] = [];
    const placed = this.place(demand, text, on, steering, excluded);
    const decided = new Set([...steering.vetoed, ...steering.placed.map(({ firmId }) => firmId)]);
    const places = Math.max(MOST_PROPOSALS - placed.length, 0);
    const most = mostSteered(steering, this.most(demand));
    const isRelevant = this.isRelevant(demand);
    let looked = 0;
    for (const found of steering.only ? [] : (framed?.ranked ?? [])) {
      const best = logOdds(found.probability) + most;
      if (looked === MOST_JUDGED || best < LEAST_ODDS || isFull(judged, best)) break;
      const firm = this.firms.get(found.id);
      if (!firm || decided.has(found.id) || !mayMeet(demand, firm) || !isRelevant(found.id)) continue;
      looked += 1;
      const one = this.judge(demand, firm, found, on, steering);
      const broken = one.explanation.excluded;
      if (!broken && one.odds >= LEAST_ODDS) judged.push(one);
      if (broken && isExcluded(one.explanation, found) && excluded.length < MOST_EXCLUDED)
        excluded.push(exclusion(demand.state, firm, broken));
    }
    const chosen = listOf(judged, places);
    const best = chosen.items();
    const full = best.length === MOST_PROPOSALS && !chosen.givesWay();
    const least = full ? best[MOST_PROPOSALS - 1]!.odds : LEAST_ODDS;
    return { list: [...placed, ...best], excluded, text, least, ...(framed ? { frame: framed.frame } : {}) };
  }

  /** The firms that staff want, best first; one that contradicts a must of which nobody knew then is excluded instead. */
  private place(demand: OpenDemand, text: string, on: string, steering: Steering, excluded: ExcludedFirm[]): Judged[] {
    const placed = steering.placed.flatMap(({ firmId, confirmed }): Judged[] => {
      const firm = this.firms.get(firmId);
      const found = firm && mayMeet(demand, firm) && this.learned.breakdown(text, firmId);
      if (!firm || !found) return [];
      const one = this.judge(demand, firm, found, on, steering);
      if (steering.only) return [one];
      const unknown = contradicted(one.explanation).find(
        ({ requirement }) => !confirmed.includes(keyOf(demand.state, requirement)),
      );
      if (unknown) excluded.push(exclusion(demand.state, firm, unknown));
      return unknown ? [] : [one];
    });
    return placed.sort(byOdds);
  }

  /** Log-odds that anything beside the learned ranking can add. */
  private most(demand: OpenDemand): number {
    return demand.most + (this.meaning.isEmpty ? 0 : mostByHand(['meaning']));
  }

  /** The part of what a query asks for that the firm has, 0 to 1. */
  private share(query: Query, firm: Firm): number {
    const bound = this.words.bound(query);
    return bound > 0 ? this.words.score(query, firm.match.id) / bound : 0;
  }
}

/** A firm that would stand in a list but contradicts a must. */
const isExcluded = ({ excluded }: Explanation, { probability }: RankedFirm): boolean =>
  excluded !== undefined && probability >= PROBABILITY_FLOOR;

/** Every must that the firm contradicts. */
const contradicted = ({ checked }: Explanation) =>
  checked.filter(({ requirement, state }) => requirement.must && state === 'not-met');

const byOdds = (a: Judged, b: Judged) => b.odds - a.odds || (a.firm.match.id < b.firm.match.id ? -1 : 1);

function listOf(judged: readonly Judged[], places: number): FirmList<Judged> {
  const list = new FirmList<Judged>(places);
  for (const one of [...judged].sort(byOdds)) if (!list.add(one, one.firm.saying)) break;
  return list;
}

/** Whether the list is full of firms that nobody with at most these odds can pass. */
function isFull(judged: readonly Judged[], best: number): boolean {
  const list = new FirmList<Judged>(MOST_PROPOSALS);
  return judged.some((one) => one.odds > best && !list.add(one, one.firm.saying));
}
