import { Board } from './board.js';
import { type Ranks, ranksOf } from './matching.js';
import { type Model, slotsOf } from './model.js';
import { gainOf, type Prices, weightBound } from './prices.js';

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
  #prices: Prices | undefined;
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

  /** Takes prices over when they bound the best schedule closer than those so far. */
  offerPrices(prices: Prices): void {
    const { musts, promised } = this.#goals;
    if (this.#prices && weightBound(this.model, prices, musts, promised) >= this.bound()) return;
    this.#prices = prices;
  }

  get prices(): Prices | undefined {
    return this.#prices;
  }

  /** The highest scaled weight with as many must pairs and promised meetings; infinite while nothing bounds it. */
  bound(): number {
    const { musts, promised, weight } = this.#goals;
    if (this.exhausted) return weight;
    return this.#prices ? weightBound(this.model, this.#prices, musts, promised) : Number.POSITIVE_INFINITY;
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
    const prices = this.#prices;
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
