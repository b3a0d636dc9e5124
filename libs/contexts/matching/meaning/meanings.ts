import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { sha256 } from '#platform/ids';
import { Lanes } from '#platform/lanes';
import { backoff } from '#ports/log/backoff';
import type { Collection } from '#ports/store/store';
import { isUnavailable } from '#ports/unavailable';
import type { Vectors } from '#ports/vectors/vectors';
import type { MeaningVector } from '../matching.store.js';

/** Texts looked after at once: what waits behind them waits some seconds at most. */
const AT_ONCE = 100;
/** Requests to the model at a time. */
const LANES = 2;
/** How long a ranking waits for what is asked to be understood; then it goes on without. */
const PATIENCE_MS = 3_000;
/** Texts of demands that are remembered as known. */
const MOST_KNOWN = 10_000;

type Named = readonly (readonly [string, Float32Array])[];

/** The index, as meanings need it. */
export interface Learner {
  /** What these firms say now; empty for one that says nothing or is gone. */
  sayingsOf(firmIds: readonly string[]): Promise<readonly string[]>;
  /** Takes in vectors of firms by id, and of what demands ask by text. */
  learn(firms: Named, texts: Named): Promise<void>;
}

interface Arrival {
  readonly come: Promise<void>;
  readonly tell: () => void;
}

/**
 * Has what firms say and demands ask turned into vectors by a model outside, and tells the index of them. Each text is sent once: its
 * vector is kept in the store. While the model does not answer, matching goes on without what it has not told.
 */
export class Meanings {
  private readonly logger = new Logger('matching.meaning');
  private readonly lanes = new Lanes(LANES);
  private readonly stopping = new AbortController();
  /** What waits: firms, and texts of demands with whether their vectors are kept. */
  private readonly firms = new Set<string>();
  private readonly texts = new Map<string, boolean>();
  private readonly known = new Set<string>();
  private readonly arrivals = new Map<string, Arrival>();
  private learner: Learner | undefined;
  private running: Promise<void> | undefined;
  /** Tries in a row that have failed. */
  private failed = 0;

  constructor(
    private readonly vectors: Vectors,
    private readonly kept: Collection<MeaningVector>,
  ) {}

  /** From now on this one is told; what waits for it is asked for. */
  start(learner: Learner): void {
    this.learner = learner;
    this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** These firms say something else than before. */
  firmsHaveChanged(ids: readonly string[]): void {
    for (const id of ids) this.firms.add(id);
    this.run();
  }

  /** An open demand asks for this. */
  demandAsks(text: string): void {
    if (text === '' || this.known.has(text)) return;
    this.texts.set(text, true);
    this.run();
  }

  /** Resolves when the index knows these texts of demands, and soon in any case. Those that nobody has published are not kept. */
  async understood(texts: readonly string[]): Promise<void> {
    const wanted = texts.filter((text) => text !== '' && !this.known.has(text));
    for (const text of wanted) if (!this.texts.has(text)) this.texts.set(text, false);
    const come = wanted.map((text) => this.arrival(text).come);
    this.run();
    if (come.length === 0 || this.failed > 0) return;
    const signal = this.stopping.signal;
    await Promise.race([
      Promise.all(come),
      pause(PATIENCE_MS, undefined, { signal, ref: false }).catch(() => undefined),
    ]);
  }

  private arrival(text: string): Arrival {
    const there = this.arrivals.get(text);
    if (there) return there;
    let tell = () => {};
    const come = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const made = { come, tell };
    this.arrivals.set(text, made);
    return made;
  }

  private run(): void {
    if (!this.learner || this.stopping.signal.aborted) return;
    this.running ??= this.work(this.learner).finally(() => {
      this.running = undefined;
      if (this.firms.size + this.texts.size > 0) this.run();
    });
  }

  private async work(learner: Learner): Promise<void> {
    const { signal } = this.stopping;
    while (this.firms.size + this.texts.size > 0 && !signal.aborted) {
      const texts = firstOf(this.texts, AT_ONCE);
      const firmIds = firstOf(this.firms, AT_ONCE - texts.length);
      // One that changes from now on waits again.
      for (const id of firmIds) this.firms.delete(id);
      try {
        const sayings = await learner.sayingsOf(firmIds);
        const firms = firmIds.map((id, at) => [id, sayings[at] ?? ''] as const).filter(([, text]) => text !== '');
        const keep = new Map([...texts, ...firms.map(([, text]) => [text, true] as const)]);
        const found = await this.vectorsOf(keep);
        const of = (text: string, name: string) => {
          const vector = found.get(text);
          return vector ? [[name, vector] as const] : [];
        };
        await learner.learn(
          firms.flatMap(([id, text]) => of(text, id)),
          texts.flatMap(([text]) => of(text, text)),
        );
        this.failed = 0;
      } catch (error) {
        this.failed += 1;
        // Once, not at every try: it may be away for hours.
        if (this.failed === 1) this.logger.warn({ msg: 'no vectors; matching goes on without them', error });
        if (isUnavailable(error)) {
          this.firmsHaveChanged(firmIds);
          await pause(backoff(this.failed), undefined, { signal }).catch(() => undefined);
          continue;
        }
      }
      this.done(texts.map(([text]) => text));
    }
  }

  private done(texts: readonly string[]): void {
    for (const text of texts) {
      this.texts.delete(text);
      this.known.add(text);
      const [oldest] = this.known;
      if (this.known.size > MOST_KNOWN && oldest !== undefined) this.known.delete(oldest);
      this.arrivals.get(text)?.tell();
      this.arrivals.delete(text);
    }
  }

  /** From the store, and what is not there from the model. */
  private async vectorsOf(keep: ReadonlyMap<string, boolean>): Promise<Map<string, Float32Array>> {
    const ids = new Map([...keep.keys()].map((text) => [sha256(`${this.vectors.model}\n${text}`), text]));
    const found = new Map<string, Float32Array>();
    for (const { id, numbers } of await this.kept.many([...ids.keys()])) found.set(ids.get(id) ?? '', read(numbers));
    const missing = [...ids].filter(([, text]) => !found.has(text));
    const parts: (typeof missing)[] = [];
    for (let at = 0; at < missing.length; at += this.vectors.most)
      parts.push(missing.slice(at, at + this.vectors.most));
    await Promise.all(
      parts.map((part) =>
        this.lanes.run(async () => {
          for (const [text, vector] of await this.asked(part.map(([, text]) => text))) found.set(text, vector);
          const fresh = part.flatMap(([id, text]) => {
            const vector = found.get(text);
            return vector && keep.get(text) ? [{ doc: { id, numbers: written(vector) } }] : [];
          });
          // What another process has kept meanwhile is the same.
          await this.kept.insert(fresh);
        }),
      ),
    );
    return found;
  }

  /** Texts that the model refuses are left out: one by one, where it has refused several at once. */
  private async asked(texts: readonly string[]): Promise<(readonly [string, Float32Array])[]> {
    try {
      const vectors = await this.vectors.of(texts);
      return texts.flatMap((text, at) => (vectors[at] ? [[text, vectors[at]] as const] : []));
    } catch (error) {
      if (isUnavailable(error)) throw error;
      if (texts.length > 1) {
        const each: (readonly [string, Float32Array])[] = [];
        for (const text of texts) each.push(...(await this.asked([text])));
        return each;
      }
      this.logger.warn({ msg: 'a text has no vector', error });
      return [];
    }
  }
}

/** Without a copy of all that waits. */
function firstOf<T>(all: Iterable<T>, most: number): T[] {
  const some: T[] = [];
  if (most > 0)
    for (const one of all) {
      some.push(one);
      if (some.length === most) break;
    }
  return some;
}

const written = (vector: Float32Array): string =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64');

/** Copied: the bytes of a buffer need not begin where numbers may. */
const read = (numbers: string): Float32Array =>
  new Float32Array(Uint8Array.from(Buffer.from(numbers, 'base64')).buffer);
