import type { Connection, mongo } from 'mongoose';
import { checkSpec } from '#ports/store/checks';
import { type Collection, type CollectionSpec, type Doc, type Publish, Store, type Unsent } from '#ports/store/store';
import { connect } from './connect.js';
import { asUnavailable } from './errors.js';
import { Holders } from './holders.js';
import { type Migration, migrate } from './migrations.js';
import { makeIndexes, modelOf } from './model.js';
import { MongoCollection } from './mongo-collection.js';
import { Outbox } from './outbox.js';
import type { Stored } from './stored.js';
import { UnderWay } from './under-way.js';

export interface MongoStoreOptions {
  /** Connection string with the name of the database, e.g. `mongodb://127.0.0.1:27017/rulian`. */
  readonly url: string;
  /** Told in one sentence when something an operator should know of has happened. */
  readonly warn?: (message: string) => void;
  /** Changes of stored shapes, in their order; see {@link migrate}. */
  readonly migrations?: readonly Migration[];
  /** A process that has not been heard of for so long is dead: others send its events. Default 10 s. */
  readonly silentMs?: number;
}

/**
 * The store in one MongoDB database, for any number of processes. Needs no replica set, no transaction and no change
 * stream; on a replica set writes are acknowledged by the majority's journals.
 *
 * Order of events: within a document in the order of its writes, whoever wrote them. Over documents with the same key, in
 * the order in which one process wrote them; when two processes write two documents, in no promised order.
 */
export class MongoStore extends Store {
  private readonly specs = new Map<string, { text: string; ready: Promise<Collection<Doc>> }>();
  private readonly underWay = new UnderWay('store');
  private readonly outbox: Outbox;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly connection: Connection,
    private readonly db: mongo.Db,
    private readonly holders: Holders,
  ) {
    super();
    this.outbox = new Outbox(db, holders);
    holders.start(() => this.outbox.beat());
  }

  /** Connects, runs what migrations are due. Throws Unavailable when the server does not answer. */
  static async open(options: MongoStoreOptions): Promise<MongoStore> {
    const { url, warn = () => undefined, migrations = [], silentMs = 10_000 } = options;
    const connection = await connect(url);
    try {
      const db = connection.db as mongo.Db;
      const holders = Holders.of(db, silentMs, warn);
      await holders.register();
      const store = new MongoStore(connection, db, holders);
      await migrate(db, holders, migrations).catch(async (error: unknown) => {
        await store.close();
        throw error;
      });
      return store;
    } catch (error) {
      await connection.close(true);
      throw asUnavailable(error);
    }
  }

  async collection<T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>> {
    const text = JSON.stringify({ name: spec.name, indexes: spec.indexes });
    const known = this.specs.get(spec.name);
    if (known && known.text !== text) throw new Error(`collection ${spec.name} is defined in another way already`);
    if (known) return (await known.ready) as unknown as Collection<T>;
    checkSpec(spec);
    const ready = this.define(spec);
    this.specs.set(spec.name, { text, ready: ready as unknown as Promise<Collection<Doc>> });
    ready.catch(() => this.specs.delete(spec.name));
    return ready;
  }

  publishTo(publish: Publish): void {
    this.outbox.start(publish);
  }

  answers(): Promise<void> {
    return this.underWay.run(async () => {
      await this.db.command({ ping: 1 });
    });
  }

  unsent(): Promise<Unsent> {
    return this.underWay.run(() => this.outbox.unsent());
  }

  async flushed(): Promise<void> {
    this.underWay.check();
    await this.outbox.flushed().catch((error: unknown) => {
      throw asUnavailable(error);
    });
  }

  close(): Promise<void> {
    this.closing ??= this.shut();
    return this.closing;
  }

  private async define<T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>> {
    const model = modelOf(this.connection, spec);
    try {
      await this.underWay.run(() => makeIndexes(model));
    } catch (error) {
      // So that it can be asked for once more.
      this.connection.deleteModel(spec.name);
      throw error;
    }
    const raw = this.db.collection<Stored>(spec.name);
    return new MongoCollection(spec, { raw, outbox: this.outbox, run: (work) => this.underWay.run(work) });
  }

  private async shut(): Promise<void> {
    await this.underWay.end();
    await this.outbox.close();
    // Not reachable: the others find out by themselves that this process is gone.
    await this.holders.close().catch(() => undefined);
    await this.connection.close(true);
  }
}
