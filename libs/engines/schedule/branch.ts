import type { BestYet } from './best-yet.js';
import type { Board } from './board.js';
import { bestMatching } from './matching.js';
import { modelBeside, slotsOf } from './model.js';
import { pricedBound } from './prices.js';

/** Pairs and slots, and nodes of the tree, up to which trying everything is a matter of a moment. */
const MOST_COLUMNS = 80;
const MOST_NODES = 2_000;

class Branching {
  nodes = MOST_NODES;
  readonly #out: Uint8Array;

  constructor(
    readonly best: BestYet,
    readonly board: Board,
  ) {
    this.#out = new Uint8Array(best.model.pairs);
  }

  /** Tries what is left open beside the board and the pairs that have been decided to stay out. */
  descend(): void {
    this.nodes -= 1;
    this.best.offer(this.board);
    if (this.nodes < 0) return;
    const beside = modelBeside(this.best.model, this.board.slotOf);
    const rest = { ...beside, open: beside.open.map((open, pair) => (this.#out[pair] ? 0 : open)) };
    const { chosen, prices } = bestMatching(rest, this.best.ranks);
    if (this.board.value + pricedBound(rest, prices) <= this.best.value) return;
    const places = chosen.map((pair) => [pair, slotsOf(rest, pair)] as const);
    const [first] = places.sort((a, b) => a[1].length - b[1].length || a[0] - b[0]);
    if (!first) return;
    const [pair, slots] = first;
    for (const slot of slots) {
      this.board.put(pair, slot);
      this.descend();
      this.board.take(pair);
    }
    this.#out[pair] = 1;
    this.descend();
    this.#out[pair] = 0;
  }
}

/**
 * Finds the best schedule of a small model by branching on the slot of a pair, bounded by the relaxation without slots. Answers whether it has
 * tried everything, so that the best schedule so far is the best of all.
 */
export function branch(best: BestYet): boolean {
  const { model } = best;
  let columns = 0;
  for (let pair = 0; pair < model.pairs; pair += 1) columns += slotsOf(model, pair).length;
  if (columns > MOST_COLUMNS) return false;
  const board = best.emptyBoard();
  const branching = new Branching(best, board);
  branching.descend();
  return branching.nodes >= 0;
}
