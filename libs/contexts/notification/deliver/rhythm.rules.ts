import { DateTime, IANAZone } from 'luxon';

/** When messages go out on a channel. Times of day are `HH:MM` in `zone`. */
export interface Rhythm {
  /** `at-once`, or one message a day that holds all of it. */
  readonly rhythm: 'at-once' | 'daily';
  /** Of the daily message. */
  readonly dailyAt: string;
  /** No message from `from` (included) to `to` (not included); over midnight where `from` is the later one. */
  readonly quiet?: { readonly from: string; readonly to: string };
  /** Name of an IANA time zone. */
  readonly zone: string;
}

export const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

export const isZone = (name: unknown): name is string => typeof name === 'string' && IANAZone.isValidZone(name);

/**
 * When what is told at `now` goes out: at once, with the next daily message, or at the end of the quiet hours. Follows the
 * zone's clock, also when it is put forward or back: a time of day that a day does not have comes at the moment after.
 */
export function dueAt(now: Date, { rhythm, dailyAt, quiet, zone }: Rhythm): Date {
  const local = DateTime.fromJSDate(now, { zone });
  const due = rhythm === 'daily' ? nextAt(local, dailyAt) : local;
  return (quiet && isQuiet(due, quiet) ? nextAt(due, quiet.to) : due).toJSDate();
}

function isQuiet(at: DateTime, { from, to }: { from: string; to: string }): boolean {
  const time = at.toFormat('HH:mm');
  return from < to ? from <= time && time < to : time >= from || time < to;
}

/** The next moment after `from` at which clocks show `time`. */
function nextAt(from: DateTime, time: string): DateTime {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  const on = (day: DateTime) => day.set({ hour, minute, second: 0, millisecond: 0 });
  const today = on(from);
  return today > from ? today : on(from.plus({ days: 1 }));
}
