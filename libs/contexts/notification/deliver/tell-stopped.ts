import { Injectable } from '@nestjs/common';
import { idFrom } from '#platform/ids';
import { WriteNotices } from '../notify/write-notices.js';
import type { Channel, ChannelKind } from './delivery.store.js';

const NAMES: Readonly<Record<ChannelKind, string>> = {
  email: '邮件 (e-mail)',
  webhook: 'Webhook',
  wecom: '企业微信 (WeCom)',
  dingtalk: '钉钉 (DingTalk)',
  feishu: '飞书 (Feishu)',
};

/** Tells in the product that a channel has been stopped: who counts on it would otherwise hear nothing and not know. */
@Injectable()
export class TellStopped {
  constructor(private readonly notices: WriteNotices) {}

  async tell({ id, personId, kind, name }: Channel, at: string): Promise<void> {
    const about = { type: 'channel', id };
    const params = { channel: name ?? NAMES[kind] };
    await this.notices.write([{ id: idFrom('stopped', id, at), personId, kind: 'channel.stopped', about, params, at }]);
  }
}
