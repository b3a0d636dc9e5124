import mongoose from 'mongoose';
import { isUnavailable, Unavailable } from '#ports/unavailable';

const transientNames =
  /^Mongo(ose)?(Network|ServerSelection|NotConnected|TopologyClosed|Pool|ConnectionPool|WaitQueue|ClientClosed|WriteConcern|OperationTimeout|ClientBulkWriteCursor|Disconnected|StalePrimary|ExpiredSession)/;
/** Host not reachable, timeouts, no primary, stepping down, shutting down, write concern not satisfied. */
const transientCodes = new Set([6, 7, 50, 64, 89, 91, 100, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
const duplicateKey = 11000;

interface ServerError {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
  readonly errmsg?: unknown;
  readonly hasErrorLabel?: unknown;
  /** What the server answered; of a bulk write that met no answer, the error of the connection. */
  readonly errorResponse?: unknown;
  readonly writeErrors?: WriteError | readonly WriteError[];
}

/** What became of one write of a bulk. */
interface WriteError {
  readonly index: number;
}

/** Whether it says that the connection failed. Not all of these have a name that tells, such as PoolClearedOnNetworkError. */
function unanswered(error: unknown): boolean {
  if (error instanceof mongoose.mongo.MongoNetworkError) return true;
  return transientNames.test(String((error as ServerError | null | undefined)?.name));
}

/** What the driver throws when the server does not answer becomes Unavailable; anything else stays as it is. */
export function asUnavailable(error: unknown): unknown {
  if (isUnavailable(error) || typeof error !== 'object' || error === null) return error;
  const { code, hasErrorLabel, errorResponse } = error as ServerError;
  const labelled =
    typeof hasErrorLabel === 'function' &&
    (error as { hasErrorLabel(label: string): boolean }).hasErrorLabel('RetryableWriteError');
  const transient = unanswered(error) || unanswered(errorResponse) || transientCodes.has(code as number) || labelled;
  return transient ? new Unavailable('MongoDB', { cause: error }) : error;
}

/** The writes of an unordered bulk that failed; the others were done. Throws what was no answer to single writes. */
export function failedWrites(error: unknown): readonly WriteError[] {
  const { writeErrors = [] } = (error ?? {}) as ServerError;
  const failed = 'index' in writeErrors ? [writeErrors] : writeErrors;
  if (failed.length === 0) throw asUnavailable(error);
  return failed;
}

/** Name of the index in the way (`_id_` for the id), undefined when the error is another one. */
export function duplicateIndex(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, message, errmsg } = error as ServerError;
  if (code !== duplicateKey) return undefined;
  const index = / index: (\S+) dup key/.exec(String(errmsg ?? message))?.[1];
  if (index === undefined) throw new Error('a duplicate key error names no index', { cause: error });
  return index;
}
