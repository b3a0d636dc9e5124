import { Board } from './board.js';
import { type Ranks, ranksOf } from './matching.js';
import { type Model, slotsOf } from './model.js';
import { gainOf, type Prices, pricedBound, weightBound } from './prices.js';

/** Must pairs and promised meetings that are met, and the scaled weight; locked meetings included. */
export interface Goals {
  readonly musts: number;
  readonly promised: number;
  readonly weight: number;
}

/** The best schedule of a model so far, and the prices that bound it best. */
export class BestYet {
  readonly ranks: Ranks;
  readonly slotOf: Int32Array;
  value = 0;
  /** Whether all schedules have been tried. */
  exhausted = false;
  /** Of prices with the same bonuses those with the lowest bound, whatever goals will be met. */
  readonly #known = new Map<string, { readonly prices: Prices; readonly bound: number }>();
  #goals: Goals;

  constructor(readonly model: Model) {
    this.ranks = ranksOf(model);
    this.slotOf = new Int32Array(model.pairs).fill(-1);
    this.#goals = this.board().goals();
  }

  emptyBoard(): Board {
    return new Board(this.model, this.ranks);
  }

  /** A board with the best schedule on it. */
  board(): Board {
    const board = this.emptyBoard();
    board.lay(this.slotOf);
    return board;
  }

  get goals(): Goals {
    return this.#goals;
  }

  /** Takes the board's schedule over when it is no worse: another one as good is another start. */
  offer(board: Board): void {
    if (board.value < this.value) return;
    this.value = board.value;
    this.slotOf.set(board.slotOf);
    this.#goals = board.goals();
  }

  /** Takes prices over when they are better than others with the same bonuses. */
  offerPrices(prices: Prices): void {
    const key = `${prices.must / prices.fine} ${prices.promised / prices.fine}`;
    const bound = pricedBound(this.model, prices);
    const known = this.#known.get(key);
    if (!known || bound / prices.fine < known.bound / known.prices.fine) this.#known.set(key, { prices, bound });
  }

  /** The prices that bound schedules with the goals of the best closest. */
  get prices(): Prices | undefined {
    return this.#closest()?.prices;
  }

  #closest(): { readonly prices: Prices; readonly weight: number } | undefined {
    const { musts, promised } = this.#goals;
    const bounds = [...this.#known.values()].map(({ prices, bound }) => ({
      prices,
      weight: weightBound(this.model, prices, musts, promised, bound),
    }));
    return bounds.sort((a, b) => a.weight - b.weight)[0];
  }

  /** The highest scaled weight with as many must pairs and promised meetings; infinite while nothing bounds it. */
  bound(): number {
    if (this.exhausted) return this.#goals.weight;
    return this.#closest()?.weight ?? Number.POSITIVE_INFINITY;
  }

  get proven(): boolean {
    return this.bound() <= this.#goals.weight;
  }

  /**
   * Tells which pairs and slots a better schedule with as many must pairs and promised meetings can use: those that, at the prices,
   * lose no more than is missing to the bound; `slack`, in scaled weight, lets in those that lose that much more.
   */
  useful(slack = 0): (pair: number, slot: number) => boolean {
    const { model } = this;
    const { prices } = this;
    if (!prices) return () => true;
    const spare = (Math.max(0, this.bound() - this.#goals.weight) + slack) * prices.fine;
    const gains = new Float64Array(model.groups);
    for (let pair = 0; pair < model.pairs; pair += 1) {
      const group = model.group[pair]!;
      for (const slot of slotsOf(model, pair))
        gains[group] = Math.max(gains[group]!, gainOf(model, prices, pair, slot));
    }
    return (pair, slot) => gains[model.group[pair]!]! - gainOf(model, prices, pair, slot) <= spare;
  }
}
