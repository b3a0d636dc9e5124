/** Who sits at tables: a firm, or one of its representatives who has times of their own. */
export interface Party {
  readonly id: string;
  readonly side: 'leader' | 'sme';
  /** Meetings at the same time. */
  readonly capacity: number;
  /** Meetings at all. */
  readonly maxMeetings: number;
  /** Slots, from 0, in which the party meets nobody. */
  readonly unavailable: readonly number[];
  /** Meetings that are promised; they come before weight and after `must`. */
  readonly minMeetings?: number;
  /** Parties of one firm share this name; two firms meet once at most, whoever sits for them. */
  readonly firm?: string;
  /** Leaders only: the numbers of the tables that are theirs alone; without them they take free ones. */
  readonly tables?: readonly number[];
}

/** Two parties that may meet; those not listed may not. */
export interface Pair {
  readonly leader: string;
  readonly sme: string;
  /** What the meeting is worth; sums of it are compared. */
  readonly weight: number;
  readonly must?: boolean;
  /** Asked for although other parties of the same two firms may meet as well. */
  readonly again?: boolean;
}

/** A meeting that is kept as it is. */
export interface LockedMeeting {
  readonly leader: string;
  readonly sme: string;
  readonly slot: number;
  readonly table?: number;
}

export interface Meeting {
  readonly leader: string;
  readonly sme: string;
  /** From 0. */
  readonly slot: number;
  /** From 1. */
  readonly table: number;
}

export interface Instance {
  readonly name?: string;
  readonly slots: number;
  /** Tables at once, numbered from 1: a number for every slot, or one a slot (0: a break). `null`: no limit. */
  readonly tables: number | null | readonly (number | null)[];
  readonly parties: readonly Party[];
  readonly pairs: readonly Pair[];
  readonly locked?: readonly LockedMeeting[];
}

export interface Schedule {
  readonly meetings: readonly Meeting[];
  /** Sum of the weights of all meetings. */
  readonly score: number;
  /** No schedule with as many must pairs and promised meetings has a higher score. */
  readonly upperBound: number;
}

/** The limit of tables in a slot; `null` when there is none. */
export function tablesIn({ tables }: Instance, slot: number): number | null {
  return tables === null || typeof tables === 'number' ? tables : (tables[slot] ?? 0);
}
