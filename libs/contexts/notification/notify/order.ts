/**
 * Strictly growing marks for notices of this process: the time in milliseconds and a counter, both of fixed width, so
 * that they sort as text. A clock that steps back does not break the order.
 */
export class OrderMarks {
  private last = 0;
  private count = 0;

  next(now: Date): string {
    const time = now.getTime();
    if (time > this.last) {
      this.last = time;
      this.count = 0;
    } else {
      this.count += 1;
    }
    return `${String(this.last).padStart(15, '0')}.${String(this.count).padStart(6, '0')}`;
  }
}
