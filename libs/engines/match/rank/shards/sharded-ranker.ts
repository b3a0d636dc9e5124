import type { Analyser } from '../../analysis.js';
import type { MatchFirm } from '../../types.js';
import { askedOf, type Look, numbered, REACH } from '../candidates.js';
import type { FirstNumbers } from '../context.js';
import type { Encoder } from '../encoder.js';
import { featureNames, tellShares } from '../feature-names.js';
import { byLabels, enlarge, FEEDBACK } from '../feedback.js';
import { centresOf, firstOrder, firstScore, LEADERS, labelShares, type PutForward } from '../first-order.js';
import type { Frame } from '../frame.js';
import { askedSums } from '../line-features.js';
import type { Model } from '../model.js';
import { type RankText, readText } from '../rank-text.js';
import { type DescribedFirms, type FirmRows, Ranking } from '../ranking.js';
import { addRow } from '../vector-table.js';
import { Census } from './census.js';
import { type Candidate, type Found, merged, nearLabels, shardOf, union } from './merge.js';
import { pack, unpack } from './packed.js';
import type { AskedOfAll, FirstAnswer, ShardLeader, ShardMethods, ShardPort } from './shard.js';

/** Changes that go to a shard at once, and such batches under way: what is more waits for the shard. */
const BATCH = { changes: 64, underWay: 8 } as const;

type Numbered = Candidate & PutForward;

/**
 * A ranking over firms that lie in several shards by a hash of their ids. It gives what one index with all firms gives, to
 * the last bit: shards count by the rarities, lengths and cells of all, and what leads is merged before others are compared with it.
 */
export class ShardedRanker extends Ranking {
  readonly #census = new Census();
  readonly #ids = new Set<string>();
  readonly #waiting: (MatchFirm | string)[][];
  readonly #underWay: number[];
  #changed = true;
  readonly #encoder: Encoder;

  constructor(
    private readonly analyser: Analyser,
    model: Model,
    private readonly shards: readonly ShardPort[],
  ) {
    super(model);
    this.#encoder = model.encoder;
    this.#waiting = shards.map(() => []);
    this.#underWay = shards.map(() => 0);
  }

  get size(): number {
    return this.#ids.size;
  }

  put(firm: MatchFirm): void {
    this.#ids.add(firm.id);
    this.#change(firm.id, firm);
  }

  remove(id: string): boolean {
    if (!this.#ids.delete(id)) return false;
    this.#change(id, id);
    return true;
  }

  protected describe(text: string, also?: string): DescribedFirms {
    this.#settle();
    const read = readText(this.analyser, text);
    const asked = askedOf(read, this.#census.id);
    const known = asked.all.size > 0;
    const vector = this.#encoder.encode(read);
    const first = this.#all('look', () => [read, known]);
    const words = merged(first, ({ best }) => best.words, REACH.words);
    const enlarged = enlarge(this.#census, asked.all, this.#leaders(words, first));
    const { labelVector, labelLikeness } = byLabels(vector, nearLabels(first));
    const all = this.#asked(read, { ...asked, enlarged });
    const again = this.#all('lookAgain', () => [all.enlarged, labelVector, known]);
    const found: Record<Look, readonly Found[]> = {
      words,
      feedback: merged(again, ({ feedback }) => feedback, REACH.feedback),
      vectors: merged(first, ({ best }) => best.vectors, REACH.vectors),
      labels: merged(again, ({ labels }) => labels, REACH.labels),
    };
    const candidates = union(found);
    const wanted = this.#numbered({ vector, labelVector }, [
      ...candidates.values(),
      ...(also === undefined || candidates.has(also) ? [] : [this.#found(also)]),
    ]);
    const tops = (look: Look) => found[look].slice(0, 2).map(({ score }) => score);
    const { best, leaders } = firstOrder(
      { words: tops('words'), feedback: tops('feedback'), vectors: tops('vectors') },
      wanted.slice(0, candidates.size),
    );
    const ahead = leaders.slice(0, Math.max(...Object.values(LEADERS)));
    const lead = new Map(this.#each(ahead, 'lead', (firms) => [firms.map(({ slot }) => slot)]));
    const centres = centresOf(vector, ahead, (into, leader, share) => addRow(into, lead.get(leader)!.row, share));
    const labels = labelShares(ahead, (leader) => lead.get(leader)!.labels);
    const compared = ahead.slice(0, LEADERS.compared);
    const rest = { vector, labelLikeness, best, ...centres, rarest: all.sums.rarest };
    const described = leaders.map((leader, at) => ({ ...leader, at }));
    const extra = wanted.find(({ id }) => id === also);
    if (extra && !leaders.some(({ id }) => id === also)) {
      described.push({ ...extra, score: firstScore(best, extra.numbers, extra.near), at: leaders.length });
    }
    const answers = this.#shared(described, 'describe', (firms, shard) => [
      all,
      { ...rest, labels: [...labels] },
      compared.map((leader) => seenFrom(shard, leader, leader.slot, lead.get(leader)!.row)),
      {
        slots: firms.map(({ slot }) => slot),
        numbers: pack(firms),
        scores: firms.map(({ score }) => score),
        places: firms.map(({ at }) => at),
      },
    ]);
    const rows = inOrder(described, answers);
    tellShares(rows, leaders.length);
    const falling = (look: Look) => found[look].map(({ score }) => score);
    return {
      ids: described.map(({ id }) => id),
      rows,
      taken: () => ({
        context: { text: read, ...rest },
        leaders: compared.map(({ id, score }) => ({ id, score })),
        labels: [...labels],
        enlarged: all.enlarged,
        labelVector,
        scores: {
          ...{ words: falling('words'), feedback: falling('feedback'), vectors: falling('vectors') },
          ...{ labels: falling('labels'), first: leaders.map(({ score }) => score) },
        },
        rows,
        candidates: leaders.length,
      }),
    };
  }

  protected describeWith(text: string, also: string): DescribedFirms | undefined {
    return this.#ids.has(also) ? this.describe(text, also) : undefined;
  }

  protected describeIn(frame: Frame, ids: readonly string[]): FirmRows {
    this.#settle();
    const { text } = frame.context;
    const enlarged = numbered(frame.enlarged, this.#census.id);
    const asked = this.#asked(text, { ...askedOf(text, this.#census.id), enlarged });
    const here = (id: string) => ({ id, shard: shardOf(id, this.shards.length) });
    const leaders = this.#each(
      frame.leaders.map((leader) => ({ ...leader, ...here(leader.id) })),
      'find',
      (all) => [all.map(({ id }) => id)],
    );
    const answers = this.#shared(ids.map(here), 'describeIn', (firms, shard) => [
      frame,
      asked,
      leaders.flatMap(([leader, found]): ShardLeader[] =>
        found ? [seenFrom(shard, leader, found.slot, found.row)] : [],
      ),
      firms.map(({ id }) => id),
    ]);
    const fitting = new Set(answers.flatMap(([, own]) => own.ids));
    const inTurn = ids.filter((id) => fitting.has(id));
    return {
      ids: inTurn,
      rows: inOrder(
        inTurn,
        answers.map(([, own]) => [own.ids, own.rows]),
      ),
    };
  }

  #change(id: string, change: MatchFirm | string): void {
    const shard = shardOf(id, this.shards.length);
    this.#changed = true;
    if (this.#waiting[shard]!.push(change) >= BATCH.changes) this.#send(shard);
  }

  #send(shard: number): void {
    const port = this.shards[shard]!;
    while (this.#underWay[shard]! >= BATCH.underWay) this.#sent(shard);
    port.post('apply', this.#waiting[shard]!);
    this.#waiting[shard] = [];
    this.#underWay[shard]! += 1;
  }

  #sent(shard: number): void {
    this.#underWay[shard]! -= 1;
    this.shards[shard]!.take();
  }

  /** All shards have taken in what has changed, and each knows the counts over all. */
  #settle(): void {
    if (!this.#changed) return;
    for (let shard = 0; shard < this.shards.length; shard += 1) if (this.#waiting[shard]!.length > 0) this.#send(shard);
    for (let shard = 0; shard < this.shards.length; shard += 1) while (this.#underWay[shard]! > 0) this.#sent(shard);
    const answers = this.#all('changes', () => []);
    for (const { changes } of answers) this.#census.add(changes);
    const told = this.#census.tell(answers.map(({ held }) => held));
    this.#all('tell', () => [told]);
    this.#changed = false;
  }

  #asked(text: RankText, asked: Parameters<typeof askedSums>[1]): AskedOfAll {
    const census = this.#census;
    return {
      text,
      words: Array.from(asked.words, (word) => [census.term(word), census.weight(word)]),
      enlarged: Array.from(asked.enlarged, ([term, count]) => [census.term(term), count]),
      sums: askedSums(census, asked),
    };
  }

  #leaders(words: readonly Found[], answers: readonly FirstAnswer[]) {
    return words.slice(0, FEEDBACK.firms).map(({ shard, at, score }) => {
      const [terms, counts] = answers[shard]!.said[at]!;
      return { score, said: new Map(terms.map((term, each) => [this.#census.id(term)!, counts[each]!])) };
    });
  }

  #found(id: string): Candidate {
    const shard = shardOf(id, this.shards.length);
    const [[, found] = []] = this.#each([{ id, shard }], 'find', () => [[id]]);
    return { shard, id, slot: found!.slot, ranks: {} };
  }

  /** What the shards say of the firms, whichever look has put them forward. */
  #numbered(by: Parameters<ShardMethods['complete']>[0], candidates: readonly Candidate[]): Numbered[] {
    const answers = this.#shared(candidates, 'complete', (firms) => [by, firms.map(({ slot }) => slot)]);
    const completed = new Map(
      answers.flatMap(([firms, packed]) => unpack(packed).map((numbers, at) => [firms[at]!, numbers] as const)),
    );
    return candidates.map((candidate) => {
      const { numbers, near } = completed.get(candidate)!;
      const rank = (look: Look) => candidate.ranks[look] ?? 0;
      const ranks: Partial<FirstNumbers> = {
        ...{ wordsRank: rank('words'), feedbackRank: rank('feedback'), vectorsRank: rank('vectors') },
        labelsRank: rank('labels'),
      };
      return { ...candidate, numbers: { ...numbers, ...ranks }, near, score: 0 };
    });
  }

  /** Asks each shard that holds some of the firms about its own; answers each firm with what is said of it. */
  #each<T extends { readonly shard: number }, M extends 'lead' | 'find'>(
    firms: readonly T[],
    method: M,
    args: (own: readonly T[]) => Parameters<ShardMethods[M]>,
  ): [T, ReturnType<ShardMethods[M]>[number]][] {
    const answers = this.#shared(firms, method, args) as [T[], ReturnType<ShardMethods[M]>][];
    const said = new Map(answers.flatMap(([own, all]) => own.map((firm, at) => [firm, all[at]!] as const)));
    return firms.map((firm) => [firm, said.get(firm)!]);
  }

  /** As {@link #each}, with the answer of a shard as it is. */
  #shared<T extends { readonly shard: number }, M extends keyof ShardMethods>(
    firms: readonly T[],
    method: M,
    args: (own: readonly T[], shard: number) => Parameters<ShardMethods[M]>,
  ): [T[], ReturnType<ShardMethods[M]>][] {
    const own = this.shards.map((): T[] => []);
    for (const firm of firms) own[firm.shard]!.push(firm);
    const asked = [...own.keys()].filter((shard) => own[shard]!.length > 0);
    const answers = this.#all(method, (shard) => args(own[shard]!, shard), asked);
    return asked.map((shard, at) => [own[shard]!, answers[at]!]);
  }

  /** Asks shards at the same time. What one throws is thrown when all have answered. */
  #all<M extends keyof ShardMethods>(
    method: M,
    args: (shard: number) => Parameters<ShardMethods[M]>,
    asked: readonly number[] = [...this.shards.keys()],
  ): ReturnType<ShardMethods[M]>[] {
    for (const shard of asked) this.shards[shard]!.post(method, ...args(shard));
    const failures: unknown[] = [];
    const answers = asked.map((shard) => {
      try {
        return this.shards[shard]!.take();
      } catch (error) {
        failures.push(error);
        return undefined;
      }
    });
    if (failures.length > 0) throw failures[0];
    return answers as ReturnType<ShardMethods[M]>[];
  }
}

/** A leader as one shard sees it. */
const seenFrom = (
  shard: number,
  leader: { readonly shard: number; readonly score: number },
  slot: number,
  row: Int16Array,
): ShardLeader => ({ slot: leader.shard === shard ? slot : -1, score: leader.score, row });

/** The rows of all firms in one piece, in their order; `parts` are firms of the shards with their rows. */
function inOrder<T>(firms: readonly T[], parts: readonly (readonly [readonly T[], Float32Array])[]): Float32Array {
  const width = featureNames.length;
  const rowOf = new Map(
    parts.flatMap(([own, rows]) => own.map((firm, at) => [firm, rows.subarray(at * width, (at + 1) * width)] as const)),
  );
  const all = new Float32Array(firms.length * width);
  for (const [at, firm] of firms.entries()) all.set(rowOf.get(firm)!, at * width);
  return all;
}
