import type { ImportJob } from '#contexts/capability/capability.store';
import { IMPORTS } from '#contexts/capability/capability.store';
import { COLLECTIONS } from './collections.js';
import type { Notes, TargetNote } from './notes.js';
import type { Source } from './source.js';
import type { Target } from './target.js';

/** What stands in the way of a move: each throws one sentence that says what to do. */

/** All documents of the folder are of collections this version knows. */
export function checkCollections({ store, folder }: Source): void {
  const known = new Set(COLLECTIONS.map(({ name }) => name));
  const unknown = store.collections().find((name) => !known.has(name) && store.count(name) > 0);
  if (unknown !== undefined)
    throw new Error(
      `${folder} holds documents of ${unknown}, which this version does not know: move with the version that wrote them`,
    );
}

/** The rest of a file that is being imported lies in the folder and cannot go over. */
export function checkImports({ store, folder }: Source): void {
  if (!store.collections().includes(IMPORTS.name)) return;
  for (const page of store.documents(IMPORTS.name)) {
    const open = page.map(({ json }) => JSON.parse(json) as ImportJob).find(({ openKey }) => openKey !== undefined);
    if (open)
      throw new Error(
        `the import of ${open.fileName} on ${folder} is not over: start the standalone, wait for its end, stop it, then run the move with --final once more`,
      );
  }
}

/** Nothing but this move has written to the target, and nothing reads it. */
export async function checkTarget(source: Source, target: Target, notes: Notes): Promise<TargetNote | undefined> {
  const note = await notes.target();
  const { database } = target;
  if (await target.store.wasUsed())
    throw new Error(
      note?.finalAt
        ? `this standalone was moved to ${database} for good on ${note.finalAt} and services have been started there since: there is nothing left to move`
        : `services have been started on ${database} already, and a move would undo what they write: stop them and name an empty database and an empty Kafka or another --prefix`,
    );
  if (note) checkSame(note, source, target);
  else await checkEmpty(source, target);
  const busy = await target.log.busy(source.log.groups());
  if (busy.length > 0)
    throw new Error(
      `services read Kafka at ${target.kafka} already (groups ${busy.join(', ')}): stop them and run the move once more`,
    );
  return note;
}

/** What earlier runs have moved is still on both sides. */
export async function checkProgress({ log, folder }: Source, target: Target, notes: Notes): Promise<void> {
  for (const topic of log.topics()) {
    const { seq, marks } = await notes.topic(topic);
    if (seq > log.last())
      throw new Error(
        `${folder} is older than what was moved from it to ${target.database}: bring the newer folder back, or name an empty database and another --prefix`,
      );
    const last = marks.at(-1);
    if (last && !(await target.log.covers(topic, last.position)))
      throw new Error(
        `Kafka at ${target.kafka} has lost events that were moved to it (${topic}): name an empty database and another --prefix`,
      );
  }
}

function checkSame(note: TargetNote, source: Source, target: Target): void {
  if (note.source !== source.id)
    throw new Error(`another standalone has been moved to ${target.database}: name an empty database`);
  if (note.cluster !== target.cluster || note.prefix !== target.prefix)
    throw new Error(
      `earlier runs of this move to ${target.database} went to another Kafka or another --prefix: name the same as before, or an empty database`,
    );
}

async function checkEmpty({ log }: Source, target: Target): Promise<void> {
  const filled = await target.store.filled();
  if (filled.length > 0)
    throw new Error(`the database ${target.database} is not empty (${some(filled)}): name an empty one`);
  const topics = await target.log.filled(log.topics(), log.groups());
  if (topics.length > 0)
    throw new Error(
      `Kafka at ${target.kafka} holds events already (${some(topics)}): name another --prefix or an empty Kafka`,
    );
}

const some = (names: readonly string[]) => `${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''}`;
