/**
 * A call that breaks a documented limit of the store or carries a damaged cursor: a mistake of the caller, nothing was
 * done and a repeat fails as well. Told apart by its name, as {@link Unavailable} is.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
}
