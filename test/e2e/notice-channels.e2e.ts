import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiClient } from '#platform/http/api-client';
import { bounceMail } from '#test/kit/bounces';
import { headerOf, PostOffice } from '#test/kit/post-office';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addMember, eventually, inDays, type Member, settled } from './people.js';

interface Channel {
  readonly id: string;
  readonly kind: string;
  readonly address?: string;
  readonly secret?: string;
  readonly active: boolean;
  readonly stopped?: string;
}
interface Messages {
  readonly items: readonly { readonly id: string; readonly state: string; readonly titles: readonly string[] }[];
}

jest.setTimeout(180_000);

let office: PostOffice;
let deployment: Deployment;
let leader: Member;

beforeAll(async () => {
  office = await PostOffice.open();
  deployment = await deploy({
    RULIAN_SMTP_URL: office.smtpUrl,
    RULIAN_MAIL_FROM: '入链 <notice@rulian.example.org>',
    RULIAN_PRIVATE_WEBHOOKS: '1',
  });
});
afterAll(async () => {
  await deployment?.destroy();
  await office?.close();
});
beforeEach(async () => {
  office.posted.length = 0;
  office.mails.length = 0;
  // As robots answer: HTTP 200 with a code.
  office.reply = ({ url }) =>
    url.pathname.includes('/bot/v2/') ? { body: { code: 0, msg: 'success' } } : { body: { errcode: 0, errmsg: 'ok' } };
  leader = await addMember(deployment, 'leader', `通知测试链主${Date.now()}`);
  // What it is told of its approval comes before it has a channel, so that channels carry what a test publishes alone.
  await settled(deployment);
});

const add = (kind: string, address?: string, more: object = {}): Promise<Channel> =>
  leader.api.post<Channel>('/notice-channels', {
    kind,
    language: 'zh',
    ...(address ? { address: `${office.webUrl}${address}` } : {}),
    ...more,
  });

/** Publishing tells the leader's own people. Again it does nothing. */
async function publish(title: string): Promise<void> {
  // Its address is another after a restart.
  const api = new ApiClient(deployment.url, leader.token, 'en');
  const key = Buffer.from(title).toString('base64url');
  const { id } = await api.post<{ id: string }>('/demands', { type: 'supply', title, deadline: inDays(30) }, key);
  await api.post(`/demands/${id}/submission`, undefined, `${key}-in`);
}

describe('a person who wants to be told elsewhere', () => {
  it('is told by mail, by a system and by three robots, and sees the receipts', async () => {
    const made = [
      await add('email'),
      await add('webhook', '/hook?key=QUERY-SECRET'),
      await add('wecom', '/cgi-bin/webhook/send?key=WECOM-SECRET'),
      await add('dingtalk', '/robot/send?access_token=DING-SECRET', { secret: 'SEC-OF-DING' }),
      await add('feishu', '/open-apis/bot/v2/hook/FEISHU-SECRET', { secret: 'SEC-OF-FEISHU' }),
    ];
    await publish('滚筒洗衣机内筒冲压件');
    await eventually(async () => office.posted.length >= 4 && office.mails.length >= 1);
    const title = '需求已发布：滚筒洗衣机内筒冲压件';
    for (const { body } of office.posted) expect(body).toContain(title);
    expect(office.mails[0]).toMatchObject({ to: [leader.email], mail: { subject: `【入链】${title}` } });
    for (const { id } of made) {
      const sent = await eventually(async () => {
        const { items } = await leader.api.get<Messages>(`/notice-channels/${id}/messages`);
        return items.length === 1 && items[0]?.state === 'sent' && items;
      });
      expect(sent[0]?.titles).toEqual(['Your demand is published: 滚筒洗衣机内筒冲压件']);
    }
    // Keys are shown to nobody again: not in the API, nor in what the processes write.
    const shown = JSON.stringify(await leader.api.get<Channel[]>('/notice-channels'));
    for (const secret of ['QUERY-SECRET', 'WECOM-SECRET', 'DING-SECRET', 'SEC-OF-DING', 'SEC-OF-FEISHU']) {
      expect(shown).not.toContain(secret);
      expect(deployment.written).not.toContain(secret);
    }
    expect(shown).not.toContain(made[1]?.secret ?? 'none');
    expect(made[1]?.secret).toMatch(/^whsec_/);
  });

  it('ends the mails with the link in one of them, without signing in; nothing else ends', async () => {
    const mail = await add('email');
    await add('webhook', '/hook');
    await publish('第一个需求');
    const [first] = await eventually(async () => office.mails.length > 0 && office.mails);
    if (!first) throw new Error('no mail');
    const link = /^<(.+)>$/.exec(headerOf(first.mail, 'list-unsubscribe') ?? '')?.[1] ?? '';
    expect(headerOf(first.mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(await fetch(link).then((page) => page.text())).toContain('<form method="post">');
    const body = 'List-Unsubscribe=One-Click';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await fetch(link, { method: 'POST', headers, body })).status).toBe(200);
    expect((await fetch(link, { method: 'POST', headers, body })).status).toBe(200);
    const elsewhere = await fetch(`${deployment.url}/api/v1/sessions`, { method: 'POST', headers, body });
    expect(elsewhere.status).toBe(415);
    await publish('第二个需求');
    await eventually(async () => office.posted.length === 2);
    await settled(deployment);
    expect(office.mails).toHaveLength(1);
    const [stopped] = await leader.api.get<Channel[]>('/notice-channels');
    expect(stopped).toMatchObject({ id: mail.id, active: false, stopped: expect.stringContaining('link') });
  });

  it('gets no more mail when the mail server reports that one came back, and learns why', async () => {
    await add('email');
    await publish('退信的需求');
    const [first] = await eventually(async () => office.mails.length > 0 && office.mails);
    if (!first) throw new Error('no mail');
    const messageId = first.mail.messageId ?? '';
    const handIn = (mail: string, by = deployment.operator) =>
      by.upload<{ outcome: string }>('/operations/bounces', 'message/rfc822', mail);
    await settled(deployment);
    expect(await handIn('Subject: out of office\r\n\r\nBack on Monday')).toEqual({ outcome: 'nothing' });
    expect(await handIn(bounceMail({ messageId, to: 'elsewhere@example.com' }))).toEqual({ outcome: 'nothing' });
    expect(await handIn(bounceMail({ messageId, to: leader.email.toUpperCase() }))).toEqual({ outcome: 'stopped' });
    const [stopped] = await leader.api.get<Channel[]>('/notice-channels');
    expect(stopped).toMatchObject({ active: false, stopped: expect.stringContaining('User unknown') });
    await publish('退信后的需求');
    await settled(deployment);
    expect(office.mails).toHaveLength(1);
    const { items } = await leader.api.get<{ items: { kind: string }[] }>('/notices');
    expect(items.filter(({ kind }) => kind === 'channel.stopped')).toHaveLength(1);
    const failed = (await deployment.operator.get<Messages>('/operations/failed-messages')).items;
    expect(failed.map(({ id }) => id)).toContain(/^<([^@]+)@/.exec(messageId)?.[1]);
    await expect(handIn('x', leader.api)).rejects.toMatchObject({ status: 403 });
  });

  it('is told in the product when a channel does not work, and once it does, what waited', async () => {
    const { id } = await add('wecom', '/cgi-bin/webhook/send?key=k');
    office.reply = () => ({ body: { errcode: 93000, errmsg: 'invalid webhook url' } });
    expect(await leader.api.post(`/notice-channels/${id}/test`)).toMatchObject({
      result: 'refused',
      answer: expect.stringContaining('93000'),
    });
    await publish('等待的需求');
    await eventually(async () => {
      const { items } = await leader.api.get<{ items: { kind: string }[] }>('/notices');
      return items.some(({ kind }) => kind === 'channel.stopped');
    });
    const [message] = (await deployment.operator.get<Messages>('/operations/failed-messages')).items;
    expect(message).toMatchObject({
      titles: ['Your demand is published: 等待的需求'],
      reason: expect.stringContaining('invalid webhook url'),
    });
    office.reply = () => ({ body: { errcode: 0, errmsg: 'ok' } });
    office.posted.length = 0;
    await deployment.operator.post(`/operations/failed-messages/${message?.id}/replay`);
    await eventually(async () => office.posted.some(({ body }) => body.includes('等待的需求')));
    expect((await leader.api.get<Channel[]>('/notice-channels'))[0]).toMatchObject({ active: true });
  });

  it('is told each thing by the same message when the product is killed in the middle', async () => {
    await add('webhook', '/hook');
    const titles = Array.from({ length: 40 }, (_, at) => `被打断的需求${at}`);
    const publishing = (async () => {
      for (const title of titles)
        await eventually(
          async () =>
            publish(title).then(
              () => true,
              () => false,
            ),
          60_000,
          200,
        );
    })();
    await eventually(async () => office.posted.length > 5, 60_000);
    await deployment.kill('notification');
    await deployment.start();
    await publishing;
    const told = () => {
      const byId = new Map<string, string[]>();
      for (const { headers, body } of office.posted) {
        const { data } = JSON.parse(body) as { data: { notices: { title: string }[] } };
        byId.set(
          String(headers['webhook-id']),
          data.notices.map(({ title }) => title),
        );
      }
      return [...byId.values()].flat();
    };
    await eventually(async () => titles.every((title) => told().some((other) => other.endsWith(title))), 120_000, 500);
    await settled(deployment);
    const wanted = new Set(told());
    expect(told()).toHaveLength(wanted.size);
  });
});
