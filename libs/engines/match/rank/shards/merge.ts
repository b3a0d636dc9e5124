import { type Look, REACH } from '../candidates.js';
import { LABELS } from '../feedback.js';
import { TOLD } from '../label-table.js';
import { textHash } from '../text-hash.js';
import { addRow } from '../vector-table.js';
import type { Best, FirstAnswer, ShardLabel } from './shard.js';

/** A firm that one look of its shard has put forward. */
export interface Found {
  readonly shard: number;
  readonly slot: number;
  readonly id: string;
  readonly score: number;
  /** Its place among those of its shard. */
  readonly at: number;
}

/** A firm put forward by any look, with its ranks among all firms. */
export interface Candidate {
  readonly shard: number;
  readonly slot: number;
  readonly id: string;
  readonly ranks: Partial<Record<Look, number>>;
}

const looks = Object.keys(REACH) as Look[];

/** The shard of a firm, of so many. */
export const shardOf = (id: string, shards: number): number => (textHash(id) >>> 0) % shards;

const byScore = (a: Found, b: Found) => b.score - a.score || (a.id < b.id ? -1 : 1);

/** The `k` best of all shards by one look, best first, equals by id. */
export function merged<A>(answers: readonly A[], bestOf: (answer: A) => Best, k: number): Found[] {
  return answers
    .flatMap((answer, shard) => {
      const { slots, ids, scores } = bestOf(answer);
      return ids.map((id, at) => ({ shard, id, at, slot: slots[at]!, score: scores[at]! }));
    })
    .sort(byScore)
    .slice(0, k);
}

/** The firms put forward by any look. */
export function union(found: Readonly<Record<Look, readonly Found[]>>): Map<string, Candidate> {
  const candidates = new Map<string, Candidate>();
  for (const look of looks) {
    for (const [at, { id, shard, slot }] of found[look].entries()) {
      const known = candidates.get(id);
      if (known) known.ranks[look] = at + 1;
      else candidates.set(id, { id, shard, slot, ranks: { [look]: at + 1 } });
    }
  }
  return candidates;
}

/** The nearest labels of all shards, each with the first firms of all that carry it. */
export function nearLabels(answers: readonly FirstAnswer[]) {
  const named = new Map<string, ShardLabel[]>();
  for (const one of answers.flatMap(({ labels }) => labels))
    named.set(one.label, [...(named.get(one.label) ?? []), one]);
  return [...named]
    .map(([label, parts]) => ({ label, like: parts[0]!.like, parts }))
    .sort((a, b) => b.like - a.like || (a.label < b.label ? -1 : 1))
    .slice(0, LABELS.labels)
    .map(({ like, parts }) => {
      const first = parts
        .flatMap(({ ids, rows }) => ids.map((id, at) => ({ id, row: rows[at]! })))
        .sort((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1))
        .slice(0, TOLD);
      const addTo = (into: Float32Array, at: number, share: number) => addRow(into, first[at]!.row, share);
      return { like, firms: first.length, addTo };
    });
}
