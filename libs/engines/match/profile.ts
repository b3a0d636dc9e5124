import type { Analyser } from './analysis.js';
import type { MatchFirm, ProfileField, ProfileLine } from './types.js';

/**
 * How much a mention counts by where it stands. Halves only: their sums are exact, so that the order in which firms
 * come and go leaves no trace in the statistics.
 * Measured on the given cases (MRR@10 patent / nDCG@10 domain): names 1 0.352 / 0.388, names 0.5 0.352 / 0.391,
 * names 0.25 0.349 / 0.392; industries 0.5 or domains 1.5 move neither by more than 0.003. The cases have no
 * products, processes, equipment, cases, capacity, certificates or text: those stand at 1 until outcomes teach better.
 */
export const fieldWeight: Readonly<Record<ProfileField, number>> = {
  name: 0.5,
  products: 1,
  processes: 1,
  equipment: 1,
  certificates: 1,
  patents: 1,
  cases: 1,
  capacity: 1,
  domains: 1,
  industries: 1,
  text: 1,
};

/** Characters of one profile that are indexed; lines beyond are left out. */
export const MAX_PROFILE = 64_000;

/** Everything a profile says, line by line: its name first, its certificates last. What is indexed is what is explained. */
export function profileLines(firm: MatchFirm): ProfileLine[] {
  const named: ProfileLine = { field: 'name', text: firm.name };
  const held = firm.certificates.map((certificate): ProfileLine => ({ field: 'certificates', text: certificate.name }));
  return [named, ...firm.lines, ...held];
}

/** The terms of a profile with their weighted counts, and the weighted number of terms in all. */
export interface TermBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

/** The one way in which a profile becomes terms. */
export function profileTerms(analyser: Analyser, firm: MatchFirm): TermBag {
  const counts = new Map<string, number>();
  let length = 0;
  let room = MAX_PROFILE;
  for (const { field, text } of profileLines(firm)) {
    room -= text.length;
    if (room < 0) break;
    const weight = fieldWeight[field];
    for (const term of analyser.terms(text)) {
      counts.set(term, (counts.get(term) ?? 0) + weight);
      length += weight;
    }
  }
  return { counts, length };
}
