import { Clock } from '#platform/time/clock';

/** A clock that stands still until it is set. */
export class FixedClock extends Clock {
  constructor(private at = '2026-11-22T02:00:00.000Z') {
    super();
  }

  now(): Date {
    return new Date(this.at);
  }

  set(at: string): void {
    this.at = at;
  }

  /** Moves on by so many seconds. */
  pass(seconds: number): void {
    this.at = new Date(Date.parse(this.at) + seconds * 1000).toISOString();
  }
}
