import { randomOf } from '../random.js';
import { BestYet } from './best-yet.js';
import { branch } from './branch.js';
import { byWorth, fill } from './fill.js';
import { improve } from './improve.js';
import { canLayOut, layOut } from './lay-out.js';
import { bestMatching } from './matching.js';
import { lockedPairs, type Model, modelOf } from './model.js';
import { mostMusts } from './most-musts.js';
import type { Prices } from './prices.js';
import { seatMeetings } from './seat.js';
import { tidy } from './tidy.js';
import type { Instance, Schedule } from './types.js';

export interface RunOptions {
  /** The same seed and instance give the same schedule. */
  readonly seed?: number;
  /** Rounds of search where there is no exact way; more take longer and may find more. */
  readonly rounds?: number;
}

/** How far a schedule is. */
export interface Standing {
  readonly score: number;
  /** No schedule with as many must pairs and promised meetings has a higher score. */
  readonly upperBound: number;
  /** Must pairs and promised meetings that are met. */
  readonly musts: number;
  readonly promised: number;
  /** Whether no schedule has more must pairs. */
  readonly mustsProven: boolean;
  /** Whether the score is the highest with as many must pairs and promised meetings. */
  readonly proven: boolean;
}

export interface Outcome extends Schedule, Standing {
  /** The proof of the bound, see `prices.ts`, unless all schedules of a small event have been tried. */
  readonly prices: Prices;
}

const ROUNDS = 120;

/**
 * A schedule being made. {@link advance} does a little more each time, so that whoever drives it can show how it goes, or stop;
 * {@link outcome} is valid at any time. First as many must pairs as any schedule holds, then the promised meetings, then the highest
 * sum of weights, then few gaps.
 */
export class ScheduleRun {
  readonly #model: Model;
  readonly #best: BestYet;
  readonly #work: Generator<void, void>;
  readonly #random: () => number;
  readonly #rounds: number;
  #mustBound: number;
  #tidied: Int32Array | undefined;
  finished = false;

  /** Takes an instance that `checkInstance` found nothing wrong with. */
  constructor(instance: Instance, { seed = 1, rounds = ROUNDS }: RunOptions = {}) {
    this.#model = modelOf(instance);
    this.#best = new BestYet(this.#model);
    this.#random = randomOf(seed);
    this.#rounds = rounds;
    this.#mustBound = Number.POSITIVE_INFINITY;
    this.#work = this.#steps();
    this.advance();
  }

  /** Works for about a tenth of a second; answers whether there is more to do. */
  advance(): boolean {
    if (!this.finished) this.finished = this.#work.next().done === true;
    return !this.finished;
  }

  *#steps(): Generator<void, void> {
    const best = this.#best;
    const { chosen, prices } = bestMatching(this.#model);
    const slots = canLayOut(this.#model) ? layOut(this.#model, chosen) : undefined;
    const board = best.board();
    if (slots) {
      for (const [at, pair] of chosen.entries()) board.put(pair, slots[at]!);
    } else {
      fill(board, byWorth(board, this.#model.must.keys()));
    }
    best.offer(board);
    best.offerPrices(prices);
    this.#mustBound = this.#model.locked.musts + chosen.filter((pair) => this.#model.must[pair]).length;
    yield;
    if (!slots) {
      best.exhausted = branch(best);
      if (best.exhausted) this.#mustBound = best.goals.musts;
      yield* this.#seatMusts();
      yield* improve(best, this.#random, this.#rounds);
    }
    this.#tidied = tidy(best.board());
  }

  /** As many must pairs as possible, and where that is in doubt how many there can be. */
  *#seatMusts(): Generator<void, void> {
    const best = this.#best;
    const { locked } = this.#model;
    if (best.goals.musts === this.#mustBound) return;
    const { slotOf, proven } = mostMusts(this.#model);
    this.#startFrom(slotOf);
    if (proven) this.#mustBound = best.goals.musts;
    if (best.goals.musts === this.#mustBound) return;
    const only = new BestYet(mustsOnly(this.#model));
    const board = only.board();
    for (const [pair, slot] of best.slotOf.entries()) if (slot >= 0 && only.model.open[pair]) board.put(pair, slot);
    only.offer(board);
    only.offerPrices(bestMatching(only.model).prices);
    yield* improve(only, this.#random, this.#rounds);
    this.#startFrom(only.slotOf);
    this.#mustBound = Math.min(this.#mustBound, locked.musts + only.bound());
  }

  #startFrom(musts: Int32Array): void {
    const board = this.#best.emptyBoard();
    board.lay(musts);
    fill(board, byWorth(board, this.#model.must.keys()));
    this.#best.offer(board);
  }

  get standing(): Standing {
    const { musts, promised, weight } = this.#best.goals;
    const { scale, exact, instance } = this.#model;
    const score = exact ? weight / scale : this.#sum();
    // Where weights had to be rounded, each meeting of another schedule may be worth half a unit more than was reckoned.
    const rounding = exact ? 0 : (instance.pairs.length + 1) / scale;
    const upperBound = Math.max(score, this.#best.bound() / scale + rounding);
    return { score, upperBound, musts, promised, mustsProven: musts === this.#mustBound, proven: this.#best.proven };
  }

  /** The weights as they were given, added up. */
  #sum(): number {
    const { instance } = this.#model;
    const { slotOf } = this.#best;
    const chosen = [...slotOf.keys()].filter((pair) => slotOf[pair]! >= 0);
    const pairs = [...lockedPairs(instance), ...chosen];
    return pairs.reduce((sum, pair) => sum + instance.pairs[pair]!.weight, 0);
  }

  /** The best schedule so far, with tables. */
  get outcome(): Outcome {
    const meetings = seatMeetings(this.#model, this.#tidied ?? this.#best.slotOf);
    return { meetings, ...this.standing, prices: this.#best.prices! };
  }
}

/** A model in which a must pair counts 1 and nothing else does. */
function mustsOnly(model: Model): Model {
  return {
    ...model,
    scale: 1,
    weight: Float64Array.from(model.must),
    must: new Uint8Array(model.pairs),
    open: model.open.map((open, pair) => open & model.must[pair]!),
    least: new Int32Array(model.parties),
    locked: { weight: 0, musts: 0, promised: 0 },
  };
}

/** Makes a schedule to the end. */
export function makeSchedule(instance: Instance, options: RunOptions = {}): Outcome {
  const run = new ScheduleRun(instance, options);
  while (run.advance());
  return run.outcome;
}
