import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import type { Log } from '#ports/log/log';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { Ear } from '#test/kit/ear';
import { TemporaryHouse } from '#test/kit/embedded';
import { demandEvent, demandState, NOW } from '#test/kit/makers';
import { Random } from '#test/soak/random';
import { NOTICES, type Notice, PREFERENCES, RECIPIENTS } from './notification.store.js';
import { LastOrders } from './notify/last-orders.js';
import { NotifyPeople } from './notify/notify-people.js';
import { NO_ORDER } from './notify/order.js';
import { PeopleKnown } from './notify/people-known.js';
import { RECIPIENTS_GROUP } from './notify/remember-recipients.js';
import { WriteNotices } from './notify/write-notices.js';
import { NoticeStream } from './stream/notice-stream.js';

const PEOPLE = ['s1', 's2', 's3'];
const EVENTS_IN_ALL = 400;

/** What one notification process is made of; it shares store and log with the others, and nothing else. */
interface Process {
  readonly notify: NotifyPeople;
  readonly stream: NoticeStream;
}

let house: TemporaryHouse;
let notices: Collection<Notice>;
let processes: Process[];

beforeEach(async () => {
  processes = [];
  house = await TemporaryHouse.open();
  await house.log.subscribe(RECIPIENTS_GROUP, [TOPICS.person], async () => undefined);
  notices = await house.store.collection(NOTICES);
  const recipients = await house.store.collection(RECIPIENTS);
  const people = PEOPLE.map((id) => ({
    ...{ id, organisationId: 'city', name: id, email: `${id}@example.com`, admin: true, active: true, seen: 1 },
    ...({ language: 'zh', kind: 'staff', staffKey: 'staff' } as const),
  }));
  await recipients.insert(people.map((doc) => ({ doc })));
  const anHourBehind = new FixedClock(new Date(Date.parse(NOW) - 3_600_000).toISOString());
  for (const clock of [new FixedClock(NOW), anHourBehind]) processes.push(await newProcess(clock));
});
afterEach(async () => {
  for (const { stream } of processes) await stream.onApplicationShutdown();
  await house.destroy();
});

/** Tails bring events in any order, as those of several partitions and writers come. */
function outOfOrder(log: Log, random: Random): Log {
  const shuffling = Object.create(log) as Log;
  shuffling.tail = (topics, from, handle) =>
    log.tail(topics, from, (events, position) => {
      for (const event of events) void turns(random.below(6)).then(() => handle([event], position));
    });
  return shuffling;
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function newProcess(clock: FixedClock): Promise<Process> {
  const orders = new LastOrders(notices);
  const recipients = await house.store.collection(RECIPIENTS);
  const preferences = await house.store.collection(PREFERENCES);
  const notify = new NotifyPeople(
    recipients,
    preferences,
    new PeopleKnown(house.log),
    new WriteNotices(notices, orders),
    clock,
  );
  const stream = new NoticeStream(outOfOrder(house.log, new Random(processes.length)), notices, orders);
  await stream.onApplicationBootstrap();
  return { notify, stream };
}

/** A person's browser: breaks off now and then and goes on at the other process, with Last-Event-ID. */
class Browser {
  readonly about: string[] = [];
  readonly numbers: number[] = [];
  private ear = new Ear();
  private end: () => void = () => undefined;

  constructor(
    private readonly personId: string,
    private at: number,
  ) {}

  async connect(): Promise<void> {
    const { stream } = processes[this.at % processes.length] as Process;
    const last = this.ear.cursor;
    this.ear = new Ear();
    this.ear.cursor = last;
    this.end = await stream.listen(
      this.personId,
      await stream.beginning(this.personId, last ?? NO_ORDER),
      this.ear.sink,
    );
  }

  async moveOn(): Promise<void> {
    this.breakOff();
    this.at += 1;
    await this.connect();
  }

  /** What was heard on this connection is what the person has seen. */
  breakOff(): void {
    this.ear.open = false;
    this.end();
    this.about.push(...this.ear.about);
    this.numbers.push(...this.ear.numbers);
  }

  async hasHeard(count: number): Promise<void> {
    await this.ear.hasHeard(count - this.about.length);
  }
}

/** Deals the events out in batches; some batches go to both processes, as after a rebalance, some twice to one. */
async function handleAll(events: readonly LogEvent[], random: Random, between: () => Promise<void>): Promise<void> {
  const underWay: Promise<void>[] = [];
  for (let at = 0; at < events.length; ) {
    const batch = events.slice(at, at + 1 + random.below(8));
    at += batch.length;
    const first = random.below(2);
    const handle = (process: number) => (processes[process % 2] as Process).notify.handle(batch);
    underWay.push(handle(first));
    if (random.below(3) === 0) underWay.push(handle(first + 1));
    if (random.below(10) === 0) underWay.push(handle(first));
    if (random.below(4) === 0) await between();
    if (underWay.length > 6) await Promise.all(underWay.splice(0));
  }
  await Promise.all(underWay);
}

it.each([1, 2, 3])('two processes tell everybody everything once and in order of numbers (%i)', async (seed) => {
  const random = new Random(seed);
  const browsers = PEOPLE.flatMap((person) => [new Browser(person, 0), new Browser(person, 1)]);
  for (const browser of browsers) await browser.connect();
  const events = Array.from({ length: EVENTS_IN_ALL }, (_, at) =>
    demandEvent(demandState(`d${at}`), EVENTS.demandSubmitted),
  );
  await handleAll(events, random, () => (browsers[random.below(browsers.length)] as Browser).moveOn());
  for (const browser of browsers) await browser.hasHeard(EVENTS_IN_ALL);
  for (const browser of browsers) browser.breakOff();

  const all = events.map(({ subject }) => subject).sort();
  for (const browser of browsers) {
    expect([...browser.about].sort()).toEqual(all);
    expect(browser.numbers).toEqual([...browser.numbers].sort((a, b) => a - b));
  }
  for (const person of PEOPLE) {
    const { items } = await notices.find('byPerson', { eq: [person], limit: 1000 });
    expect(items.map(({ about }) => about.id).sort()).toEqual(all);
    expect(new Set(items.map(({ order }) => order)).size).toBe(EVENTS_IN_ALL);
  }
});

it('a person who is connected to one process hears at once what the other writes', async () => {
  const [first, second] = processes as [Process, Process];
  const ear = new Ear();
  await second.stream.listen('s1', await second.stream.beginning('s1', undefined), ear.sink);
  await first.notify.handle([demandEvent(demandState('a'), EVENTS.demandSubmitted)]);
  await second.notify.handle([demandEvent(demandState('b'), EVENTS.demandSubmitted)]);
  await first.notify.handle([demandEvent(demandState('c'), EVENTS.demandSubmitted)]);
  await ear.hears('c');
  expect([ear.about, ear.numbers]).toEqual([
    ['a', 'b', 'c'],
    [1, 2, 3],
  ]);
});
