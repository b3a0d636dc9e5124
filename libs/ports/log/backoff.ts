/** Waits between tries: 50 ms doubling up to 2 s. `attempts` counts the tries already made, from 1. */
export function backoff(attempts: number): number {
  return Math.min(2000, 50 * 2 ** Math.min(attempts - 1, 10));
}

/** Resolves after `ms`, or at once when `signal` is aborted. Never rejects. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** The sentence to store or to show for whatever was thrown. */
export function reasonOf(error: unknown): string {
  const message = typeof error === 'object' && error !== null ? (error as { message?: unknown }).message : undefined;
  return typeof message === 'string' && message !== '' ? message : String(error);
}
