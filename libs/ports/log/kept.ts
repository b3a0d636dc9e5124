import type { LogEvent } from '#ports/event';

/** An event set aside for one group, to be delivered again outside the order of the log. */
export interface KeptAside {
  /** Of the log that kept it. */
  readonly id: string;
  readonly group: string;
  readonly event: LogEvent;
  /** Failed tries so far. */
  readonly attempts: number;
  /** Not before, ms since the epoch; 0 for at once. */
  readonly due: number;
}
