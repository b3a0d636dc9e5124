import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { failureText } from '#platform/errors/errors';
import { OutwardPost } from '#platform/outward/outward-post';
import { headerOf, PostOffice } from '#test/kit/post-office';
import { messageText } from '../message-text.js';
import type { Outcome } from './outcome.js';
import { Senders } from './senders.js';

const now = new Date('2026-11-26T02:00:00.000Z');
const reader = { language: 'zh', baseUrl: 'https://rulian.example.org', unsubscribeKey: 'key-1' } as const;

const notice = (id: string, title = '洗碗机减速器精密齿轮配套') => ({
  id,
  personId: 'p1',
  kind: 'proposal.released' as const,
  about: { type: 'proposal', id: `proposal-${id}` },
  params: { title, ownerName: '某家电集团', score: 81, rank: 1 },
  order: id,
  at: '2026-11-26T01:59:59.000Z',
});
const text = (...notices: ReturnType<typeof notice>[]) =>
  messageText('message-1', notices.length > 0 ? notices : [notice('n1')], reader);
const reasonOf = (outcome: Outcome, language: 'zh' | 'en' = 'zh') =>
  outcome.result === 'sent' ? undefined : failureText(outcome.reason, language);

let office: PostOffice;
let senders: Senders;
beforeEach(async () => {
  office = await PostOffice.open();
  senders = new Senders(new OutwardPost(true));
});
afterEach(async () => {
  senders.close();
  await office.close();
});

const last = () => {
  const one = office.posted.at(-1);
  if (!one) throw new Error('nothing was posted');
  return { ...one, json: JSON.parse(one.body) };
};

describe('a WeCom robot', () => {
  const send = (given = text()) =>
    senders.of('wecom')?.send(given, { address: `${office.webUrl}/cgi-bin/webhook/send?key=k-1`, now });
  beforeEach(() => {
    // As developer.work.weixin.qq.com/document/path/91770 has it.
    office.reply = ({ url, body }) => {
      const { msgtype, markdown } = JSON.parse(body);
      if (url.searchParams.get('key') !== 'k-1') return { body: { errcode: 93000, errmsg: 'invalid webhook url' } };
      if (msgtype !== 'markdown' || typeof markdown?.content !== 'string')
        return { body: { errcode: 40008, errmsg: 'invalid message type' } };
      if (Buffer.byteLength(markdown.content) > 4096)
        return { body: { errcode: 40058, errmsg: 'markdown.content exceed max length 4096' } };
      return { body: { errcode: 0, errmsg: 'ok' } };
    };
  });

  it('is told in Markdown, with a link to what it is about', async () => {
    expect(await send()).toEqual({ result: 'sent', receipt: 'ok' });
    expect(last().json.markdown.content).toBe(
      '**[新的匹配建议：洗碗机减速器精密齿轮配套](https://rulian.example.org/proposals/proposal-n1)**\n> 某家电集团发布的需求可能适合贵单位（匹配度 81%）。点开查看逐项理由。',
    );
  });

  it('is told no more than it takes, and that there is more', async () => {
    const many = Array.from({ length: 20 }, (_, at) => notice(`n${at}`, `需求${at}${'长'.repeat(80)}`));
    expect(await send(text(...many))).toEqual({ result: 'sent', receipt: 'ok' });
    expect(last().json.markdown.content).toMatch(/还有 \d+ 条，请到 https:\/\/rulian\.example\.org\/notices 查看。$/);
  });

  it('is told nothing that a title could smuggle in', async () => {
    await send(text(notice('n1', '[点我](http://evil.example) **大奖** <@all>')));
    expect(last().json.markdown.content).not.toMatch(/\]\(http:\/\/evil|\*\*大奖|<@all>/);
    expect(last().json.markdown.content).toContain('［点我］（http://evil.example） ＊＊大奖＊＊ ＜@all＞');
  });

  it('is believed when it refuses with HTTP 200', async () => {
    office.reply = () => ({ body: { errcode: 93000, errmsg: 'invalid webhook url' } });
    const gone = (await send()) as Outcome;
    expect(gone.result).toBe('refused');
    expect(reasonOf(gone)).toContain('invalid webhook url（93000）');
    office.reply = () => ({ body: { errcode: 45009, errmsg: 'api freq out of limit' } });
    expect(await send()).toMatchObject({ result: 'later', after: 60 });
    office.reply = () => ({ body: { errcode: 40008, errmsg: 'invalid message type' } });
    expect(await send()).toMatchObject({ result: 'later' });
    office.reply = () => ({ body: '<html>welcome</html>' });
    expect(await send()).toMatchObject({ result: 'later' });
  });
});

describe('a DingTalk robot', () => {
  const secret = 'SECabcdef';
  const send = (given = text(), key = secret) =>
    senders.of('dingtalk')?.send(given, { address: `${office.webUrl}/robot/send?access_token=t-1`, secret: key, now });
  beforeEach(() => {
    // As open.dingtalk.com/document/orgapp/customize-robot-security-settings has it; this one also asks for a keyword.
    office.reply = ({ url, body }) => {
      const timestamp = url.searchParams.get('timestamp') ?? '';
      const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`, 'utf8').digest('base64');
      if (url.searchParams.get('access_token') !== 't-1')
        return { body: { errcode: 300005, errmsg: 'token is not exist' } };
      if (url.searchParams.get('sign') !== sign || Math.abs(Number(timestamp) - now.getTime()) > 3_600_000)
        return { body: { errcode: 310000, errmsg: 'sign not match' } };
      const { msgtype, markdown } = JSON.parse(body);
      if (msgtype !== 'markdown' || !markdown.title || !markdown.text)
        return { body: { errcode: 400105, errmsg: 'unsupport msgtype' } };
      if (!markdown.text.includes('入链')) return { body: { errcode: 310000, errmsg: 'keywords not in content' } };
      if (Buffer.byteLength(body) > 20_000) return { body: { errcode: 430104, errmsg: 'too long' } };
      return { body: { errcode: 0, errmsg: 'ok' } };
    };
  });

  it('is told with its signature and its keyword', async () => {
    expect(await send()).toEqual({ result: 'sent', receipt: 'ok' });
    expect(last().json.markdown.title).toBe('【入链】新的匹配建议：洗碗机减速器精密齿轮配套');
    const many = Array.from({ length: 20 }, (_, at) => notice(`n${at}`, `需求${at}${'长'.repeat(190)}`));
    expect(await send(text(...many))).toEqual({ result: 'sent', receipt: 'ok' });
  });

  it('says when it is set up otherwise, and how long it wants to be left alone', async () => {
    const refused = (await send(text(), 'SECwrong')) as Outcome;
    expect(refused.result).toBe('refused');
    expect(reasonOf(refused)).toBe(
      '机器人设置不符：sign not match（310000）。请检查地址、加签密钥和关键词（“入链”）。',
    );
    office.reply = () => ({ body: { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' } });
    expect(await send()).toMatchObject({ result: 'later', after: 600 });
  });
});

describe('a Feishu robot', () => {
  const secret = 'feishu-secret';
  const send = (given = text(), key = secret) =>
    senders
      .of('feishu')
      ?.send(given, { address: `${office.webUrl}/open-apis/bot/v2/hook/h-1`, ...(key ? { secret: key } : {}), now });
  beforeEach(() => {
    // As open.feishu.cn/document/client-docs/bot-v3/add-custom-bot has it.
    office.reply = ({ body }) => {
      const { timestamp, sign, msg_type, content } = JSON.parse(body);
      const right = createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
      if (sign !== right || Math.abs(Number(timestamp) - now.getTime() / 1000) > 3600)
        return { body: { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' } };
      if (Buffer.byteLength(body) > 20_480) return { body: { code: 9499, msg: 'Bad Request' } };
      const rows = Object.values(content?.post ?? {}) as { content: unknown[] }[];
      if (msg_type !== 'post' || !Array.isArray(rows[0]?.content)) return { body: { code: 9499, msg: 'Bad Request' } };
      return { body: { code: 0, msg: 'success', data: {} } };
    };
  });

  it('is told as a post, signed in the body', async () => {
    expect(await send()).toEqual({ result: 'sent', receipt: 'ok' });
    expect(last().json.content.post.zh_cn.content[0]).toEqual([
      {
        tag: 'a',
        text: '新的匹配建议：洗碗机减速器精密齿轮配套',
        href: 'https://rulian.example.org/proposals/proposal-n1',
      },
    ]);
    const many = Array.from({ length: 20 }, (_, at) => notice(`n${at}`, `需求${at}${'长'.repeat(400)}`));
    expect(await send(text(...many))).toEqual({ result: 'sent', receipt: 'ok' });
    expect(JSON.stringify(last().json.content)).toMatch(/"\+\d+"/);
  });

  it('says when the signature is not its own, and when it is told too often', async () => {
    expect(await send(text(), '')).toMatchObject({ result: 'refused' });
    office.reply = () => ({ body: { code: 11232, msg: 'frequency limited' } });
    expect(await send()).toMatchObject({ result: 'later', after: 60 });
  });
});

describe('a webhook', () => {
  const secret = `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`;
  const send = (address = `${office.webUrl}/hook`) => senders.of('webhook')?.send(text(), { address, secret, now });

  it('is posted the notices, signed as Standard Webhooks 1.0 says', async () => {
    office.reply = () => ({ status: 204 });
    expect(await send()).toEqual({ result: 'sent', receipt: 'HTTP 204' });
    const { headers, body, json } = last();
    // The specification's words: HMAC-SHA256 of `id.timestamp.body` with the decoded key, base64, after `v1,`.
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const signature = createHmac('sha256', '0123456789abcdef01234567').update(signed).digest('base64');
    expect(headers).toMatchObject({
      'webhook-id': 'message-1',
      'webhook-timestamp': String(now.getTime() / 1000),
      'webhook-signature': `v1,${signature}`,
    });
    expect(json).toMatchObject({ type: 'notices', data: { notices: [{ id: 'n1', kind: 'proposal.released' }] } });
  });

  it.each([
    [500, 'later'],
    [302, 'later'],
    [404, 'later'],
    [410, 'refused'],
  ] as const)('that answers %i is tried again or not: %s', async (status, result) => {
    office.reply = () => ({ status });
    expect(await send()).toMatchObject({ result });
  });

  it('is left alone as long as it asks', async () => {
    office.reply = () => ({ status: 429, headers: { 'retry-after': '120' } });
    expect(await send()).toMatchObject({ result: 'later', after: 120 });
  });

  it('that nobody answers is tried again; one within a private network is refused', async () => {
    expect(await send('http://127.0.0.1:9/hook')).toMatchObject({ result: 'later' });
    const outside = new Senders(new OutwardPost(false));
    const refused = await outside.of('webhook')?.send(text(), { address: `${office.webUrl}/hook`, secret, now });
    expect(refused).toMatchObject({ result: 'refused' });
    expect(reasonOf(refused as Outcome, 'en')).toContain('private network');
    outside.close();
    expect(office.posted).toEqual([]);
  });
});

describe('mail', () => {
  const from = '入链 <notice@rulian.example.org>';
  const start = async (options: SMTPServerOptions = {}) => {
    await office.close();
    office = await PostOffice.open(options);
    senders = new Senders(new OutwardPost(true), { smtpUrl: office.smtpUrl, from });
  };
  const send = (given = text()) => senders.of('email')?.send(given, { address: 'chen@firm.example', now });

  it('is none without a mail server', () => {
    expect(senders.of('email')).toBeUndefined();
  });

  it('has HTML and text, ends with one click, and is the same mail when it is repeated', async () => {
    await start();
    expect(await send()).toMatchObject({ result: 'sent', receipt: expect.stringMatching(/^250/) });
    await send();
    const [one, two] = office.mails.map(({ mail }) => mail);
    expect(one?.messageId).toBe('<message-1@rulian.example.org>');
    expect(two?.messageId).toBe(one?.messageId);
    expect(office.mails[0]?.to).toEqual(['chen@firm.example']);
    expect(one?.subject).toBe('【入链】新的匹配建议：洗碗机减速器精密齿轮配套');
    expect(one?.from).toMatchObject({ name: '入链', address: 'notice@rulian.example.org' });
    expect(one?.text).toContain('https://rulian.example.org/proposals/proposal-n1');
    expect(one?.html).toContain('href="https://rulian.example.org/proposals/proposal-n1"');
    if (!one) throw new Error('no mail');
    expect(headerOf(one, 'list-unsubscribe')).toBe('<https://rulian.example.org/api/v1/unsubscribe/key-1>');
    expect(headerOf(one, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headerOf(one, 'auto-submitted')).toBe('auto-generated');
  });

  it('holds what others have written as text and not as HTML', async () => {
    await start();
    await send(text(notice('n1', '<img src=x onerror=alert(1)>“齿轮”')));
    expect(office.mails[0]?.mail.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(office.mails[0]?.mail.html).not.toContain('<img');
  });

  it.each([
    [550, '5.1.1 no such user', 'refused'],
    [550, 'User unknown', 'refused'],
    [550, '5.7.1 blocked as spam', 'later'],
    [451, '4.7.1 greylisted, try again later', 'later'],
    [452, '4.2.2 mailbox full', 'later'],
  ] as const)('that is turned back with %i %s is tried again or not: %s', async (responseCode, said, result) => {
    await start({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error(said), { responseCode })),
    });
    const outcome = (await send()) as Outcome;
    expect(outcome.result).toBe(result);
    expect(reasonOf(outcome)).toContain(said.split(' ').at(-1));
  });

  it('that finds no server is tried again', async () => {
    senders = new Senders(new OutwardPost(true), { smtpUrl: 'smtp://127.0.0.1:9', from: 'a@example.org' });
    expect(await send()).toMatchObject({ result: 'later' });
  });
});
