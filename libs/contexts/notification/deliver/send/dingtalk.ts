import { createHmac } from 'node:crypto';
import type { OutwardPost } from '#platform/outward/outward-post';
import { asPlain, fitted, type MessageText } from '../message-text.js';
import { type Outcome, postJson, type Sender, type Target } from './outcome.js';
import { judgeRobot } from './robot.js';

/** A message may have 20,000 bytes in all. */
const MOST_BYTES = 16_000;

/**
 * Robot of a DingTalk group (钉钉自定义机器人), `POST …/robot/send?access_token=…`, 20 messages a minute, after which it
 * takes none for ten minutes. Signed by `timestamp` (ms) and `sign` in the address. Its keyword, where it asks for one, is
 * 入链, which stands in each title.
 * Source: open.dingtalk.com/document/orgapp/custom-robots-send-group-messages and …/customize-robot-security-settings.
 */
export class DingtalkSender implements Sender {
  private readonly judge = judgeRobot({
    code: 'errcode',
    message: 'errmsg',
    tooOften: [130101, 130102, 410100, -1],
    wait: 600,
    // 310000: signature, keyword or address of the sender; 300001, 300005: token; 400013 to 400102: group or robot is gone.
    setUp: [310000, 300001, 300005, 400013, 400101, 400102],
  });

  constructor(private readonly post: OutwardPost) {}

  send(text: MessageText, { address, secret, now }: Target): Promise<Outcome> {
    const url = new URL(address);
    if (secret) {
      const timestamp = String(now.getTime());
      url.searchParams.set('timestamp', timestamp);
      url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
    }
    const parts = text.items.map(({ title, body, url }) => `#### [${asPlain(title)}](${url})\n> ${asPlain(body)}`);
    const body = {
      title: text.subject,
      text: fitted(text, [`### ${asPlain(text.subject)}`, ...parts], '\n\n', MOST_BYTES),
    };
    return postJson(this.post, url.href, { msgtype: 'markdown', markdown: body }, this.judge);
  }
}
