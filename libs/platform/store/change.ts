import { commonErrors } from '#platform/errors/common.errors';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import type { EventDraft } from '#ports/event';
import type { Collection, Doc, Written } from '#ports/store/store';

/** What a command wants written. */
export interface Decision<T> {
  readonly doc: T;
  readonly events?: readonly EventDraft[];
}

export interface ChangeOptions {
  /** Idempotency: a repeat with the same cause changes nothing and answers the document as it is. */
  readonly cause?: string | undefined;
  /** The version the caller has seen; another one is refused. Without it the change is decided again on the newest. */
  readonly version?: number | undefined;
  /** What to say when a unique index is hit, by index name. */
  readonly duplicates?: Readonly<Record<string, Failure>>;
}

const TRIES = 8;

/**
 * Reads, decides and writes one document, again when somebody else was faster. `decide` is pure: it sees the newest
 * document and returns what to write, or a failure.
 */
export async function changeDocument<T extends Doc>(
  collection: Collection<T>,
  id: string,
  options: ChangeOptions,
  decide: (doc: T) => Result<Decision<T>>,
): Promise<Result<T>> {
  if (options.cause !== undefined) {
    const repeated = await collection.recall(id, options.cause);
    if (repeated) return ok(repeated);
  }
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const doc = await collection.get(id);
    if (!doc) return fail(commonErrors.not_found());
    if (options.version !== undefined && options.version !== doc.version) return fail(commonErrors.stale());
    const decision = decide(doc);
    if (!decision.ok) return decision;
    const written = await collection.save(decision.value.doc, decision.value.events ?? [], options.cause);
    if (written.status === 'done' || written.status === 'already') return ok(written.doc);
    if (written.status === 'duplicate') return fail(options.duplicates?.[written.index] ?? commonErrors.stale());
  }
  return fail(commonErrors.stale());
}

/**
 * Like {@link changeDocument}, for a document that may not be there yet: `decide` sees undefined then and gives the first one, whose
 * version says nothing. A version that the caller has seen is refused where there is none.
 */
export async function writeDocument<T extends Doc>(
  collection: Collection<T>,
  id: string,
  options: Omit<ChangeOptions, 'duplicates'>,
  decide: (doc: T | undefined) => Result<Decision<T>>,
): Promise<Result<T>> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (await collection.get(id)) return changeDocument(collection, id, options, decide);
    if (options.version) return fail(commonErrors.stale());
    const made = decide(undefined);
    if (!made.ok) return made;
    const { version: _v, ...doc } = made.value.doc;
    const inserted = await insertDocument<T>(collection, doc, made.value.events ?? [], { cause: options.cause });
    // Otherwise somebody else was faster: it is there now.
    if (inserted.ok) return inserted;
  }
  return fail(commonErrors.stale());
}

/** Inserts one document. A repeat with the same cause answers the document that is there. */
export async function insertDocument<T extends Doc>(
  collection: Collection<T>,
  doc: Omit<T, 'version'>,
  events: readonly EventDraft[],
  options: Pick<ChangeOptions, 'cause' | 'duplicates'>,
): Promise<Result<T>> {
  const [written] = await collection.insert([{ doc, events }], options.cause);
  return insertedOf(written, options.duplicates);
}

/** What became of one insert, as the caller is told; `duplicates`: refusals by the unique index in the way. */
export function insertedOf<T extends Doc>(
  written: Written<T> | undefined,
  duplicates: ChangeOptions['duplicates'] = {},
): Result<T> {
  if (written?.status === 'done' || written?.status === 'already') return ok(written.doc);
  if (written?.status === 'duplicate') {
    const fallback = written.index === 'id' ? commonErrors.idempotency_reused() : commonErrors.stale();
    return fail(duplicates[written.index] ?? fallback);
  }
  return fail(commonErrors.stale());
}
