import { AssignerProtocol, type Broker, type Cluster } from 'kafkajs';
import type { Lag } from '../log.js';
import { kafkaCode, persistently } from './client.js';
import { edges } from './fetching.js';
import type { Names } from './names.js';
import { Offsets } from './position.js';
import type { Topics } from './topics.js';

/** kafkajs has it, its types leave it out. */
type Leaving = Broker & { leaveGroup(member: { groupId: string; memberId: string }): Promise<unknown> };

interface Described {
  readonly groups: readonly { readonly members: readonly { readonly memberAssignment: Buffer }[] }[];
}

/** What the broker keeps of the groups: how far each has come. */
export class Progress {
  constructor(
    private readonly cluster: Cluster,
    private readonly names: Names,
    private readonly topics: Topics,
    private readonly signal: AbortSignal,
  ) {}

  /** The end of the topics, which are made where missing. */
  async end(topics: readonly string[]): Promise<Offsets> {
    await this.topics.ensure(topics);
    const ends = new Offsets();
    const places = await persistently(this.cluster, this.signal, () => edges(this.cluster, this.names, topics, 'end'));
    for (const { topic, partition, next } of places) ends.set(topic, partition, next);
    return ends;
  }

  /** How far a group has come on each of its topics, those of `also` included; what was set aside shows under its own topic. */
  async lag(group: string, also: readonly string[]): Promise<Lag[]> {
    const committed = await this.committed(group);
    const retry = this.names.retry(group);
    const topics = [...new Set([...also, ...committed.topics(), ...(await this.assigned(group))])];
    if (topics.length === 0) return [];
    const there = new Set(await this.topics.list());
    const known = topics.filter((topic) => there.has(topic));
    const ends = await this.end(known);
    const firsts = await this.edge(known, 'first');
    const lag = known.map((topic): Lag => {
      let events = 0;
      for (const [of, partition, end] of ends.entries()) {
        if (of !== topic) continue;
        events += Math.max(0, end - Math.max(committed.get(topic, partition), firsts.get(topic, partition)));
      }
      return { group, topic, events };
    });
    return lag.filter(({ topic, events }) => topic !== retry || events > 0);
  }

  /** Moves a group without members. '' is the start of all its topics; topics that the position does not name stay. */
  async reset(group: string, to: Offsets): Promise<void> {
    const committed = await this.committed(group);
    const known = committed.topics().filter((topic) => topic !== this.names.retry(group));
    if (known.length === 0) throw new Error(`there is no group ${group}`);
    const firsts = await this.edge(known, 'first');
    const everywhere = to.topics().length === 0;
    const moved = new Offsets();
    for (const [topic, partition, first] of firsts.entries()) {
      if (everywhere || to.has(topic)) moved.set(topic, partition, Math.max(first, to.get(topic, partition)));
    }
    await this.place(group, moved);
  }

  /** Places a group without members, known before or not, on exactly these topics. */
  async place(group: string, to: Offsets): Promise<void> {
    if (to.topics().length > 0) await this.commit(group, to);
  }

  /** Takes a member out of its group; one that is gone already is no error. `groupId` with prefix. */
  async bury(groupId: string, memberId: string): Promise<void> {
    await persistently(this.cluster, this.signal, async () => {
      const coordinator = (await this.cluster.findGroupCoordinator({ groupId })) as Leaving;
      try {
        await coordinator.leaveGroup({ groupId, memberId });
      } catch (error) {
        if (kafkaCode(error) !== 'UNKNOWN_MEMBER_ID') throw error;
      }
    });
  }

  /** Short names of the groups of this installation that the broker knows. */
  async groups(list: () => Promise<{ groups: { groupId: string }[] }>): Promise<string[]> {
    const { groups } = await persistently(this.cluster, this.signal, list);
    return groups.flatMap(({ groupId }) => this.names.short(groupId) ?? []);
  }

  private async commit(group: string, to: Offsets): Promise<void> {
    const groupId = this.names.full(group);
    const topics = to.topics().map((topic) => {
      const own = [...to.entries()].filter(([of]) => of === topic);
      const partitions = own.map(([, partition, next]) => ({ partition, offset: String(next), metadata: '' }));
      return { topic: this.names.full(topic), partitions };
    });
    await persistently(this.cluster, this.signal, async () => {
      const coordinator = await this.cluster.findGroupCoordinator({ groupId });
      try {
        await coordinator.offsetCommit({ groupId, groupGenerationId: -1, memberId: '', topics });
        return undefined;
      } catch (error) {
        if (kafkaCode(error) === 'UNKNOWN_MEMBER_ID') return 'subscribed';
        throw error;
      }
    }).then((refused) => {
      if (refused) throw new Error(`group ${group} is subscribed in another process; close it before you move it`);
    });
  }

  /** Topics that the members of a group read now, in whatever process: one that has handled nothing yet has no offsets. */
  private async assigned(group: string): Promise<string[]> {
    const groupId = this.names.full(group);
    const { groups }: Described = await persistently(this.cluster, this.signal, async () => {
      const coordinator = await this.cluster.findGroupCoordinator({ groupId });
      return coordinator.describeGroups({ groupIds: [groupId] });
    });
    const topics = groups.flatMap(({ members }) =>
      members.flatMap(({ memberAssignment }) =>
        memberAssignment.length === 0
          ? []
          : Object.keys(AssignerProtocol.MemberAssignment.decode(memberAssignment)?.assignment ?? {}),
      ),
    );
    return topics.flatMap((topic) => this.names.short(topic) ?? []);
  }

  private async committed(group: string): Promise<Offsets> {
    const groupId = this.names.full(group);
    const { responses } = await persistently(this.cluster, this.signal, async () => {
      const coordinator = await this.cluster.findGroupCoordinator({ groupId });
      return coordinator.offsetFetch({ groupId, topics: [] });
    });
    const offsets = new Offsets();
    for (const { topic, partitions } of responses) {
      const short = this.names.short(topic);
      if (short === undefined) continue;
      for (const { partition, offset } of partitions) {
        if (Number(offset) >= 0) offsets.set(short, partition, Number(offset));
      }
    }
    return offsets;
  }

  private async edge(topics: readonly string[], edge: 'first' | 'end'): Promise<Offsets> {
    const offsets = new Offsets();
    const places = await persistently(this.cluster, this.signal, () => edges(this.cluster, this.names, topics, edge));
    for (const { topic, partition, next } of places) offsets.set(topic, partition, next);
    return offsets;
  }
}
