import type { BoostData } from './boost-data.js';

/** What boosting makes small. See {@link slopesOf}. */
export type Loss = 'list' | 'pair' | 'point';

/** Slopes and curvatures of a loss at the scores, by row. */
export type Slopes = (data: BoostData, scores: Float64Array, gradient: Float64Array, curvature: Float64Array) => void;

/** Calls `look` with the first row of each group and the row after its last. */
function eachGroup({ groups }: BoostData, look: (from: number, to: number) => void): void {
  for (let group = 0; group + 1 < groups.length; group += 1) look(groups[group]!, groups[group + 1]!);
}

/** The candidates of a query share one probability by their scores, and the right ones should have all of it. */
const list: Slopes = (data, scores, gradient, curvature) => {
  const { relevant, drawn } = data;
  eachGroup(data, (from, to) => {
    let highest = Number.NEGATIVE_INFINITY;
    let right = 0;
    for (let row = from; row < to; row += 1) {
      highest = Math.max(highest, scores[row]! + drawn[row]!);
      right += relevant[row]!;
    }
    let total = 0;
    for (let row = from; row < to; row += 1) total += Math.exp(scores[row]! + drawn[row]! - highest);
    for (let row = from; row < to; row += 1) {
      const share = Math.exp(scores[row]! + drawn[row]! - highest) / total;
      gradient[row] = share - relevant[row]! / right;
      curvature[row] = Math.max(1e-4, share * (1 - share));
    }
  });
};

const discount = Float64Array.from({ length: 1_024 }, (_, rank) => 1 / Math.log2(rank + 2));
const discountAt = (rank: number) => discount[Math.min(rank, discount.length - 1)]!;

/** Each right candidate before each other one, by how much their changing places would change nDCG: LambdaMART. */
const pair: Slopes = (data, scores, gradient, curvature) => {
  const { relevant } = data;
  gradient.fill(0);
  curvature.fill(0);
  eachGroup(data, (from, to) => {
    const order = Array.from({ length: to - from }, (_, at) => from + at);
    order.sort((a, b) => scores[b]! - scores[a]! || a - b);
    const right = order.flatMap((row, rank) => (relevant[row] === 1 ? [rank] : []));
    const ideal = right.reduce((sum, _, rank) => sum + discountAt(rank), 0);
    let total = 0;
    for (const high of right) {
      const better = order[high]!;
      for (const [low, worse] of order.entries()) {
        if (relevant[worse] === 1) continue;
        const apart = scores[better]! - scores[worse]!;
        const stake = Math.abs(discountAt(high) - discountAt(low)) / ideal / (0.01 + Math.abs(apart));
        const doubt = 1 / (1 + Math.exp(apart));
        gradient[better]! -= doubt * stake;
        gradient[worse]! += doubt * stake;
        curvature[better]! += doubt * (1 - doubt) * stake;
        curvature[worse]! += doubt * (1 - doubt) * stake;
        total += 2 * doubt * stake;
      }
    }
    if (total === 0) return;
    const scale = Math.log2(1 + total) / total;
    for (let row = from; row < to; row += 1) {
      gradient[row]! *= scale;
      curvature[row] = Math.max(1e-6, curvature[row]! * scale);
    }
  });
};

/** Each candidate by itself: right or not. */
const point: Slopes = ({ relevant, drawn }, scores, gradient, curvature) => {
  for (let row = 0; row < relevant.length; row += 1) {
    const weight = Math.exp(drawn[row]!);
    const chance = 1 / (1 + Math.exp(-scores[row]!));
    gradient[row] = weight * (chance - relevant[row]!);
    curvature[row] = Math.max(1e-6, weight * chance * (1 - chance));
  }
};

export const slopesOf: Readonly<Record<Loss, Slopes>> = { list, pair, point };

/** The score that all rows begin with: for `point` how often a row is right. */
export function beginning(loss: Loss, { relevant, drawn }: BoostData): number {
  if (loss !== 'point') return 0;
  let [right, all] = [0, 0];
  for (let row = 0; row < relevant.length; row += 1) {
    right += relevant[row]!;
    all += Math.exp(drawn[row]!);
  }
  return Math.log(right / (all - right));
}
