import type { OutwardPost } from '#platform/outward/outward-post';
import { asPlain, fitted, type MessageText } from '../message-text.js';
import { type Outcome, postJson, type Sender, type Target } from './outcome.js';
import { judgeRobot } from './robot.js';

/** Bytes of UTF-8 that a Markdown message may have. */
const MOST_BYTES = 4096;

/**
 * Robot of a WeCom group (企业微信群机器人), `POST …/cgi-bin/webhook/send?key=…`, 20 messages a minute.
 * Source: developer.work.weixin.qq.com/document/path/91770 (messages) and /90313 (codes).
 */
export class WecomSender implements Sender {
  private readonly judge = judgeRobot({
    code: 'errcode',
    message: 'errmsg',
    tooOften: [45009, 45033, -1],
    wait: 60,
    // 93000: the key in the address is wrong or the robot has been removed; 40008, 44004 would be our mistake.
    setUp: [93000, 93004, 93008],
  });

  constructor(private readonly post: OutwardPost) {}

  send(text: MessageText, { address }: Target): Promise<Outcome> {
    const markdown = { content: wecomContent(text) };
    return postJson(this.post, address, { msgtype: 'markdown', markdown }, this.judge);
  }
}

/** The message in Markdown, as far as it has room. */
export function wecomContent(text: MessageText): string {
  const parts = text.items.map(({ title, body, url }) => `**[${asPlain(title)}](${url})**\n> ${asPlain(body)}`);
  return fitted(text, parts, '\n\n', MOST_BYTES);
}
