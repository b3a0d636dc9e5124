import type { Cluster } from 'kafkajs';
import type { LogEvent } from '#ports/event';
import type { DeadLetter, LetterCount } from '../log.js';
import type { Appender } from './appender.js';
import { persistently } from './client.js';
import { edges, type Fetched, fetchFrom, leaders } from './fetching.js';
import type { Names } from './names.js';
import type { Outgoing } from './records.js';
import { type Standing, StandingLetters } from './standing.js';
import type { Topics } from './topics.js';
import { Turn } from './turn.js';

/** What a letter is on the broker: the key is the place of the failed record, so that a repeat replaces it. */
interface Body {
  readonly reason: string;
  readonly at: string;
  readonly event: LogEvent;
}

type Order = Pick<Standing, 'written' | 'offset' | 'group'>;

/** `written-offset-group`, so that ids sort as the letters came, also over several groups. */
const idOf = ({ written, offset, group }: Order) => `${written}-${offset}-${group}`;

export function letter(names: Names, group: string, key: string, body: Body): Outgoing {
  return { topic: names.dead(group), key, value: JSON.stringify(body) };
}

/** An event that a group is to hear once more, not before `due` (ms since the epoch). */
export function again(
  names: Names,
  group: string,
  key: string,
  { event, attempts, due }: { event: LogEvent; attempts: number; due: number },
): Outgoing {
  const headers = { attempts: String(attempts), due: String(due) };
  return { topic: names.retry(group), key, value: JSON.stringify(event), headers };
}

/**
 * The dead letters of all groups, each group's in a topic of its own; any process can list, replay and drop them.
 *
 * What a call costs: the first one in a process reads every such topic from its start, a request a megabyte; later ones ask
 * where the topics end (some requests for all of them together) and read what was added since. The letters of a page are
 * then fetched where they stand: one request where they lie together, at most one a letter.
 */
export class Letters {
  private readonly views = new Map<string, StandingLetters>();
  private readonly turn = new Turn();
  private waiting: Promise<void> | undefined;

  constructor(
    private readonly cluster: Cluster,
    private readonly names: Names,
    private readonly topics: Topics,
    private readonly appender: Appender,
    private readonly signal: AbortSignal,
  ) {}

  async list({ group, after, limit }: { group?: string; after?: string; limit: number }): Promise<DeadLetter[]> {
    await this.refresh();
    const views = group === undefined ? [...this.views.values()] : [this.views.get(group)];
    const from = after === undefined ? undefined : parse(after);
    const rest = views
      .flatMap((view) => [...(view?.all() ?? [])])
      .filter((standing) => !from || oldestFirst(standing, from) > 0)
      .sort(oldestFirst);
    const letters: DeadLetter[] = [];
    // A letter that was settled since the refresh is not there any more: the next one takes its place.
    for (let at = 0; at < rest.length && letters.length < limit; ) {
      const part = rest.slice(at, at + limit - letters.length);
      at += part.length;
      letters.push(...(await this.bodies(part)));
    }
    return letters;
  }

  async read(id: string): Promise<DeadLetter | undefined> {
    const standing = await this.find(id);
    return standing && (await this.bodies([standing]))[0];
  }

  async counts(cap: number): Promise<LetterCount[]> {
    await this.refresh();
    return [...this.views]
      .map(([group, { size }]) => ({ group, letters: Math.min(size, cap) }))
      .filter(({ letters }) => letters > 0)
      .sort((one, other) => (one.group < other.group ? -1 : 1));
  }

  /** Writes the event for its group to hear again, then the tombstone: a crash in between delivers it twice. */
  async replay(id: string): Promise<boolean> {
    const standing = await this.find(id);
    const [found] = standing ? await this.bodies([standing]) : [];
    if (!standing || !found) return false;
    const { group, key } = standing;
    const value = JSON.stringify(found.event);
    await this.appender.append([{ topic: this.names.retry(group), key: `replay/${id}`, value }]);
    await this.appender.append([{ topic: this.names.dead(group), key, value: null }]);
    return true;
  }

  async drop(id: string): Promise<boolean> {
    const found = await this.find(id);
    if (!found) return false;
    await this.appender.append([{ topic: this.names.dead(found.group), key: found.key, value: null }]);
    return true;
  }

  private async find(id: string): Promise<Standing | undefined> {
    const wanted = parse(id);
    if (!wanted) return undefined;
    await this.refresh();
    const standing = this.views.get(wanted.group)?.at(wanted.offset);
    return standing && idOf(standing) === id ? standing : undefined;
  }

  /** Afterwards the views hold all that was acknowledged before the call. Calls that wait share one reading. */
  private refresh(): Promise<void> {
    this.waiting ??= this.turn.take(() => {
      this.waiting = undefined;
      return this.readOn();
    });
    return this.waiting;
  }

  private async readOn(): Promise<void> {
    const topics = (await this.topics.list()).filter((topic) => this.names.groupOfDead(topic) !== undefined);
    const groups = new Set(topics.map((topic) => this.names.groupOfDead(topic)));
    for (const group of this.views.keys()) if (!groups.has(group)) this.views.delete(group);
    if (topics.length === 0) return;
    await persistently(this.cluster, this.signal, async () => {
      const read = await this.reader(topics);
      const firsts = await edges(this.cluster, this.names, topics, 'first');
      for (const end of await edges(this.cluster, this.names, topics, 'end')) {
        const first = firsts.find(({ topic }) => topic === end.topic);
        const group = this.names.groupOfDead(end.topic);
        if (!first || group === undefined) continue;
        const view = this.views.get(group) ?? new StandingLetters(group);
        this.views.set(group, view);
        await view.readOn(first, end, (next) => read(end.topic, next), isLetter);
      }
    });
  }

  /** The letters of these that still stand on the broker, in the given order. */
  private async bodies(wanted: readonly Standing[]): Promise<DeadLetter[]> {
    const found = new Map<string, DeadLetter | undefined>(wanted.map((standing) => [idOf(standing), undefined]));
    await persistently(this.cluster, this.signal, async () => {
      const read = await this.reader([...new Set(wanted.map(({ group }) => this.names.dead(group)))]);
      const upTo = new Map<string, number>();
      for (const { group, offset } of [...wanted].sort((one, other) => one.offset - other.offset)) {
        if (offset < (upTo.get(group) ?? 0)) continue;
        const records = await read(this.names.dead(group), offset);
        for (const record of records) take(record, group, found);
        upTo.set(group, records.at(-1)?.next ?? offset + 1);
      }
    });
    return wanted.flatMap((standing) => found.get(idOf(standing)) ?? []);
  }

  /** Looks up once who leads the topics. */
  private async reader(topics: readonly string[]): Promise<(topic: string, next: number) => Promise<Fetched[]>> {
    const led = [...(await leaders(this.cluster, this.names, topics))];
    return async (topic, next) => {
      if (this.signal.aborted) throw new Error('the event log is closed');
      const [nodeId = '-1'] = led.find(([, places]) => places.some((place) => place.topic === topic)) ?? [];
      const broker = await this.cluster.findBroker({ nodeId });
      return fetchFrom(broker, this.names, [{ topic, partition: 0, next }], 100);
    };
  }
}

/** Keeps a record's letter where it is one of those asked for. */
function take({ message }: Fetched, group: string, found: Map<string, DeadLetter | undefined>): void {
  if (!message) return;
  const id = idOf({ written: Number(message.timestamp), offset: Number(message.offset), group });
  const body = found.has(id) && message.value ? parsed(message.value.toString()) : undefined;
  if (body) found.set(id, { id, group, reason: body.reason, at: body.at, event: body.event });
}

const isLetter = (text: string): boolean => parsed(text) !== undefined;

/** Undefined for what this log has not written. */
function parsed(text: string): Body | undefined {
  try {
    const body = JSON.parse(text) as Partial<Body> | null;
    return body?.event && typeof body.reason === 'string' && typeof body.at === 'string' ? (body as Body) : undefined;
  } catch {
    return undefined;
  }
}

function oldestFirst(one: Order, other: Order): number {
  if (one.written !== other.written) return one.written - other.written;
  return one.group === other.group ? one.offset - other.offset : one.group < other.group ? -1 : 1;
}

function parse(id: string): Order | undefined {
  const [, written, offset, group] = /^(\d{1,15})-(\d{1,15})-(.+)$/.exec(id) ?? [];
  return group === undefined ? undefined : { written: Number(written), offset: Number(offset), group };
}
