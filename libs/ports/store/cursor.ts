import type { Scalar } from '#ports/store/store';
import { InvalidCall } from './invalid-call.js';

/** Where a page of `find` ended: the values of the fields after `eq`, then the id. */
export interface Place {
  readonly keys: readonly (Scalar | null)[];
  readonly id: string;
}

/** What a cursor belongs to; one of another index, number of `eq` values or direction is refused. */
export interface CursorOwner {
  readonly index: string;
  readonly eq: number;
  readonly descending: boolean;
  /** Number of fields after `eq`. */
  readonly rest: number;
}

export function encodeCursor(owner: CursorOwner, place: Place): string {
  const data = [owner.index, owner.eq, owner.descending ? 1 : 0, place.keys, place.id];
  return Buffer.from(JSON.stringify(data)).toString('base64url');
}

/** Cursors come back from outside: anything that is not one of ours throws {@link InvalidCall}. */
export function decodeCursor(owner: CursorOwner, cursor: string): Place {
  const data = parse(cursor);
  if (Array.isArray(data) && data.length === 5) {
    const [index, eq, direction, keys, id] = data as unknown[];
    const same = index === owner.index && eq === owner.eq && direction === (owner.descending ? 1 : 0);
    if (same && Array.isArray(keys) && keys.length === owner.rest && keys.every(isKey) && typeof id === 'string') {
      return { keys, id };
    }
  }
  throw new InvalidCall('the cursor does not belong to this query', 'cursor');
}

function isKey(value: unknown): boolean {
  return value === null || typeof value === 'string' || Number.isFinite(value);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
