import type { Times } from '#engines/match/by-hand';

/** A firm that stands in the list, on top, with the keys of the musts that it is known to contradict. */
export interface Placed {
  readonly firmId: string;
  readonly confirmed: readonly string[];
}

/** What staff have laid down for the list of one demand, as ranking needs it. */
export interface Steering {
  readonly placed: readonly Placed[];
  readonly boosted: readonly string[];
  readonly vetoed: readonly string[];
  readonly times: Times;
  /** Nobody but those who are placed, and these whatever they contradict: the demand is shown to chosen firms only. */
  readonly only?: true;
}

/** Log-odds that a boost adds: the odds become nearly three times as high. */
export const BOOST = 1;

/** Nobody: what is ranked of a demand for chosen firms while it is not known who is asked. */
export const NOBODY: Steering = { placed: [], boosted: [], vetoed: [], times: {}, only: true };

/** Ranking alone. */
export const UNSTEERED: Steering = { placed: [], boosted: [], vetoed: [], times: {} };

export const isSteered = ({ placed, boosted, vetoed, times, only }: Steering): boolean =>
  only === true || placed.length + boosted.length + vetoed.length + Object.keys(times).length > 0;

/** Log-odds that anything beside the learned ranking can add, of which `most` is usual. */
export const mostSteered = ({ boosted, times }: Steering, most: number): number =>
  most * Math.max(1, ...Object.values(times)) + (boosted.length > 0 ? BOOST : 0);
