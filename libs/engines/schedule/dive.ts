import type { Board } from './board.js';
import { byWorth, fill } from './fill.js';
import { modelBeside } from './model.js';
import type { SlotProgram } from './slot-program.js';

/** Share of the columns in question that are taken for good before the program is solved again. */
const SHARE = 0.05;
const FEWEST = 8;
const STEPS = 160;

/**
 * From what the program says, pair by pair, to a schedule: the columns with the highest values, a little chance among them, become
 * meetings, then the program is solved for what is left. Must pairs first. Yields after each solving.
 */
export function* dive(program: SlotProgram, board: Board, random: () => number): Generator<void, void> {
  const { model } = board;
  for (const only of model.must.includes(1) ? ['musts', 'all'] : ['all']) {
    for (;;) {
      const columns = worthTaking(program, board, random, only === 'musts');
      if (columns.length === 0) break;
      takeFirst(program, board, columns);
      program = program.over(modelBeside(model, board.slotOf));
      program.run(STEPS);
      yield;
    }
  }
  fill(board, byWorth(board, model.must.keys()));
}

function worthTaking(program: SlotProgram, board: Board, random: () => number, mustsOnly: boolean): number[] {
  const order: (readonly [column: number, key: number])[] = [];
  program.value.forEach((value, column) => {
    const pair = program.pair[column]!;
    if (value < 0.02 || (mustsOnly && !board.model.must[pair])) return;
    if (board.allowed(pair) && board.fits(pair, program.slot[column]!)) order.push([column, value + 0.1 * random()]);
  });
  return order.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([column]) => column);
}

function takeFirst(program: SlotProgram, board: Board, columns: readonly number[]): void {
  const wanted = Math.max(FEWEST, columns.length * SHARE);
  let taken = 0;
  for (const column of columns) {
    if (taken >= wanted && program.value[column]! < 0.95) return;
    const [pair, slot] = [program.pair[column]!, program.slot[column]!];
    if (!board.allowed(pair) || !board.fits(pair, slot)) continue;
    board.put(pair, slot);
    taken += 1;
  }
}
