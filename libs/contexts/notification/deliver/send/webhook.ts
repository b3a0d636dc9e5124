import { Webhook } from 'standardwebhooks';
import type { OutwardPost } from '#platform/outward/outward-post';
import type { MessageText } from '../message-text.js';
import { byStatus, type Outcome, postJson, type Sender, type Target } from './outcome.js';

/**
 * A system of the person's own. Signed as the Standard Webhooks specification 1.0 says (standardwebhooks.com): headers
 * webhook-id (the same for each repeat), webhook-timestamp and webhook-signature; any answer of success is a receipt.
 */
export class WebhookSender implements Sender {
  constructor(private readonly post: OutwardPost) {}

  send({ id, items }: MessageText, { address, secret = '', now }: Target): Promise<Outcome> {
    const body = JSON.stringify({ type: 'notices', timestamp: now.toISOString(), data: { notices: items } });
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, now, body),
    };
    const judge = (answer: Parameters<typeof byStatus>[0]): Outcome =>
      byStatus(answer) ?? { result: 'sent', receipt: `HTTP ${answer.status}` };
    return postJson(this.post, address, body, judge, headers);
  }
}
