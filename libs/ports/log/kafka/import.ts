import type { Admin, Cluster } from 'kafkajs';
import type { LogEvent } from '#ports/event';
import type { KeptAside } from '../kept.js';
import type { DeadLetter, Position } from '../log.js';
import { Appender } from './appender.js';
import { connectTo, type KafkaLogOptions, openCluster, persistently, unavailable } from './client.js';
import { edges, readAside } from './fetching.js';
import { again, letter } from './letters.js';
import { Names } from './names.js';
import { Offsets } from './position.js';
import { Progress } from './progress.js';
import { type Outgoing, outgoing } from './records.js';
import { Topics } from './topics.js';

/** Keys of what this import has written into the topics of dead letters and retries begin with it. */
const own = 'move/';
const perCall = 100;

/**
 * Writes what another log kept to Kafka while no process uses it yet: events, the places of groups, dead letters and what
 * is set aside. Topics and group names are those without prefix. All methods throw Unavailable when no broker answers.
 */
export class KafkaImport {
  private constructor(
    private readonly admin: Admin,
    private readonly cluster: Cluster,
    private readonly names: Names,
    private readonly topics: Topics,
    private readonly appender: Appender,
    private readonly progress: Progress,
    private readonly ending: AbortController,
  ) {}

  static async open(options: KafkaLogOptions): Promise<KafkaImport> {
    const names = new Names(options.prefix ?? '');
    const { partitions = 6, replicationFactor = -1, topicSettings: settings = {}, refreshMs = 30_000 } = options;
    const kafka = connectTo(options);
    const admin = kafka.admin();
    const ending = new AbortController();
    const topics = new Topics(admin, names, { partitions, replicationFactor, settings });
    const appender = new Appender(kafka, topics, names, options.warn ?? (() => {}));
    try {
      await Promise.all([admin.connect(), appender.open()]);
      const cluster = await openCluster(kafka, refreshMs);
      const progress = new Progress(cluster, names, topics, ending.signal);
      return new KafkaImport(admin, cluster, names, topics, appender, progress, ending);
    } catch (error) {
      await Promise.allSettled([admin.disconnect(), appender.close()]);
      throw unavailable(error);
    }
  }

  /** Of the broker's cluster, the same for all its brokers and over restarts. */
  async clusterId(): Promise<string> {
    return (await this.asked(() => this.admin.describeCluster())).clusterId;
  }

  /** Those of the topics, and of the groups' own topics, that hold or held records. */
  async filled(topics: readonly string[], groups: readonly string[]): Promise<string[]> {
    const asides = groups.flatMap((group) => [this.names.retry(group), this.names.dead(group)]);
    const there = new Set(await this.topics.list());
    const known = [...topics, ...asides].filter((topic) => there.has(topic));
    if (known.length === 0) return [];
    const ends = await this.asked(() => edges(this.cluster, this.names, known, 'end'));
    return known.filter((topic) => ends.some((end) => end.topic === topic && end.next > 0));
  }

  /** Those of the groups that have members now. */
  async busy(groups: readonly string[]): Promise<string[]> {
    if (groups.length === 0) return [];
    const ids = groups.map((group) => this.names.full(group));
    const described = await this.asked(() => this.admin.describeGroups(ids));
    const busy = described.groups.filter(({ members }) => members.length > 0);
    return busy.flatMap(({ groupId }) => this.names.short(groupId) ?? []);
  }

  /** In the given order; resolves when durable. At most 10,000. */
  async append(events: readonly LogEvent[]): Promise<void> {
    await this.appender.append(outgoing(events));
  }

  /** The position after everything on the topic, which is made when it is missing. */
  async end(topic: string): Promise<Position> {
    return (await this.progress.end([topic])).encode();
  }

  /** Whether the topic still reaches to where it reached before. */
  async covers(topic: string, position: Position): Promise<boolean> {
    const there = (await this.topics.list()).includes(topic);
    const ends = there ? await this.progress.end([topic]) : new Offsets();
    return ends.cover(Offsets.decode(position), () => true);
  }

  /** Places a group that has no members: on each topic at the position given, '' for its start. */
  async place(group: string, positions: ReadonlyMap<string, Position>): Promise<void> {
    const to = new Offsets();
    const ends = await this.progress.end([...positions.keys()]);
    for (const [topic, partition] of ends.entries()) {
      to.set(topic, partition, Offsets.decode(positions.get(topic) ?? '').get(topic, partition));
    }
    await this.progress.place(group, to);
  }

  /** Makes the letters that this import has written for the group these. Answers how many were written. */
  async setLetters(group: string, letters: Iterable<DeadLetter>): Promise<number> {
    return this.makeStand(
      this.names.dead(group),
      map(letters, ({ id, reason, at, event }) => letter(this.names, group, own + id, { reason, at, event })),
    );
  }

  /** Makes what this import has set aside for the group these. Answers how many were written. */
  async setAsides(group: string, asides: Iterable<KeptAside>): Promise<number> {
    return this.makeStand(
      this.names.retry(group),
      map(asides, (aside) => again(this.names, group, own + aside.id, aside)),
    );
  }

  async close(): Promise<void> {
    this.ending.abort();
    await Promise.allSettled([this.appender.close(), this.cluster.disconnect(), this.admin.disconnect()]);
  }

  /** Writes the records that do not stand in their topic yet; takes back those of an earlier run that are not among them. */
  private async makeStand(topic: string, records: Iterable<Outgoing>): Promise<number> {
    const surplus = await this.standing(topic);
    const missing: Outgoing[] = [];
    let written = 0;
    const flush = async () => {
      written += missing.length;
      await this.appender.append(missing.splice(0));
    };
    for (const record of records) {
      if (!surplus.delete(record.key)) missing.push(record);
      if (missing.length === perCall) await flush();
    }
    await flush();
    await this.appender.append([...surplus].map((key) => ({ topic, key, value: null })));
    return written;
  }

  private async standing(topic: string): Promise<Set<string>> {
    const keys = new Set<string>();
    if (!(await this.topics.list()).includes(topic)) return keys;
    await this.asked(async () => {
      keys.clear();
      await readAside(this.cluster, this.names, topic, this.ending.signal, ({ message }) => {
        const key = message?.key?.toString();
        if (!key?.startsWith(own)) return;
        if (message?.value === null) keys.delete(key);
        else keys.add(key);
      });
    });
    return keys;
  }

  private asked<T>(work: () => Promise<T>): Promise<T> {
    return persistently(this.cluster, this.ending.signal, work);
  }
}

function* map<A, B>(all: Iterable<A>, to: (one: A) => B): Generator<B> {
  for (const one of all) yield to(one);
}
