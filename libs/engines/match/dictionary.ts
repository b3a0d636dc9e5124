import { normalise } from './normalise.js';

/** Words of a trade, a region or a programme that no general dictionary has. */
export interface Dictionary {
  /** Read as one word each; normalised. */
  readonly words: readonly string[];
  /** Words that say the same as another, and that other; normalised. */
  readonly alike: ReadonlyMap<string, string>;
}

export const noDictionary: Dictionary = { words: [], alike: new Map() };

/** Longer ones are sentences. */
const MOST_CHARACTERS = 20;
const word = /^[\p{L}\p{N}]+$/u;

/**
 * Reads a dictionary: a word a line, or several with `=` between that say the same; `#` begins a remark. Throws an Error
 * that names the first line that is wrong and what to change.
 */
export function readDictionary(text: string): Dictionary {
  const words = new Set<string>();
  const alike = new Map<string, string>();
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const entry = line
      .replace(/^\uFEFF/, '')
      .replace(/#.*/, '')
      .trim();
    if (entry === '') continue;
    const names = entry.split(/[=＝]/).map((name) => normalise(name.trim()));
    const wrong = names.find((name) => !word.test(name) || name.length > MOST_CHARACTERS);
    if (wrong !== undefined)
      throw new Error(
        `line ${at + 1}: "${wrong}" is no word: letters and digits without blanks, ${MOST_CHARACTERS} at most`,
      );
    const [first, ...others] = names as [string, ...string[]];
    for (const name of names) words.add(name);
    for (const other of others) {
      const known = alike.get(other) ?? other;
      if (other === first || known !== other) throw new Error(`line ${at + 1}: "${other}" stands there already`);
      alike.set(other, first);
    }
  }
  for (const [other, first] of alike)
    if (alike.has(first))
      throw new Error(`"${first}" says the same as "${other}" and as "${alike.get(first)}": one line`);
  return { words: [...words], alike };
}
