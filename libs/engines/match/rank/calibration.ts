/** Turns a candidate's score into a probability: the logistic function of what was learned on held-out folds. */
export interface Calibration {
  readonly bias: number;
  /** For the score itself. */
  readonly score: number;
  /** For the logarithm of its share among all candidates of the query. */
  readonly share: number;
}

/** A candidate's score with what came of it. */
export interface Outcome {
  readonly score: number;
  readonly share: number;
  readonly right: boolean;
}

export const probability = ({ bias, score, share }: Calibration, of: Pick<Outcome, 'score' | 'share'>): number =>
  1 / (1 + Math.exp(-(bias + score * of.score + share * of.share)));

/** The logarithm of a probability's odds, and back: what weights set by hand are added to. */
export const logOdds = (chance: number): number => Math.log(chance / (1 - chance));
export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * The logarithm of the sum of all scores, raised: a score less it is the logarithm of its share when the candidates of a
 * query share one probability by their scores.
 */
export function logSum(scores: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) highest = Math.max(highest, score);
  if (highest === Number.NEGATIVE_INFINITY) return 0;
  let total = 0;
  for (const score of scores) total += Math.exp(score - highest);
  return highest + Math.log(total);
}

const STEPS = 40;

/** The logistic regression on both numbers, by Newton's method; a trace of ridge keeps it finite. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  const beta = [0, 0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    const slope = beta.map((each) => -1e-3 * each);
    const curve = [0, 1, 2].map((at) => [0, 1, 2].map((other) => (at === other ? 1e-3 : 0)));
    for (const outcome of outcomes) {
      const x = [1, outcome.score, outcome.share];
      const p = probability({ bias: beta[0]!, score: beta[1]!, share: beta[2]! }, outcome);
      for (let i = 0; i < 3; i += 1) {
        slope[i]! += (Number(outcome.right) - p) * x[i]!;
        for (let j = 0; j < 3; j += 1) curve[i]![j]! += p * (1 - p) * x[i]! * x[j]!;
      }
    }
    const move = solve(curve, slope);
    for (let i = 0; i < 3; i += 1) beta[i]! += move[i]!;
    if (Math.max(...move.map(Math.abs)) < 1e-7) break;
  }
  return { bias: beta[0]!, score: beta[1]!, share: beta[2]! };
}

/** Gauss–Jordan; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let at = 0; at < rows.length; at += 1) {
    const pivot = rows[at]![at]!;
    rows[at] = rows[at]!.map((value) => value / pivot);
    for (let other = 0; other < rows.length; other += 1) {
      if (other === at) continue;
      const factor = rows[other]![at]!;
      rows[other] = rows[other]!.map((value, column) => value - factor * rows[at]![column]!);
    }
  }
  return rows.map((row) => row.at(-1)!);
}

/** Candidates whose probability lies between two borders: what was said, and what came of it. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly said: number;
  readonly came: number;
}

export interface Reliability {
  /** Mean negative logarithm of the probability given to what happened. */
  readonly logLoss: number;
  /** The same for a forecast that always says how often it happens. */
  readonly baseLogLoss: number;
  readonly bins: readonly ReliabilityBin[];
}

const borders = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1];

/** How far forecasts can be trusted. `forecasts` must not be empty. */
export function reliability(forecasts: readonly { readonly said: number; readonly right: boolean }[]): Reliability {
  const loss = (said: number, right: boolean) => -Math.log(Math.max(1e-9, right ? said : 1 - said));
  const base = forecasts.filter(({ right }) => right).length / forecasts.length;
  const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
  const bins = borders.slice(1).flatMap((to, at): ReliabilityBin[] => {
    const from = borders[at]!;
    const inside = forecasts.filter(({ said }) => said >= from && (said < to || to === 1));
    if (inside.length === 0) return [];
    const [said, came] = [mean(inside.map((each) => each.said)), mean(inside.map(({ right }) => Number(right)))];
    return [{ from, to, count: inside.length, said, came }];
  });
  return {
    logLoss: mean(forecasts.map(({ said, right }) => loss(said, right))),
    baseLogLoss: mean(forecasts.map(({ right }) => loss(base, right))),
    bins,
  };
}
