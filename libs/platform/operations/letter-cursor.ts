import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';

const MARK = 'dead-letters';

/** Cursor after a letter in the list of one group, or of all. */
export function letterCursor(group: string | undefined, id: string): string {
  return Buffer.from(JSON.stringify([MARK, group ?? null, id])).toString('base64url');
}

/** The id in a cursor. Throws {@link Refused} for what is no cursor of this list. */
export function letterAfter(group: string | undefined, cursor: string): string {
  const data = parsed(cursor);
  if (Array.isArray(data) && data.length === 3) {
    const [mark, of, id] = data as unknown[];
    if (mark === MARK && of === (group ?? null) && typeof id === 'string' && id !== '') return id;
  }
  throw new Refused([commonErrors.cursor_invalid({}, '/cursor')]);
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
