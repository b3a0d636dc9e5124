import type { Analyser } from '../../analysis.js';
import type { MatchFirm } from '../../types.js';
import { Candidates, type Look, numbered } from '../candidates.js';
import type { Context, ContextLeader } from '../context.js';
import type { Encoder } from '../encoder.js';
import { Features, numbersOf } from '../features.js';
import { type Frame, Framing, labelsByName } from '../frame.js';
import type { AskedSums } from '../line-features.js';
import { RankIndex } from '../rank-index.js';
import type { RankText } from '../rank-text.js';
import { vectorOf } from '../vector-table.js';
import type { Changes, Held, Told } from './census.js';
import { pack, unpack } from './packed.js';
import { ToldCounts } from './told-counts.js';

/** The best firms of one look in one shard, best first. */
export interface Best {
  readonly slots: Int32Array;
  readonly ids: readonly string[];
  readonly scores: Float64Array;
}

/** A label near a text, and the firms with the lowest ids that carry it. */
export interface ShardLabel {
  readonly label: string;
  readonly like: number;
  readonly ids: readonly string[];
  readonly rows: readonly Int16Array[];
}

export interface FirstAnswer {
  readonly best: Readonly<Record<'words' | 'vectors', Best>>;
  /** What the first of those by words say: terms, and how often. */
  readonly said: readonly (readonly [terms: readonly string[], counts: Float64Array])[];
  readonly labels: readonly ShardLabel[];
}

/** A query as all firms know it. */
export interface AskedOfAll {
  readonly text: RankText;
  /** Words of it that some firm has, each with its weight. */
  readonly words: readonly (readonly [word: string, weight: number])[];
  readonly enlarged: readonly (readonly [term: string, count: number])[];
  readonly sums: AskedSums;
}

/** A leader with its vector; `slot` is -1 but in the shard that holds it. */
export interface ShardLeader {
  readonly slot: number;
  readonly score: number;
  readonly row: Int16Array;
}

const compared = ({ row, ...leader }: ShardLeader): ContextLeader => ({ ...leader, vector: vectorOf(row) });

/** A context without what only a shard itself can know. */
export type SharedContext = Omit<Context, 'text' | 'leaders' | 'labels'> & { readonly labels: Frame['labels'] };

/** Firms to be described: their numbers packed, their scores and places in the first order. */
export interface ToDescribe {
  readonly slots: readonly number[];
  readonly numbers: Float64Array;
  readonly scores: readonly number[];
  readonly places: readonly number[];
}

/**
 * Some of the firms, and all that can be said of them by whoever has been told how often the firms of all shards use terms. What
 * it is asked and what it answers is plain data: a shard may live anywhere.
 */
export class Shard {
  readonly #index: RankIndex;
  readonly #counts: ToldCounts;
  readonly #candidates: Candidates;
  readonly #features: Features;
  readonly #framing: Framing;

  constructor(analyser: Analyser, encoder: Encoder) {
    this.#counts = new ToldCounts((term) => this.#index.term(term));
    this.#index = new RankIndex(analyser, encoder, undefined, this.#counts);
    this.#candidates = new Candidates(this.#index, this.#counts.cells);
    this.#features = new Features(this.#index, this.#candidates);
    this.#framing = new Framing(this.#index, this.#features);
  }

  /** Takes in firms, and lets go of those that are named by their ids, one after the other; throws when all others are taken in. */
  apply(changes: readonly (MatchFirm | string)[]): void {
    const failures: unknown[] = [];
    for (const change of changes) {
      try {
        if (typeof change === 'string') this.#index.remove(change);
        else this.#index.put(change);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  /** What it holds, and what has changed since it was asked last. */
  changes(): { readonly held: Held; readonly changes: Changes } {
    const { size, totalLength, vectors } = this.#index;
    const cells = [...vectors.firms.counts];
    return { held: { firms: size, length: totalLength, cells }, changes: this.#counts.changes() };
  }

  tell(told: Told): void {
    this.#counts.tell(told, (term) => this.#index.terms.id(term));
    this.#index.recounted();
  }

  /** Looks by words and vectors. `known`: whether any firm of all has a word or a pair of the text. */
  look(text: RankText, known: boolean): FirstAnswer {
    const { labels, lines, vectors } = this.#index;
    const found = this.#candidates.look(text, this.#candidates.asked(text), known);
    return {
      best: { words: this.#best('words'), vectors: this.#best('vectors') },
      said: found.leaders.map(({ said }) => [
        Array.from(said.keys(), (term) => this.#index.term(term)),
        Float64Array.from(said.values()),
      ]),
      labels: found.labels.map(({ line, like }) => {
        const slots = labels.slots(line);
        const rows = slots.map((slot) => vectors.firms.row(slot));
        return { label: lines.texts.text(line), like, ids: slots.map(this.#index.id), rows };
      }),
    };
  }

  lookAgain(
    enlarged: AskedOfAll['enlarged'],
    labelVector: Float32Array,
    known: boolean,
  ): Readonly<Record<'feedback' | 'labels', Best>> {
    this.#candidates.lookAgain(this.#own(enlarged), labelVector, known);
    return { feedback: this.#best('feedback'), labels: this.#best('labels') };
  }

  /** All numbers of firms that some look of some shard has put forward, packed. */
  complete(
    by: { readonly vector: Float32Array; readonly labelVector: Float32Array },
    slots: readonly number[],
  ): Float64Array {
    this.#candidates.complete(by, slots);
    const near = this.#features.nearness(by.vector, slots);
    const { views } = this.#candidates;
    return pack(slots.map((slot, at) => ({ numbers: numbersOf(views, slot), near: near[at]! })));
  }

  /** Vectors and labels of firms. */
  lead(slots: readonly number[]): readonly { readonly row: Int16Array; readonly labels: readonly string[] }[] {
    const { vectors, lines } = this.#index;
    return slots.map((slot) => ({
      row: vectors.firms.row(slot),
      labels: Array.from(this.#features.labels(slot), (line) => lines.texts.text(line)),
    }));
  }

  /** Features of firms; shares are not told yet. */
  describe(
    asked: AskedOfAll,
    { labels, ...context }: SharedContext,
    leaders: readonly ShardLeader[],
    { slots, numbers, scores, places }: ToDescribe,
  ): Float32Array {
    const { text, enlarged, sums } = asked;
    const own = { ...this.#features.asked(text), enlarged: this.#own(enlarged) };
    this.#features.ask(text, own, sums, this.#absent(asked));
    return this.#features.rows(
      { ...context, text, leaders: leaders.map(compared), labels: labelsByName(this.#index, labels) },
      unpack(numbers).map(({ numbers: own, near }, each) => ({
        leader: { slot: slots[each]!, score: scores[each]!, near },
        numbers: own,
        at: places[each]!,
      })),
    );
  }

  /** Where firms lie, and their vectors; undefined for one that is not here. */
  find(ids: readonly string[]): readonly ({ readonly slot: number; readonly row: Int16Array } | undefined)[] {
    return ids.map((id) => {
      const slot = this.#index.slot(id);
      return slot === undefined ? undefined : { slot, row: this.#index.vectors.firms.row(slot) };
    });
  }

  /** Those of these firms that would have been candidates when the frame was taken, each with its row of features. */
  describeIn(
    frame: Frame,
    asked: AskedOfAll,
    leaders: readonly ShardLeader[],
    ids: readonly string[],
  ): { readonly ids: readonly string[]; readonly rows: Float32Array } {
    const { slots, rows } = this.#framing.rows(
      frame,
      ids.flatMap((id) => this.#index.slot(id) ?? []),
      {
        leaders: leaders.map(compared),
        sums: asked.sums,
        absent: this.#absent(asked),
      },
    );
    return { ids: slots.map(this.#index.id), rows };
  }

  #best(look: Look): Best {
    const { best, scores } = this.#candidates.views[look];
    return {
      slots: best.slice(),
      ids: Array.from(best, this.#index.id),
      scores: Float64Array.from(best, (slot) => scores[slot]!),
    };
  }

  #own(counts: AskedOfAll['enlarged']): Map<number, number> {
    return numbered(counts, (term) => this.#index.terms.id(term));
  }

  /** The greatest weight of a word that only firms elsewhere have. */
  #absent({ words }: AskedOfAll): number {
    let most = 0;
    for (const [word, weight] of words) if (this.#index.terms.id(word) === undefined) most = Math.max(most, weight);
    return most;
  }
}

/** What is asked of a shard from outside. */
export type ShardMethods = Pick<
  Shard,
  'apply' | 'changes' | 'tell' | 'look' | 'lookAgain' | 'complete' | 'lead' | 'describe' | 'find' | 'describeIn'
>;

/** A shard, wherever it is: what is posted is answered in that order. */
export interface ShardPort {
  post<M extends keyof ShardMethods>(method: M, ...args: Parameters<ShardMethods[M]>): void;
  /** The next answer, waited for; throws what the shard has thrown. */
  take(): unknown;
}

/** A shard in this thread. */
export function shardHere(shard: ShardMethods): ShardPort {
  const answers: unknown[] = [];
  return {
    post: (method, ...args) => {
      answers.push((shard[method] as (...all: typeof args) => unknown).call(shard, ...args));
    },
    take: () => answers.shift(),
  };
}
