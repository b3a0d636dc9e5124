import { Injectable, Logger } from '@nestjs/common';
import { ok, orRefuse } from '#platform/errors/errors';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { MOST_FAILURES } from '../deliver/channel.rules.js';
import { deliveryErrors } from '../deliver/delivery.errors.js';
import { CHANNELS, type Channel, MESSAGES, type Message } from '../deliver/delivery.store.js';
import { MAILBOX } from '../deliver/send/email.js';
import { TellStopped } from '../deliver/tell-stopped.js';
import { RECIPIENTS, type Recipient } from '../notification.store.js';
import type { Bounce } from './bounce.rules.js';

export const BOUNCE_OUTCOMES = ['stopped', 'noted', 'nothing'] as const;
/** `nothing`: the report is of no mail of ours, or of an address that its person has left. */
export type BounceOutcome = (typeof BOUNCE_OUTCOMES)[number];

/** Messages looked at for {@link MOST_FAILURES} in a row: some are waiting or were not needed. */
const LOOKED_AT = 20;

/**
 * What a mail that came back means: it counts as given up, and its channel stops when there is no such mailbox or several mails in
 * a row came back. Taking the same report again ends in the same.
 */
@Injectable()
export class TakeBounce {
  private readonly logger = new Logger('notification.bounces');

  constructor(
    @InjectCollection(CHANNELS) private readonly channels: Collection<Channel>,
    @InjectCollection(MESSAGES) private readonly messages: Collection<Message>,
    @InjectCollection(RECIPIENTS) private readonly recipients: Collection<Recipient>,
    private readonly tellStopped: TellStopped,
    private readonly clock: Clock,
  ) {}

  async take({ messageId, undelivered }: Bounce): Promise<BounceOutcome> {
    const message = await this.messages.get(messageId);
    if (!message) return 'nothing';
    const [channel, person] = await Promise.all([
      this.channels.get(message.channelId),
      this.recipients.get(message.personId),
    ]);
    const report = undelivered.find(({ address }) => address.toLowerCase() === person?.email.toLowerCase());
    if (channel?.kind !== 'email' || !report) return 'nothing';
    const reason = deliveryErrors.mailbox({ answer: report.answer });
    const noted = orRefuse(
      await changeDocument<Message>(this.messages, messageId, {}, (stored) =>
        ok({ doc: stored.state === 'sent' ? { ...stored, reason, state: 'failed', failedKey: 'failed' } : stored }),
      ),
    );
    // One that is on its way again says by itself what becomes of it.
    if (noted.state !== 'failed') return 'nothing';
    this.logger.warn({ msg: 'a mail came back', message: messageId, reason });
    if (!MAILBOX.test(report.status) && !(await this.cameBackInARow(channel.id))) return 'noted';
    const stopped = { at: this.clock.iso(), by: 'failures', reason } as const;
    const ended = orRefuse(
      await changeDocument<Channel>(this.channels, channel.id, {}, (stored) => {
        const { dueKey: _due, ...quiet } = stored;
        return ok({ doc: stored.stopped ? stored : { ...quiet, stopped } });
      }),
    );
    if (ended.stopped?.by === 'failures') await this.tellStopped.tell(ended, ended.stopped.at);
    return 'stopped';
  }

  /** Whether the last mails that had left were all given up. */
  private async cameBackInARow(channelId: string): Promise<boolean> {
    const { items } = await this.messages.find('byChannel', { eq: [channelId], limit: LOOKED_AT, descending: true });
    const last = items.filter(({ state }) => state === 'sent' || state === 'failed').slice(0, MOST_FAILURES);
    return last.length === MOST_FAILURES && last.every(({ state }) => state === 'failed');
  }
}
