import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Admin, Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import { skip } from '../log.js';
import { eventOf, eventually, Heard, nameOf, series } from '../log-kit.contract.js';
import { type Brokers, brokers, openKafka } from './kafka-kit.contract.js';

/** What the Kafka log promises beyond the port, seen by a plain client of the same broker. */
describe('the log on Kafka', () => {
  let kafka: Brokers;
  let logs: ReturnType<typeof openKafka>;
  let warned: string[];
  let admin: Admin;
  let producer: Producer;

  beforeAll(async () => {
    kafka = await brokers(process.env.KAFKA_BROKERS);
    const plain = new Kafka({ brokers: [...kafka.list], logLevel: logLevel.NOTHING });
    admin = plain.admin();
    producer = plain.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await Promise.all([admin.connect(), producer.connect()]);
  }, 90_000);
  afterAll(async () => {
    await Promise.all([admin.disconnect(), producer.disconnect()]);
    await kafka.close();
  }, 30_000);
  beforeEach(() => {
    warned = [];
    logs = openKafka({ brokers: kafka.list, refreshMs: 1000, warn: (message) => warned.push(message) });
  });
  afterEach(() => logs.close(), 60_000);

  it('writes CloudEvents in structured mode, keyed, on compacted topics', async () => {
    const log = await logs.open();
    const event = eventOf('thing', 'a', 1);
    await log.append([event]);
    const name = `${logs.prefix}thing`;
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: 2, name, configNames: ['cleanup.policy', 'min.compaction.lag.ms'] }],
    });
    const settings = Object.fromEntries(resources[0]?.configEntries.map((e) => [e.configName, e.configValue]) ?? []);
    expect(settings).toEqual({ 'cleanup.policy': 'compact', 'min.compaction.lag.ms': '86400000' });
    const plain = new Kafka({ brokers: [...kafka.list], logLevel: logLevel.NOTHING });
    const consumer = plain.consumer({ groupId: `${logs.prefix}outsider`, maxWaitTimeInMs: 200 });
    const got: unknown[] = [];
    await consumer.subscribe({ topic: name, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message: { key, value, headers } }) =>
        void got.push([key?.toString(), JSON.parse(value?.toString() ?? ''), headers?.['content-type']?.toString()]),
    });
    await eventually(async () => got.length > 0);
    await consumer.disconnect();
    expect(got).toEqual([['a', event, 'application/cloudevents+json; charset=utf-8']]);
  }, 60_000);

  it('leaves the topics and groups of other prefixes alone', async () => {
    const others = openKafka({ brokers: kafka.list });
    const [mine, other] = await Promise.all([logs.open(), others.open()]);
    const [here, there] = [new Heard(async (events) => events.map(nameOf).map(skip)), new Heard()];
    await mine.append(series('thing', 'a', 2));
    await other.append(series('thing', 'b', 2));
    await mine.subscribe('group', ['thing'], here.handle);
    await other.subscribe('group', ['thing'], there.handle);
    await Promise.all([here.has('a2'), there.has('b2')]);
    expect([here.names, there.names]).toEqual([
      ['a1', 'a2'],
      ['b1', 'b2'],
    ]);
    await eventually(async () => (await mine.deadLetters({ limit: 9 })).length === 2);
    expect(await other.deadLetters({ limit: 9 })).toEqual([]);
    await eventually(async () => (await other.lag()).length === 1);
    await others.close();
  }, 60_000);

  it('sets aside what others wrote that is no event, with its text, and passes tombstones; tails leave both out', async () => {
    const log = await logs.open();
    await log.append([eventOf('thing', 'a', 1)]);
    const messages = [
      { key: 'a', value: 'not JSON' },
      { key: 'a', value: '{"some":"thing"}' },
      { key: 'a', value: null },
    ];
    await producer.send({ topic: `${logs.prefix}thing`, messages });
    await log.append([eventOf('thing', 'a', 2)]);
    const [group, tail] = [new Heard(), new Heard()];
    await log.subscribe('group', ['thing'], group.handle);
    await log.tail(['thing'], '', async (events) => void (await tail.handle(events)));
    await Promise.all([group.has('a2'), tail.has('a2')]);
    expect([group.names, tail.names]).toEqual([
      ['a1', 'a2'],
      ['a1', 'a2'],
    ]);
    const letters = await eventually(async () => {
      const found = await log.deadLetters({ group: 'group', limit: 9 });
      return found.length === 2 && found;
    });
    expect(letters.map(({ event }) => event.data)).toEqual(['not JSON', '{"some":"thing"}']);
    expect(letters[0]?.reason).toMatch(/thing\/\d\/1 is no event/);
    expect(warned.filter((message) => message.includes('is no event'))).toHaveLength(2);
  }, 60_000);

  it('hears partitions that are added later', async () => {
    const log = await logs.open();
    const [group, tail] = [new Heard(), new Heard()];
    await log.append([eventOf('thing', 'a', 1)]);
    await log.subscribe('group', ['thing'], group.handle);
    const tailing = await log.tail(['thing'], '', async (events) => void (await tail.handle(events)));
    await Promise.all([group.has('a1'), tail.has('a1')]);
    const topic = `${logs.prefix}thing`;
    await admin.createPartitions({ topicPartitions: [{ topic, count: 8 }] });
    const added = eventOf('thing', 'new', 1);
    const message = { key: 'new', value: JSON.stringify(added), partition: 7 };
    await eventually(async () => {
      try {
        await producer.send({ topic, messages: [message] });
        return true;
      } catch {
        return false;
      }
    });
    await Promise.all([group.has('new1'), tail.has('new1')]);
    await eventually(async () => {
      const end = JSON.parse(await log.end(['thing'])) as { thing: object };
      return Object.keys(end.thing).length === 8;
    });
    await tailing.reached(await log.end(['thing']));
  }, 60_000);

  it('carries large events and calls of many megabytes', async () => {
    const log = await logs.open();
    const large = series('thing', 'a', 4).map((event) => ({ ...event, data: '海'.repeat(800_000) }));
    await log.append(large);
    const [group, tail] = [new Heard(), new Heard()];
    await log.subscribe('group', ['thing'], group.handle);
    await log.tail(['thing'], '', async (events) => void (await tail.handle(events)));
    await Promise.all([group.has('a4'), tail.has('a4')]);
    expect([group.names, tail.names]).toEqual([large.map(nameOf), large.map(nameOf)]);
    const tooLarge = { ...eventOf('thing', 'a', 5), data: 'x'.repeat(8_000_000) };
    await expect(log.append([tooLarge])).rejects.toThrow('thing/a/5 is too large');
  }, 60_000);

  it('moves no group that has members in another process', async () => {
    const [one, two] = await Promise.all([logs.open(), logs.open()]);
    const heard = new Heard();
    await one.append([eventOf('thing', 'a', 1)]);
    await one.subscribe('group', ['thing'], heard.handle);
    await heard.has('a1');
    await eventually(async () => (await one.lag('group')).every(({ events }) => events === 0));
    await expect(two.reset('group', '')).rejects.toThrow('group is subscribed in another process');
    await expect(two.reset('nobody', '')).rejects.toThrow('no group nobody');
  }, 60_000);

  it('keeps a replayed letter out of the lag once it is settled', async () => {
    const log = await logs.open();
    let refuse = true;
    const heard = new Heard(async (events) => (refuse ? events.map(nameOf).map(skip) : undefined));
    await log.append([eventOf('thing', 'a', 1)]);
    await log.subscribe('group', ['thing'], heard.handle);
    const [letter] = await eventually(async () => {
      const found = await log.deadLetters({ group: 'group', limit: 9 });
      return found.length === 1 && found;
    });
    refuse = false;
    await log.replayDeadLetter(letter?.id ?? '');
    await heard.until((handled) => handled.length === 2);
    await eventually(
      async () => JSON.stringify(await log.lag('group')) === '[{"group":"group","topic":"thing","events":0}]',
    );
  }, 60_000);

  it('is refused by every call once it is closed', async () => {
    const log = await logs.open();
    await log.close();
    await log.close();
    const calls = [
      () => log.append([eventOf('t', 'a', 1)]),
      () => log.subscribe('g', ['t'], async () => {}),
      () => log.tail(['t'], '', () => {}),
      () => log.end(['t']),
      () => log.lag(),
      () => log.reset('g', ''),
      () => log.deadLetters({ limit: 1 }),
      () => log.deadLetter('1'),
      () => log.deadLetterCounts(1),
      () => log.replayDeadLetter('1'),
      () => log.dropDeadLetter('1'),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow('the event log is closed');
  });

  it('refuses what makes no sense', async () => {
    const log = await logs.open();
    const handle = async () => {};
    await expect(log.subscribe('', ['t'], handle)).rejects.toThrow('name');
    await expect(log.subscribe('g', [], handle)).rejects.toThrow('topic');
    await expect(log.subscribe('g', ['t'], handle, { batch: 1001 })).rejects.toThrow('1 to 1000');
    await expect(log.subscribe('g', ['t'], handle, { tries: 0 })).rejects.toThrow('1 or more');
    await expect(log.subscribe('g', ['retry.g'], handle)).rejects.toThrow('belongs to the log');
    await expect(log.tail([], '', handle)).rejects.toThrow('topic');
    await expect(log.tail(['t'], '77', handle)).rejects.toThrow('no position');
    await expect(log.append([eventOf('dead.g', 'a', 1)])).rejects.toThrow('belongs to the log');
    await expect(log.append([eventOf('two words', 'a', 1)])).rejects.toThrow('no topic name');
  });
});
