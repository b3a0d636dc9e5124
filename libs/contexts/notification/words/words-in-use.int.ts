import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TOPICS } from '#contracts/topics';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { noticeText } from '../notice.texts.js';
import { NOTICE_WORDS, type NoticeWords, type WordsEventData } from './words.store.js';
import { WordsInUse } from './words-in-use.js';

const KIND = 'demand.published';
const caller = { role: 'staff', subject: 's', personId: 'p1', personName: '王敏', admin: true } as const;
const texts = (title: string) => ({ zh: { title, body: '' }, en: { title, body: '' } });

let temporary: TemporaryStore;
let words: Collection<NoticeWords>;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  words = await temporary.store.collection(NOTICE_WORDS);
});
afterEach(() => temporary.destroy());

const process = () => new WordsInUse(words, new FixedClock());
const asked = (cause?: string, version?: number) => ({ caller, command: { key: cause, cause }, version });
const titleIn = (one: WordsInUse) => noticeText({ kind: KIND, params: { title: '齿轮' } }, 'zh', one.own).title;

describe('words that staff have changed', () => {
  it('hold at once where they were changed, and in other processes when these look', async () => {
    const [a, b] = [process(), process()];
    expect((await a.change(KIND, texts('甲 {title}'), asked())).ok).toBe(true);
    expect([titleIn(a), titleIn(b).includes('甲')]).toEqual(['甲 齿轮', false]);
    await b.read();
    expect(titleIn(b)).toBe('甲 齿轮');
    await b.change(KIND, undefined, asked());
    await a.read();
    expect(titleIn(a)).not.toContain('甲');
  });

  it('are changed once for one command, and not over what somebody else has written', async () => {
    const [a, b] = [process(), process()];
    const both = await Promise.all([a, b].map((one) => one.change(KIND, texts('甲 {title}'), asked('key.1'))));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await words.get(KIND)).toMatchObject({ version: 1, byName: '王敏' });
    expect(await a.change(KIND, texts('乙 {title}'), asked('key.2', 1))).toMatchObject({ ok: true });
    expect(await b.change(KIND, texts('丙 {title}'), asked('key.3', 1))).toMatchObject({ ok: false });
    const events = await temporary.events<WordsEventData>(TOPICS.words);
    expect(events.map(({ data }) => data.texts?.zh.title)).toEqual(['甲 {title}', '乙 {title}']);
  });
});
