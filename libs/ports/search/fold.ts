/**
 * One form for what is written in many: full and half width, upper and lower case, Latin accents. Anything that is
 * neither letter nor digit stays as it is, controls and lone surrogates become spaces.
 */
export interface Folded {
  readonly text: string;
  /** `at[i]` is the place in the source that unit `i` of `text` comes from; one more entry holds the source's length. */
  readonly at: readonly number[];
}

const known = new Map<string, string>();
const KNOWN_LIMIT = 20_000;

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code < 0x20 || code === 0x7f ? ' ' : character.toLowerCase();
  if (code >= 0x4e00 && code <= 0x9fff) return character;
  const found = known.get(character);
  if (found !== undefined) return found;
  const folded = /\p{C}/u.test(character)
    ? ' '
    : character
        .normalize('NFKC')
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC');
  if (known.size < KNOWN_LIMIT) known.set(character, folded);
  return folded;
}

export function fold(source: string): string {
  let text = '';
  for (const character of source) text += foldCharacter(character);
  return text;
}

/** The same text as {@link fold} gives, with the way back to the source. */
export function foldWithPlaces(source: string): Folded {
  let text = '';
  const at: number[] = [];
  let place = 0;
  for (const character of source) {
    const folded = foldCharacter(character);
    for (let i = 0; i < folded.length; i++) at.push(place);
    text += folded;
    place += character.length;
  }
  at.push(source.length);
  return { text, at };
}

/** A stretch of one kind in folded text: script without spaces between words, letters, or digits. */
export interface Run {
  readonly kind: 'han' | 'letters' | 'digits';
  readonly text: string;
  readonly start: number;
}

const HAN = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc]';
const RUN = new RegExp(`(${HAN}+)|((?:(?!${HAN})[\\p{L}\\p{M}])+)|(\\p{N}+)`, 'gu');

export function* runs(folded: string): Generator<Run> {
  for (const match of folded.matchAll(RUN)) {
    const kind = match[1] !== undefined ? 'han' : match[2] !== undefined ? 'letters' : 'digits';
    yield { kind, text: match[0], start: match.index };
  }
}
