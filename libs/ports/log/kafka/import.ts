import type { LogEvent } from '#ports/event';
import type { KeptAside } from '../kept.js';
import type { DeadLetter, Position } from '../log.js';
import { type KafkaLogOptions, persistently } from './client.js';
import { type Connected, closeConnected, openConnected } from './connected.js';
import { edges, readAside } from './fetching.js';
import { again, letter } from './letters.js';
import { Offsets } from './position.js';
import { type Outgoing, outgoing } from './records.js';

/** Keys of what this import has written into the topics of dead letters and retries begin with it. */
const own = 'move/';
const perCall = 100;

/**
 * Writes what another log kept to Kafka while no process uses it yet: events, the places of groups, dead letters and what
 * is set aside. Topics and group names are those without prefix. All methods throw Unavailable when no broker answers.
 */
export class KafkaImport {
  private constructor(private readonly broker: Connected) {}

  static async open(options: KafkaLogOptions): Promise<KafkaImport> {
    return new KafkaImport(await openConnected(options));
  }

  /** Of the broker's cluster, the same for all its brokers and over restarts. */
  async clusterId(): Promise<string> {
    return (await this.asked(() => this.broker.admin.describeCluster())).clusterId;
  }

  /** Those of the topics, and of the groups' own topics, that hold or held records. */
  async filled(topics: readonly string[], groups: readonly string[]): Promise<string[]> {
    const asides = groups.flatMap((group) => [this.broker.names.retry(group), this.broker.names.dead(group)]);
    const there = new Set(await this.broker.topics.list());
    const known = [...topics, ...asides].filter((topic) => there.has(topic));
    if (known.length === 0) return [];
    const ends = await this.asked(() => edges(this.broker.cluster, this.broker.names, known, 'end'));
    return known.filter((topic) => ends.some((end) => end.topic === topic && end.next > 0));
  }

  /** Those of the groups that have members now. */
  async busy(groups: readonly string[]): Promise<string[]> {
    if (groups.length === 0) return [];
    const ids = groups.map((group) => this.broker.names.full(group));
    const described = await this.asked(() => this.broker.admin.describeGroups(ids));
    const busy = described.groups.filter(({ members }) => members.length > 0);
    return busy.flatMap(({ groupId }) => this.broker.names.short(groupId) ?? []);
  }

  /** In the given order; resolves when durable. At most 10,000. */
  async append(events: readonly LogEvent[]): Promise<void> {
    await this.broker.appender.append(outgoing(events));
  }

  /** The position after everything on the topic, which is made when it is missing. */
  async end(topic: string): Promise<Position> {
    return (await this.broker.progress.end([topic])).encode();
  }

  /** Whether the topic still reaches to where it reached before. */
  async covers(topic: string, position: Position): Promise<boolean> {
    const there = (await this.broker.topics.list()).includes(topic);
    const ends = there ? await this.broker.progress.end([topic]) : new Offsets();
    return ends.cover(Offsets.decode(position), () => true);
  }

  /** Places a group that has no members: on each topic at the position given, '' for its start. */
  async place(group: string, positions: ReadonlyMap<string, Position>): Promise<void> {
    const to = new Offsets();
    const ends = await this.broker.progress.end([...positions.keys()]);
    for (const [topic, partition] of ends.entries()) {
      to.set(topic, partition, Offsets.decode(positions.get(topic) ?? '').get(topic, partition));
    }
    await this.broker.progress.place(group, to);
  }

  /** Makes the letters that this import has written for the group these. Answers how many were written. */
  async setLetters(group: string, letters: Iterable<DeadLetter>): Promise<number> {
    return this.makeStand(
      this.broker.names.dead(group),
      map(letters, ({ id, reason, at, event }) => letter(this.broker.names, group, own + id, { reason, at, event })),
    );
  }

  /** Makes what this import has set aside for the group these. Answers how many were written. */
  async setAsides(group: string, asides: Iterable<KeptAside>): Promise<number> {
    return this.makeStand(
      this.broker.names.retry(group),
      map(asides, (aside) => again(this.broker.names, group, own + aside.id, aside)),
    );
  }

  close(): Promise<void> {
    return closeConnected(this.broker);
  }

  /** Writes the records that do not stand in their topic yet; takes back those of an earlier run that are not among them. */
  private async makeStand(topic: string, records: Iterable<Outgoing>): Promise<number> {
    const surplus = await this.standing(topic);
    const missing: Outgoing[] = [];
    let written = 0;
    const flush = async () => {
      written += missing.length;
      await this.broker.appender.append(missing.splice(0));
    };
    for (const record of records) {
      if (!surplus.delete(record.key)) missing.push(record);
      if (missing.length === perCall) await flush();
    }
    await flush();
    await this.broker.appender.append([...surplus].map((key) => ({ topic, key, value: null })));
    return written;
  }

  private async standing(topic: string): Promise<Set<string>> {
    const keys = new Set<string>();
    if (!(await this.broker.topics.list()).includes(topic)) return keys;
    await this.asked(async () => {
      keys.clear();
      await readAside(this.broker.cluster, this.broker.names, topic, this.broker.ending.signal, ({ message }) => {
        const key = message?.key?.toString();
        if (!key?.startsWith(own)) return;
        if (message?.value === null) keys.delete(key);
        else keys.add(key);
      });
    });
    return keys;
  }

  private asked<T>(work: () => Promise<T>): Promise<T> {
    return persistently(this.broker.cluster, this.broker.ending.signal, work);
  }
}

function* map<A, B>(all: Iterable<A>, to: (one: A) => B): Generator<B> {
  for (const one of all) yield to(one);
}
