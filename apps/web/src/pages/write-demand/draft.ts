import { useCallback, useState } from 'react';
import { DRAFTS } from '#web/api/session';
import type { DemandValues } from './values';

interface Kept {
  readonly at: string;
  readonly values: DemandValues;
}

/** What this browser has kept under a name; undefined when there is nothing that can be read. */
function read(name: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | null;
    return kept ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps in this browser what is being written, under a name of the person and of what it changes and in which version, so
 * that a closed tab or an ended session loses nothing. Signing out takes it away.
 */
export function useDraft(of: string) {
  const name = DRAFTS + of;
  const [found] = useState(() => read(name));
  const keep = useCallback(
    (values: DemandValues) =>
      localStorage.setItem(name, JSON.stringify({ at: new Date().toISOString(), values } satisfies Kept)),
    [name],
  );
  const drop = useCallback(() => localStorage.removeItem(name), [name]);
  return { found, keep, drop };
}
