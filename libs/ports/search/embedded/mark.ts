import { type Folded, foldWithPlaces, type Run, runs } from '#ports/search/fold';
import type { Word } from './words.js';

const OPEN = '\ue000';
const CLOSE = '\ue001';
/** Texts longer than this are shown as the stretch around the first hit. */
const LONGEST = 300;
const BEFORE = 60;

/** Half-open stretch of the source text. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The text with the words found between U+E000 and U+E001, or undefined when none is in it. Long texts are cut to about
 * 300 characters around the first word, with … where something is left out.
 */
export function mark(source: string, words: readonly Word[]): string | undefined {
  const clean = source.replace(/[\ue000\ue001]/g, '');
  const folded = foldWithPlaces(clean);
  const stretches = [...runs(folded.text)];
  const spans = merge(words.flatMap((word) => (word.han ? findHan(folded, word) : findRuns(folded, stretches, word))));
  const first = spans[0];
  if (!first) return undefined;
  const from = clean.length > LONGEST ? whole(clean, Math.max(0, first.from - BEFORE)) : 0;
  const to = clean.length > LONGEST ? whole(clean, Math.min(clean.length, from + LONGEST)) : clean.length;
  return (from > 0 ? '…' : '') + insert(clean, spans, from, to) + (to < clean.length ? '…' : '');
}

/** Never between the halves of a surrogate pair. */
function whole(text: string, place: number): number {
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place - 1 : place;
}

function insert(text: string, spans: readonly Span[], from: number, to: number): string {
  let out = '';
  let place = from;
  for (const span of spans) {
    const end = Math.min(span.to, to);
    if (span.from >= to) break;
    out += text.slice(place, span.from) + OPEN + text.slice(span.from, end) + CLOSE;
    place = end;
  }
  return out + text.slice(place, to);
}

function spanOf({ at }: Folded, start: number, end: number): Span {
  let to = end;
  // One character may fold into several: the mark ends after the whole of it.
  while (to < at.length - 1 && at[to] === at[to - 1]) to++;
  return { from: at[start]!, to: at[to]! };
}

function findHan(folded: Folded, word: Word): Span[] {
  const needle = word.parts[0]!;
  const spans: Span[] = [];
  for (let i = folded.text.indexOf(needle); i >= 0; i = folded.text.indexOf(needle, i + needle.length)) {
    spans.push(spanOf(folded, i, i + needle.length));
  }
  return spans;
}

function findRuns(folded: Folded, stretches: readonly Run[], word: Word): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + word.parts.length <= stretches.length; i++) {
    if (!matches(stretches, i, word)) continue;
    const last = stretches[i + word.parts.length - 1]!;
    spans.push(spanOf(folded, stretches[i]!.start, last.start + word.parts.at(-1)!.length));
  }
  return spans;
}

function matches(stretches: readonly Run[], start: number, word: Word): boolean {
  return word.parts.every((part, k) => {
    const text = stretches[start + k]!.text;
    const mayGoOn = word.prefix && k === word.parts.length - 1;
    return mayGoOn ? text.startsWith(part) : text === part;
  });
}

function merge(spans: readonly Span[]): Span[] {
  const merged: { from: number; to: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const before = merged.at(-1);
    if (before && span.from <= before.to) before.to = Math.max(before.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}
