/** Where use cases take the time from, so that tests can hold it still. */
export abstract class Clock {
  abstract now(): Date;
  iso(): string {
    return this.now().toISOString();
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** `YYYY-MM-DD` of an instant in China Standard Time (UTC+8, no daylight saving), the zone of the programme's dates. */
export function dayInChina(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The last millisecond of a day in China Standard Time, as UTC ISO 8601. */
export function endOfDayInChina(day: string): string {
  return new Date(`${day}T23:59:59.999+08:00`).toISOString();
}
