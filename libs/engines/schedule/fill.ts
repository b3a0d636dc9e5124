import type { Board } from './board.js';

/** The pairs from the one that counts most to the one that counts least; in a tie the first listed comes first. */
export function byWorth(board: Board, pairs: Iterable<number>): number[] {
  return [...pairs].sort((a, b) => board.worth(b) - board.worth(a) || a - b);
}

/** The slot that fits the pair and has the fewest tables taken; -1 when none fits. */
function emptiestSlot(board: Board, pair: number): number {
  let found = -1;
  for (const slot of board.slotsOf[pair]!) {
    if (board.fits(pair, slot) && (found < 0 || board.tables[slot]! < board.tables[found]!)) found = slot;
  }
  return found;
}

/** Lets pairs meet, in the given order, where there is room and the value rises by it. */
export function fill(board: Board, pairs: Iterable<number>): void {
  for (const pair of pairs) {
    if (board.slotOf[pair]! >= 0 || !board.allowed(pair)) continue;
    const slot = emptiestSlot(board, pair);
    if (slot < 0) continue;
    const before = board.value;
    board.put(pair, slot);
    if (board.value <= before) board.take(pair);
  }
}
