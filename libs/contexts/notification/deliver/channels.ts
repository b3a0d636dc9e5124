import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config/config';
import { commonErrors } from '#platform/errors/common.errors';
import { type Failure, fail, ok, Refused, type Result } from '#platform/errors/errors';
import { cleared } from '#platform/http/fields';
import type { Command } from '#platform/http/request';
import { idFrom, newId } from '#platform/ids';
import { changeDocument, insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { RECIPIENTS, type Recipient } from '../notification.store.js';
import type { ChannelChangeInput, NewChannelInput } from './channel.dto.js';
import { addressProblem, DEFAULT_RHYTHM, MOST_CHANNELS, TEST_TEXT } from './channel.rules.js';
import { channelErrors } from './delivery.errors.js';
import { CHANNEL_KINDS, CHANNELS, type Channel, type ChannelKind } from './delivery.store.js';
import type { MessageText } from './message-text.js';
import type { Outcome } from './send/outcome.js';
import { Senders } from './send/senders.js';

/** Seconds between two tries of one channel at its person's wish. */
const TEST_EVERY = 10;

/** A person's ways of being told outside the product. */
@Injectable()
export class Channels {
  constructor(
    @InjectCollection(CHANNELS) private readonly channels: Collection<Channel>,
    @InjectCollection(RECIPIENTS) private readonly recipients: Collection<Recipient>,
    @Inject(Senders) private readonly senders: Senders,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** What can be added here. */
  kinds(): ChannelKind[] {
    return CHANNEL_KINDS.filter((kind) => this.senders.of(kind));
  }

  async of(personId: string): Promise<Channel[]> {
    const { items } = await this.channels.find('byPerson', { eq: [personId], limit: 100 });
    return items.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  }

  /** The person's channel of this id; somebody else's is not there. */
  async one(personId: string, id: string): Promise<Result<Channel>> {
    const channel = await this.channels.get(id);
    return channel?.personId === personId ? ok(channel) : fail(commonErrors.not_found());
  }

  async add(personId: string, input: NewChannelInput, baseUrl: string, command: Command): Promise<Result<Channel>> {
    const { kind, address, secret, quiet, ...settings } = input;
    const problem = this.problemOf({ kind, address, quiet: quiet ?? undefined });
    if (problem) return fail(problem);
    const id = command.key === undefined ? newId() : idFrom('channel', command.key);
    const others = (await this.of(personId)).filter((channel) => channel.id !== id);
    if (kind === 'email' && others.some((channel) => channel.kind === 'email')) return fail(channelErrors.mail_there());
    if (others.length >= MOST_CHANNELS) return fail(channelErrors.too_many({ max: MOST_CHANNELS }));
    // A webhook's secret is ours: whoever receives it then knows that it is good enough.
    const signs = kind === 'webhook' ? `whsec_${randomBytes(24).toString('base64')}` : secret;
    const doc: Omit<Channel, 'version'> = {
      ...DEFAULT_RHYTHM,
      muted: [],
      ...settings,
      ...(quiet ? { quiet: { ...quiet } } : {}),
      ...(kind === 'email' || address === undefined ? {} : { address }),
      ...(signs === undefined ? {} : { secret: signs }),
      id,
      personId,
      kind,
      baseUrl,
      unsubscribeKey: randomBytes(24).toString('base64url'),
      createdAt: this.clock.iso(),
      failures: 0,
    };
    return insertDocument(this.channels, doc, [], { cause: command.cause });
  }

  async change(
    channel: Channel,
    input: ChannelChangeInput,
    cause?: string,
    version?: number,
  ): Promise<Result<Channel>> {
    const { active, quiet, ...settings } = input;
    const problem = this.problemOf({
      kind: channel.kind,
      address: settings.address ?? channel.address,
      quiet: quiet ?? undefined,
    });
    if (problem) return fail(problem);
    if (channel.kind === 'email') delete settings.address;
    if (channel.kind === 'webhook') delete settings.secret;
    return changeDocument(this.channels, channel.id, { cause, version }, (stored) => {
      const changed = {
        ...stored,
        ...settings,
        ...(quiet === undefined ? {} : cleared({ quiet: quiet && { ...quiet } })),
      };
      return ok({ doc: active === undefined ? changed : this.switched(changed as Channel, active) } as {
        doc: Channel;
      });
    });
  }

  async remove(channel: Channel): Promise<void> {
    for (let { id, version } = channel; ; ) {
      if ((await this.channels.remove(id, version)).status === 'done') return;
      const now = await this.channels.get(id);
      if (!now) return;
      version = now.version;
    }
  }

  /** Ends the channel with this key, if there is one still: that nothing more comes on it is true either way. */
  async unsubscribe(key: string): Promise<void> {
    const [channel] = await this.channels.manyBy('unsubscribe', [key]);
    if (!channel) return;
    const ended = await changeDocument(this.channels, channel.id, {}, (stored) =>
      ok({ doc: stored.stopped ? stored : { ...stored, stopped: { at: this.clock.iso(), by: 'link' } } }),
    );
    if (!ended.ok && ended.failure.code !== commonErrors.not_found().code) throw new Refused([ended.failure]);
  }

  /** Sends a message now, in spite of quiet hours, and tells what became of it. */
  async test(channel: Channel): Promise<Result<Outcome>> {
    const now = this.clock.now();
    const since = channel.testedAt ? (now.getTime() - Date.parse(channel.testedAt)) / 1000 : TEST_EVERY;
    if (since < TEST_EVERY) return fail(channelErrors.just_tested({ seconds: Math.ceil(TEST_EVERY - since) }));
    const noted = await this.channels.save({ ...channel, testedAt: now.toISOString() });
    if (noted.status !== 'done') return fail(channelErrors.just_tested({ seconds: TEST_EVERY }));
    const sender = this.senders.of(channel.kind);
    const address = channel.address ?? (await this.recipients.get(channel.personId))?.email;
    if (!sender || !address) return fail(channelErrors.mail_off());
    const signs = channel.secret === undefined ? {} : { secret: channel.secret };
    return ok(await sender.send(this.testText(channel), { address, ...signs, now }));
  }

  private testText({ language, baseUrl, unsubscribeKey }: Channel): MessageText {
    const { title, body } = TEST_TEXT[language];
    const id = newId();
    const item = { id, kind: 'test', title, body, url: `${baseUrl}/settings`, at: this.clock.iso() };
    const unsubscribeUrl = `${baseUrl}/api/v1/unsubscribe/${unsubscribeKey}`;
    return { id, language, subject: title, items: [item], unsubscribeUrl, settingsUrl: `${baseUrl}/settings` };
  }

  private problemOf({
    kind,
    address,
    quiet,
  }: Pick<NewChannelInput, 'kind' | 'address' | 'quiet'>): Failure | undefined {
    if (kind === 'email' && !this.senders.of('email')) return channelErrors.mail_off();
    if (quiet && quiet.from === quiet.to) return channelErrors.quiet_nothing({}, '/quiet/to');
    return addressProblem(kind, address, this.config.privateWebhooks);
  }

  /** What waited while it was stopped goes out when it goes on. */
  private switched(channel: Channel, active: boolean): Channel {
    if (!active) return { ...channel, stopped: channel.stopped ?? { at: this.clock.iso(), by: 'person' } };
    const { stopped, ...on } = channel;
    return stopped ? { ...on, failures: 0, dueKey: this.clock.iso() } : channel;
  }
}
