import type { Position } from '../log.js';

/** Positions of the embedded log are the number of the last event in decimal digits; the start is ''. */
export function encode(seq: number): Position {
  return seq === 0 ? '' : String(seq);
}

/** Throws on what is no position of this log, such as one of another adapter or beyond its end. */
export function decode(position: Position, last: number): number {
  const seq = position === '' ? 0 : Number(position);
  if (!Number.isSafeInteger(seq) || seq < 0) throw new Error(`"${position}" is no position of the embedded event log`);
  if (seq > last)
    throw new Error(`position ${seq} lies beyond the end of this event log (${last}): another log wrote it`);
  return seq;
}
