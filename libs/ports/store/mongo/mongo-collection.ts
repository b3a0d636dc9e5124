import type { mongo } from 'mongoose';
import { completeEvent, type EventDraft, type LogEvent } from '#ports/event';
import {
  checkAtMost,
  checkEq,
  checkFind,
  checkId,
  checkIndexed,
  checkScalars,
  checkWhole,
  fieldOf,
  indexOf,
} from '#ports/store/checks';
import { type CursorOwner, decodeCursor, encodeCursor } from '#ports/store/cursor';
import { InvalidCall } from '#ports/store/invalid-call';
import {
  Collection,
  type CollectionSpec,
  type Doc,
  type Entry,
  type FindOptions,
  type Page,
  type Scalar,
  type Written,
} from '#ports/store/store';
import { activeTraceparent } from '#ports/trace';
import { Codec, storedPath } from './codec.js';
import { DocumentWriter, type Found, type Outcome, type Write } from './document-writer.js';
import { KeyedLock } from './keyed-lock.js';
import { encodeWithin } from './limit.js';
import type { Outbox } from './outbox.js';
import { eqFilter, type Filter, planFind } from './query.js';
import { type Fields, liveOnly, type Stored } from './stored.js';
import { inWaves } from './waves.js';

/** What a collection needs of its store. */
export interface Connection {
  readonly raw: mongo.Collection<Stored>;
  readonly outbox: Outbox;
  /** Rejects with Unavailable once the store is closed, and when the server does not answer. */
  run<R>(work: () => Promise<R>): Promise<R>;
}

const shown = { doc: 1, _keys: 1 } as const;
const maxCount = 2 ** 31 - 1;

export class MongoCollection<T extends Doc> extends Collection<T> {
  private readonly codec: Codec;
  private readonly writer: DocumentWriter;
  /** Writes of one document go out one by one, so that their events are queued in the order of commits. */
  private readonly lock = new KeyedLock();

  constructor(
    private readonly spec: CollectionSpec<T>,
    private readonly connection: Connection,
  ) {
    super();
    this.codec = new Codec(spec);
    this.writer = new DocumentWriter(connection.raw, connection.outbox);
  }

  async get(id: string): Promise<T | undefined> {
    checkId(id);
    const [doc] = await this.read({ _id: id, ...liveOnly }, 1);
    return doc;
  }

  async many(ids: readonly string[]): Promise<T[]> {
    checkAtMost('ids', ids.length, 1000);
    for (const id of ids) checkId(id);
    return ids.length === 0 ? [] : this.read({ _id: { $in: [...new Set(ids)] }, ...liveOnly }, 1000);
  }

  async manyBy(name: string, values: readonly Scalar[]): Promise<T[]> {
    const index = indexOf(this.spec, name);
    if (index.fields.length !== 1) throw new InvalidCall(`index ${name} has more than one field`);
    checkAtMost('values', values.length, 1000);
    checkScalars('values', values);
    if (values.length === 0) return [];
    return this.read({ [storedPath(index.fields[0] as string)]: { $in: [...new Set(values)] } }, 0);
  }

  async find(name: string, options: FindOptions): Promise<Page<T>> {
    const index = indexOf(this.spec, name);
    checkFind(index, options);
    const eq = options.eq?.length ?? 0;
    const rest = index.fields.slice(eq);
    const owner: CursorOwner = { index: name, eq, descending: options.descending ?? false, rest: rest.length };
    const after = options.after === undefined ? undefined : decodeCursor(owner, options.after);
    const { filters, sort } = planFind(index, options, after);
    // One more than asked for tells whether there is a next page.
    const rows = options.limit + 1;
    const items: T[] = [];
    for (const filter of filters) {
      if (items.length < rows) items.push(...(await this.read(filter, rows - items.length, sort)));
    }
    if (items.length < rows) return { items };
    items.pop();
    const last = items[items.length - 1] as T;
    const keys = rest.map((field) => fieldOf(last, field));
    return { items, next: encodeCursor(owner, { keys, id: last.id }) };
  }

  async count(name: string, eq: readonly Scalar[], cap: number): Promise<number> {
    const index = indexOf(this.spec, name);
    checkEq(index, eq);
    checkWhole('cap of count', cap, Number.MAX_SAFE_INTEGER);
    const limit = Math.min(cap, maxCount);
    return this.connection.run(() => this.connection.raw.countDocuments(eqFilter(index, eq), { limit }));
  }

  async scan({ after = '', limit }: { after?: string; limit: number }): Promise<Page<T>> {
    checkWhole('limit of scan', limit, 1000);
    const items = await this.read({ _id: { $gt: after }, ...liveOnly }, limit + 1, { _id: 1 });
    if (items.length <= limit) return { items };
    items.pop();
    return { items, next: (items[items.length - 1] as T).id };
  }

  async recall(id: string, cause: string): Promise<T | undefined> {
    checkId(id);
    const found = await this.connection.run(() => this.writer.recall(id, cause));
    return found && this.decode(found);
  }

  async insert(entries: readonly Entry<T>[], cause?: string): Promise<Written<T>[]> {
    checkAtMost('entries', entries.length, 1000);
    if (entries.length === 0) return [];
    const docs = entries.map(({ doc }) => ({ ...doc, version: 1 }) as unknown as T);
    const fields = docs.map((doc) => this.encode(doc));
    return this.connection.run(() =>
      this.lock.hold([...new Set(docs.map(({ id }) => id))], async () => {
        const written: Written<T>[] = [];
        for (const wave of inWaves(this.spec, docs)) {
          const writes = wave.map((place) => {
            const { id } = docs[place] as T;
            return this.begin(id, 1, entries[place]?.events, cause);
          });
          const outcomes = await this.writer.insert(
            writes,
            wave.map((place) => fields[place] as Fields),
          );
          written.push(...this.answers(outcomes, wave, docs));
        }
        return written;
      }),
    );
  }

  async save(doc: T, events?: readonly EventDraft[], cause?: string): Promise<Written<T>> {
    const { id, version } = doc;
    checkWhole('version', version, Number.MAX_SAFE_INTEGER - 1);
    const next: T = { ...doc, version: version + 1 };
    const fields = this.encode(next);
    const outcome = await this.connection.run(() =>
      this.lock.hold([id], () => this.writer.save(this.begin(id, version + 1, events, cause), version, fields)),
    );
    return this.written(outcome, next);
  }

  async remove(id: string, version: number, events?: readonly EventDraft[], cause?: string): Promise<Written<T>> {
    checkId(id);
    checkWhole('version', version, Number.MAX_SAFE_INTEGER - 1);
    const outcome = await this.connection.run(() =>
      this.lock.hold([id], () => this.writer.remove(this.begin(id, version + 1, events, cause, true), version)),
    );
    return this.written(outcome);
  }

  private read(filter: Filter, limit: number, sort?: Record<string, 1 | -1>): Promise<T[]> {
    return this.connection.run(async () => {
      const cursor = this.connection.raw.find(filter as mongo.Filter<Stored>, {
        projection: shown,
        limit,
        batchSize: 1001,
      });
      const found = await (sort ? cursor.sort(sort) : cursor).toArray();
      return found.map(({ _id, doc, _keys }) => {
        this.writer.saw(_id, _keys);
        return this.decode({ fields: doc as Fields, keys: _keys });
      });
    });
  }

  private begin(id: string, version: number, drafts: readonly EventDraft[] = [], cause?: string, gone = false): Write {
    const events = drafts.map(
      (draft, place): LogEvent => completeEvent(this.spec.name, id, version, place, draft, cause, activeTraceparent()),
    );
    return { id, ticket: this.connection.outbox.begin(this.spec.name, id, events, gone), cause };
  }

  private answers(outcomes: readonly (Outcome | { error: unknown })[], wave: readonly number[], docs: readonly T[]) {
    return outcomes.map((outcome, place) => {
      if ('error' in outcome) throw outcome.error;
      return this.written(outcome, docs[wave[place] as number]);
    });
  }

  /** `doc` is what was written; a remove answers with the document removed. */
  private written(outcome: Outcome, doc?: T): Written<T> {
    if (outcome.status === 'done') return { status: 'done', doc: doc ?? this.decode(outcome.found as Found) };
    if (outcome.status === 'already') return { status: 'already', doc: this.decode(outcome.found) };
    return outcome;
  }

  private encode(doc: T): Fields {
    checkId(doc.id);
    checkIndexed(this.spec, doc);
    return encodeWithin(this.codec, doc.id, JSON.stringify(doc));
  }

  private decode({ fields, keys }: Found): T {
    return this.codec.decode<T>(fields, keys);
  }
}
