/** Turns a candidate's score into a probability: the logistic function of what was learned on held-out folds. */
export interface Calibration {
  readonly bias: number;
  readonly slope: number;
}

/** A candidate's score with what came of it. */
export interface Outcome {
  readonly score: number;
  readonly right: boolean;
}

export const probability = ({ bias, slope }: Calibration, score: number): number => chanceOf(bias + slope * score);

/** The logarithm of a probability's odds, and back: what weights set by hand are added to. */
export const logOdds = (chance: number): number => Math.log(chance / (1 - chance));
export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

const STEPS = 40;

/** The logistic regression on the score, by Newton's method; a trace of ridge keeps it finite. */
export function calibrate(outcomes: readonly Outcome[]): Calibration {
  const trace = 1e-3;
  let [bias, slope] = [0, 0];
  for (let step = 0; step < STEPS; step += 1) {
    let [rise, tilt] = [-trace * bias, -trace * slope];
    let [rises, both, tilts] = [trace, 0, trace];
    for (const { score, right } of outcomes) {
      const said = probability({ bias, slope }, score);
      const curve = said * (1 - said);
      rise += Number(right) - said;
      tilt += (Number(right) - said) * score;
      rises += curve;
      both += curve * score;
      tilts += curve * score * score;
    }
    const determinant = rises * tilts - both * both;
    const move = [(tilts * rise - both * tilt) / determinant, (rises * tilt - both * rise) / determinant] as const;
    bias += move[0];
    slope += move[1];
    if (Math.max(...move.map(Math.abs)) < 1e-7) break;
  }
  return { bias, slope };
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
