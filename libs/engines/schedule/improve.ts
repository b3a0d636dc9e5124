import { Annealing } from './anneal.js';
import type { BestYet } from './best-yet.js';
import type { Board } from './board.js';
import { dive } from './dive.js';
import { modelBeside } from './model.js';
import { SlotProgram } from './slot-program.js';

/** Work of solving the program, at most: steps, and columns times steps. */
const PROGRAM_STEPS = 20_000;
const PROGRAM_WORK = 150_000_000;
/** Steps of the program with some slots freed. */
const REPAIR_STEPS = 300;
const ANNEAL_EVERY = 6;
/** Pairs and slots up to which all rounds are made; with more of them a round takes longer, and there are fewer. */
const ROUNDS_COLUMNS = 8_000;
/** After so many rounds, a schedule so near its bound is near enough. */
const ROUNDS_AT_LEAST = 12;
const NEAR = 1e-4;
const CLOSE = 1e-7;
const BONUS_CHANGES = 8;
const ANNEALING_STEPS = 600_000;
const STEPS_A_COLUMN = 1_000;
const CHUNK = 30_000;
/** Temperatures in units of the largest weight. */
const WARM = 0.02;
const COLD = 0.001;

/** What the program holds too little of must count more, and the other way round: the bound is closest where it holds as many as the best. */
function weighed(bonus: number, missing: number): number {
  if (Math.abs(missing) < 0.01) return bonus;
  return missing > 0 ? bonus * 2 : bonus * 0.6;
}

/** Solves the linear program of all slots, and hands its prices over as they get better. */
function* solveProgram(best: BestYet): Generator<void, SlotProgram> {
  const program = new SlotProgram(best.model);
  const most = Math.min(PROGRAM_STEPS, PROGRAM_WORK / Math.max(1, program.columns));
  let changes = 0;
  for (let steps = 0; steps < most; steps += 200) {
    const error = program.run(200);
    best.offerPrices(program.prices());
    yield;
    if (best.proven) break;
    if (error > CLOSE) continue;
    const [held, { musts, promised }] = [program.goals(), best.goals];
    const { locked } = best.model;
    const must = weighed(program.must, musts - locked.musts - held.musts);
    const promise = weighed(program.promised, promised - locked.promised - held.promised);
    if ((must === program.must && promise === program.promised) || changes === BONUS_CHANGES) break;
    [program.must, program.promised] = [must, promise];
    changes += 1;
  }
  return program;
}

/** Cools down from the best schedule; only what {@link BestYet.useful} lets in is tried. */
function* anneal(best: BestYet, random: () => number): Generator<void, void> {
  const board = best.board();
  const useful = best.useful();
  const slotsOf = board.slotsOf.map((slots, pair) => slots.filter((slot) => useful(pair, slot)));
  const unit = best.model.weight.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1);
  const annealing = new Annealing(board, slotsOf, random);
  const columns = slotsOf.reduce((sum, slots) => sum + slots.length, 0);
  const steps = Math.min(ANNEALING_STEPS, STEPS_A_COLUMN * columns);
  for (let done = 0; done < steps && !best.proven; done += CHUNK) {
    annealing.run(Math.min(CHUNK, steps), unit * WARM * (COLD / WARM) ** (done / steps));
    yield;
  }
  board.lay(annealing.best);
  best.offer(board);
}

/** The best schedule's board without its meetings in some slots, a third of all, picked by chance. */
function withoutSomeSlots(best: BestYet, random: () => number): Board {
  const board = best.board();
  const { slots } = best.model;
  const freed = new Set<number>();
  while (freed.size < Math.min(slots, Math.max(2, Math.ceil(slots / 3)))) freed.add(Math.floor(random() * slots));
  for (const [pair, slot] of best.slotOf.entries()) if (freed.has(slot)) board.take(pair);
  return board;
}

/**
 * Makes the best schedule of a model better in rounds: the first dives from the linear program's answer into a schedule and anneals
 * it, each later one does so with some slots of the best. Ends when the bound is met or as good as met, or after so many rounds. Yields after each
 * tenth of a second or so; `best` is valid at all times.
 */
export function* improve(best: BestYet, random: () => number, rounds: number): Generator<void, void> {
  if (best.proven) return;
  const root = yield* solveProgram(best);
  const unit = best.model.weight.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1);
  const most = Math.ceil(rounds * Math.min(1, ROUNDS_COLUMNS / Math.max(1, root.columns)));
  for (let round = 0; round < most && !best.proven; round += 1) {
    if (round >= ROUNDS_AT_LEAST && best.bound() - best.goals.weight <= NEAR * best.bound()) break;
    const board = round === 0 ? best.emptyBoard() : withoutSomeSlots(best, random);
    const program = root.over(modelBeside(best.model, board.slotOf), best.useful(unit * WARM));
    if (round > 0) program.run(REPAIR_STEPS);
    yield* dive(program, board, random);
    best.offer(board);
    yield;
    if (round % ANNEAL_EVERY === 0) yield* anneal(best, random);
  }
}
