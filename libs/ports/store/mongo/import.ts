import type { Connection, mongo } from 'mongoose';
import type { KeptDocument } from '#ports/store/kept';
import type { CollectionSpec, Doc } from '#ports/store/store';
import { Codec } from './codec.js';
import { connect } from './connect.js';
import { asUnavailable, duplicateIndex, failedWrites } from './errors.js';
import { encodeWithin } from './limit.js';
import { makeIndexes, modelOf } from './model.js';
import { rememberedCauses, type Stored } from './stored.js';

/** Stands beside the collections of the store; no name of a collection begins with `_`. */
const notes = '_move';
const senders = '_senders';
const pageIds = 1000;

/**
 * Writes documents that another adapter kept into a database that no process uses yet, past the store: versions and
 * causes stay what they were and no event comes of it. All methods throw Unavailable when the server does not answer.
 */
export class MongoImport {
  private readonly collections = new Map<string, ImportedCollection>();

  private constructor(
    private readonly connection: Connection,
    private readonly db: mongo.Db,
  ) {}

  /** `url` names the database. Does not make itself known as a process that sends events. */
  static async open(url: string): Promise<MongoImport> {
    const connection = await connect(url);
    return new MongoImport(connection, connection.db as mongo.Db);
  }

  /** Whether a process has ever opened the store on this database: the last one to do so is never forgotten. */
  async wasUsed(): Promise<boolean> {
    return answered(async () => (await this.db.collection(senders).countDocuments({}, { limit: 1 })) > 0);
  }

  /** Names of collections that hold anything, this import's notes aside. */
  async filled(): Promise<string[]> {
    return answered(async () => {
      const all = await this.db.listCollections({}, { nameOnly: true }).toArray();
      const names = all.map(({ name }) => name).filter((name) => name !== notes && !name.startsWith('system.'));
      const counts = await Promise.all(names.map((name) => this.db.collection(name).countDocuments({}, { limit: 1 })));
      return names.filter((_, place) => (counts[place] ?? 0) > 0).sort();
    });
  }

  collection(spec: CollectionSpec<Doc>): ImportedCollection {
    const known = this.collections.get(spec.name);
    if (known) return known;
    const made = new ImportedCollection(this.connection, this.db.collection<Stored>(spec.name), spec);
    this.collections.set(spec.name, made);
    return made;
  }

  /** What was noted under this name, in this run or an earlier one. */
  async note<T extends object>(name: string): Promise<T | undefined> {
    return answered(async () => {
      const found = await this.db.collection<Note>(notes).findOne({ _id: name });
      return found ? (JSON.parse(found.json) as T) : undefined;
    });
  }

  /** Durable when it resolves. */
  async setNote(name: string, value: object): Promise<void> {
    await answered(() =>
      this.db.collection<Note>(notes).replaceOne({ _id: name }, { json: JSON.stringify(value) }, { upsert: true }),
    );
  }

  async close(): Promise<void> {
    await this.connection.close(true);
  }
}

interface Note {
  readonly _id: string;
  readonly json: string;
}

export class ImportedCollection {
  private readonly codec: Codec;
  /** Found no room yet: another document holds what is unique. */
  private readonly blocked: KeptDocument[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly raw: mongo.Collection<Stored>,
    private readonly spec: CollectionSpec<Doc>,
  ) {
    this.codec = new Codec(spec);
  }

  /**
   * Makes the documents what they are to be; those that are so already are not written. Answers how many were written.
   * Whole documents are compared: one that was removed and made anew may have the version it had before.
   */
  async put(documents: readonly KeptDocument[]): Promise<number> {
    const wanted = new Map(documents.map((document) => [document.id, this.stored(document)]));
    return answered(async () => {
      const present = await this.raw.find({ _id: { $in: [...wanted.keys()] } }).toArray();
      for (const stored of present) {
        if (JSON.stringify(stored) === JSON.stringify(wanted.get(stored._id))) wanted.delete(stored._id);
      }
      if (wanted.size === 0) return 0;
      const operations = [...wanted].map(([_id, replacement]) => {
        return { replaceOne: { filter: { _id }, replacement, upsert: true } };
      });
      const failed = await this.raw.bulkWrite(operations, { ordered: false }).then(() => [], failedWrites);
      for (const one of failed) {
        if (duplicateIndex(one) === undefined) throw asUnavailable(one);
        const { _id } = [...wanted.values()][one.index] as Stored;
        this.blocked.push(documents.find(({ id }) => id === _id) as KeptDocument);
      }
      return wanted.size - failed.length;
    });
  }

  /** Ids of all documents, removed ones included, page by page. */
  async *ids(): AsyncGenerator<readonly string[]> {
    for (let after = ''; ; ) {
      const page = await answered(() =>
        this.raw
          .find({ _id: { $gt: after } }, { projection: { _id: 1 } })
          .sort({ _id: 1 })
          .limit(pageIds)
          .toArray(),
      );
      const last = page.at(-1);
      if (!last) return;
      yield page.map(({ _id }) => _id);
      after = last._id;
    }
  }

  /** Leaves nothing of these documents. */
  async delete(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await answered(() => this.raw.deleteMany({ _id: { $in: [...ids] } }));
  }

  /**
   * To be called when all others are what they are to be: puts those that held, or waited for, what another one is to hold.
   * Answers how many were written, and how many still find no room because they were read at different times.
   */
  async putBlocked(): Promise<{ written: number; blocked: number }> {
    const waiting = this.blocked.splice(0);
    await this.delete(waiting.map(({ id }) => id));
    let written = 0;
    for (const one of waiting) written += await this.put([one]);
    return { written, blocked: this.blocked.splice(0).length };
  }

  /** Makes the collection and its indexes, as the store does when it opens it. */
  async makeIndexes(): Promise<void> {
    await answered(() => makeIndexes(modelOf(this.connection, this.spec)));
  }

  private stored({ id, json, causes, removed }: KeptDocument): Stored {
    const fields = encodeWithin(this.codec, id, json);
    const remembered = causes.length === 0 ? {} : { _causes: causes.slice(-rememberedCauses) };
    return { _id: id, _keys: JSON.stringify(Object.keys(fields)), [removed ? '_last' : 'doc']: fields, ...remembered };
  }
}

async function answered<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    throw asUnavailable(error);
  }
}
