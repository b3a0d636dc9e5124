import type { Cluster } from 'kafkajs';
import type { LogEvent } from '#ports/event';
import type { DeadLetter } from '../log.js';
import type { Appender } from './appender.js';
import { persistently } from './client.js';
import { type Fetched, readAside } from './fetching.js';
import type { Names } from './names.js';
import type { Outgoing } from './records.js';
import type { Topics } from './topics.js';

/** What a letter is on the broker: the key is the place of the failed record, so that a repeat replaces it. */
interface Body {
  readonly reason: string;
  readonly at: string;
  readonly event: LogEvent;
}

interface Stored extends Body {
  readonly key: string;
  readonly group: string;
  /** Broker's clock, ms since the epoch. */
  readonly written: number;
  readonly offset: number;
}

/** `written-offset-group`, so that ids sort as the letters came, also over several groups. */
const idOf = ({ written, offset, group }: Stored) => `${written}-${offset}-${group}`;

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

/** The dead letters of all groups, each group's in a topic of its own; any process can list, replay and drop them. */
export class Letters {
  constructor(
    private readonly cluster: Cluster,
    private readonly names: Names,
    private readonly topics: Topics,
    private readonly appender: Appender,
    private readonly signal: AbortSignal,
  ) {}

  async list({ group, after, limit }: { group?: string; after?: string; limit: number }): Promise<DeadLetter[]> {
    const groups = group === undefined ? await this.groups() : [group];
    const letters = (await Promise.all(groups.map((name) => this.of(name)))).flat().sort(oldestFirst);
    const from = after === undefined ? undefined : parse(after);
    const rest = from ? letters.filter((found) => oldestFirst(found, from) > 0) : letters;
    return rest.slice(0, limit).map((stored) => {
      const { reason, at, event } = stored;
      return { id: idOf(stored), group: stored.group, reason, at, event };
    });
  }

  /** Writes the event for its group to hear again, then the tombstone: a crash in between delivers it twice. */
  async replay(id: string): Promise<boolean> {
    const found = await this.find(id);
    if (!found) return false;
    const { group, key, event } = found;
    await this.appender.append([{ topic: this.names.retry(group), key: `replay/${id}`, value: JSON.stringify(event) }]);
    await this.appender.append([{ topic: this.names.dead(group), key, value: null }]);
    return true;
  }

  async drop(id: string): Promise<boolean> {
    const found = await this.find(id);
    if (!found) return false;
    await this.appender.append([{ topic: this.names.dead(found.group), key: found.key, value: null }]);
    return true;
  }

  private async groups(): Promise<string[]> {
    return (await this.topics.list()).flatMap((topic) => this.names.groupOfDead(topic) ?? []);
  }

  private async find(id: string): Promise<Stored | undefined> {
    const wanted = parse(id);
    if (!wanted) return undefined;
    return (await this.of(wanted.group)).find((stored) => stored.offset === wanted.offset);
  }

  /** The letters that stand, read from the first to the last record of the group's topic. */
  private async of(group: string): Promise<Stored[]> {
    const topic = this.names.dead(group);
    if (!(await this.topics.list()).includes(topic)) return [];
    const standing = new Map<string, Stored>();
    await persistently(this.cluster, this.signal, async () => {
      standing.clear();
      await readAside(this.cluster, this.names, topic, this.signal, (record) => note(standing, group, record));
    });
    return [...standing.values()];
  }
}

function note(standing: Map<string, Stored>, group: string, { message }: Fetched): void {
  const key = message?.key?.toString();
  if (!message || key === undefined) return;
  standing.delete(key);
  const body = message.value === null ? undefined : parsed(message.value.toString());
  if (!body) return;
  standing.set(key, { ...body, key, group, written: Number(message.timestamp), offset: Number(message.offset) });
}

/** Undefined for what this log has not written. */
function parsed(text: string): Body | undefined {
  try {
    const body = JSON.parse(text) as Partial<Body> | null;
    return body?.event && typeof body.reason === 'string' && typeof body.at === 'string' ? (body as Body) : undefined;
  } catch {
    return undefined;
  }
}

interface Order {
  readonly written: number;
  readonly offset: number;
  readonly group: string;
}

function oldestFirst(one: Order, other: Order): number {
  if (one.written !== other.written) return one.written - other.written;
  return one.group === other.group ? one.offset - other.offset : one.group < other.group ? -1 : 1;
}

function parse(id: string): Order | undefined {
  const [, written, offset, group] = /^(\d{1,15})-(\d{1,15})-(.+)$/.exec(id) ?? [];
  return group === undefined ? undefined : { written: Number(written), offset: Number(offset), group };
}
