import { failureText, type Language } from '#platform/errors/errors';
import { noticeText, type OwnTexts } from '../notice.texts.js';
import type { ChannelView, SentMessageView } from './channel.dto.js';
import { shownAddress } from './channel.rules.js';
import type { Channel, Message } from './delivery.store.js';

const STOPPED: Readonly<Record<'person' | 'link', Readonly<Record<Language, string>>>> = {
  person: { zh: '您已停用。', en: 'You have stopped it.' },
  link: { zh: '已通过邮件中的链接退订。', en: 'It was ended by the link in a message.' },
};

/** `secret` is shown only to whoever has just made it. */
export function channelView(channel: Channel, language: Language, secret?: string): ChannelView {
  const { id, version, kind, name, muted, rhythm, dailyAt, quiet, zone, stopped, createdAt } = channel;
  const address = shownAddress(channel);
  return {
    id,
    version,
    kind,
    ...(name === undefined ? {} : { name }),
    ...(address === undefined ? {} : { address }),
    signed: channel.secret !== undefined,
    ...(secret === undefined ? {} : { secret }),
    language: channel.language,
    muted,
    rhythm,
    dailyAt,
    ...(quiet ? { quiet: { ...quiet } } : {}),
    zone,
    active: stopped === undefined,
    ...(stopped ? { stopped: stoppedText(stopped, language) } : {}),
    createdAt,
  };
}

function stoppedText({ by, reason }: NonNullable<Channel['stopped']>, language: Language): string {
  if (by !== 'failures') return STOPPED[by][language];
  return reason ? failureText(reason, language) : '';
}

export function messageView(message: Message, language: Language, own: OwnTexts): SentMessageView {
  const { id, state, notices, at, tries, sentAt, receipt, reason } = message;
  return {
    id,
    state,
    titles: notices.map((notice) => noticeText(notice, language, own).title),
    at,
    tries,
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(reason ? { reason: failureText(reason, language) } : {}),
  };
}
