import { createHmac } from 'node:crypto';
import type { OutwardPost } from '#platform/outward/outward-post';
import type { Item, MessageText } from '../message-text.js';
import { type Outcome, postJson, type Sender, type Target } from './outcome.js';
import { judgeRobot } from './robot.js';

/** Bytes that a request may have. */
const MOST_BYTES = 20_000;

type Line = readonly Readonly<Record<string, string>>[];

/**
 * Robot of a Feishu or Lark group (飞书自定义机器人), `POST …/open-apis/bot/v2/hook/…`, 100 messages a minute and 5 a second.
 * Signed by `timestamp` (s) and `sign` in the body, where timestamp and secret are the *key* and nothing is signed.
 * Source: open.feishu.cn/document/client-docs/bot-v3/add-custom-bot.
 */
export class FeishuSender implements Sender {
  private readonly judge = judgeRobot({
    code: 'code',
    message: 'msg',
    tooOften: [11232, 9499],
    wait: 60,
    // 19001: the address; 19021: signature or time; 19022: address of the sender; 19024: keyword.
    setUp: [19001, 19021, 19022, 19024],
  });

  constructor(private readonly post: OutwardPost) {}

  send(text: MessageText, { address, secret, now }: Target): Promise<Outcome> {
    const signed = secret ? signature(String(Math.floor(now.getTime() / 1000)), secret) : {};
    return postJson(this.post, address, { ...signed, ...fittedPost(text) }, this.judge);
  }
}

function signature(timestamp: string, secret: string) {
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}

/** As many notices as have room. */
function fittedPost(text: MessageText) {
  for (let count = text.items.length; ; count -= 1) {
    const content: Line[] = text.items.slice(0, count).flatMap(lines);
    const more = text.items.length - count;
    if (more > 0)
      content.push([{ tag: 'a', text: `+${more}`, href: text.settingsUrl.replace(/\/settings$/, '/notices') }]);
    const language = text.language === 'zh' ? 'zh_cn' : 'en_us';
    const body = { msg_type: 'post', content: { post: { [language]: { title: text.subject, content } } } };
    if (count <= 1 || Buffer.byteLength(JSON.stringify(body)) <= MOST_BYTES - 200) return body;
  }
}

const lines = ({ title, body, url }: Item): Line[] => [
  [{ tag: 'a', text: title, href: url }],
  [{ tag: 'text', text: body }],
];
