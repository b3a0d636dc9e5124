import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { commonErrors } from '#platform/errors/common.errors';
import type { Failure } from '#platform/errors/errors';

/** So many takes per key in a window; per process, which is where the edge is. */
export class RateLimit {
  private readonly limiter: RateLimiterMemory;

  constructor(points: number, seconds: number) {
    this.limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  /** Takes one; the refusal with the seconds to wait when there is none left. */
  async take(key: string): Promise<Failure | undefined> {
    try {
      await this.limiter.consume(key);
      return undefined;
    } catch (rejected) {
      return commonErrors.too_many({ seconds: Math.ceil((rejected as RateLimiterRes).msBeforeNext / 1000) });
    }
  }

  /** Gives one back: it turned out not to count. */
  async giveBack(key: string): Promise<void> {
    await this.limiter.reward(key);
  }

  async forget(key: string): Promise<void> {
    await this.limiter.delete(key);
  }
}
