import { fill, type Language } from '#platform/errors/errors';
import type { Advice, Advised, Standing } from '../index/advice.js';
import type { AdviceView } from '../matching.dto.js';

type Sentence = Readonly<Record<Language, string>>;

const RISES: Sentence = {
  zh: '如贵单位具备“{name}”，写入档案后，排名可由第 {from} 位升至第 {to} 位',
  en: 'If your firm has “{name}”, saying so in the profile would raise it from place {from} to place {to}',
};
const TELLS: Sentence = {
  zh: '如贵单位具备“{name}”，写入档案后，发布方可直接看到这一条已满足',
  en: 'If your firm has “{name}”, saying so in the profile would show the leader that this is met',
};

function sentenceOf({ name, after }: Advice, now: Standing, language: Language): string {
  const sentence = after.rank < now.rank ? RISES : TELLS;
  return fill(sentence[language], { name, from: String(now.rank), to: String(after.rank) });
}

/** What the firm could add to its profile, as it reads it. */
export function adviceView(advised: Advised | undefined, language: Language): AdviceView {
  if (!advised) return { items: [] };
  const { now, advice } = advised;
  return { now, items: advice.map((each) => ({ ...each, sentence: sentenceOf(each, now, language) })) };
}
