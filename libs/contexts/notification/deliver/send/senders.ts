import type { OutwardPost } from '#platform/outward/outward-post';
import type { ChannelKind } from '../delivery.store.js';
import { DingtalkSender } from './dingtalk.js';
import { EmailSender, type MailSettings } from './email.js';
import { FeishuSender } from './feishu.js';
import type { Sender } from './outcome.js';
import { WebhookSender } from './webhook.js';
import { WecomSender } from './wecom.js';

/** The senders of an installation, one for each kind of channel; none for mail where no mail server is set. */
export class Senders {
  private readonly email: EmailSender | undefined;
  private readonly byKind: Readonly<Record<ChannelKind, Sender | undefined>>;

  constructor(
    private readonly post: OutwardPost,
    mail?: MailSettings,
  ) {
    this.email = mail && new EmailSender(mail);
    this.byKind = {
      email: this.email,
      webhook: new WebhookSender(post),
      wecom: new WecomSender(post),
      dingtalk: new DingtalkSender(post),
      feishu: new FeishuSender(post),
    };
  }

  of(kind: ChannelKind): Sender | undefined {
    return this.byKind[kind];
  }

  close(): void {
    this.email?.close();
    this.post.close();
  }
}
