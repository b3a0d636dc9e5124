import { isIP } from 'node:net';
import type { Failure, Language } from '#platform/errors/errors';
import { isPublicAddress } from '#platform/outward/public-address';
import { channelErrors } from './delivery.errors.js';
import type { Channel, ChannelKind } from './delivery.store.js';

/** Channels that one person may have. */
export const MOST_CHANNELS = 10;

interface AddressShape {
  readonly example: string;
  readonly fits: (url: URL) => boolean;
  /** Milliseconds between two messages, so that the robot's limit a minute is kept. */
  readonly interval: number;
}

/** By the form of their addresses, not by the host: platforms are also run by firms themselves. */
const SHAPES: Readonly<Record<Exclude<ChannelKind, 'email'>, AddressShape>> = {
  webhook: { example: 'https://erp.example.com/hooks/rulian', fits: () => true, interval: 0 },
  wecom: {
    example: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
    fits: (url) => url.pathname.endsWith('/cgi-bin/webhook/send') && Boolean(url.searchParams.get('key')),
    interval: 3_200,
  },
  dingtalk: {
    example: 'https://oapi.dingtalk.com/robot/send?access_token=…',
    fits: (url) => url.pathname.endsWith('/robot/send') && Boolean(url.searchParams.get('access_token')),
    interval: 3_200,
  },
  feishu: {
    example: 'https://open.feishu.cn/open-apis/bot/v2/hook/…',
    fits: (url) => /\/open-apis\/bot\/v2\/hook\/[\w-]+$/.test(url.pathname),
    interval: 700,
  },
};

export const intervalOf = (kind: ChannelKind): number => (kind === 'email' ? 1_000 : SHAPES[kind].interval);

/** What is wrong with an address for this kind, if anything. `plain`: http is good enough. */
export function addressProblem(kind: ChannelKind, address: string | undefined, plain: boolean): Failure | undefined {
  if (kind === 'email') return undefined;
  if (!address) return channelErrors.address_needed({}, '/address');
  const { example, fits } = SHAPES[kind];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const secure = url?.protocol === 'https:' || (plain && url?.protocol === 'http:');
  if (!url || !secure || url.username || url.password || !fits(url))
    return channelErrors.address_shape({ kind, example }, '/address');
  // What a name means is looked at when something is sent.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isPrivate = !plain && isIP(host) !== 0 && !isPublicAddress(host);
  return isPrivate ? channelErrors.private_address({}, '/address') : undefined;
}

/** An address as it may be shown again: host and path, the last four characters of a key. */
export function shownAddress({ kind, address }: Pick<Channel, 'kind' | 'address'>): string | undefined {
  if (address === undefined) return undefined;
  const url = new URL(address);
  if (kind === 'webhook') return `${url.origin}${url.pathname}${url.search ? '?…' : ''}`;
  return `${url.origin}/…${address.slice(-4)}`;
}

/** Seconds before each further try: from a minute to twelve hours, over a day and a half in all. */
const WAITS = [60, 300, 1_800, 7_200, 21_600, 43_200, 43_200];
export const MOST_TRIES = WAITS.length + 1;
/** Messages in a row that are given up before the channel is stopped. */
export const MOST_FAILURES = 3;

/** Seconds until a message is tried again after so many tries; undefined when it is given up. */
export const waitAfter = (tries: number): number | undefined => WAITS[tries - 1];

/** The earlier and the later of two moments, where there are two. */
export const earlier = (one: string | undefined, other: string): string =>
  one !== undefined && one < other ? one : other;
export const later = (one: string | undefined, other: string): string =>
  one !== undefined && one > other ? one : other;

export const DEFAULT_RHYTHM = { rhythm: 'at-once', dailyAt: '09:00', zone: 'Asia/Shanghai' } as const;

/** What a test message says. */
export const TEST_TEXT: Readonly<Record<Language, { readonly title: string; readonly body: string }>> = {
  zh: { title: '入链通知测试', body: '收到这条消息，说明通知方式已设置好。' },
  en: { title: 'A test from Rulian 入链', body: 'This message says that the channel works.' },
};
