/**
 * A call that breaks a documented limit of the store or carries a damaged cursor: a mistake of the caller, nothing was
 * done and a repeat fails as well. Told apart by its name, as {@link Unavailable} is.
 */
export class InvalidCall extends Error {
  override readonly name = 'InvalidCall';

  /** `cursor`: the cursor is not one of this query; cursors come back from outside, the other mistakes are our own. */
  constructor(
    message: string,
    readonly reason: 'cursor' | 'other' = 'other',
  ) {
    super(message);
  }
}

/** Whether a call was refused for its cursor. */
export function isInvalidCursor(error: unknown): boolean {
  const { name, reason } = (error ?? {}) as { name?: unknown; reason?: unknown };
  return name === 'InvalidCall' && reason === 'cursor';
}
