import type { DemandState } from '#contracts/demand';
import type { OpenDemand } from './open-demand.js';

/** Part of all that two demands say which both say, from which they may be the same demand twice. */
const LIKE = 0.35;
const MOST = 5;
const MOST_WORDS = 6;

/** A demand that may be the same as another. */
export interface LikeDemand {
  readonly demandId: string;
  readonly title: string;
  readonly ownerName: string;
  /** Of the same organisation. */
  readonly sameOwner: boolean;
  readonly status: DemandState['status'];
  /** 0 to 1: what both say, of all that either says, rare words counting more. */
  readonly likeness: number;
  /** What both say, the most telling first. */
  readonly words: readonly string[];
}

/**
 * Demands that ask for much the same, the likest first. Pure. Each is compared word by word: some microseconds a demand, and
 * it is asked by people only.
 */
export function likeDemands(
  demand: OpenDemand,
  others: readonly OpenDemand[],
  idf: (term: string) => number,
): LikeDemand[] {
  const own = weighed(demand, idf);
  const whole = sum(own.values());
  return others
    .filter(({ state }) => state.id !== demand.state.id)
    .map((other) => compare(own, whole, other, idf, demand.state.ownerId))
    .filter(({ likeness }) => likeness >= LIKE)
    .sort((a, b) => b.likeness - a.likeness || (a.demandId < b.demandId ? -1 : 1))
    .slice(0, MOST);
}

function compare(
  own: ReadonlyMap<string, number>,
  whole: number,
  other: OpenDemand,
  idf: (term: string) => number,
  ownOwner: string,
): LikeDemand {
  const theirs = weighed(other, idf);
  const shared = [...theirs].flatMap(([term, weight]): [string, number][] => {
    const mine = own.get(term);
    return mine === undefined ? [] : [[term, Math.min(mine, weight)]];
  });
  const both = sum(shared.map(([, weight]) => weight));
  const either = whole + sum(theirs.values()) - both;
  const { id, title, ownerId, ownerName, status } = other.state;
  const telling = shared.sort((a, b) => b[1] - a[1]).map(([term]) => term);
  return {
    demandId: id,
    ...{ title, ownerName, status },
    sameOwner: ownerId === ownOwner,
    likeness: either > 0 ? Math.round((both / either) * 100) / 100 : 0,
    words: telling.filter((term) => term.length > 1).slice(0, MOST_WORDS),
  };
}

function weighed({ whole }: OpenDemand, idf: (term: string) => number): Map<string, number> {
  return new Map(whole.terms.map((term, at) => [term, (whole.weights[at] ?? 0) * idf(term)]));
}

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
