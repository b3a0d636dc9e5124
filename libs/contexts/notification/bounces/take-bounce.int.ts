import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { DEFAULT_RHYTHM } from '../deliver/channel.rules.js';
import { CHANNELS, type Channel, MESSAGES, type Message } from '../deliver/delivery.store.js';
import { TellStopped } from '../deliver/tell-stopped.js';
import { NOTICES, type Notice, RECIPIENTS, type Recipient } from '../notification.store.js';
import { LastOrders } from '../notify/last-orders.js';
import { WriteNotices } from '../notify/write-notices.js';
import { TakeBounce } from './take-bounce.js';

const ADDRESS = 'chen@firm.example';

let temporary: TemporaryStore;
let channels: Collection<Channel>;
let messages: Collection<Message>;
let notices: Collection<Notice>;
let bounces: TakeBounce;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  const { store } = temporary;
  channels = await store.collection(CHANNELS);
  messages = await store.collection(MESSAGES);
  notices = await store.collection(NOTICES);
  const recipients: Collection<Recipient> = await store.collection(RECIPIENTS);
  const person = { id: 'p1', organisationId: 'o1', name: '陈静', email: ADDRESS, admin: true, active: true } as const;
  await recipients.insert([{ doc: { ...person, language: 'zh', kind: 'sme', seen: 1 } }]);
  const tell = new TellStopped(new WriteNotices(notices, new LastOrders(notices)));
  bounces = new TakeBounce(channels, messages, recipients, tell, new FixedClock('2026-11-26T02:00:00.000Z'));
  await addChannel('mail', 'email');
});
afterEach(() => temporary.destroy());

async function addChannel(id: string, kind: Channel['kind']): Promise<void> {
  const doc: Omit<Channel, 'version'> = {
    ...DEFAULT_RHYTHM,
    ...{ id, personId: 'p1', kind, muted: [], baseUrl: 'https://rulian.example.org', unsubscribeKey: `key-${id}` },
    ...{ createdAt: '2026-11-26T00:00:00.000Z', failures: 0, dueKey: '2026' },
    language: 'zh',
  };
  await channels.insert([{ doc }]);
}

async function sent(id: string, state: Message['state'] = 'sent', channelId = 'mail'): Promise<void> {
  const doc = {
    id,
    channelId,
    personId: 'p1',
    notices: [],
    at: `2026-11-25T00:00:0${id.at(-1)}.000Z`,
    tries: 1,
    state,
  };
  await messages.insert([{ doc }]);
}

const back = (messageId: string, status = '5.1.1', address = ADDRESS) =>
  bounces.take({ messageId, undelivered: [{ address, status, answer: `550 ${status} no` }] });

const told = async () => (await notices.scan({ limit: 10 })).items.map(({ kind }) => kind);

describe('a mail that came back', () => {
  it('stops the mails of its person when there is no such mailbox, and says so once', async () => {
    await sent('m1');
    expect([await back('m1'), await back('m1')]).toEqual(['stopped', 'stopped']);
    const channel = await channels.get('mail');
    expect(channel?.stopped).toMatchObject({
      by: 'failures',
      reason: { code: 'delivery.mailbox', params: { answer: '550 5.1.1 no' } },
    });
    expect(channel?.dueKey).toBeUndefined();
    expect(await messages.get('m1')).toMatchObject({ state: 'failed', failedKey: 'failed' });
    expect(await told()).toEqual(['channel.stopped']);
  });

  it('counts as given up otherwise; three in a row stop the mails', async () => {
    for (const id of ['m1', 'm2', 'm3', 'm4']) await sent(id);
    await sent('m5', 'needless');
    expect(await back('m2', '5.2.2')).toBe('noted');
    expect(await back('m4', '5.2.2')).toBe('noted');
    expect((await channels.get('mail'))?.stopped).toBeUndefined();
    expect(await back('m3', '5.2.2')).toBe('stopped');
    expect((await messages.get('m1'))?.state).toBe('sent');
  });

  it('says nothing of an address that the person has left, of what is no mail, of what is under way or unknown', async () => {
    await addChannel('erp', 'webhook');
    await sent('m1');
    await sent('m2', 'sent', 'erp');
    await sent('m3', 'waiting');
    expect(await back('m1', '5.1.1', 'former@firm.example')).toBe('nothing');
    expect([await back('m2'), await back('m3'), await back('m9')]).toEqual(['nothing', 'nothing', 'nothing']);
    expect((await channels.get('mail'))?.stopped).toBeUndefined();
    expect(await told()).toEqual([]);
  });

  it('leaves a channel alone that its person has ended', async () => {
    await sent('m1');
    const channel = (await channels.get('mail')) as Channel;
    await channels.save({ ...channel, stopped: { at: '2026-11-25T00:00:00.000Z', by: 'person' } });
    await back('m1');
    expect((await channels.get('mail'))?.stopped?.by).toBe('person');
    expect(await told()).toEqual([]);
  });
});
