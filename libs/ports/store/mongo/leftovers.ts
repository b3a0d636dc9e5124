import type { mongo } from 'mongoose';
import type { Unsent } from '#ports/store/store';
import type { Holders } from './holders.js';
import type { Queued } from './queue.js';
import type { Stored } from './stored.js';

/** Documents a collection gives to one page. */
const pageDocs = 500;

export interface LeftPage {
  readonly items: readonly Queued[];
  /** Whether nothing more is left. */
  readonly whole: boolean;
}

/** Events as they wait in the database, over all its collections, whoever wrote them. */
export class Leftovers {
  constructor(
    private readonly db: mongo.Db,
    private readonly holders: Holders,
  ) {}

  /** Makes this process the holder of what dead and closed ones held. True when there was anything. */
  async takeOver(): Promise<boolean> {
    const gone = await this.holders.gone();
    if (gone.length === 0) return false;
    let taken = false;
    // All of them at once: after many crashes hundreds are remembered, and nothing is sent before this is done.
    const filter = { _holder: { $in: gone } };
    for (const collection of await this.collections()) {
      const { modifiedCount } = await collection.updateMany(filter, {
        $set: { _holder: this.holders.me, _mixed: true },
      });
      if (modifiedCount > 0) taken = true;
    }
    await this.holders.tookOver(gone);
    return taken;
  }

  /** The oldest events that `holder` holds. Within a document in their order, over documents by the writers' clocks. */
  async page(holder: string): Promise<LeftPage> {
    const found: { item: Queued; at: number }[] = [];
    let horizon = Number.POSITIVE_INFINITY;
    for (const collection of await this.collections()) {
      const docs = await heldIn(collection, holder);
      for (const doc of docs) found.push(...itemsOf(collection.collectionName, doc));
      // Younger documents of this collection, not read yet, may hold events of this time.
      if (docs.length === pageDocs) horizon = Math.min(horizon, docs.at(-1)?._outAt ?? horizon);
    }
    found.sort((a, b) => a.at - b.at);
    const before = found.filter(({ at }) => at <= horizon);
    const chosen = before.length > 0 ? before : found;
    return { items: chosen.map(({ item }) => item), whole: horizon === Number.POSITIVE_INFINITY };
  }

  /** What waits in the whole database, whoever holds it. */
  async unsent(): Promise<Unsent> {
    let count = 0;
    let oldest: string | undefined;
    for (const collection of await this.collections()) {
      const [sum] = await collection
        .aggregate<{ count: number; oldest: string | null }>([
          { $match: { _holder: { $exists: true } } },
          { $group: { _id: null, count: { $sum: { $size: '$_out' } }, oldest: { $min: { $min: '$_out.t' } } } },
        ])
        .toArray();
      if (!sum || sum.count === 0) continue;
      count += sum.count;
      if (sum.oldest !== null && (oldest === undefined || sum.oldest < oldest)) oldest = sum.oldest;
    }
    return oldest === undefined ? { count } : { count, oldest };
  }

  private async collections(): Promise<mongo.Collection<Stored>[]> {
    const all = await this.db.listCollections({}, { nameOnly: true }).toArray();
    const names = all.map(({ name }) => name).filter((name) => /^[a-z][a-z0-9_]*$/.test(name));
    return names.sort().map((name) => this.db.collection<Stored>(name));
  }
}

type Held = Pick<Stored, '_id' | '_out' | '_outAt'> & { readonly doc?: { readonly version?: number } };

function heldIn(collection: mongo.Collection<Stored>, holder: string): Promise<Held[]> {
  return collection
    .find({ _holder: holder })
    .sort({ _outAt: 1 })
    .limit(pageDocs)
    .project<Held>({ _out: 1, _outAt: 1, 'doc.version': 1 })
    .toArray();
}

function itemsOf(collection: string, { _id, _out = [], doc }: Held): { item: Queued; at: number }[] {
  let at = 0;
  return _out.map((out) => {
    // Clocks of several writers may disagree; the order within a document holds all the same.
    at = Math.max(at, out.n);
    return { item: { ...out, collection, doc: _id, gone: doc === undefined }, at };
  });
}
