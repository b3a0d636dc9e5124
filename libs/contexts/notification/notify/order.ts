const MOST = 999_999;

/**
 * Strictly growing marks for notices of this process: the time in milliseconds and a counter, both of fixed width, so
 * that they sort as text. A clock that steps back does not break the order.
 */
export class OrderMarks {
  private last = 0;
  private count = 0;

  next(now: Date): string {
    const time = Math.max(now.getTime(), this.count === MOST ? this.last + 1 : this.last);
    this.count = time > this.last ? 0 : this.count + 1;
    this.last = time;
    return `${String(this.last).padStart(15, '0')}.${String(this.count).padStart(6, '0')}`;
  }
}
