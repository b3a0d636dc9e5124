import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LogEvent } from '#ports/event';
import { Unavailable } from '#ports/unavailable';
import { eventOf, eventually, firsts, Heard, nameOf, series } from '../log-kit.contract.js';
import { type Brokers, brokers, openKafka } from './kafka-kit.contract.js';

let kafka: Brokers;
let logs: ReturnType<typeof openKafka>;

beforeAll(async () => {
  kafka = await brokers(process.env.KAFKA_BROKERS);
}, 90_000);
afterAll(() => kafka.close(), 30_000);
beforeEach(() => {
  logs = openKafka({ brokers: kafka.list });
});
afterEach(() => logs.close(), 60_000);

const topic = 'thing';
const keys = Array.from({ length: 24 }, (_, i) => `k${i}-`);
const rounds = (from: number, to: number): LogEvent[] =>
  Array.from({ length: to - from + 1 }, (_, i) => keys.map((key) => eventOf(topic, key, from + i))).flat();

interface Call {
  readonly member: string;
  readonly names: readonly string[];
  readonly begun: number;
  ended: number;
}

/** Several members writing down who had what, when. */
class Record {
  readonly calls: Call[] = [];
  private clock = 0;

  /** A handler that takes `ms` and tells when its calls begin and end. */
  member(name: string, ms: number): Heard {
    return new Heard(async (events) => {
      const call = { member: name, names: events.map(nameOf), begun: ++this.clock, ended: Number.POSITIVE_INFINITY };
      this.calls.push(call);
      await new Promise((resolve) => setTimeout(resolve, ms));
      call.ended = ++this.clock;
    });
  }

  get names(): string[] {
    return this.calls.flatMap(({ names }) => names);
  }

  doubles(): string[] {
    return this.names.filter((name, place) => this.names.indexOf(name) !== place);
  }

  of(member: string): Call[] {
    return this.calls.filter((call) => call.member === member);
  }

  /** Pairs of calls of different members that held events of one key at the same time. */
  overlaps(): string[] {
    const found: string[] = [];
    for (const one of this.calls) {
      for (const other of this.calls) {
        if (one.member >= other.member || one.begun > other.ended || other.begun > one.ended) continue;
        const held = new Set(one.names.map(keyOf));
        found.push(...other.names.filter((name) => held.has(keyOf(name))));
      }
    }
    return found;
  }
}

const keyOf = (name: string) => name.slice(0, name.indexOf('-') + 1);

function expectOrder(names: readonly string[], last: number): void {
  const first = firsts(names);
  expect(first).toHaveLength(keys.length * last);
  for (const key of keys) {
    expect(first.filter((name) => name.startsWith(key))).toEqual(series(topic, key, last).map(nameOf));
  }
}

describe('members of a group', () => {
  it('share the partitions, and each event goes to one of them', async () => {
    const [one, two] = await Promise.all([logs.open(), logs.open()]);
    const record = new Record();
    await one.subscribe('group', [topic], record.member('one', 1).handle);
    await two.subscribe('group', [topic], record.member('two', 1).handle);
    let last = 0;
    await eventually(async () => {
      last += 1;
      await one.append(rounds(last, last));
      return record.of('one').length > 0 && record.of('two').length > 0;
    });
    const from = record.calls.length;
    await one.append(rounds(last + 1, last + 10));
    await eventually(async () => new Set(record.names).size === keys.length * (last + 10));
    const after = record.calls.slice(from);
    const shares = ['one', 'two'].map(
      (name) => new Set(after.filter((c) => c.member === name).flatMap((c) => c.names)),
    );
    expect(shares.map(({ size }) => size > 0)).toEqual([true, true]);
    expect(record.doubles()).toEqual([]);
    expectOrder(record.names, last + 10);
    expect(record.overlaps()).toEqual([]);
  }, 60_000);

  it('change in the middle of a batch: what is handled is committed first, nothing is lost, doubled or out of order', async () => {
    const [one, two, three] = await Promise.all([logs.open(), logs.open(), logs.open()]);
    const record = new Record();
    const first = record.member('one', 120);
    await one.append(rounds(1, 60));
    await one.subscribe('group', [topic], first.handle, { batch: 20 });
    await first.until((handled) => handled.length > 0);
    await two.subscribe('group', [topic], record.member('two', 120).handle, { batch: 20 });
    await eventually(async () => record.of('two').length > 0);
    const leaving = await three.subscribe('group', [topic], record.member('three', 120).handle, { batch: 20 });
    await eventually(async () => record.of('three').length > 0);
    await leaving.close();
    await one.append(rounds(61, 70));
    await eventually(async () => new Set(record.names).size === keys.length * 70);
    expect(record.doubles()).toEqual([]);
    expectOrder(record.names, 70);
    expect(record.overlaps()).toEqual([]);
    await eventually(async () => (await two.lag('group')).every(({ events }) => events === 0));
  }, 90_000);

  it('take over from one that crashed: only what it had not committed comes twice', async () => {
    const [one, two] = await Promise.all([logs.open(), logs.open()]);
    const record = new Record();
    const crashing = record.member('one', 40);
    await one.append(rounds(1, 40));
    await one.subscribe('group', [topic], crashing.handle, { batch: 10 });
    await two.subscribe('group', [topic], record.member('two', 40).handle, { batch: 10 });
    await eventually(async () => record.of('one').length > 3 && record.of('two').length > 3);
    one.abandon();
    await eventually(async () => new Set(record.names).size === keys.length * 40);
    const [last] = record.of('one').slice(-1);
    expect(last?.names).toEqual(expect.arrayContaining(record.doubles()));
    expectOrder(record.names, 40);
  }, 90_000);

  it('keep their place through a handler that takes longer than a silent member is waited for', async () => {
    const [one, two] = await Promise.all([logs.open(), logs.open()]);
    const record = new Record();
    const slow = record.member('one', 12_000);
    await one.append([eventOf(topic, 'k1-', 1)]);
    const subscription = await one.subscribe('group', [topic], slow.handle);
    await eventually(async () => record.calls.length > 0);
    await subscription.close();
    await two.subscribe('group', [topic], record.member('two', 1).handle);
    await two.append([eventOf(topic, 'k1-', 2)]);
    await eventually(async () => record.names.includes('k1-2'));
    expect(record.names).toEqual(['k1-1', 'k1-2']);
  }, 60_000);

  it('let a partition go while its handler is not available, and the others go on', async () => {
    const log = await logs.open();
    let down = true;
    const heard = new Heard(async (events) => {
      if (down && events.some((event) => event.partitionkey === 'k0-')) throw new Unavailable('the store');
    });
    await log.subscribe('group', [topic], heard.handle);
    await log.append(rounds(1, 3));
    await heard.until((handled) => new Set(handled.map(keyOf)).size >= keys.length / 2);
    await log.append(rounds(4, 6));
    await heard.until((handled) => handled.filter((name) => name.endsWith('-6')).length >= keys.length / 2);
    expect(heard.handled.filter((name) => name.startsWith('k0-'))).toEqual([]);
    down = false;
    await heard.until((handled) => new Set(handled).size === keys.length * 6);
    expectOrder(heard.handled, 6);
    expect(await log.deadLetters({ group: 'group', limit: 1 })).toEqual([]);
  }, 60_000);
});

describe('a process that is killed', () => {
  let child: ChildProcess | undefined;
  afterEach(() => void child?.kill('SIGKILL'));

  it('leaves its share to the others within seconds; only what it had not committed comes twice', async () => {
    const log = await logs.open();
    await log.append(rounds(1, 50));
    const said: string[] = [];
    child = memberProcess(said);
    await eventually(async () => said.length > 100);
    child.kill('SIGKILL');
    const heard = new Heard();
    await log.subscribe('group', [topic], heard.handle);
    await heard.until((handled) => new Set([...said, ...handled]).size === keys.length * 50);
    const doubles = heard.names.filter((name) => said.includes(name));
    expect(doubles.length).toBeLessThanOrEqual(20);
    expectOrder([...said, ...heard.names], 50);
    expect(firsts(heard.names)).toEqual(heard.names);
  }, 90_000);

  /** A member of the group in a process of its own, which says what it hears. */
  function memberProcess(said: string[]): ChildProcess {
    const module = new URL('./kafka-log.js', import.meta.url).href;
    const options = { brokers: kafka.list, clientId: 'member', prefix: logs.prefix };
    const script = `
      const { KafkaLog } = await import(${JSON.stringify(module)});
      const log = await KafkaLog.open(${JSON.stringify(options)});
      await log.subscribe('group', ['${topic}'], async (events) => {
        for (const event of events) process.stdout.write(event.partitionkey + event.sequence + '\\n');
        await new Promise((resolve) => setTimeout(resolve, 20));
      }, { batch: 20 });`;
    const made = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    made.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      said.push(...lines);
    });
    return made;
  }
});
