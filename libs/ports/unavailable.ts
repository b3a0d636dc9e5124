/**
 * The only error a port throws on purpose: the thing behind it does not answer now and the same call may go through
 * later. Log subscriptions pause on it and try again without counting it as a failed try.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  constructor(what: string, options?: { cause?: unknown }) {
    super(`${what} is not available`, options);
  }
}

/** `instanceof` fails across the realms that test runners and worker threads make; the name does not. */
export function isUnavailable(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { name?: unknown }).name === 'Unavailable';
}
