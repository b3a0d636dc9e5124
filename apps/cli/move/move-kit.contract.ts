import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { logPrefix } from '#platform/config/service-config';
import type { LogEvent } from '#ports/event';
import { EmbeddedExport } from '#ports/log/embedded/export';
import { brokers } from '#ports/log/kafka/kafka-kit.contract';
import { KafkaLog } from '#ports/log/kafka/kafka-log';
import type { Log } from '#ports/log/log';
import type { KeptDocument } from '#ports/store/kept';
import { Codec } from '#ports/store/mongo/codec';
import { Database } from '#ports/store/mongo/mongo-kit.contract';
import { SqliteExport } from '#ports/store/sqlite/export';
import type { Page } from '#ports/store/store';
import { eventually } from '#test/e2e/people';
import { COLLECTIONS } from './collections.js';
import type { MoveReport } from './move.js';

/** What the tests of the move share. `npm run test:distributed` sets MONGO_URL and KAFKA_BROKERS. */

const MAIN = fileURLToPath(new URL('../main.js', import.meta.url));

export interface Run {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** An empty database and an empty corner of Kafka. */
export class Servers {
  readonly database = new Database();
  readonly prefix = `t${randomUUID().slice(0, 8)}`;

  private constructor(
    private readonly kafka: { readonly list: readonly string[]; close(): Promise<void> },
    private readonly logs: KafkaLog[] = [],
  ) {}

  static async open(): Promise<Servers> {
    return new Servers(await brokers(process.env.KAFKA_BROKERS));
  }

  get brokers(): string {
    return this.kafka.list.join(',');
  }

  /** As a service opens it. */
  async log(): Promise<KafkaLog> {
    const log = await KafkaLog.open({ brokers: this.kafka.list, prefix: logPrefix(this.prefix), clientId: 'test' });
    this.logs.push(log);
    return log;
  }

  /** Runs the command line; with `killAt`, until it writes this to stderr. */
  move(folder: string, args: readonly string[] = [], killAt?: string): Promise<Run> {
    const target = ['--mongo', this.database.url, '--kafka', this.brokers, '--prefix', this.prefix];
    return rulian(folder, ['move', ...target, ...args], killAt);
  }

  async destroy(): Promise<void> {
    await Promise.all(this.logs.map((log) => log.close()));
    await this.database.destroy();
    await this.kafka.close();
  }
}

export function rulian(folder: string, args: readonly string[], killAt?: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, RULIAN_DATA_DIR: folder, NODE_OPTIONS: '' };
    const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
      if (killAt !== undefined && err.includes(killAt)) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** What a run that went well has printed. */
export function reported({ code, out, err }: Run): MoveReport {
  if (code !== 0) throw new Error(`the move ended with ${code}: ${err}`);
  return JSON.parse(out) as MoveReport;
}

/** All documents of a standalone, by collection and id. */
export function sourceDocuments(folder: string): Map<string, KeptDocument> {
  const store = SqliteExport.open(folder);
  const found = new Map<string, KeptDocument>();
  for (const name of store.collections()) {
    for (const page of store.documents(name)) for (const kept of page) found.set(`${name}/${kept.id}`, kept);
  }
  store.close();
  return found;
}

/** The same of a database of the MongoDB adapter, read past it. */
export async function targetDocuments(database: Database): Promise<Map<string, KeptDocument>> {
  const found = new Map<string, KeptDocument>();
  for (const spec of COLLECTIONS) {
    const codec = new Codec(spec);
    for await (const stored of (await database.raw(spec.name)).find()) {
      const { _id: id, _keys, doc, _last, _causes: causes = [] } = stored;
      const json = JSON.stringify(codec.decode(doc ?? _last ?? {}, _keys));
      found.set(`${spec.name}/${id}`, { id, json, causes, removed: doc === undefined });
    }
  }
  return found;
}

/** The newest event of each key of each topic, as on the standalone's log. */
export function sourceNewest(folder: string): Map<string, LogEvent> {
  const log = EmbeddedExport.open(folder);
  const newest = new Map<string, LogEvent>();
  for (const topic of log.topics()) {
    for (const { events } of log.events(topic, 0, Number.MAX_SAFE_INTEGER)) note(newest, events);
  }
  log.close();
  return newest;
}

/** The same of another log. */
export async function newestOn(log: Log, topics: readonly string[]): Promise<Map<string, LogEvent>> {
  const newest = new Map<string, LogEvent>();
  for (const topic of topics) {
    const tail = await log.tail([topic], '', (events) => note(newest, events));
    await tail.reached(await log.end([topic]));
    await tail.close();
  }
  return newest;
}

function note(newest: Map<string, LogEvent>, events: readonly LogEvent[]): void {
  for (const event of events) newest.set(`${event.topic} ${event.partitionkey}`, event);
}

/** Ids of the events that a group hears until it has nothing to hear any more, sorted. */
export async function heardBy(log: Log, group: string, topics: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  const subscription = await log.subscribe(group, topics, async (events) => {
    ids.push(...events.map(({ id }) => id));
  });
  await eventually(async () => (await log.lag(group)).every(({ events }) => events === 0), 60_000);
  await subscription.close();
  return ids.sort();
}

type Options = { readonly after?: string; readonly limit: number };

/** Every item of a list in its order. */
export async function everyPage<T>(page: (options: Options) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let after: string | undefined; ; ) {
    const found = await page({ limit: 200, ...(after === undefined ? {} : { after }) });
    items.push(...found.items);
    after = found.next;
    if (after === undefined) return items;
  }
}
