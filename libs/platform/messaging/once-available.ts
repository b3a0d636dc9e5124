import { isUnavailable } from '#ports/unavailable';

const AGAIN_MS = 1000;

/** Opens what a process needs from its start, again and again while the server behind it does not answer. */
export async function onceAvailable<T>(
  what: string,
  open: () => Promise<T>,
  tell: (line: { readonly msg: string; readonly error: unknown }) => void,
): Promise<T> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      tell({ msg: `${what}: the server does not answer; trying again`, error });
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
