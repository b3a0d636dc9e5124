import type { NoticeKind, NoticeState } from '#contracts/notice';
import type { Failure, Language } from '#platform/errors/errors';
import type { CollectionSpec, Doc } from '#ports/store/store';
import type { Rhythm } from './rhythm.rules.js';

export const CHANNEL_KINDS = ['email', 'wecom', 'dingtalk', 'feishu', 'webhook'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** One way on which a person is told outside the product: its mail, a robot in a group, a system of its own. */
export interface Channel extends Doc, Rhythm {
  readonly personId: string;
  readonly kind: ChannelKind;
  /** What the person calls it. */
  readonly name?: string;
  /** Where messages go. Holds the robot's key: never shown whole, logged or put into an event. Absent for mail: the person's own address. */
  readonly address?: string;
  /** Signs messages: of robots where the person has entered one, of webhooks ours. */
  readonly secret?: string;
  readonly language: Language;
  /** Kinds left out on this channel, besides those the person does not want to hear of at all. */
  readonly muted: readonly NoticeKind[];
  /** Base of links in messages, as the person reaches the product. */
  readonly baseUrl: string;
  /** In links that end the channel without signing in. */
  readonly unsubscribeKey: string;
  readonly createdAt: string;
  readonly stopped?: Stopped;
  /** Messages in a row that were given up. */
  readonly failures: number;
  /** Last try at the person's wish. */
  readonly testedAt?: string;
  /** When something is to be done for it; while a process is at it, when another takes over. */
  readonly dueKey?: string;
  /** Until then one process has it for itself. */
  readonly heldUntil?: string;
  /** The other side is to be left alone until then. */
  readonly freeAt?: string;
}

export interface Stopped {
  readonly at: string;
  readonly by: 'person' | 'link' | 'failures';
  readonly reason?: Failure;
}

/** A notice that is to go out on a channel. The id is made of both: there is one. */
export interface Delivery extends Doc {
  readonly channelId: string;
  readonly due: string;
  readonly notice: NoticeState;
  /** Id of the channel, while it is in no message. */
  readonly waitingKey?: string;
  readonly messageId?: string;
}

/** One message on a channel: written with all it holds before it is sent, so that a repeat is the same message. */
export interface Message extends Doc {
  readonly channelId: string;
  readonly personId: string;
  readonly notices: readonly NoticeState[];
  readonly at: string;
  readonly tries: number;
  readonly state: 'waiting' | 'sent' | 'failed' | 'needless';
  readonly sentAt?: string;
  /** What the other side answered to the last try, where it took it. */
  readonly receipt?: string;
  /** Why the last try did not succeed. */
  readonly reason?: Failure;
  /** Id of the channel, while it is to be sent. */
  readonly waitingKey?: string;
  /** `failed`, while it is given up: what operators list. */
  readonly failedKey?: string;
}

export const CHANNELS: CollectionSpec<Channel> = {
  name: 'notice_channel',
  indexes: {
    byPerson: { fields: ['personId'] },
    due: { fields: ['dueKey'] },
    unsubscribe: { fields: ['unsubscribeKey'], unique: true },
  },
};

export const DELIVERIES: CollectionSpec<Delivery> = {
  name: 'notice_delivery',
  indexes: { waiting: { fields: ['waitingKey', 'due'] } },
};

export const MESSAGES: CollectionSpec<Message> = {
  name: 'notice_message',
  indexes: {
    byChannel: { fields: ['channelId', 'at'] },
    waiting: { fields: ['waitingKey', 'at'] },
    failed: { fields: ['failedKey', 'at'] },
  },
};
