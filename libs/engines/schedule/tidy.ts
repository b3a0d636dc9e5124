import type { Board } from './board.js';
import { idleSlots } from './idle-slots.js';

/** Rounds over all meetings, and meetings that change slots together, at most. */
const ROUNDS = 3;
const LONGEST_CHAIN = 40;

/**
 * The meetings that have to change places for `pair` to go from its slot to `to`: who is in the way there goes to the slot it left,
 * and so on. `undefined` when somebody is not there in the other slot, or the chain gets too long.
 */
function exchange(board: Board, pair: number, to: number): number[] | undefined {
  const from = board.slotOf[pair]!;
  const { leader, sme } = board.model;
  const chain = [pair];
  const moving = new Set(chain);
  /** Seats that a party gains by the chain in the slot `to`, less those it needs there. */
  const balance = new Map<number, number>();
  for (let at = 0; at < chain.length; at += 1) {
    const mover = chain[at]!;
    const target = board.slotOf[mover] === from ? to : from;
    if (!board.slotsOf[mover]!.includes(target) || chain.length > LONGEST_CHAIN) return undefined;
    const sign = target === to ? -1 : 1;
    for (const party of [leader[mover]!, sme[mover]!]) {
      const net = (balance.get(party) ?? 0) + sign;
      balance.set(party, net);
      const short = target === to ? board.freeSeats(party, to) + net < 0 : board.freeSeats(party, from) - net < 0;
      if (!short) continue;
      const next = findSeated(board, party, target, moving);
      if (next < 0) return undefined;
      chain.push(next);
      moving.add(next);
    }
  }
  return chain;
}

function findSeated(board: Board, party: number, slot: number, moving: ReadonlySet<number>): number {
  for (let place = 0; place < board.seatedCount(party, slot); place += 1) {
    const pair = board.seated(party, slot, place);
    if (!moving.has(pair)) return pair;
  }
  return -1;
}

/** Moves the meetings of a chain to the other of the two slots. */
function apply(board: Board, chain: readonly number[], from: number, to: number): void {
  const slots = chain.map((pair) => board.slotOf[pair]!);
  for (const pair of chain) board.take(pair);
  for (const [at, pair] of chain.entries()) board.put(pair, slots[at] === from ? to : from);
}

/** Whether the slots still have tables enough after the chain. */
function tablesHold(board: Board, chain: readonly number[], from: number, to: number): boolean {
  const { owns, leader, pool } = board.model;
  let shift = 0;
  for (const pair of chain) if (!owns[leader[pair]!]) shift += board.slotOf[pair] === from ? 1 : -1;
  return board.tables[to]! + shift <= pool[to]! && board.tables[from]! - shift <= pool[from]!;
}

/** Idle slots between a party's meetings count most; then how unevenly the slots are filled. */
function disorder(board: Board, parties: Iterable<number>, from: number, to: number): number {
  const { slots, seats, pairs } = board.model;
  let idle = 0;
  for (const party of parties) {
    const meets = (slot: number) => board.seatedCount(party, slot) > 0;
    idle += idleSlots(slots, meets, (slot) => seats[party * slots + slot]! > 0);
  }
  return idle * pairs * pairs + board.tables[from]! ** 2 + board.tables[to]! ** 2;
}

/**
 * Moves meetings between slots, all pairs that meet staying the same, as long as parties wait less between their meetings or, where
 * that stays equal, the slots are filled more evenly. Answers the new slots.
 */
export function tidy(board: Board): Int32Array {
  const { leader, sme, slots } = board.model;
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (const pair of board.slotOf.keys()) {
      for (let to = 0; to < slots && board.slotOf[pair]! >= 0; to += 1) {
        const from = board.slotOf[pair]!;
        const chain = to === from ? undefined : exchange(board, pair, to);
        if (!chain || !tablesHold(board, chain, from, to)) continue;
        const parties = new Set(chain.flatMap((mover) => [leader[mover]!, sme[mover]!]));
        const before = disorder(board, parties, from, to);
        apply(board, chain, from, to);
        if (disorder(board, parties, from, to) < before) moved = true;
        else apply(board, chain, to, from);
      }
    }
    if (!moved) break;
  }
  return board.slotOf.slice();
}
