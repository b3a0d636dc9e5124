/**
 * BM25's two constants, with the field weights of a profile the known good line on the given cases: profiles are lists
 * of short statements, so that neither repetition nor length says much.
 */
export const K1 = 0.9;
export const B = 0.3;

/** How telling a term is that `df` of `n` firms use: greater than 0, greatest for terms that no firm uses. */
export function idf(n: number, df: number): number {
  return Math.log(1 + (n - df + 0.5) / (df + 0.5));
}

/** The part of the saturation that depends on the firm only. `averageLength` greater than 0. */
export function lengthNorm(length: number, averageLength: number): number {
  return K1 * (1 - B + (B * length) / averageLength);
}

/** From 0 to {@link MOST}: how much of a term's weight `count` mentions earn. */
export function saturation(count: number, norm: number): number {
  return (count * MOST) / (count + norm);
}

/** What no number of mentions can pass. */
export const MOST = K1 + 1;
