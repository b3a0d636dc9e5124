import type { mongo } from 'mongoose';
import { Unavailable } from '#ports/unavailable';
import { asUnavailable, duplicateIndex } from './errors.js';
import { InsertQueue } from './insert-queue.js';
import { KeyCache } from './key-cache.js';
import type { Outbox } from './outbox.js';
import type { Ticket } from './queue.js';
import { type Fields, goneOnly, idleTombstone, type Stored } from './stored.js';
import { patch, type Remembering, rememberable, remembered, remembering } from './updates.js';

export interface Write {
  readonly id: string;
  readonly ticket: Ticket;
  readonly cause: string | undefined;
}

/** `found` is the document as it is or, removed, as it was. */
export type Outcome =
  | { readonly status: 'done'; readonly found?: Found }
  | { readonly status: 'already'; readonly found: Found }
  | { readonly status: 'stale' }
  | { readonly status: 'duplicate'; readonly index: string };

export interface Found {
  readonly fields: Fields;
  readonly keys: string;
}

/** A document as it was read; `doc` is undefined when there is none. */
interface Seen {
  readonly read: boolean;
  readonly doc: Stored | undefined;
}

const unread: Seen = { read: false, doc: undefined };
const cachedKeys = 10_000;
/** Each further try follows a write of somebody else. */
const maxTries = 20;
const seenFields = { doc: 1, _last: 1, _keys: 1, _causes: 1, _holder: 1, _mixed: 1 } as const;

/**
 * Writes to the documents of one collection: each is one update of one document, under a condition that makes it right.
 * When the condition does not hold, the document is read to see why; then the answer is clear or the write is tried again
 * under what was read.
 */
export class DocumentWriter {
  private readonly keys = new KeyCache(cachedKeys);
  private readonly inserts: InsertQueue;

  constructor(
    private readonly collection: mongo.Collection<Stored>,
    private readonly outbox: Outbox,
  ) {
    this.inserts = new InsertQueue(collection);
  }

  /** Remembers the shape of a document that was read. */
  saw(id: string, keys: string): void {
    this.keys.set(id, keys);
  }

  /** In the given order; documents that could be in each other's way must not be in one call. */
  async insert(writes: readonly Write[], docs: readonly Fields[]): Promise<(Outcome | { error: unknown })[]> {
    const stored = writes.map((write, place) => newDocument(write, docs[place] as Fields));
    const inserted = await this.inserts.insert(stored).catch((error: unknown) => {
      for (const { ticket } of writes) this.outbox.doubt(ticket);
      throw error;
    });
    const outcomes: (Outcome | { error: unknown })[] = [];
    // One by one: events go to the outbox in the order of the entries.
    for (const [place, { duplicate, error }] of inserted.entries()) {
      const write = writes[place] as Write;
      if (error !== undefined) this.outbox.drop(write.ticket);
      else if (duplicate === undefined) this.outbox.commit(write.ticket);
      if (error !== undefined) outcomes.push({ error });
      else if (duplicate === undefined) outcomes.push({ status: 'done' });
      else outcomes.push(await this.insertAgain(write, stored[place] as Stored, duplicate));
    }
    return outcomes;
  }

  /** Writes `doc` over the document of `version`. */
  async save(write: Write, version: number, doc: Fields): Promise<Outcome> {
    const newKeys = JSON.stringify(Object.keys(doc));
    let keys = this.keys.get(write.id) ?? newKeys;
    return this.attempt(write, unread, async (remember, seen) => {
      if (isStale(seen, version)) return { status: 'stale' };
      keys = seen.doc?._keys ?? keys;
      const filter = { _id: write.id, 'doc.version': version, _keys: keys, ...rememberable(remember) };
      const { matchedCount } = await this.collection.updateOne(filter, remembering(patch(doc, keys), remember));
      if (matchedCount === 0) return undefined;
      this.keys.set(write.id, newKeys);
      return { status: 'done' };
    });
  }

  /** `found` of the answer is the document removed. */
  async remove(write: Write, version: number): Promise<Outcome> {
    return this.attempt(write, unread, async (remember, seen) => {
      if (isStale(seen, version)) return { status: 'stale' };
      const filter = { _id: write.id, 'doc.version': version, ...rememberable(remember) };
      const update = remembering({ $rename: { doc: '_last' } }, remember);
      const options = { returnDocument: 'before', projection: seenFields } as const;
      const before = await this.collection.findOneAndUpdate(filter, update, options);
      if (!before) return undefined;
      // Without a cause nothing can be repeated, and so nothing is kept of what was removed.
      if (!before._causes && write.cause === undefined && write.ticket.items.length === 0) await this.clear(write.id);
      return { status: 'done', found: found(before) };
    });
  }

  /** The document when `cause` has written it. */
  async recall(id: string, cause: string): Promise<Found | undefined> {
    const seen = await this.collection.findOne({ _id: id, _causes: cause }, { projection: seenFields });
    return seen ? found(seen) : undefined;
  }

  private async insertAgain(write: Write, stored: Stored, inTheWay: string): Promise<Outcome> {
    let blocked: string | undefined = inTheWay;
    return this.attempt(write, await this.see(write.id), async (remember, { doc: seen }) => {
      if (seen?.doc) return { status: 'duplicate', index: 'id' };
      if (seen) return this.revive(write, stored, remember);
      if (blocked !== undefined && blocked !== '_id_') return { status: 'duplicate', index: blocked };
      // The tombstone that was in the way has been cleared since.
      const [again] = await this.inserts.insert([stored]);
      if (again?.error !== undefined) throw again.error;
      blocked = again?.duplicate;
      return blocked === undefined ? { status: 'done' } : undefined;
    });
  }

  private async revive(write: Write, { doc, _keys }: Stored, remember: Remembering): Promise<Outcome | undefined> {
    const filter = { _id: write.id, ...goneOnly, ...rememberable(remember) };
    const update = remembering({ $set: { doc, _keys }, $unset: { _last: '' } }, remember);
    const { matchedCount } = await this.collection.updateOne(filter, update);
    return matchedCount === 0 ? undefined : { status: 'done' };
  }

  /** Tries until `once` has an answer; before each further try the document is read. */
  private async attempt(
    write: Write,
    first: Seen,
    once: (remember: Remembering, seen: Seen) => Promise<Outcome | undefined>,
  ): Promise<Outcome> {
    const { id, ticket, cause } = write;
    try {
      let seen = first;
      for (let tries = 0; tries < maxTries; tries++) {
        if (seen.doc && knows(seen.doc, cause))
          return this.undone(ticket, { status: 'already', found: found(seen.doc) });
        const holder = seen.doc?._holder;
        const mixedHolder = holder !== ticket.holder || seen.doc?._mixed ? holder : undefined;
        const outcome = await once({ ticket, cause, mixedHolder }, seen).catch(duplicate);
        if (outcome && outcome.status !== 'done') return this.undone(ticket, outcome);
        if (outcome && mixedHolder === ticket.holder) this.outbox.left(ticket);
        else if (outcome && mixedHolder !== undefined) this.outbox.drop(ticket);
        else if (outcome) this.outbox.commit(ticket);
        if (outcome) return outcome;
        seen = await this.see(id);
      }
    } catch (error) {
      this.outbox.doubt(ticket);
      throw error;
    }
    this.outbox.drop(ticket);
    throw new Unavailable(`document ${id}, whose outbox is full or which many write`);
  }

  /** Not written. */
  private undone(ticket: Ticket, outcome: Outcome): Outcome {
    this.outbox.drop(ticket);
    return outcome;
  }

  private async see(id: string): Promise<Seen> {
    const doc = await this.collection.findOne({ _id: id }, { projection: seenFields });
    return { read: true, doc: doc ?? undefined };
  }

  private async clear(id: string): Promise<void> {
    // A tombstone that stays does no harm: nothing can be found by it.
    await this.collection.deleteOne({ _id: id, ...idleTombstone }).catch(() => undefined);
  }
}

function newDocument(write: Write, doc: Fields): Stored {
  const keys = JSON.stringify(Object.keys(doc));
  return { _id: write.id, _keys: keys, doc, ...remembered({ ...write, mixedHolder: undefined }) };
}

function isStale({ read, doc }: Seen, version: number): boolean {
  return read && doc?.doc?.version !== version;
}

function found({ doc, _last, _keys }: Stored): Found {
  return { fields: (doc ?? _last) as Fields, keys: _keys };
}

function knows({ _causes }: Stored, cause: string | undefined): boolean {
  return cause !== undefined && (_causes?.includes(cause) ?? false);
}

function duplicate(error: unknown): Outcome {
  const index = duplicateIndex(error);
  if (index === undefined) throw asUnavailable(error);
  return { status: 'duplicate', index };
}
