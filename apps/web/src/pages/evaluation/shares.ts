/** The shares of weights in whole percent, which make 100 together: what rounding leaves goes to the largest remainders. */
export function sharesOf(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (100 * weight) / all);
  const shares = exact.map(Math.floor);
  const left = 100 - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (at: number): number => (exact[at] ?? 0) - (shares[at] ?? 0);
  const first = [...weights.keys()].sort((a, b) => remainder(b) - remainder(a)).slice(0, left);
  return shares.map((share, at) => share + (first.includes(at) ? 1 : 0));
}
