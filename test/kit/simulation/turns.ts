import type { Random } from '#test/soak/random';

interface Waiting {
  readonly lane: string;
  go(): void;
}

/**
 * Lets one thing happen at a time, which one is drawn. Whatever could take time in the real product waits for its turn
 * here, so that a seed gives the same order of things at every run. Lanes are fast or slow for a while: a slow one stands
 * for a process that hangs or a queue that is not sent.
 */
export class Turns {
  private waiting: Waiting[] = [];
  private readonly speeds = new Map<string, number>();

  constructor(private readonly random: Random) {}

  /** Resolves when it is this caller's turn. */
  take(lane: string): Promise<void> {
    return new Promise((go) => this.waiting.push({ lane, go }));
  }

  /** Does `work` at some time and answers at some later time, as a call to another machine does. */
  async call<T>(lane: string, work: () => T): Promise<T> {
    await this.take(lane);
    const value = work();
    await this.take(lane);
    return value;
  }

  /** Draws anew which lanes are slow. */
  newSpeeds(): void {
    this.speeds.clear();
  }

  /** Gives one turn and lets everything follow from it that needs no other; false when nobody waits. */
  async next(): Promise<boolean> {
    const at = this.drawn();
    if (at === undefined) return false;
    const [one] = this.waiting.splice(at, 1);
    one?.go();
    await settled();
    return true;
  }

  private drawn(): number | undefined {
    const weights = this.waiting.map(({ lane }) => this.speedOf(lane));
    let left = this.random.next() * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [at, weight] of weights.entries()) {
      left -= weight;
      if (left < 0) return at;
    }
    return this.waiting.length > 0 ? this.waiting.length - 1 : undefined;
  }

  private speedOf(lane: string): number {
    const known = this.speeds.get(lane);
    if (known !== undefined) return known;
    const speed = this.random.pick(lane.endsWith('outbox') ? [1, 0.01] : [1, 1, 0.1, 0.01]);
    this.speeds.set(lane, speed);
    return speed;
  }
}

/** Everything that follows without waiting for a turn has happened: there is no other work than promises. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
