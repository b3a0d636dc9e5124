import type { mongo } from 'mongoose';
import type { Queued } from './queue.js';
import { idleTombstone, type OutItem, type Stored } from './stored.js';

/**
 * Takes events that the log has out of their documents and gives up the documents that are empty then. False when
 * something is left that `knows` does not know of: another process has appended it.
 */
export async function release(
  db: mongo.Db,
  holder: string,
  sent: readonly Queued[],
  knows: (item: OutItem) => boolean,
): Promise<boolean> {
  let clean = true;
  for (const name of new Set(sent.map(({ collection }) => collection))) {
    const items = sent.filter(({ collection }) => collection === name);
    const docs = [...new Set(items.map(({ doc }) => doc))];
    const left = await releaseIn(db.collection<Stored>(name), holder, docs, items);
    if (left.some((item) => !knows(item))) clean = false;
  }
  return clean;
}

async function releaseIn(
  collection: mongo.Collection<Stored>,
  holder: string,
  docs: string[],
  items: readonly Queued[],
): Promise<OutItem[]> {
  const ids = items.map(({ id }) => id);
  const giveUp = { $unset: { _out: '', _holder: '', _mixed: '', _outAt: '' } } as const;
  // Most often nothing else waits in them, and one request is enough.
  const others = { $elemMatch: { id: { $nin: ids } } };
  const whole = { _id: { $in: docs }, _holder: holder, _out: { $not: others } };
  let { modifiedCount: givenUp } = await collection.updateMany(whole, giveUp);
  if (givenUp < docs.length) {
    await collection.updateMany({ _id: { $in: docs } }, { $pull: { _out: { id: { $in: ids } } } });
    const empty = { _id: { $in: docs }, _holder: holder, _out: { $size: 0 } };
    givenUp += (await collection.updateMany(empty, giveUp)).modifiedCount;
  }
  const gone = [...new Set(items.filter((item) => item.gone).map(({ doc }) => doc))];
  if (gone.length > 0) await collection.deleteMany({ _id: { $in: gone }, ...idleTombstone });
  if (givenUp === docs.length) return [];
  const held = await collection.find({ _id: { $in: docs }, _holder: holder }, { projection: { _out: 1 } }).toArray();
  return held.flatMap(({ _out }) => _out ?? []);
}
