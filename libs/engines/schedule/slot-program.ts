import { type Model, slotsOf } from './model.js';
import type { Prices } from './prices.js';

const ROWS = 6;
/** Largest sum of prices and worths that is still exact in a double. */
const EXACT = 2 ** 51;

/**
 * The linear program of a schedule: a column for each pair and slot, with how much the two meet there, from 0 to 1. It is solved by the
 * primal-dual hybrid gradient method with restarts, which needs no matrix factors: each step moves the columns along what they gain at
 * the rows' prices, and the prices along how much their rows are overdrawn. Worths are in units of the largest weight.
 */
export class SlotProgram {
  readonly columns: number;
  /** Of each column: its pair and its slot. */
  readonly pair: Int32Array;
  readonly slot: Int32Array;
  /** How much the column's pair meets in the column's slot. */
  value: Float64Array;
  /** What a must pair and a promised meeting count beside their weight. */
  must: number;
  promised: number;
  readonly #unit: number;
  readonly #worth: Float64Array;
  readonly #rows: Int32Array;
  readonly #limit: Float64Array;
  readonly #least: Float64Array;
  #price: Float64Array;
  readonly #used: Float64Array;
  readonly #step: Float64Array;
  readonly #priceStep: Float64Array;
  #sumValue: Float64Array;
  #sumPrice: Float64Array;
  #startValue: Float64Array;
  #startPrice: Float64Array;
  /** How bold prices move in comparison with columns. */
  #balance = 1;
  #inner = 0;
  #total = 0;
  #startError = Number.POSITIVE_INFINITY;
  #lastError = Number.POSITIVE_INFINITY;

  /** `keep` tells which pairs and slots are worth a column; without it all are. */
  constructor(
    readonly model: Model,
    keep: (pair: number, slot: number) => boolean = () => true,
  ) {
    const { pairs, slots, parties, groups } = model;
    const columns: number[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      for (const slot of slotsOf(model, pair)) if (keep(pair, slot)) columns.push(pair * slots + slot);
    }
    this.columns = columns.length;
    this.pair = Int32Array.from(columns, (at) => Math.floor(at / slots));
    this.slot = Int32Array.from(columns, (at) => at % slots);
    this.#unit = model.weight.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1);
    this.must = 3;
    this.promised = 3;
    this.value = new Float64Array(this.columns);
    const rows = parties * slots + parties + slots + groups;
    this.#limit = new Float64Array(rows + 1);
    this.#least = new Float64Array(rows + 1);
    this.#rows = this.#findRows(rows);
    this.#worth = new Float64Array(this.columns);
    this.#price = new Float64Array(rows + 1);
    this.#used = new Float64Array(rows + 1);
    this.#step = new Float64Array(this.columns);
    this.#priceStep = new Float64Array(rows + 1);
    this.#measureSteps(rows);
    this.#sumValue = new Float64Array(this.columns);
    this.#sumPrice = new Float64Array(rows + 1);
    this.#startValue = this.value.slice();
    this.#startPrice = this.#price.slice();
  }

  /** The rows of each column; those that can never be overdrawn are left out by naming the last row, which is idle. */
  #findRows(idle: number): Int32Array {
    const { model } = this;
    const { slots, parties, seats, left, least, pool, owns, group } = model;
    const [party0, table0] = [parties * slots, parties * slots + parties];
    const group0 = table0 + slots;
    this.#limit.set(seats);
    this.#limit.set(left, party0);
    this.#least.set(least, party0);
    this.#limit.set(pool, table0);
    this.#limit.fill(1, group0, idle);
    const rows = new Int32Array(this.columns * ROWS);
    const count = new Int32Array(idle + 1);
    for (let column = 0; column < this.columns; column += 1) {
      const [pair, slot] = [this.pair[column]!, this.slot[column]!];
      const [l, s] = [model.leader[pair]!, model.sme[pair]!];
      const table = owns[l] ? idle : table0 + slot;
      const own = [l * slots + slot, s * slots + slot, party0 + l, party0 + s, table, group0 + group[pair]!];
      rows.set(own, column * ROWS);
      for (const row of own) count[row]! += 1;
    }
    return rows.map((row) => (count[row]! <= this.#limit[row]! && this.#least[row] === 0 ? idle : row));
  }

  #measureSteps(idle: number): void {
    const count = new Int32Array(idle + 1);
    for (let column = 0; column < this.columns; column += 1) {
      let rows = 0;
      for (let at = column * ROWS; at < (column + 1) * ROWS; at += 1) {
        if (this.#rows[at] === idle) continue;
        rows += 1;
        count[this.#rows[at]!]! += 1;
      }
      this.#step[column] = 1 / Math.max(1, rows);
    }
    count.forEach((columns, row) => {
      this.#priceStep[row] = columns > 0 ? 1 / columns : 0;
    });
  }

  #setWorths(): void {
    const { weight, must } = this.model;
    for (let column = 0; column < this.columns; column += 1) {
      const pair = this.pair[column]!;
      this.#worth[column] = weight[pair]! / this.#unit + (must[pair] ? this.must : 0);
    }
  }

  /** A program of the same parties, slots and groups that starts from where this one stands. */
  over(model: Model, keep?: (pair: number, slot: number) => boolean): SlotProgram {
    const next = new SlotProgram(model, keep);
    next.must = this.must;
    next.promised = this.promised;
    next.#balance = this.#balance;
    next.#price.set(this.#price);
    let from = 0;
    for (let column = 0; column < next.columns; column += 1) {
      const before = (at: number) => this.pair[at]! - next.pair[column]! || this.slot[at]! - next.slot[column]!;
      while (from < this.columns && before(from) < 0) from += 1;
      if (from < this.columns && before(from) === 0) next.value[column] = this.value[from]!;
    }
    next.#begin();
    return next;
  }

  /** Makes steps; answers how far value and prices are from proving each other, relative to the value. */
  run(steps: number): number {
    this.#setWorths();
    for (let step = 1; step <= steps; step += 1) {
      this.#advance();
      if (step % 40 === 0 || step === steps) this.#consider();
    }
    const { error, bound } = this.#errorOf(this.value, this.#price);
    return error / Math.max(1, bound);
  }

  #advance(): void {
    const { value } = this;
    const [rows, price, used, worth, step] = [this.#rows, this.#price, this.#used, this.#worth, this.#step];
    const [sumValue, sumPrice, limit, least] = [this.#sumValue, this.#sumPrice, this.#limit, this.#least];
    const balance = this.#balance;
    used.fill(0);
    for (let column = 0, at = 0; column < value.length; column += 1, at += ROWS) {
      const [a, b, c, d, e, f] = [rows[at]!, rows[at + 1]!, rows[at + 2]!, rows[at + 3]!, rows[at + 4]!, rows[at + 5]!];
      const gain = worth[column]! - price[a]! - price[b]! - price[c]! - price[d]! - price[e]! - price[f]!;
      const old = value[column]!;
      let next = old + (step[column]! / balance) * gain;
      if (next < 0) next = 0;
      else if (next > 1) next = 1;
      value[column] = next;
      sumValue[column]! += next;
      const ahead = 2 * next - old;
      if (ahead === 0) continue;
      used[a]! += ahead;
      used[b]! += ahead;
      used[c]! += ahead;
      used[d]! += ahead;
      used[e]! += ahead;
      used[f]! += ahead;
    }
    for (let row = 0; row < price.length; row += 1) {
      const pace = balance * this.#priceStep[row]!;
      if (pace === 0) continue;
      const raised = price[row]! + pace * used[row]!;
      let next = raised - pace * limit[row]!;
      if (next < 0) next = Math.min(0, raised - pace * least[row]!);
      if (next < -this.promised) next = Math.min(-this.promised, raised);
      if (least[row] === 0 && next < 0) next = 0;
      price[row] = next;
      sumPrice[row]! += next;
    }
    this.#inner += 1;
    this.#total += 1;
  }

  /** Goes on from the mean of the steps since the last restart where that is better, when enough has been won or too long passed. */
  #consider(): void {
    const count = this.#inner;
    const meanValue = this.#sumValue.map((sum) => sum / count);
    const meanPrice = this.#sumPrice.map((sum) => sum / count);
    const now = this.#errorOf(this.value, this.#price).error;
    const mean = this.#errorOf(meanValue, meanPrice).error;
    const error = Math.min(now, mean);
    const won = error < 0.2 * this.#startError || (error < 0.8 * this.#startError && error > this.#lastError);
    if (!won && this.#inner <= 0.36 * this.#total) {
      this.#lastError = error;
      return;
    }
    if (mean < now) {
      this.value = meanValue;
      this.#price = meanPrice;
    }
    this.#startError = error;
    this.#lastError = Number.POSITIVE_INFINITY;
    this.#rebalance();
    this.#begin();
  }

  #begin(): void {
    this.#startValue = this.value.slice();
    this.#startPrice = this.#price.slice();
    this.#sumValue.fill(0);
    this.#sumPrice.fill(0);
    this.#inner = 0;
  }

  #rebalance(): void {
    const distance = (a: Float64Array, b: Float64Array) =>
      Math.sqrt(a.reduce((sum, v, at) => sum + (v - b[at]!) ** 2, 0));
    const [values, prices] = [distance(this.value, this.#startValue), distance(this.#price, this.#startPrice)];
    if (values > 1e-9 && prices > 1e-9) this.#balance = Math.sqrt((prices / values) * this.#balance);
  }

  #errorOf(value: Float64Array, price: Float64Array): { error: number; bound: number } {
    const [rows, limit, least, used] = [this.#rows, this.#limit, this.#least, this.#used];
    used.fill(0);
    let [objective, bound, overdrawn] = [0, 0, 0];
    for (let column = 0, at = 0; column < value.length; column += 1, at += ROWS) {
      let gain = this.#worth[column]!;
      for (let k = at; k < at + ROWS; k += 1) {
        gain -= price[rows[k]!]!;
        used[rows[k]!]! += value[column]!;
      }
      objective += this.#worth[column]! * value[column]!;
      bound += Math.max(0, gain);
    }
    for (let row = 0; row < price.length - 1; row += 1) {
      const [cap, floor, at] = [limit[row]!, Math.min(limit[row]!, least[row]!), price[row]!];
      if (this.#priceStep[row] === 0) continue;
      if (floor > 0) {
        objective += this.promised * Math.min(floor, used[row]!);
        bound += floor * Math.max(0, at + this.promised);
      }
      bound += (cap - floor) * Math.max(0, at);
      overdrawn += Math.max(0, used[row]! - cap) ** 2;
    }
    return { error: Math.sqrt(overdrawn) + Math.abs(bound - objective), bound };
  }

  /** How many must pairs and promised meetings it holds; may be fractions. */
  goals(): { musts: number; promised: number } {
    const { leader, sme, least, must, parties } = this.model;
    const degree = new Float64Array(parties);
    let musts = 0;
    this.value.forEach((value, column) => {
      const pair = this.pair[column]!;
      degree[leader[pair]!]! += value;
      degree[sme[pair]!]! += value;
      if (must[pair]) musts += value;
    });
    return { musts, promised: degree.reduce((sum, count, party) => sum + Math.min(count, least[party]!), 0) };
  }

  /** The prices as whole numbers, for a bound that holds exactly. */
  prices(): Prices {
    const { slots, parties } = this.model;
    const highest = this.#unit * this.columns * (1 + Math.max(this.must, this.promised));
    const fine = Math.max(1, 2 ** Math.min(24, Math.floor(Math.log2(EXACT / highest))));
    const whole = (price: number) => Math.round(price * this.#unit * fine);
    const part = (from: number, to: number) => this.#price.slice(from, to).map(whole);
    const party0 = parties * slots;
    // A party without columns cannot be given what it was promised: nothing is paid for it.
    const idle = (row: number) => this.#least[row]! > 0 && this.#priceStep[row] === 0;
    const paid = (price: number, party: number) => (idle(party0 + party) ? -whole(this.promised) : price);
    return {
      fine,
      must: whole(this.must),
      promised: whole(this.promised),
      seat: part(0, party0),
      party: part(party0, party0 + parties).map(paid),
      table: part(party0 + parties, party0 + parties + slots),
    };
  }
}
