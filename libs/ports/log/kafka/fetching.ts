import type { Broker, Cluster } from 'kafkajs';
import type { Names } from './names.js';
import type { Incoming } from './records.js';

/** A partition and where to read it. `topic` is the short name. */
export interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly next: number;
}

export interface Fetched {
  readonly topic: string;
  readonly partition: number;
  /** The record; undefined for what only moves the position, such as records that compaction has taken. */
  readonly message: Incoming | undefined;
  /** Where to read on after it. */
  readonly next: number;
}

interface Answer {
  readonly responses: readonly {
    readonly topicName: string;
    readonly partitions: readonly {
      readonly partition: number;
      readonly messages: readonly (Incoming & { readonly isControlRecord?: boolean })[];
    }[];
  }[];
}

const perPartition = 1_000_000;
const perRequest = 4_000_000;

/** Reads on at the given places, all led by one broker; waits up to `wait` ms for the first record. */
export async function fetchFrom(
  broker: Broker,
  names: Names,
  places: readonly Place[],
  wait: number,
): Promise<Fetched[]> {
  const answer: Answer = await broker.fetch({
    maxWaitTime: wait,
    minBytes: 1,
    maxBytes: perRequest,
    topics: places.map(({ topic, partition, next }) => ({
      topic: names.full(topic),
      partitions: [{ partition, fetchOffset: String(next), maxBytes: perPartition }],
    })),
  });
  const from = new Map(places.map((place) => [`${place.topic}/${place.partition}`, place.next]));
  const fetched: Fetched[] = [];
  for (const { topicName, partitions } of answer.responses) {
    const topic = names.short(topicName);
    if (topic === undefined) continue;
    for (const { partition, messages } of partitions) {
      const first = from.get(`${topic}/${partition}`) ?? 0;
      for (const message of messages) {
        const offset = Number(message.offset);
        // A broker answers with whole record batches: what stands before the place asked for is known.
        if (offset < first) continue;
        fetched.push({
          topic,
          partition,
          next: offset + 1,
          message: message.isControlRecord === true ? undefined : message,
        });
      }
    }
  }
  return fetched;
}

/** The partitions of the topics by the id of the broker that leads them, -1 for none. Reads the metadata anew. */
export async function leaders(
  cluster: Cluster,
  names: Names,
  topics: readonly string[],
): Promise<Map<string, { topic: string; partition: number }[]>> {
  await cluster.addMultipleTargetTopics(topics.map((topic) => names.full(topic)));
  await cluster.refreshMetadata();
  const byNode = new Map<string, { topic: string; partition: number }[]>();
  for (const topic of topics) {
    for (const { partitionId, leader } of cluster.findTopicPartitionMetadata(names.full(topic))) {
      const led = byNode.get(String(leader)) ?? [];
      led.push({ topic, partition: partitionId });
      byNode.set(String(leader), led);
    }
  }
  return byNode;
}

/** First or last offsets of all partitions of the topics, short names in and out. */
export async function edges(
  cluster: Cluster,
  names: Names,
  topics: readonly string[],
  edge: 'first' | 'end',
): Promise<Place[]> {
  await cluster.addMultipleTargetTopics(topics.map((topic) => names.full(topic)));
  await cluster.refreshMetadataIfNecessary();
  const answer = await cluster.fetchTopicsOffset(
    topics.map((topic) => ({
      topic: names.full(topic),
      partitions: cluster
        .findTopicPartitionMetadata(names.full(topic))
        .map(({ partitionId }) => ({ partition: partitionId })),
      fromBeginning: edge === 'first',
    })),
  );
  return answer.flatMap(({ topic, partitions }) =>
    partitions.map(({ partition, offset }) => ({
      topic: names.short(topic) ?? topic,
      partition,
      next: Number(offset),
    })),
  );
}

/** Reads a topic of one partition, such as those of retries and dead letters, from its first record to its last. */
export async function readAside(
  cluster: Cluster,
  names: Names,
  topic: string,
  signal: AbortSignal,
  see: (record: Fetched) => void,
): Promise<void> {
  const [end] = await edges(cluster, names, [topic], 'end');
  const [first] = await edges(cluster, names, [topic], 'first');
  const [nodeId] = (await leaders(cluster, names, [topic])).keys();
  if (!end || !first || nodeId === undefined) return;
  for (let next = first.next; next < end.next && !signal.aborted; ) {
    const broker = await cluster.findBroker({ nodeId });
    for (const record of await fetchFrom(broker, names, [{ topic, partition: 0, next }], 100)) {
      see(record);
      next = record.next;
    }
  }
}
