import type { mongo } from 'mongoose';
import type { CollectionSpec, Doc } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import { Codec } from './codec.js';
import { duplicateIndex } from './errors.js';
import type { Holders } from './holders.js';
import { liveOnly, type Stored } from './stored.js';
import { patch } from './updates.js';

/** Changes documents of one collection from one stored shape into the next. */
export interface Migration {
  /** Unique for ever, e.g. `2026-11-22 demand: budget in cents`. */
  readonly id: string;
  /** The collection as it is after the migration. */
  readonly spec: CollectionSpec<Doc>;
  /** The document as it is to be, undefined when nothing changes. Pure; its answer must not be changed by a second run. */
  change(doc: Doc & Record<string, unknown>): Doc | undefined;
}

interface Step {
  /** Id of a migration that is done, or `lock`. */
  readonly _id: string;
  readonly by: string;
}

const lock = 'lock';
const pauseMs = 200;
const maxTries = 600;

/**
 * Runs the migrations that have not run on this database, in their order, before anything else of this process. One process at
 * a time; the others wait for it. One that was cut off runs again from its start, so it must bear that. A migration is no
 * write of the domain: versions stay and no event is sent; removed documents stay as they were.
 */
export async function migrate(db: mongo.Db, holders: Holders, migrations: readonly Migration[]): Promise<void> {
  if (migrations.length === 0) return;
  const steps = db.collection<Step>('_migrations');
  if ((await due(steps, migrations)).length === 0) return;
  await acquire(steps, holders);
  try {
    for (const migration of await due(steps, migrations)) {
      await run(db.collection<Stored>(migration.spec.name), migration);
      await steps.insertOne({ _id: `done ${migration.id}`, by: holders.me });
    }
  } finally {
    await steps.deleteOne({ _id: lock, by: holders.me });
  }
}

async function due(steps: mongo.Collection<Step>, migrations: readonly Migration[]): Promise<Migration[]> {
  const done = new Set((await steps.find().toArray()).map(({ _id }) => _id));
  return migrations.filter(({ id }) => !done.has(`done ${id}`));
}

async function acquire(steps: mongo.Collection<Step>, holders: Holders): Promise<void> {
  for (let tries = 0; tries < maxTries; tries++) {
    try {
      await steps.insertOne({ _id: lock, by: holders.me });
      return;
    } catch (error) {
      if (duplicateIndex(error) === undefined) throw error;
    }
    // A process that died with the lock, found out as the holders of events are.
    const held = await steps.findOne({ _id: lock });
    if (held && !(await holders.living()).has(held.by)) await steps.deleteOne({ _id: lock, by: held.by });
    else await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Unavailable('the lock of the migrations');
}

async function run(collection: mongo.Collection<Stored>, { spec, change }: Migration): Promise<void> {
  const codec = new Codec(spec);
  for await (const { _id } of collection.find({ ...liveOnly }, { projection: { _id: 1 } })) {
    while (!(await changeOne(collection, codec, _id, change))) {
      // Somebody else has written it meanwhile: it is read once more.
    }
  }
}

async function changeOne(
  collection: mongo.Collection<Stored>,
  codec: Codec,
  id: string,
  change: Migration['change'],
): Promise<boolean> {
  const stored = await collection.findOne({ _id: id, ...liveOnly }, { projection: { doc: 1, _keys: 1 } });
  if (!stored?.doc) return true;
  const doc = codec.decode<Doc & Record<string, unknown>>(stored.doc, stored._keys);
  const changed = change(doc);
  if (!changed) return true;
  const fields = codec.encode(JSON.stringify({ ...changed, id: doc.id, version: doc.version }));
  const filter = { _id: id, 'doc.version': doc.version, _keys: stored._keys };
  const { matchedCount } = await collection.updateOne(
    filter,
    patch(fields, stored._keys) as mongo.UpdateFilter<Stored>,
  );
  return matchedCount > 0;
}
