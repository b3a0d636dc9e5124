/** How often the firms use terms. */
export interface TermCounts {
  readonly firms: number;
  /** The sum of their lengths. */
  readonly length: number;
  /** Firms that use a term. */
  uses(term: number): number;
  /** How much likelier than by chance a firm that uses the term repeats it: see {@link Stickiness}. */
  gain(term: number): number;
  /** One firm more (`by` 1) or less (-1) uses a term. */
  move(term: number, by: 1 | -1, repeated: boolean): void;
}

/** What terms count among all firms. */
export interface TermWeights {
  /** Firms that use a term. */
  uses(term: number): number;
  rarity(term: number): number;
  weight(term: number): number;
  term(term: number): string;
}
