import { Board } from './board.js';
import { ranksOf } from './matching.js';
import { modelOf } from './model.js';
import { seatMeetings } from './seat.js';
import type { Instance, Meeting } from './types.js';

export interface Absence {
  /** Who does not come. */
  readonly party: string;
  /** The first slot in which it is missed; what was before stays as it was. */
  readonly from: number;
  /** The last one; without it the party is gone for the day. */
  readonly to?: number;
}

export interface Repair {
  readonly meetings: Meeting[];
  /** Meetings of the absent party that cannot take place, and how many of the other sides' seats are filled again. */
  readonly lost: Meeting[];
  readonly refilled: number;
  /** The new meetings, and those that have changed their slot. */
  readonly added: Meeting[];
  readonly moved: Meeting[];
}

/** Meetings moved for one repair, at most; steps of one search. */
const MOST_MOVES = 3;
const STEPS = 6_000;

interface Seat {
  readonly party: number;
  readonly slot: number;
}

/** Looks for ways to fill seats again with standbys, with no more than so many moves of other meetings. */
class Refilling {
  steps = STEPS;
  skipped = 0;

  constructor(
    readonly board: Board,
    readonly from: number,
    /** The pairs that may newly meet, by party, the best first. */
    readonly wanted: ReadonlyMap<number, readonly number[]>,
    readonly movable: (pair: number) => boolean,
  ) {}

  /** Fills the seats from `at` on, leaving out `skips` of them; true leaves the board filled, false as it was. */
  fillAll(seats: readonly Seat[], at: number, skips: number, moves: number): boolean {
    const seat = seats[at];
    if (!seat) return true;
    const next = (left: number) => this.fillAll(seats, at + 1, skips, left);
    if (this.#fill(seat, moves, next)) return true;
    return skips > 0 && this.fillAll(seats, at + 1, skips - 1, moves);
  }

  #fill(seat: Seat, moves: number, then: (moves: number) => boolean): boolean {
    this.steps -= 1;
    if (this.steps < 0) return false;
    for (const pair of this.wanted.get(seat.party) ?? []) {
      if (!this.board.allowed(pair) || !this.board.slotsOf[pair]!.includes(seat.slot)) continue;
      if (this.board.fits(pair, seat.slot)) {
        this.board.put(pair, seat.slot);
        if (then(moves)) return true;
        this.board.take(pair);
      } else if (moves > 0 && this.#makeRoom(pair, seat, moves, then)) return true;
    }
    return moves > 0 && this.#moveOwn(seat, moves, then);
  }

  /** The standby meets somebody else in the slot: that meeting goes to another slot. */
  #makeRoom(pair: number, { party, slot }: Seat, moves: number, then: (moves: number) => boolean): boolean {
    const { board } = this;
    const { leader, sme } = board.model;
    const other = leader[pair] === party ? sme[pair]! : leader[pair]!;
    if (board.freeSeats(other, slot) > 0) return false;
    for (const blocker of this.#meetingsOf(other, slot)) {
      board.take(blocker);
      for (const to of board.slotsOf[blocker]!) {
        if (to === slot || to < this.from || !board.fits(blocker, to)) continue;
        board.put(blocker, to);
        if (board.fits(pair, slot)) {
          board.put(pair, slot);
          if (then(moves - 1)) return true;
          board.take(pair);
        }
        board.take(blocker);
      }
      board.put(blocker, slot);
    }
    return false;
  }

  /** A later meeting of the same party comes into the slot, and its old seat is to be filled instead. */
  #moveOwn({ party, slot }: Seat, moves: number, then: (moves: number) => boolean): boolean {
    const { board } = this;
    for (let old = this.from; old < board.model.slots; old += 1) {
      if (old === slot) continue;
      for (const pair of this.#meetingsOf(party, old)) {
        if (!board.slotsOf[pair]!.includes(slot)) continue;
        board.take(pair);
        if (board.fits(pair, slot)) {
          board.put(pair, slot);
          if (this.#fill({ party, slot: old }, moves - 1, then)) return true;
          board.take(pair);
        }
        board.put(pair, old);
      }
    }
    return false;
  }

  #meetingsOf(party: number, slot: number): number[] {
    const count = this.board.seatedCount(party, slot);
    return Array.from({ length: count }, (_, place) => this.board.seated(party, slot, place)).filter(this.movable);
  }
}

/**
 * The schedule when somebody does not come: the other sides' seats are filled with `standbys` (parties that may take a further
 * meeting): as many seats as possible, then with the fewest other meetings moved, then by fit and by how few meetings
 * a standby has. Meetings before `from`, locked ones and all others' partners stay as they are. Exact as far as three moves go.
 */
export function repair(
  instance: Instance,
  meetings: readonly Meeting[],
  { party, from, to = instance.slots - 1 }: Absence,
  standbys: readonly string[],
): Repair {
  const gone = instance.parties.map((p) =>
    p.id === party ? { ...p, unavailable: [...p.unavailable, ...range(from, to)] } : p,
  );
  const { locked: kept = [], ...open } = instance;
  const isLost = (m: Meeting) => (m.leader === party || m.sme === party) && m.slot >= from && m.slot <= to;
  const model = modelOf({ ...open, parties: gone.map((p) => ({ ...p, unavailable: [...new Set(p.unavailable)] })) });
  const board = new Board(model, ranksOf(model));
  const place = new Map(instance.pairs.map(({ leader, sme }, at) => [`${leader}\n${sme}`, at]));
  const pairOf = ({ leader, sme }: Pick<Meeting, 'leader' | 'sme'>) => place.get(`${leader}\n${sme}`)!;
  const tables = new Map(meetings.map((m) => [pairOf(m), m]));
  for (const m of meetings) if (!isLost(m)) board.put(pairOf(m), m.slot);
  const fixed = new Set(kept.map(pairOf));
  const ids = new Map(instance.parties.map(({ id }, at) => [id, at]));
  const lost = meetings.filter(isLost);
  const seats = lost.map((m): Seat => ({ party: ids.get(m.leader === party ? m.sme : m.leader)!, slot: m.slot }));
  const wanted = wantedBy(board, seats, new Set(standbys.map((id) => ids.get(id)!)), from);
  const movable = (pair: number) => tables.has(pair) && !fixed.has(pair) && board.slotOf[pair]! >= from;
  refill(board, seats, from, wanted, movable);
  const after = seatMeetings(model, board.slotOf, (pair) => {
    const before = tables.get(pair);
    return before && before.slot === board.slotOf[pair] ? before.table : undefined;
  });
  const added = after.filter((m) => !tables.has(pairOf(m)));
  const moved = after.filter((m) => tables.has(pairOf(m)) && tables.get(pairOf(m))!.slot !== m.slot);
  return { meetings: after, lost, refilled: added.length, added, moved };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** The pairs of each party with a seat to fill and a standby: by weight, less for each meeting the standby has already. */
function wantedBy(
  board: Board,
  seats: readonly Seat[],
  standbys: ReadonlySet<number>,
  from: number,
): Map<number, number[]> {
  const { leader, sme, pairs } = board.model;
  const wanted = new Map<number, number[]>(seats.map(({ party }) => [party, []]));
  const liking = (pair: number, standby: number) => board.worth(pair) / (1 + board.degree[standby]!);
  const keys = new Map<number, number>();
  for (let pair = 0; pair < pairs; pair += 1) {
    if (!board.slotsOf[pair]!.some((slot) => slot >= from)) continue;
    for (const [party, standby] of [[leader[pair]!, sme[pair]!] as const, [sme[pair]!, leader[pair]!] as const]) {
      if (!standbys.has(standby) || !wanted.has(party)) continue;
      wanted.get(party)!.push(pair);
      keys.set(pair, liking(pair, standby));
    }
  }
  for (const list of wanted.values()) list.sort((a, b) => keys.get(b)! - keys.get(a)! || a - b);
  return wanted;
}

function refill(
  board: Board,
  seats: readonly Seat[],
  from: number,
  wanted: ReadonlyMap<number, readonly number[]>,
  movable: (pair: number) => boolean,
): void {
  for (let skips = 0; skips < seats.length; skips += 1) {
    for (let moves = 0; moves <= MOST_MOVES; moves += 1) {
      if (new Refilling(board, from, wanted, movable).fillAll(seats, 0, skips, moves)) return;
    }
  }
}

/**
 * What becomes of a schedule when one table runs late by some slots from a slot on: its own later meetings that can wait do, the
 * others of the hall stay. Answers the meetings that cannot be held after the delay, for staff to decide.
 */
export function delayTable(
  instance: Instance,
  meetings: readonly Meeting[],
  { table, from, slots }: { readonly table: number; readonly from: number; readonly slots: number },
): { meetings: Meeting[]; clashing: Meeting[] } {
  const late = (m: Meeting) => m.table === table && m.slot >= from;
  const parties = new Map(instance.parties.map((p) => [p.id, p]));
  const held = meetings.filter((m) => !late(m));
  const clashing: Meeting[] = [];
  for (const m of meetings.filter(late).sort((a, b) => a.slot - b.slot)) {
    const slot = m.slot + slots;
    const free = [m.leader, m.sme].every((id) => {
      const { capacity, unavailable } = parties.get(id)!;
      const seated = held.filter((other) => other.slot === slot && (other.leader === id || other.sme === id)).length;
      return !unavailable.includes(slot) && seated < capacity;
    });
    if (slot < instance.slots && free) held.push({ ...m, slot });
    else clashing.push(m);
  }
  return { meetings: held, clashing };
}
