import { completeEvent, type EventDraft } from '#ports/event';
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
import type { EventRow, Operation, Result } from './operations.js';
import { manyBySql, planCount, planFind } from './query.js';
import type { Reader } from './reader.js';

/** What a collection needs of its store. */
export interface Connections {
  /** Throws Unavailable once the store is closed. */
  reader(): Reader;
  write(operations: readonly Operation[]): Promise<Result[]>;
  scan(collection: string, after: string, limit: number): Promise<string[]>;
}

export class SqliteCollection<T extends Doc> extends Collection<T> {
  constructor(
    private readonly spec: CollectionSpec<T>,
    private readonly connections: Connections,
  ) {
    super();
  }

  async get(id: string): Promise<T | undefined> {
    checkId(id);
    const doc = this.connections.reader().get(this.spec.name, id);
    return doc === undefined ? undefined : this.parse(doc);
  }

  async many(ids: readonly string[]): Promise<T[]> {
    checkAtMost('ids', ids.length, 1000);
    for (const id of ids) checkId(id);
    if (ids.length === 0) return [];
    return this.parseAll(this.connections.reader().many(this.spec.name, ids));
  }

  async manyBy(name: string, values: readonly Scalar[]): Promise<T[]> {
    const index = indexOf(this.spec, name);
    if (index.fields.length !== 1) throw new InvalidCall(`index ${name} has more than one field`);
    checkAtMost('values', values.length, 1000);
    checkScalars('values', values);
    if (values.length === 0) return [];
    const docs = this.connections.reader().docs(manyBySql(this.spec, name, index), [JSON.stringify(values)]);
    return this.parseAll(docs);
  }

  async find(name: string, options: FindOptions): Promise<Page<T>> {
    const index = indexOf(this.spec, name);
    checkFind(index, options);
    const eq = options.eq?.length ?? 0;
    const rest = index.fields.slice(eq);
    const owner: CursorOwner = { index: name, eq, descending: options.descending ?? false, rest: rest.length };
    const after = options.after === undefined ? undefined : decodeCursor(owner, options.after);
    const steps = planFind(this.spec, name, index, options, after);
    // One more than asked for tells whether there is a next page.
    const items = this.parseAll(this.connections.reader().page(steps, options.limit + 1));
    if (items.length <= options.limit) return { items };
    items.pop();
    const last = items[items.length - 1] as T;
    const keys = rest.map((field) => fieldOf(last, field));
    return { items, next: encodeCursor(owner, { keys, id: last.id }) };
  }

  async count(name: string, eq: readonly Scalar[], cap: number): Promise<number> {
    const index = indexOf(this.spec, name);
    checkEq(index, eq);
    checkWhole('cap of count', cap, Number.MAX_SAFE_INTEGER);
    return this.connections.reader().count(planCount(this.spec, name, index, eq), cap);
  }

  async scan({ after = '', limit }: { after?: string; limit: number }): Promise<Page<T>> {
    checkWhole('limit of scan', limit, 1000);
    const items = this.parseAll(await this.connections.scan(this.spec.name, after, limit + 1));
    if (items.length <= limit) return { items };
    items.pop();
    return { items, next: (items[items.length - 1] as T).id };
  }

  async recall(id: string, cause: string): Promise<T | undefined> {
    checkId(id);
    const found = this.connections.reader().withCauses(this.spec.name, id);
    return found && (JSON.parse(found.causes) as string[]).includes(cause) ? this.parse(found.doc) : undefined;
  }

  async insert(entries: readonly Entry<T>[], cause?: string): Promise<Written<T>[]> {
    checkAtMost('entries', entries.length, 1000);
    if (entries.length === 0) return [];
    const docs = entries.map(({ doc }) => ({ ...doc, version: 1 }) as unknown as T);
    const operations = docs.map((doc, place): Operation => {
      const events = this.complete(doc.id, 1, entries[place]?.events, cause);
      return { kind: 'insert', collection: this.spec.name, id: doc.id, doc: this.stringify(doc), events, cause };
    });
    const results = await this.connections.write(operations);
    return results.map((result, place) => this.written(result, docs[place] as T));
  }

  async save(doc: T, events?: readonly EventDraft[], cause?: string): Promise<Written<T>> {
    const { id, version } = doc;
    checkWhole('version', version, Number.MAX_SAFE_INTEGER - 1);
    const next: T = { ...doc, version: version + 1 };
    const rows = this.complete(id, version + 1, events, cause);
    const json = this.stringify(next);
    const base = { collection: this.spec.name, id, events: rows, cause };
    const [result] = await this.connections.write([{ ...base, kind: 'save', version, doc: json }]);
    return this.written(result as Result, next);
  }

  async remove(id: string, version: number, events?: readonly EventDraft[], cause?: string): Promise<Written<T>> {
    checkId(id);
    checkWhole('version', version, Number.MAX_SAFE_INTEGER - 1);
    const rows = this.complete(id, version + 1, events, cause);
    const base = { collection: this.spec.name, id, events: rows, cause };
    const [result] = await this.connections.write([{ ...base, kind: 'remove', version }]);
    return this.written(result as Result);
  }

  private complete(id: string, version: number, drafts: readonly EventDraft[] = [], cause?: string): EventRow[] {
    return drafts.map((draft, place) => {
      const event = completeEvent(this.spec.name, id, version, place, draft, cause, activeTraceparent());
      return [event.topic, event.partitionkey, JSON.stringify(event)];
    });
  }

  private stringify(doc: T): string {
    checkId(doc.id);
    checkIndexed(this.spec, doc);
    return JSON.stringify(doc);
  }

  /** `doc` is what was written; a remove answers with the document removed. */
  private written(result: Result, doc?: T): Written<T> {
    if (result.status === 'done') return { status: 'done', doc: doc ?? this.parse(result.doc as string) };
    if (result.status === 'already') return { status: 'already', doc: this.parse(result.doc) };
    return result;
  }

  private parse(json: string): T {
    return JSON.parse(json) as T;
  }

  private parseAll(docs: readonly string[]): T[] {
    return docs.map((doc) => this.parse(doc));
  }
}
