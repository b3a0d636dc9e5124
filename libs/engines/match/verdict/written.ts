/**
 * A text as the verdict reads it: width and compatibility forms made equal, with the way back to what was written.
 * `plain[i]` stands at `from[i]` of `raw`; `low` is `plain` without capitals and of the same length.
 */
export interface Written {
  readonly raw: string;
  readonly plain: string;
  readonly low: string;
  readonly from: readonly number[];
}

/** Characters of one text that are read; the rest is left out, so that a pasted book costs no more than a page. */
const MAX_READ = 4_000;

/** Signs that compatibility forms would break up or leave apart. */
const signs: Readonly<Record<string, string>> = {
  '℃': '℃',
  '℉': '℉',
  '⋅': '·',
  '・': '·',
  '•': '·',
  '∙': '·',
  Φ: 'φ',
  Ø: 'φ',
  '⌀': 'φ',
  '〜': '~',
  '∼': '~',
  '–': '-',
  '−': '-',
  '≧': '≥',
  '≦': '≤',
  '⩾': '≥',
  '⩽': '≤',
  '″': '″',
  '′': '′',
};
const superscript = /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/;

function plainOf(character: string, before: string): string {
  const sign = signs[character];
  if (sign !== undefined) return sign;
  if (character <= '~' || (character >= '一' && character <= '鿿')) return character;
  const folded = character === '⁻' ? '-' : character.normalize('NFKC');
  // A power of a number (10⁸) is no digit of it; one of a unit (m²) is written on the line.
  return superscript.test(character) && /\d/.test(before) ? `^${folded}` : folded;
}

/** Reads a text once; everything later works on the result. */
export function written(text: string): Written {
  const raw = text.slice(0, MAX_READ);
  const from: number[] = [];
  let plain = '';
  let at = 0;
  for (const character of raw) {
    const power = at > 0 && superscript.test(raw.charAt(at - 1));
    const folded = plainOf(character, power ? '' : plain.charAt(plain.length - 1));
    for (let unit = 0; unit < folded.length; unit += 1) from.push(at);
    plain += folded;
    at += character.length;
  }
  from.push(raw.length);
  const lower = plain.toLowerCase();
  return { raw, plain, low: lower.length === plain.length ? lower : plain, from };
}

/** The text as written that stands between two positions of `plain`. */
export function quote({ raw, from }: Written, start: number, end: number): string {
  const text = raw.slice(from[start] ?? raw.length, from[end] ?? raw.length);
  // What parts it from the words before it is none of it.
  return text.replace(/^[\s,，;；、:：。]+/, '').trim();
}

/** A stretch of a text: positions in `plain`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A clause with its items: `阳极氧化、喷砂` has two. `sentence` counts the sentences of the text. */
export interface Clause extends Span {
  readonly sentence: number;
  readonly items: readonly Span[];
}

const sentenceEnd = /[。;!?\n]/;
const contrast = /^(?:但是|但|不过|然而|只是|而是)/;

/** 3、5、10μm is one list. */
const listOn = /^(?:、\d+(?:\.\d+)?)+(?=\s?[a-zA-Zμ℃°%毫微厘米])/;

/** A comma between digits groups thousands; a point before a space ends an English sentence. */
function boundary(plain: string, at: number): 'sentence' | 'clause' | 'item' | undefined {
  const character = plain.charAt(at);
  if (sentenceEnd.test(character)) return 'sentence';
  if (character === '.')
    return /\s|^$/.test(plain.charAt(at + 1)) && /[a-z)]{2}$/i.test(plain.slice(0, at)) ? 'sentence' : undefined;
  if (character === ',')
    return /\d/.test(plain.charAt(at - 1)) && /^\d{3}(?!\d)/.test(plain.slice(at + 1, at + 5)) ? undefined : 'clause';
  if (character === '、' && /\d/.test(plain.charAt(at - 1)) && listOn.test(plain.slice(at, at + 24))) return undefined;
  return character === '、' ? 'item' : undefined;
}

/** Cuts a text into clauses and items. What stands in brackets stays with the item before it. */
export function clausesOf({ plain }: Pick<Written, 'plain'>): Clause[] {
  const clauses: Clause[] = [];
  let items: Span[] = [];
  let clauseStart = 0;
  let itemStart = 0;
  let sentence = 0;
  let depth = 0;
  const closeItem = (end: number) => {
    if (end > itemStart) items.push({ start: itemStart, end });
  };
  const closeClause = (end: number) => {
    closeItem(end);
    if (items.length > 0) clauses.push({ start: clauseStart, end, sentence, items });
    items = [];
  };
  for (let at = 0; at < plain.length; at += 1) {
    const character = plain.charAt(at);
    if (character === '(') depth += 1;
    if (character === ')') depth = Math.max(0, depth - 1);
    const kind = boundary(plain, at);
    if (kind === undefined) {
      if (depth === 0 && at > clauseStart && contrast.test(plain.slice(at, at + 2))) {
        closeClause(at);
        clauseStart = at;
        itemStart = at;
      }
      continue;
    }
    if (depth > 0 && kind !== 'sentence') continue;
    if (kind === 'item') closeItem(at);
    else closeClause(at);
    itemStart = at + 1;
    if (kind !== 'item') clauseStart = at + 1;
    if (kind === 'sentence') {
      sentence += 1;
      depth = 0;
    }
  }
  closeClause(plain.length);
  return clauses;
}
