/**
 * BM25's two constants, with the field weights of a profile the known good line on the given cases: profiles are lists
 * of short statements, so that neither repetition nor length says much.
 */
export const K1 = 0.9;
export const B = 0.3;

/**
 * A few firms are a sample of a larger population: among six gear makers 齿轮 tells little and a word that nobody uses
 * tells ten times as much, so that no demand would look answered. Rarity is judged as among this many firms at least.
 */
const LEAST_POPULATION = 1_000;

/** How telling a term is that `df` of `n` firms use: greater than 0, greatest for terms that no firm uses. */
export function idf(n: number, df: number): number {
  return Math.log(1 + (Math.max(n, LEAST_POPULATION) - df + 0.5) / (df + 0.5));
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
