import type { NoticeKind } from '#contracts/notice';
import type { CollectionSpec, Doc } from '#ports/store/store';
import type { Texts } from '../texts.js';

/** The words that staff have given to a kind of notice; the id is the kind. */
export interface NoticeWords extends Doc {
  readonly version: number;
  /** Missing while the house's own words are in use again. */
  readonly texts?: Texts;
  readonly byName: string;
  readonly at: string;
}

/** One line of the history of the words of a kind; written from their own events. */
export interface NoticeWordsChange extends Doc {
  readonly kind: string;
  readonly wordsVersion: number;
  readonly texts?: Texts;
  readonly byName: string;
  readonly byId?: string;
  readonly at: string;
}

/** Data of `words.changed`. */
export type WordsEventData = Omit<NoticeWordsChange, 'id' | 'version' | 'wordsVersion'> & { readonly kind: NoticeKind };

export const NOTICE_WORDS: CollectionSpec<NoticeWords> = { name: 'notice_words', indexes: {} };

export const NOTICE_WORDS_HISTORY: CollectionSpec<NoticeWordsChange> = {
  name: 'notice_words_history',
  indexes: { byKind: { fields: ['kind', 'wordsVersion'] } },
};
