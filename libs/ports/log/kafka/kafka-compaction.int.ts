import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cluster } from 'kafkajs';
import { eventOf, Heard, nameOf } from '../log-kit.contract.js';
import { connectTo, openCluster } from './client.js';
import { edges, type Fetched, fetchFrom, leaders } from './fetching.js';
import { type Brokers, brokers, openKafka } from './kafka-kit.contract.js';
import { Names } from './names.js';

/** One partition with small segments, compacted as soon as the broker's cleaner comes by (every 15 s). */
const topicSettings = {
  'segment.bytes': '1048576',
  'min.compaction.lag.ms': '0',
  'min.cleanable.dirty.ratio': '0.01',
};
const topic = 'thing';
const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
/** 700 KB in one record batch, so that each round has a segment of its own. */
const round = (n: number) => keys.map((key) => ({ ...eventOf(topic, key, n), data: 'x'.repeat(100_000) }));

describe('gaps that compaction leaves', () => {
  let kafka: Brokers;
  let logs: ReturnType<typeof openKafka>;
  let cluster: Cluster;

  beforeAll(async () => {
    kafka = await brokers(process.env.KAFKA_BROKERS);
    logs = openKafka({ brokers: kafka.list, partitions: 1, topicSettings });
    cluster = await openCluster(connectTo({ brokers: kafka.list, clientId: 'compaction' }), 30_000);
  }, 90_000);

  afterAll(async () => {
    await logs.close();
    await cluster.disconnect();
    await kafka.close();
  }, 30_000);

  async function at(next: number): Promise<Fetched[]> {
    const names = new Names(logs.prefix);
    const [nodeId] = (await leaders(cluster, names, [topic])).keys();
    return fetchFrom(await cluster.findBroker({ nodeId: nodeId ?? '' }), names, [{ topic, partition: 0, next }], 500);
  }

  it('are passed by groups and tails, and do not keep reached() from coming true', async () => {
    const writer = await logs.open();
    await writer.append(round(1));
    const middle = await writer.end([topic]);
    await writer.close();
    const log = await logs.open();
    for (const n of [2, 3]) await log.append(round(n));
    // The broker keeps the emptied batch of a producer that has written nothing since: a segment without a record.
    const gap = await until(
      () => at(0),
      (fetched) => fetched.every(({ message }) => message === undefined),
    );
    expect(gap.map(({ next, message }) => [next, message])).toEqual([[keys.length, undefined]]);
    const [end] = await edges(cluster, new Names(logs.prefix), [topic], 'end');
    expect(end?.next).toBe(3 * keys.length);

    const [group, tail] = [new Heard(), new Heard()];
    await log.subscribe('group', [topic], group.handle);
    const tailing = await log.tail([topic], '', async (events) => void (await tail.handle(events)));
    await tailing.reached(middle);
    await tailing.reached(await log.end([topic]));
    const left = [...round(2), ...round(3)].map(nameOf);
    await group.all(left);
    expect([group.names, tail.names]).toEqual([left, left]);
  }, 120_000);

  it('do not hold back a tail that resumes within one', async () => {
    const log = await logs.open();
    const heard = new Heard();
    const from = JSON.stringify({ [topic]: { 0: 3 } });
    const tail = await log.tail([topic], from, async (events) => void (await heard.handle(events)));
    await tail.reached(await log.end([topic]));
    expect(heard.names).toEqual([...round(2), ...round(3)].map(nameOf));
  }, 60_000);

  it('past which nothing is: a tail beyond the end of a topic made anew comes back to its start', async () => {
    const log = await logs.open();
    const heard = new Heard();
    const from = JSON.stringify({ [topic]: { 0: 1000 } });
    await log.tail([topic], from, async (events) => void (await heard.handle(events)));
    await heard.has('g3');
    expect(heard.names).toEqual([...round(2), ...round(3)].map(nameOf));
  }, 60_000);
});

async function until<T>(look: () => Promise<T>, done: (found: T) => boolean): Promise<T> {
  for (const end = Date.now() + 90_000; ; ) {
    const found = await look();
    if (done(found)) return found;
    if (Date.now() > end) throw new Error('the broker has not compacted the topic');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
