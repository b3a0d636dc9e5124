import { type Analyser, normalise } from './analysis.js';
import { fieldWeight } from './profile.js';
import type { Query } from './query.js';
import type { ProfileLine } from './types.js';

/** A line with its terms. */
export interface AnalysedLine {
  readonly line: ProfileLine;
  readonly terms: ReadonlySet<string>;
}

export function analyseLines(analyser: Analyser, lines: readonly ProfileLine[]): AnalysedLine[] {
  return lines.map((line) => ({ line, terms: new Set(analyser.terms(line.text)) }));
}

/** A line of the profile with the pieces of it that the demand also has, as written there, the longest first. */
export interface SharedLine {
  readonly line: ProfileLine;
  readonly terms: readonly string[];
}

const MOST_LINES = 3;
const MOST_TERMS = 6;

/** The piece as the line writes it (`PLC`, not `plc`), where it can be found there. */
function asWritten(line: string, piece: string): string {
  const at = line.toLowerCase().indexOf(piece);
  return at < 0 ? piece : line.slice(at, at + piece.length);
}

/** Pairs of characters that are words, in what the words already shown leave of the line; overlapping ones joined. */
function wordPairs(analyser: Analyser, line: string, words: readonly string[], shared: ReadonlySet<string>): string[] {
  let rest = normalise(line);
  for (const word of words) rest = rest.replaceAll(word, ' ');
  const pairs = analyser.terms(rest).filter((term) => term.length === 2 && shared.has(term));
  const joined: string[] = [];
  for (const pair of new Set(pairs.filter((each) => analyser.words(each)[0] === each))) {
    const longer = `${joined.at(-1) ?? ' '}${pair.slice(1)}`;
    if (joined.at(-1)?.endsWith(pair.charAt(0)) && rest.includes(longer)) joined[joined.length - 1] = longer;
    else joined.push(pair);
  }
  return joined;
}

/** Whole words, the longest first; nothing that is part of a longer piece shown. */
function pieces(analyser: Analyser, line: string, shared: ReadonlySet<string>): string[] {
  const words = analyser.words(line).filter((word) => shared.has(word) && word.length > 1);
  const candidates = [...words, ...wordPairs(analyser, line, words, shared)];
  const shown: string[] = [];
  for (const piece of candidates.sort((a, b) => b.length - a.length)) {
    if (shown.length < MOST_TERMS && !shown.some((longer) => longer.includes(piece))) shown.push(piece);
  }
  return shown.map((piece) => asWritten(line, piece));
}

/** The lines with the most of the query's weight, the strongest first; at most three, none without a shared term. */
export function sharedLines(
  analyser: Analyser,
  idf: (term: string) => number,
  query: Query,
  lines: readonly AnalysedLine[],
): SharedLine[] {
  const weights = new Map(query.terms.map((term, at) => [term, query.weights[at]! * idf(term)]));
  const carried = lines.map(({ line, terms }) => {
    const shared = new Set([...terms].filter((term) => weights.has(term)));
    let weight = 0;
    for (const term of shared) weight += weights.get(term)! * fieldWeight[line.field];
    return { line, shared, weight };
  });
  const strongest = carried.filter(({ shared }) => shared.size > 0).sort((a, b) => b.weight - a.weight);
  const shown: SharedLine[] = [];
  for (const { line, shared } of strongest) {
    const terms = pieces(analyser, line.text, shared);
    if (terms.length > 0) shown.push({ line, terms });
    if (shown.length === MOST_LINES) break;
  }
  return shown;
}
