import type { NoticeState } from '#contracts/notice';
import type { Language } from '#platform/errors/errors';
import { noticePlace } from '../notice.places.js';
import { noticeText, type OwnTexts } from '../notice.texts.js';

/** A notice as it stands in a message. */
export interface Item {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  /** Page of what it is about. */
  readonly url: string;
  readonly at: string;
}

/** What a message says, before it takes the form of its channel. */
export interface MessageText {
  /** The same for each repeat. */
  readonly id: string;
  readonly language: Language;
  readonly subject: string;
  readonly items: readonly Item[];
  readonly unsubscribeUrl: string;
  readonly settingsUrl: string;
}

const SUBJECTS: Readonly<Record<Language, (items: readonly Item[]) => string>> = {
  zh: (items) => (items.length === 1 ? `【入链】${items[0]?.title}` : `【入链】${items.length} 条新消息`),
  en: (items) =>
    items.length === 1 ? `[Rulian 入链] ${items[0]?.title}` : `[Rulian 入链] ${items.length} new messages`,
};

export interface Reader {
  readonly language: Language;
  readonly baseUrl: string;
  readonly unsubscribeKey: string;
}

export function messageText(id: string, notices: readonly NoticeState[], reader: Reader, own?: OwnTexts): MessageText {
  const { language, baseUrl, unsubscribeKey } = reader;
  const items = notices.map((notice): Item => {
    const { title, body } = noticeText(notice, language, own);
    return { id: notice.id, kind: notice.kind, title, body, url: baseUrl + noticePlace(notice), at: notice.at };
  });
  return {
    id,
    language,
    subject: SUBJECTS[language](items),
    items,
    unsubscribeUrl: `${baseUrl}/api/v1/unsubscribe/${unsubscribeKey}`,
    settingsUrl: `${baseUrl}/settings`,
  };
}

const MORE: Readonly<Record<Language, (more: number, url: string) => string>> = {
  zh: (more, url) => `还有 ${more} 条，请到 ${url} 查看。`,
  en: (more, url) => `${more} more at ${url}.`,
};

/** As many of the parts as have room in `limit` bytes of UTF-8, and a line that tells how many have none. */
export function fitted(text: MessageText, parts: readonly string[], separator: string, limit: number): string {
  for (let count = parts.length; ; count -= 1) {
    const more = parts.length - count;
    const told = more > 0 ? [MORE[text.language](more, text.settingsUrl.replace(/\/settings$/, '/notices'))] : [];
    const whole = [...parts.slice(0, count), ...told].join(separator);
    if (count === 0 || Buffer.byteLength(whole) <= limit) return whole;
  }
}

/**
 * Text of somebody else within Markdown: the characters that would make a link, a picture or emphasis of it become those
 * that only look alike. Robots do not agree on how to escape them.
 */
export function asPlain(text: string): string {
  const ALIKE: Readonly<Record<string, string>> = {
    '[': '［',
    ']': '］',
    '(': '（',
    ')': '）',
    '<': '＜',
    '>': '＞',
    '*': '＊',
    _: '＿',
    '`': '｀',
    '#': '＃',
    '!': '！',
    '~': '～',
    '|': '｜',
    '\\': '＼',
  };
  return text.replace(/[[\]()<>*_`#!~|\\]/g, (character) => ALIKE[character] as string).replace(/\s*\n\s*/g, ' ');
}
