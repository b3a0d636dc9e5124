import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { Repeating } from '#platform/time/repeating';
import type { Collection } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import { NOTICES, type Notice, RECIPIENTS, type Recipient } from '../notification.store.js';
import { WordsInUse } from '../words/words-in-use.js';
import { Bundle } from './bundle.js';
import { intervalOf, later, MOST_FAILURES, waitAfter } from './channel.rules.js';
import { CHANNELS, type Channel, MESSAGES, type Message } from './delivery.store.js';
import { messageText } from './message-text.js';
import type { Outcome } from './send/outcome.js';
import { Senders } from './send/senders.js';
import { TellStopped } from './tell-stopped.js';

const EVERY_MS = 1_000;
/** Longer than any try takes. */
const HELD_MS = 45_000;
const AT_A_TIME = 32;
const TRIES = 20;

/** What a try makes of a channel. */
type After = (channel: Channel) => Channel;

/**
 * Sends what is due, on some channels at a time and one message after the other on each. A process holds a channel while
 * it is at it; when it dies, another sends the same message again, with the same id.
 */
@Injectable()
export class SendMessages implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('notification.deliveries');
  private readonly repeating = new Repeating(() => this.start(), EVERY_MS, this.logger);
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    @InjectCollection(CHANNELS) private readonly channels: Collection<Channel>,
    @InjectCollection(MESSAGES) private readonly messages: Collection<Message>,
    @InjectCollection(RECIPIENTS) private readonly recipients: Collection<Recipient>,
    @InjectCollection(NOTICES) private readonly notices: Collection<Notice>,
    private readonly bundle: Bundle,
    private readonly words: WordsInUse,
    @Inject(Senders) private readonly senders: Senders,
    private readonly tellStopped: TellStopped,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.repeating.stop();
    await Promise.all(this.underWay);
    this.senders.close();
  }

  /** Something may be due now. */
  wake(): void {
    this.repeating.soon();
  }

  /** Sends all that is due now, and what becomes due by it. For tests and for those who cannot wait. */
  async drain(): Promise<void> {
    do {
      await this.start();
      await Promise.all(this.underWay);
    } while ((await this.due(1)).length > 0);
  }

  private async start(): Promise<void> {
    const free = AT_A_TIME - this.underWay.size;
    if (free <= 0) return;
    for (const channel of await this.due(free)) {
      const work = this.serve(channel).catch((error: unknown) =>
        this.logger.error({ msg: 'a channel could not be served; it is tried again', channel: channel.id, error }),
      );
      this.underWay.add(work);
      void work.then(() => {
        this.underWay.delete(work);
        this.repeating.soon();
      });
    }
  }

  private async due(limit: number): Promise<Channel[]> {
    return (await this.channels.find('due', { range: { lte: this.clock.iso() }, limit })).items;
  }

  private async serve(channel: Channel): Promise<void> {
    const held = await this.hold(channel);
    if (!held) return;
    const message = await this.bundle.next(held);
    const free = await this.release(held.id, message ? await this.try(held, message) : (unchanged) => unchanged);
    if (free?.stopped?.by === 'failures' && !held.stopped) await this.tellStopped.tell(free, free.stopped.at);
  }

  /** Undefined when another process was faster. */
  private async hold(channel: Channel): Promise<Channel | undefined> {
    const heldUntil = this.soon(HELD_MS);
    const written = await this.channels.save({ ...channel, heldUntil, dueKey: heldUntil });
    return written.status === 'done' ? written.doc : undefined;
  }

  private async try(channel: Channel, message: Message): Promise<After> {
    const tries = message.tries + 1;
    const outcome = await this.send(channel, message);
    const { waitingKey: _key, ...done } = message;
    if (outcome === 'needless') {
      await this.messages.save({ ...done, state: 'needless' });
      return (now) => now;
    }
    if (outcome.result === 'sent') {
      const receipt = outcome.receipt === undefined ? {} : { receipt: outcome.receipt };
      await this.messages.save({ ...done, ...receipt, tries, state: 'sent', sentAt: this.clock.iso() });
      return (now) => ({ ...now, failures: 0, freeAt: this.soon(intervalOf(channel.kind)) });
    }
    const { reason } = outcome;
    const wait = outcome.result === 'later' ? waitAfter(tries) : undefined;
    if (wait !== undefined) {
      await this.messages.save({ ...message, tries, reason });
      const after = outcome.result === 'later' ? (outcome.after ?? 0) : 0;
      return (now) => ({ ...now, freeAt: this.soon(Math.max(wait, after) * 1000) });
    }
    await this.messages.save({ ...done, tries, reason, state: 'failed', failedKey: 'failed' });
    this.logger.warn({ msg: 'a message was given up', message: message.id, kind: channel.kind, reason });
    const failures = channel.failures + 1;
    if (outcome.result === 'later' && failures < MOST_FAILURES) return (now) => ({ ...now, failures });
    const stopped = { at: this.clock.iso(), by: 'failures', reason } as const;
    return (now) => ({ ...now, failures, stopped: now.stopped ?? stopped });
  }

  private async send(channel: Channel, message: Message): Promise<Outcome | 'needless'> {
    const [person, notices] = await Promise.all([
      this.recipients.get(channel.personId),
      channel.kind === 'webhook' ? message.notices : this.unread(message),
    ]);
    const sender = this.senders.of(channel.kind);
    if (!sender || !person?.active || notices.length === 0) return 'needless';
    const { address = person.email, secret } = channel;
    const target = { address, ...(secret === undefined ? {} : { secret }), now: this.clock.now() };
    return sender.send(messageText(message.id, notices, channel, this.words.own), target);
  }

  /** What a person has read in the product is not told again; a system is told all. */
  private async unread({ notices }: Message): Promise<Message['notices']> {
    const stored = await this.notices.many(notices.map(({ id }) => id));
    const read = new Set(stored.flatMap(({ id, readAt }) => (readAt === undefined ? [] : [id])));
    return notices.filter(({ id }) => !read.has(id));
  }

  /** Gives the channel up, to be looked at again when the next one is due. */
  private async release(id: string, after: After): Promise<Channel | undefined> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      // In this order: what is added in between changes the channel, and this is done again.
      const channel = await this.channels.get(id);
      if (!channel) return undefined;
      const { heldUntil: _held, dueKey: _due, ...free } = after(channel);
      const next = free.stopped ? undefined : await this.nextFor(id);
      const dueKey = next === undefined ? {} : { dueKey: later(free.freeAt, next) };
      const written = await this.channels.save({ ...free, ...dueKey });
      if (written.status === 'done') return written.doc;
    }
    throw new Unavailable('a channel that others do not change all the time');
  }

  private async nextFor(channelId: string): Promise<string | undefined> {
    const waits = await this.messages.count('waiting', [channelId], 1);
    return waits > 0 ? this.clock.iso() : this.bundle.nextDue(channelId);
  }

  private soon(ms: number): string {
    return new Date(this.clock.now().getTime() + ms).toISOString();
  }
}
