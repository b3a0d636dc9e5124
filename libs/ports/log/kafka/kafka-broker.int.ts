import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogEvent } from '#ports/event';
import { isUnavailable } from '#ports/unavailable';
import { eventOf, eventually, firsts, Heard, nameOf, series } from '../log-kit.contract.js';
import { type Broker, openKafka, servers } from './kafka-kit.contract.js';
import { KafkaLog } from './kafka-log.js';

/** A broker of its own, for it is killed here. */
describe('a broker that is killed and comes back', () => {
  let folder: string;
  let broker: Broker;
  let start: () => Promise<Broker>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rulian-kafka-kill-'));
    const { startKafka, freePort } = await servers();
    const [port, controllerPort] = [await freePort(), await freePort()];
    start = () => startKafka({ folder, port, controllerPort });
    broker = await start();
  }, 90_000);

  afterAll(async () => {
    await broker.kill();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  it('loses nothing it has acknowledged; groups, tails and senders go on by themselves', async () => {
    const warned: string[] = [];
    const logs = openKafka({ brokers: [broker.url], warn: (message) => warned.push(message) });
    const log = await logs.open();
    const [group, tail] = [new Heard(), new Heard()];
    await log.subscribe('group', ['thing'], group.handle);
    const tailing = await log.tail(['thing'], '', async (events) => void (await tail.handle(events)));
    const load = new Load(log, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
    await load.until(200);
    await broker.kill();
    await eventually(async () => load.refused > 0);
    broker = await start();
    await load.until(load.acknowledged + 200);
    await load.end();
    const all = load.names();
    await Promise.all([group.all(all), tail.all(all)]);
    for (const heard of [group, tail]) {
      expect(new Set(heard.names)).toEqual(new Set(all));
      for (const key of load.keys) {
        expect(firsts(heard.of(key))).toEqual(series('thing', key, load.sent).map(nameOf));
      }
    }
    await tailing.reached(await log.end(['thing']));
    await eventually(async () => (await log.lag('group')).every(({ events }) => events === 0));
    expect(warned).toEqual(expect.arrayContaining([expect.stringContaining('could not be appended')]));
    await logs.close();
  }, 150_000);

  it('refuses with Unavailable while it is away, also who opens a log', async () => {
    const logs = openKafka({ brokers: [broker.url] });
    const log = await logs.open();
    await log.append([eventOf('thing', 'z', 1)]);
    await broker.kill();
    const calls = [
      () => log.append([eventOf('thing', 'z', 2)]),
      () => log.append([eventOf('thing', 'z', 3)]),
      () => log.end(['thing']),
      () => log.subscribe('late', ['never-made'], async () => {}),
      () => KafkaLog.open({ brokers: [broker.url], clientId: 'late' }),
    ];
    const refusals = await Promise.allSettled(calls.map((call) => call()));
    expect(refusals.map((end) => end.status === 'rejected' && isUnavailable(end.reason))).toEqual(
      calls.map(() => true),
    );
    broker = await start();
    await eventually(async () => {
      try {
        await log.append([eventOf('thing', 'z', 4)]);
        return true;
      } catch (error) {
        if (isUnavailable(error)) return false;
        throw error;
      }
    });
    await logs.close();
  }, 150_000);
});

/** Appends one event of every key after the other, again what was refused, as the store's sender does. */
class Load {
  acknowledged = 0;
  refused = 0;
  sent = 0;
  private ending = false;
  private readonly loop: Promise<void>;

  constructor(
    private readonly log: KafkaLog,
    readonly keys: readonly string[],
  ) {
    this.loop = this.run();
  }

  async until(count: number): Promise<void> {
    const end = Date.now() + 60_000;
    while (this.acknowledged < count) {
      if (Date.now() > end) throw new Error(`only ${this.acknowledged} of ${count} were acknowledged`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async end(): Promise<void> {
    this.ending = true;
    await this.loop;
  }

  names(): string[] {
    return this.keys.flatMap((key) => series('thing', key, this.sent).map(nameOf));
  }

  private async run(): Promise<void> {
    while (!this.ending) {
      const n = this.sent + 1;
      await this.through(this.keys.map((key) => eventOf('thing', key, n)));
      this.sent = n;
    }
  }

  private async through(events: readonly LogEvent[]): Promise<void> {
    for (;;) {
      try {
        await this.log.append(events);
        this.acknowledged += events.length;
        return;
      } catch (error) {
        if (!isUnavailable(error)) throw error;
        this.refused += 1;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
}
