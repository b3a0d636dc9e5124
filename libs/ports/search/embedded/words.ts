import { fold, type Run, runs } from '#ports/search/fold';
import { soundsAsked, textSounds, type WordCutter } from '#ports/search/sound';

/** What is needed of jieba. */
export interface Cutter extends WordCutter {
  cutForSearch(text: string, hmm: boolean): string[];
}

/** What one text field puts into the full-text table. Tokens separated by spaces. */
export interface FieldTokens {
  /** Words: jieba's, and letters or digits as they stand. */
  readonly words: string;
  /**
   * Every pair of neighbouring characters, and the last one of a stretch alone. A word is found in longer text also
   * where jieba has cut the text at other places than the query: 生命 in 研究生命题.
   */
  readonly pairs: string;
  /** How the Chinese words sound. */
  readonly sounds: string;
}

export function fieldTokens(text: string, cutter: Cutter): FieldTokens {
  const words: string[] = [];
  const pairs: string[] = [];
  for (const run of runs(fold(text))) {
    if (run.kind !== 'han') {
      words.push(run.text);
      continue;
    }
    const characters = [...run.text];
    if (characters.length > 1) {
      for (const word of cutter.cutForSearch(run.text, true)) if ([...word].length > 1) words.push(word);
    }
    pairs.push(...pairsOf(characters), characters.at(-1)!);
  }
  return { words: words.join(' '), pairs: pairs.join(' '), sounds: textSounds(text, cutter) };
}

function pairsOf(characters: readonly string[]): string[] {
  const pairs: string[] = [];
  for (let i = 0; i + 1 < characters.length; i++) pairs.push(characters[i]! + characters[i + 1]!);
  return pairs;
}

/** A word looked for: one stretch of Chinese, or neighbouring stretches of letters and digits (`iso9001`: iso, 9001). */
export interface Word {
  readonly parts: readonly string[];
  readonly han: boolean;
  /** The last part may go on in the text. */
  readonly prefix: boolean;
  /** Looked for in its place: words of the index that differ in a letter or two. */
  readonly near?: readonly string[];
}

/** Most words of a query that are looked for; what a person types has fewer. */
const MAX_WORDS = 24;
const MAX_QUERY_UNITS = 1000;
/** Most characters in a part: longer ones are no word, and the index need not be asked with them. */
const MAX_PART = 64;
const STOP = new Set([...'的了和与及或在是为等之其对以将把被从到由']);

export interface WordsOfQuery {
  /** As few and as long as jieba cuts: a good hit has all of them. */
  readonly all: Word[];
  /** The same with Chinese by its sound, for when a character is wrong: 轴乘 sounds like 轴承. */
  readonly bySound: Word[];
  /** Also the words inside words, for when nothing has them all. */
  readonly any: Word[];
}

export function wordsOfQuery(text: string, cutter: Cutter): WordsOfQuery {
  const stretches = joinStretches([...runs(fold(text.slice(0, MAX_QUERY_UNITS)))]);
  const words = (cut: (han: string) => string[]): Word[] => {
    const found: Word[] = [];
    for (const [place, stretch] of stretches.entries()) {
      const last = place === stretches.length - 1;
      if (stretch.han) found.push(...hanWords(cut(stretch.parts[0]!), last));
      else found.push({ parts: stretch.parts, han: false, prefix: last });
    }
    return withoutStopWords(unique(found)).slice(0, MAX_WORDS);
  };
  const bySound = words((han) => soundsAsked(cutter.cut(han, true))).map((word) => ({ ...word, han: false }));
  return { all: words((han) => cutter.cut(han, true)), bySound, any: words((han) => cutter.cutForSearch(han, true)) };
}

function hanWords(cut: readonly string[], last: boolean): Word[] {
  return cut.map((word, i) => ({
    parts: [[...word].slice(0, MAX_PART).join('')],
    han: true,
    prefix: last && i === cut.length - 1,
  }));
}

/** Joins letters and digits that stand together into one stretch. */
function joinStretches(all: readonly Run[]): { parts: string[]; han: boolean }[] {
  const stretches: { parts: string[]; han: boolean; end: number }[] = [];
  for (const run of all) {
    const before = stretches.at(-1);
    const part = [...run.text].slice(0, run.kind === 'han' ? MAX_QUERY_UNITS : MAX_PART).join('');
    const end = run.start + run.text.length;
    if (run.kind !== 'han' && before && !before.han && before.end === run.start && before.parts.length < 8) {
      before.parts.push(part);
      before.end = end;
    } else {
      stretches.push({ parts: [part], han: run.kind === 'han', end });
    }
  }
  return stretches;
}

function unique(words: readonly Word[]): Word[] {
  const byText = new Map<string, Word>();
  for (const word of words) {
    const key = word.parts.join(' ');
    const before = byText.get(key);
    byText.set(key, before?.prefix ? before : word);
  }
  return [...byText.values()];
}

function withoutStopWords(words: readonly Word[]): Word[] {
  const kept = words.filter((word) => !STOP.has(word.parts[0]!) || word.parts.length > 1);
  return kept.length > 0 ? kept : [...words];
}

/**
 * The FTS5 expression of the words. Only letters, digits and Chinese characters come in here, and each part stands in
 * quotes: no operator or quote of the person's text can reach the engine.
 */
export function matchExpression(words: readonly Word[], join: 'AND' | 'OR'): string {
  return words.map(matchOne).join(` ${join} `);
}

function matchOne(word: Word): string {
  if (word.near) return `(${word.near.map((term) => `"${term}"`).join(' OR ')})`;
  const text = word.parts.join(' ');
  if (!word.han) return `"${text}"${word.prefix ? '*' : ''}`;
  const characters = [...text];
  if (characters.length === 1) return `"${text}"*`;
  if (characters.length === 2) return `"${text}"`;
  return `("${text}" OR "${pairsOf(characters).join(' ')}")`;
}
