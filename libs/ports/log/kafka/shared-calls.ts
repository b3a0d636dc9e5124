import type { LogEvent } from '#ports/event';
import { fitting } from '#ports/fitting';
import { Unavailable } from '#ports/unavailable';
import type { HandleBatch, Outcome } from '../log.js';
import { Gathered, turnOfTheLoop } from './gathered.js';

type Outcomes = readonly Outcome[] | undefined;

interface Asked {
  readonly events: readonly LogEvent[];
  /** Aborted when the events may have become another member's. */
  readonly leaving: AbortSignal;
  readonly resolve: (outcomes: Outcomes) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The calls of one group's handler, one at a time. Events come partition by partition, and much of what a call costs does
 * not depend on how many there are: what several partitions ask for at once, or while a call is under way, is one call.
 */
export class SharedCalls {
  private readonly gathered: Gathered<Asked>;

  /**
   * `most` events in a call. `committed` resolves when the places of what was handled are: the next call comes after that,
   * so that no more than one call is made again after a kill.
   */
  constructor(
    private readonly group: string,
    private readonly handle: HandleBatch,
    most: number,
    private readonly committed: () => Promise<void> = () => Promise.resolve(),
  ) {
    const count = (waiting: readonly Asked[]) => fitting(waiting, most, ({ events }) => events.length);
    this.gathered = new Gathered((some) => this.next(some), count);
  }

  /** Events of one partition, at most `most`. Gives and throws what the handler says of them, whoever shares the call. */
  call(events: readonly LogEvent[], leaving: AbortSignal): Promise<Outcomes> {
    return new Promise((resolve, reject) => this.gathered.add({ events, leaving, resolve, reject }));
  }

  private async next(some: readonly Asked[]): Promise<void> {
    await this.share(some);
    await turnOfTheLoop();
    await this.committed();
  }

  private async share(some: readonly Asked[]): Promise<void> {
    const asked = some.filter(({ leaving }) => !leaving.aborted);
    for (const { leaving, reject } of some) {
      if (leaving.aborted) reject(new Unavailable(`the group ${this.group} (it is leaving)`));
    }
    if (asked.length === 0) return;
    const all = asked.flatMap(({ events }) => events);
    try {
      const outcomes = (await this.handle(all)) ?? undefined;
      if (outcomes && outcomes.length !== all.length)
        throw new Error(`the handler gave ${outcomes.length} outcomes for ${all.length} events`);
      let from = 0;
      for (const { events, resolve } of asked) {
        resolve(outcomes?.slice(from, from + events.length));
        from += events.length;
      }
    } catch (error) {
      // What one partition's events run into is not to hold up the others.
      if (asked.length > 1) for (const one of asked) await this.share([one]);
      else asked[0]?.reject(error);
    }
  }
}
