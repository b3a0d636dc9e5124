import { randomOf, shuffle } from '../../random.js';
import { type Analyser, normalise } from '../analysis.js';
import type { EvaluationQuery } from '../evaluate.js';
import type { MatchFirm, ProfileLine } from '../types.js';
import type { BoostData } from './boost-data.js';
import type { Encoder } from './encoder.js';
import type { EncodedLine } from './encoder-training.js';
import { featureNames } from './feature-names.js';
import { Features } from './features.js';
import { RankIndex, rankLines, vectorShare } from './rank-index.js';
import { readText } from './rank-text.js';

/** A query with its candidates described in numbers; `gold` may hold firms that are no candidates. */
export interface DescribedQuery {
  readonly task: string;
  readonly text: string;
  readonly gold: readonly string[];
  /** Candidates in the order of the first stage. */
  readonly ids: readonly string[];
  readonly rows: Float32Array;
}

/** Firms with something taken out of their profiles, and the queries made of it. */
export interface Collection {
  readonly firms: readonly MatchFirm[];
  readonly queries: readonly EvaluationQuery[];
}

/** What is taken out of a collection at most. */
export interface Withheld {
  readonly patents: number;
  readonly domains: number;
  /** Labels, and as many patents, that are asked for and stay: a firm that says just what is asked for is a right one. */
  readonly stay: number;
  readonly seed: number;
}

const without = (firm: MatchFirm, gone: (line: ProfileLine) => boolean): MatchFirm => ({
  ...firm,
  lines: firm.lines.filter((line) => !gone(line)),
});

/**
 * Makes queries of the firms' own lines, the way the given cases were made: whole domains are taken out of every profile
 * that keeps another line, and one patent each out of profiles that keep another patent. Profiles without them are what
 * is searched. Others are asked for as they stand.
 */
export function withhold(firms: readonly MatchFirm[], { patents, domains, stay, seed }: Withheld): Collection {
  const random = randomOf(seed);
  const left = new Map(firms.map((firm) => [firm.id, firm]));
  const queries: EvaluationQuery[] = [];
  const holders = holdersOf(firms, 'domains');
  for (const domain of shuffle([...holders.keys()], random)) {
    if (queries.length === domains) break;
    const gold = holders.get(domain)!;
    if (gold.some((id) => left.get(id)!.lines.length < 2)) continue;
    for (const id of gold) {
      left.set(
        id,
        without(left.get(id)!, ({ field, text }) => field === 'domains' && text === domain),
      );
    }
    queries.push({ task: 'domain', text: domain, gold });
  }
  const owners = holdersOf(firms, 'patents');
  const several = firms.filter(({ lines }) => lines.filter(({ field }) => field === 'patents').length > 1);
  for (const { id } of shuffle(several, random).slice(0, patents)) {
    const own = left.get(id)!.lines.filter(({ field, text }) => field === 'patents' && owners.get(text)!.length === 1);
    const taken = own[Math.floor(random() * own.length)];
    if (!taken) continue;
    left.set(
      id,
      without(left.get(id)!, (line) => line === taken),
    );
    queries.push({ task: 'patent', text: taken.text, gold: [id] });
  }
  const kept = [...left.values()];
  for (const field of ['domains', 'patents'] as const) {
    const texts = shuffle([...holdersOf(kept, field)], random).slice(0, stay);
    queries.push(...texts.map(([text, gold]) => ({ task: field === 'domains' ? 'domain' : 'patent', text, gold })));
  }
  return { firms: kept, queries };
}

function holdersOf(firms: readonly MatchFirm[], field: ProfileLine['field']): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const { id, lines } of firms) {
    for (const text of new Set(lines.filter((line) => line.field === field).map((line) => line.text))) {
      const ids = holders.get(text) ?? [];
      ids.push(id);
      holders.set(text, ids);
    }
  }
  return holders;
}

/** The lines of firms as vectors are learned from them. */
export const encodedLines = (analyser: Analyser, firms: readonly MatchFirm[]): EncodedLine[][] =>
  firms.map((firm) => rankLines(analyser, firm).map(({ kind, text }) => ({ text, share: vectorShare(kind) })));

/** The different lines of firms, normalised, but for their names: what a teacher is asked for. */
export function linesToTeach(firms: readonly MatchFirm[]): string[] {
  return [...new Set(firms.flatMap(({ lines }) => lines.map(({ text }) => normalise(text))))].filter(
    (line) => line.trim() !== '',
  );
}

/** Describes the candidates of each query of a collection that has gold. */
export function describe(analyser: Analyser, { firms, queries }: Collection, encoder: Encoder): DescribedQuery[] {
  const index = new RankIndex(analyser, encoder);
  for (const firm of firms) index.put(firm);
  const features = new Features(index);
  return queries.flatMap(({ task = 'all', text, gold = [] }) => {
    if (gold.length === 0) return [];
    const { slots, rows } = features.of(readText(analyser, text));
    return [{ task, text, gold, ids: slots.map(index.id), rows }];
  });
}

/**
 * Shares the queries out to `count` folds so that queries with a right firm in common, however indirectly, come to lie
 * in the same one. Answers each query's fold.
 */
export function foldsOf(
  queries: readonly { readonly gold: readonly string[] }[],
  count: number,
  seed: number,
): number[] {
  const parents = new Map<string, string>();
  const root = (id: string): string => {
    const parent = parents.get(id) ?? id;
    if (parent === id) return id;
    const found = root(parent);
    parents.set(id, found);
    return found;
  };
  for (const { gold } of queries) for (const id of gold) parents.set(root(id), root(gold[0]!));
  const groups = new Map<string, number[]>();
  for (const [at, { gold }] of queries.entries()) {
    const of = root(gold[0]!);
    groups.set(of, [...(groups.get(of) ?? []), at]);
  }
  const folds = new Array<number>(queries.length).fill(0);
  const sizes = new Array<number>(count).fill(0);
  const mixed = shuffle([...groups.values()], randomOf(seed)).sort((a, b) => b.length - a.length);
  for (const group of mixed) {
    const smallest = sizes.indexOf(Math.min(...sizes));
    sizes[smallest]! += group.length;
    for (const at of group) folds[at] = smallest;
  }
  return folds;
}

/** Candidates of a query that training looks at: all right ones, the first, and so many others drawn at random. */
const SAMPLE = { first: 30, others: 40 } as const;

/** Rows to learn from, without the queries none of whose candidates is right. */
export function boostData(queries: readonly DescribedQuery[], seed: number): BoostData {
  const random = randomOf(seed);
  const features = featureNames.length;
  const groups = [0];
  const parts: Float32Array[] = [];
  const relevant: number[] = [];
  const drawn: number[] = [];
  for (const { gold, ids, rows } of queries) {
    const right = new Set(gold);
    if (!ids.some((id) => right.has(id))) continue;
    for (const [at, id] of ids.entries()) {
      const chance = right.has(id) || at < SAMPLE.first ? 1 : SAMPLE.others / ids.length;
      if (random() >= chance) continue;
      drawn.push(-Math.log(Math.min(1, chance)));
      parts.push(rows.subarray(at * features, (at + 1) * features));
      relevant.push(right.has(id) ? 1 : 0);
    }
    groups.push(relevant.length);
  }
  const all = new Float32Array(parts.length * features);
  for (const [at, part] of parts.entries()) all.set(part, at * features);
  return {
    rows: all,
    features,
    groups: Int32Array.from(groups),
    relevant: Uint8Array.from(relevant),
    drawn: Float32Array.from(drawn),
  };
}
