import { setTimeout as pause } from 'node:timers/promises';
import { isUnavailable } from '#ports/unavailable';

const AGAIN_MS = 1000;

/** Does what a process cannot do without, again and again while what it needs is Unavailable, until `signal` is aborted. */
export async function onceAvailable<T>(
  what: string,
  work: () => Promise<T>,
  tell: (line: { readonly msg: string; readonly error: unknown }) => void,
  signal?: AbortSignal,
): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error) || signal?.aborted) throw error;
      tell({ msg: `${what}: not available; trying again`, error });
      await pause(AGAIN_MS, undefined, signal ? { signal } : {});
    }
  }
}
