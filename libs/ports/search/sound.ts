import { pinyin } from 'pinyin-pro';
import { fold, runs } from './fold.js';

/** What is needed of jieba. */
export interface WordCutter {
  cut(text: string, hmm: boolean): string[];
}

const known = new Map<string, string>();
const KNOWN_LIMIT = 50_000;

/** How Chinese is spoken, as people type it: 齿轮 is `chilun`, 女 is `nv`. Characters without a sound are left out. */
function soundOf(han: string): string {
  const found = known.get(han);
  if (found !== undefined) return found;
  const syllables = pinyin(han, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
  const sound = syllables.join('').replace(/[^a-z]/g, '');
  if (known.size < KNOWN_LIMIT) known.set(han, sound);
  return sound;
}

/** The sounds of words that stand side by side, and of each with the next: what is typed in one go may be two words. */
function soundsOf(words: readonly string[]): string[] {
  const sounds = words.map(soundOf);
  return sounds.flatMap((sound, i) => {
    const next = sounds[i + 1];
    return next ? [sound, sound + next] : [sound];
  });
}

/** Words of a query as they sound; characters that stand alone are one word, as the wrong one of two leaves both alone. */
export function soundsAsked(words: readonly string[]): string[] {
  const joined: string[] = [];
  let alone = false;
  for (const word of words) {
    const single = [...word].length === 1;
    if (single && alone) joined[joined.length - 1] += word;
    else joined.push(word);
    alone = single;
  }
  return joined.map(soundOf);
}

/** How the Chinese in a text sounds: each word, and each with the next, separated by spaces. '' when there is none. */
export function textSounds(text: string, cutter: WordCutter): string {
  const sounds = [...runs(fold(text))].flatMap((run) =>
    run.kind === 'han' ? soundsOf(cutter.cut(run.text, true)) : [],
  );
  return sounds.filter(Boolean).join(' ');
}

/** A query with its Chinese words as they sound, the rest as it is. */
export function queryBySound(text: string, cutter: WordCutter): string {
  const words = [...runs(fold(text))].flatMap((run) =>
    run.kind === 'han' ? soundsAsked(cutter.cut(run.text, true)) : [run.text],
  );
  return words.filter(Boolean).join(' ');
}
