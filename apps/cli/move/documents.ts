import type { ImportedCollection } from '#ports/store/mongo/import';
import { COLLECTIONS } from './collections.js';
import type { Reporter } from './reporter.js';
import type { Source } from './source.js';
import type { Target } from './target.js';

export interface MovedDocuments {
  /** Seen in the standalone, removed ones that are remembered included. */
  readonly documents: number;
  /** New or changed since the last run. */
  readonly written: number;
  /** Gone since the last run, nothing of them being remembered. */
  readonly deleted: number;
}

/** Makes the collections of the target what those of the source are; in the `final` run nothing is left for a next one. */
export async function moveDocuments(
  source: Source,
  target: Target,
  final: boolean,
  reporter: Reporter,
): Promise<MovedDocuments> {
  const there = new Set(source.store.collections());
  let [documents, written, deleted] = [0, 0, 0];
  for (const spec of COLLECTIONS) {
    if (!there.has(spec.name)) continue;
    const into = target.store.collection(spec);
    reporter.begin(`documents of ${spec.name}`, source.store.count(spec.name));
    for (const page of source.store.documents(spec.name)) {
      written += await into.put(page);
      documents += page.length;
      reporter.done(page.length);
    }
    deleted += await deleteGone(source, spec.name, into);
    const late = await into.putBlocked();
    if (late.blocked > 0 && final)
      throw new Error(`${late.blocked} documents of ${spec.name} are in the way of others: this must not be, tell us`);
    written += late.written;
    reporter.end();
  }
  return { documents, written, deleted };
}

/** As the store of a service makes them when it starts. */
export async function makeIndexes(target: Target, reporter: Reporter): Promise<void> {
  reporter.begin('indexes of collections', COLLECTIONS.length);
  for (const spec of COLLECTIONS) {
    await target.store.collection(spec).makeIndexes();
    reporter.done(1);
  }
  reporter.end();
}

async function deleteGone({ store }: Source, name: string, into: ImportedCollection): Promise<number> {
  let deleted = 0;
  for await (const ids of into.ids()) {
    const present = store.present(name, ids);
    const gone = ids.filter((id) => !present.has(id));
    await into.delete(gone);
    deleted += gone.length;
  }
  return deleted;
}
