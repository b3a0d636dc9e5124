import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { NoticeState } from '#contracts/notice';
import { EVENTS, TOPICS } from '#contracts/topics';
import { OutwardPost } from '#platform/outward/outward-post';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { CountingCollection } from '#test/kit/counting-collection';
import { TemporaryStore } from '#test/kit/embedded';
import { logEvent } from '#test/kit/makers';
import { PostOffice } from '#test/kit/post-office';
import { NOTICES, type Notice, RECIPIENTS, type Recipient } from '../notification.store.js';
import { LastOrders } from '../notify/last-orders.js';
import { orderText } from '../notify/order.js';
import { WriteNotices } from '../notify/write-notices.js';
import { NOTICE_WORDS, type NoticeWords } from '../words/words.store.js';
import { WordsInUse } from '../words/words-in-use.js';
import { Bundle } from './bundle.js';
import { CollectNotices } from './collect-notices.js';
import { CHANNELS, type Channel, DELIVERIES, type Delivery, MESSAGES, type Message } from './delivery.store.js';
import { Senders } from './send/senders.js';
import { SendMessages } from './send-messages.js';
import { TellStopped } from './tell-stopped.js';

/** What a system of the person's own was posted: the id of the message, and of the notices in it. */
interface Posted {
  readonly id: string;
  readonly notices: readonly string[];
}

let temporary: TemporaryStore;
let clock: FixedClock;
let channels: CountingCollection<Channel>;
let deliveries: CountingCollection<Delivery>;
let messages: CountingCollection<Message>;
let notices: CountingCollection<Notice>;
let noticeWords: Collection<NoticeWords>;
let recipients: CountingCollection<Recipient>;
let office: PostOffice;
/** What the other side answers. */
let status: number;
const senders: Senders[] = [];

beforeEach(async () => {
  temporary = await TemporaryStore.open();
  const { store } = temporary;
  clock = new FixedClock('2026-11-26T02:00:00.000Z');
  channels = new CountingCollection(await store.collection(CHANNELS));
  deliveries = new CountingCollection(await store.collection(DELIVERIES));
  messages = new CountingCollection(await store.collection(MESSAGES));
  noticeWords = await store.collection(NOTICE_WORDS);
  notices = new CountingCollection(await store.collection(NOTICES));
  recipients = new CountingCollection(await store.collection(RECIPIENTS));
  status = 200;
  office = await PostOffice.open();
  office.reply = () => ({ status });
  await recipients.insert([
    {
      doc: {
        id: 'p1',
        organisationId: 'o1',
        name: '陈静',
        email: 'chen@firm.example',
        admin: true,
        active: true,
        language: 'zh',
        kind: 'sme',
        seen: 1,
      },
    },
  ]);
});
afterEach(async () => {
  for (const one of senders.splice(0)) one.close();
  await office.close();
  await temporary.destroy();
});

const posted = (): Posted[] =>
  office.posted.map(({ headers, body }) => ({
    id: String(headers['webhook-id']),
    notices: JSON.parse(body).data.notices.map(({ id }: { id: string }) => id),
  }));

/** A process of notification, as far as sending goes. */
function process(): { sending: SendMessages; collect: CollectNotices } {
  const post = new Senders(new OutwardPost(true));
  senders.push(post);
  const bundle = new Bundle(deliveries, messages, clock);
  const words = new WordsInUse(noticeWords, clock);
  const tell = new TellStopped(new WriteNotices(notices, new LastOrders(notices)));
  const sending = new SendMessages(channels, messages, recipients, notices, bundle, words, post, tell, clock);
  return { sending, collect: new CollectNotices(channels, deliveries, sending, clock) };
}

async function addChannel(id = 'c1', more: Partial<Channel> = {}): Promise<void> {
  const doc = {
    id,
    personId: 'p1',
    kind: 'webhook',
    address: `${office.webUrl}/${id}`,
    secret: `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`,
    language: 'zh',
    muted: [],
    baseUrl: 'https://rulian.example.org',
    unsubscribeKey: `key-${id}`,
    createdAt: '2026-11-26T00:00:00.000Z',
    failures: 0,
    rhythm: 'at-once',
    dailyAt: '09:00',
    zone: 'Asia/Shanghai',
    ...more,
  } as const;
  await channels.insert([{ doc }]);
}

const written = (number: number, more: Partial<NoticeState> = {}): LogEvent<NoticeState> => {
  const state: NoticeState = {
    id: `n${number}`,
    personId: 'p1',
    kind: 'proposal.released',
    about: { type: 'proposal', id: `proposal${number}` },
    params: { title: `需求${number}`, ownerName: '某集团', score: 80, rank: 1 },
    order: orderText(number),
    at: clock.iso(),
    ...more,
  };
  return logEvent(TOPICS.notice, EVENTS.noticeWritten, state.id, state);
};

describe('a notice to a person with a channel', () => {
  it('goes out at once, and once however often its event comes', async () => {
    await addChannel();
    const { sending, collect } = process();
    await collect.handle([written(1)]);
    await sending.drain();
    await collect.handle([written(1)]);
    await sending.drain();
    expect(posted()).toEqual([{ id: expect.any(String), notices: ['n1'] }]);
    const [message] = (await messages.scan({ limit: 10 })).items;
    expect(message).toMatchObject({ state: 'sent', tries: 1, receipt: 'HTTP 200', sentAt: clock.iso() });
    expect(await channels.get('c1')).not.toHaveProperty('dueKey');
  });

  it('goes out on each of them, except where its kind is left out, it is stopped, or it came later', async () => {
    await addChannel('c1');
    await addChannel('c2');
    await addChannel('c3', { muted: ['proposal.released'] });
    await addChannel('c4', { stopped: { at: clock.iso(), by: 'person' } });
    await addChannel('c5', { createdAt: '2026-11-26T02:00:00.001Z' });
    await addChannel('c6', { personId: 'p2' });
    const { sending, collect } = process();
    await collect.handle([written(1)]);
    await sending.drain();
    expect(posted()).toHaveLength(2);
    expect(new Set((await messages.scan({ limit: 10 })).items.map(({ channelId }) => channelId))).toEqual(
      new Set(['c1', 'c2']),
    );
  });

  it('costs one question where nobody has a channel', async () => {
    await process().collect.handle([written(1), written(2), written(3)]);
    expect([channels.total, deliveries.total, messages.total]).toEqual([1, 0, 0]);
  });

  it('waits for the end of the quiet hours, all that came in one message and in order', async () => {
    await addChannel('c1', { quiet: { from: '09:30', to: '11:00' } });
    const { sending, collect } = process();
    await collect.handle([written(2), written(1)]);
    clock.pass(1800);
    await collect.handle([written(3)]);
    await sending.drain();
    expect(posted()).toEqual([]);
    clock.set('2026-11-26T03:00:00.000Z');
    await sending.drain();
    expect(posted()).toEqual([{ id: expect.any(String), notices: ['n1', 'n2', 'n3'] }]);
  });

  it('is in the daily message of its channel, however many there are', async () => {
    await addChannel('c1', { rhythm: 'daily', dailyAt: '18:00' });
    const { sending, collect } = process();
    await collect.handle(Array.from({ length: 45 }, (_, at) => written(at + 1)));
    await sending.drain();
    expect(posted()).toEqual([]);
    clock.set('2026-11-26T10:00:00.000Z');
    await sending.drain();
    expect(posted().map(({ notices: held }) => held.length)).toEqual([20, 20, 5]);
    expect(new Set(posted().flatMap(({ notices: held }) => held)).size).toBe(45);
  });

  it('is not told to people who have read it meanwhile, but to systems', async () => {
    const { sending, collect } = process();
    await addChannel('c1', { rhythm: 'daily' });
    const { data: read } = written(1);
    await notices.insert([{ doc: { ...read, readAt: clock.iso() } }, { doc: { ...written(2).data } }]);
    await addChannel('c2', { kind: 'feishu', rhythm: 'daily' });
    await collect.handle([written(1)]);
    clock.set('2026-11-27T01:00:00.000Z');
    await sending.drain();
    expect(posted().map(({ notices: held }) => held)).toEqual([['n1']]);
    const states = (await messages.scan({ limit: 10 })).items.map(({ channelId, state }) => [channelId, state]);
    expect(states.sort()).toEqual([
      ['c1', 'sent'],
      ['c2', 'needless'],
    ]);
  });
});

describe('whatever is cut off', () => {
  /** The given write of the given collection fails as it would for a process that dies before it. */
  function dieBefore(collection: CountingCollection<never>, method: string, time = 1): void {
    let seen = 0;
    collection.before = async (name) => {
      if (name !== method) return;
      seen += 1;
      if (seen === time) throw new Error('killed');
    };
  }
  const points = [
    ['channels', 'save', 1],
    ['channels', 'save', 2],
    ['messages', 'insert', 1],
    ['deliveries', 'save', 1],
    ['deliveries', 'save', 2],
    ['messages', 'save', 1],
  ] as const;

  it.each(points)('before %s.%s (%i), each notice is told, each in one message', async (name, method, time) => {
    await addChannel();
    const first = process();
    await first.collect.handle([written(1), written(2)]);
    const all = { channels, messages, deliveries } as unknown as Record<string, CountingCollection<never>>;
    dieBefore(all[name] as CountingCollection<never>, method, time);
    await first.sending.drain();
    (all[name] as CountingCollection<never>).before = async () => undefined;
    const second = process();
    await second.collect.handle([written(3)]);
    clock.pass(100);
    await second.sending.drain();
    const told = new Map(posted().map(({ id, notices: held }) => [id, held]));
    expect([...told.values()].flat().sort()).toEqual(['n1', 'n2', 'n3']);
    // A repeat is the same message, with the same id.
    for (const { id, notices: held } of posted()) expect(held).toEqual(told.get(id));
    expect((await messages.count('waiting', [], 10)) + (await deliveries.count('waiting', [], 10))).toBe(0);
  });

  it('several processes at once send each message once', async () => {
    for (let at = 0; at < 20; at += 1) await addChannel(`c${at}`);
    const all = [process(), process(), process()];
    for (let at = 1; at <= 10; at += 1) {
      await Promise.all(all.map(({ collect }) => collect.handle([written(at)])));
      await Promise.all(all.map(({ sending }) => sending.drain()));
    }
    const ids = posted().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(posted().flatMap(({ notices: held }) => held)).toHaveLength(200);
  });

  it('what is collected while a message is being sent goes out after it', async () => {
    await addChannel();
    const { sending, collect } = process();
    messages.before = async (method) => {
      if (method !== 'save') return;
      messages.before = async () => undefined;
      await process().collect.handle([written(2)]);
    };
    await collect.handle([written(1)]);
    await sending.drain();
    expect(posted().map(({ notices: held }) => held)).toEqual([['n1'], ['n2']]);
  });
});

describe('a message that is not taken', () => {
  it('is tried again with the same id, ever later, and given up in the end; the third stops the channel and tells why', async () => {
    await addChannel();
    const { sending, collect } = process();
    status = 500;
    for (let at = 1; at <= 3; at += 1) {
      await collect.handle([written(at)]);
      for (let hours = 0; hours < 60; hours += 1) {
        await sending.drain();
        clock.pass(3600);
      }
    }
    const ids = posted().map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids).toHaveLength(24);
    expect((await messages.find('failed', { eq: ['failed'], limit: 10 })).items).toHaveLength(3);
    expect(await channels.get('c1')).toMatchObject({
      stopped: { by: 'failures', reason: { code: 'delivery.status', params: { status: 500 } } },
    });
    const told = (await notices.find('byPerson', { eq: ['p1'], limit: 10 })).items;
    expect(told.map(({ kind, params }) => [kind, params])).toEqual([['channel.stopped', { channel: 'Webhook' }]]);
  });

  it('by an address that is no more stops the channel at once', async () => {
    await addChannel();
    const { sending, collect } = process();
    status = 410;
    await collect.handle([written(1)]);
    await sending.drain();
    expect(posted()).toHaveLength(1);
    expect(await channels.get('c1')).toMatchObject({ stopped: { by: 'failures', reason: { code: 'delivery.gone' } } });
    await collect.handle([written(2)]);
    await sending.drain();
    expect(posted()).toHaveLength(1);
  });

  it('at first, and then is, counts for nothing', async () => {
    await addChannel();
    const { sending, collect } = process();
    for (let at = 1; at <= 5; at += 1) {
      status = 503;
      await collect.handle([written(at)]);
      await sending.drain();
      status = 200;
      clock.pass(60);
      await sending.drain();
    }
    expect(posted()).toHaveLength(10);
    expect(await channels.get('c1')).toMatchObject({ failures: 0 });
  });
});
