import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { callWorker, type WorkerHandle } from '#platform/worker/rpc';
import { checkSpec } from '#ports/store/checks';
import { type Collection, type CollectionSpec, type Doc, type Publish, Store, type Unsent } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import { asUnavailable } from './database.js';
import type { Operation, Result } from './operations.js';
import { Reader } from './reader.js';
import type { ScanMethods } from './scan.worker.js';
import { Sender } from './sender.js';
import { type Connections, SqliteCollection } from './sqlite-collection.js';
import { Writer } from './writer.js';

/** How long a connection waits for another one's lock before the call fails as Unavailable. */
const busyMs = 1000;

/**
 * The store in one SQLite file, `<folder>/store.db`, for one process (a second one on the same folder is refused with
 * Unavailable). A thread of its own writes, with group commit; the main thread reads points and pages; scans have a
 * third thread.
 */
export class SqliteStore extends Store {
  private readonly specs = new Map<string, { text: string; ready: Promise<Collection<Doc>> }>();
  private readonly sender: Sender;
  private scanner: WorkerHandle<ScanMethods> | undefined;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly file: string,
    private readonly reader: Reader,
    private readonly writer: Writer,
  ) {
    super();
    this.sender = new Sender(reader, writer);
  }

  /** Makes the folder and the file if they are missing. Throws Unavailable when the folder cannot be used. */
  static async open(folder: string): Promise<SqliteStore> {
    await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
      throw new Unavailable(`store folder ${folder}`, { cause });
    });
    const writer = await Writer.open({ folder, busyMs });
    const file = join(folder, 'store.db');
    return new SqliteStore(file, new Reader(file, busyMs), writer);
  }

  async collection<T extends Doc>(spec: CollectionSpec<T>): Promise<Collection<T>> {
    const text = JSON.stringify({ name: spec.name, indexes: spec.indexes });
    const known = this.specs.get(spec.name);
    if (known && known.text !== text) throw new Error(`collection ${spec.name} is defined in another way already`);
    if (known) return (await known.ready) as unknown as Collection<T>;
    checkSpec(spec);
    const ready = this.define(spec, text);
    this.specs.set(spec.name, { text, ready: ready as unknown as Promise<Collection<Doc>> });
    ready.catch(() => this.specs.delete(spec.name));
    return ready;
  }

  publishTo(publish: Publish): void {
    this.sender.start(publish);
  }

  async answers(): Promise<void> {
    this.check();
  }

  async unsent(): Promise<Unsent> {
    this.check();
    return this.sender.unsent();
  }

  async flushed(): Promise<void> {
    this.check();
    await this.sender.flushed();
  }

  close(): Promise<void> {
    this.closing ??= this.shut();
    return this.closing;
  }

  private async define<T extends Doc>(spec: CollectionSpec<T>, text: string): Promise<Collection<T>> {
    this.check();
    await this.writer.define(text);
    const connections: Connections = {
      reader: () => {
        this.check();
        return this.reader;
      },
      write: (operations) => this.write(operations),
      scan: (collection, after, limit) => this.scan(collection, after, limit),
    };
    return new SqliteCollection(spec, connections);
  }

  private async write(operations: readonly Operation[]): Promise<Result[]> {
    const results = await this.writer.write(operations);
    const withEvents = (result: Result, place: number) =>
      result.status === 'done' && (operations[place]?.events.length ?? 0) > 0;
    if (results.some(withEvents)) this.sender.wake();
    return results;
  }

  private async scan(collection: string, after: string, limit: number): Promise<string[]> {
    this.check();
    const data = { file: this.file, busyMs };
    this.scanner ??= callWorker<ScanMethods>(new URL('./scan.worker.js', import.meta.url), data);
    const { call } = this.scanner;
    return call.page(collection, after, limit).catch((error: unknown) => {
      throw asUnavailable(error);
    });
  }

  private check(): void {
    if (this.closing) throw new Unavailable('closed store');
  }

  private async shut(): Promise<void> {
    await this.sender.close();
    if (this.scanner) {
      await this.scanner.call.close();
      await this.scanner.end();
    }
    this.reader.close();
    await this.writer.close();
  }
}
