import { type Analyser, normalise } from './analysis.js';
import type { ProfileLine } from './types.js';

/** A line with its terms, so that it is analysed once however many requirements look at it. */
export interface AnalysedLine {
  readonly line: ProfileLine;
  readonly terms: ReadonlySet<string>;
}

export function analyseLines(analyser: Analyser, lines: readonly ProfileLine[]): AnalysedLine[] {
  return lines.map((line) => ({ line, terms: new Set(analyser.terms(line.text)) }));
}

/**
 * Share of a requirement's telling terms that a line must have to count as speaking of it. On the 59 given pairs of a
 * requirement and a profile, 43 of which have evidence in the profile: from 0.4 the deciding line is found 20 times
 * (0.5: 16, 0.6: 10, 0.35: 22), and of the 16 pairs without evidence 3 get a line (0.5: 3, 0.6: 2, 0.35: 4).
 */
export const LEAST_SHARE = 0.4;

/** Figures, comparisons and units of condition say how much, not what. */
const measure =
  /^(?:\d.*|不少于|不低于|不高于|不大于|不超过|不小于|大于|小于|高于|低于|超过|以上|以下|以内|至少|至|达到|达|具备|具有|支持|提供|可|能|需|须|有|有效|持有|无|不|级|年|月|日|天|小时|个|件|套|台|条|万|千|百|吨|米)$/;

/** The number of a standard says what, and no other will do: 9001 after ISO. */
const standardNumber = /[a-z][ /-]?(\d{4,})/g;

/** What a statement says with one of these it says against the matter, or of another day or another firm. */
const denial =
  /不具备|不支持|不提供|不生产|不承接|不接|不做|不含|不能|不可|无法|没有|未|尚无|暂无|暂不|停产|停止|外协|外包|计划|拟|筹建|在建|预计/;

/** A line that speaks of what is wanted; `denied` when the part of it that does so reads like a denial or a plan. */
export interface Statement {
  readonly line: ProfileLine;
  readonly denied: boolean;
}

type Weights = ReadonlyMap<string, number>;

function overlap(weights: Weights, terms: ReadonlySet<string>): number {
  let sum = 0;
  for (const [term, weight] of weights) if (terms.has(term)) sum += weight;
  return sum;
}

function greatest<T>(items: readonly T[], of: (item: T) => number): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const item of items) {
    const value = of(item);
    if (value > most) {
      most = value;
      best = item;
    }
  }
  return best;
}

function isDenied(analyser: Analyser, weights: Weights, text: string): boolean {
  const clauses = text.split(/[，。；！？,;!?\n]/).slice(0, 100);
  const telling = greatest(clauses, (clause) => overlap(weights, new Set(analyser.terms(clause))));
  return telling !== undefined && denial.test(telling);
}

/**
 * The line that has most of what is wanted, by the rarity of the terms shared; none when it has less than
 * {@link LEAST_SHARE}. Among equals the first. Figures are not read: the line may say anything about it.
 */
export function findStatement(
  analyser: Analyser,
  idf: (term: string) => number,
  wanted: string,
  lines: readonly AnalysedLine[],
): Statement | undefined {
  const standards = [...normalise(wanted).matchAll(standardNumber)].map(([, number]) => number!);
  const terms = analyser.terms(wanted).filter((term) => !measure.test(term));
  const weights = new Map(terms.map((term) => [term, idf(term)]));
  const possible = lines.filter(({ line }) => standards.every((number) => line.text.includes(number)));
  const best = greatest(possible, ({ terms: said }) => overlap(weights, said));
  if (best === undefined || overlap(weights, best.terms) < LEAST_SHARE * overlap(weights, new Set(terms)))
    return undefined;
  return { line: best.line, denied: isDenied(analyser, weights, best.line.text) };
}
