import type { mongo } from 'mongoose';
import { fitting } from '#ports/fitting';
import { asUnavailable, duplicateIndex, failedWrites } from './errors.js';
import type { Stored } from './stored.js';

/** What came of one insert: nothing when it is done, else the unique index in the way, or the error. */
export type Inserted = { readonly duplicate?: string; readonly error?: unknown };

interface Waiting {
  readonly docs: readonly Stored[];
  readonly resolve: (inserted: Inserted[]) => void;
  readonly reject: (error: unknown) => void;
}

const maxDocs = 1000;

/**
 * Inserts of one collection: what comes while a request is under way goes out together as the next one. Each document is
 * written by itself, whatever becomes of the others.
 */
export class InsertQueue {
  private waiting: Waiting[] = [];
  private running = false;

  constructor(private readonly collection: mongo.Collection<Stored>) {}

  /** At most {@link maxDocs}. Rejects when the server does not answer; then nobody knows what was written. */
  insert(docs: readonly Stored[]): Promise<Inserted[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ docs, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    // What is asked for in the same turn of the event loop goes out together.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const count = fitting(this.waiting, maxDocs, ({ docs }) => docs.length);
      await this.send(this.waiting.splice(0, count));
    }
    this.running = false;
  }

  private async send(group: readonly Waiting[]): Promise<void> {
    try {
      const inserted = await insertAll(
        this.collection,
        group.flatMap(({ docs }) => docs),
      );
      let from = 0;
      for (const { docs, resolve } of group) {
        resolve(inserted.slice(from, from + docs.length));
        from += docs.length;
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}

async function insertAll(collection: mongo.Collection<Stored>, docs: readonly Stored[]): Promise<Inserted[]> {
  const inserted: Inserted[] = docs.map(() => ({}));
  try {
    const operations = docs.map((document) => ({ insertOne: { document } }));
    await collection.bulkWrite(operations, { ordered: false });
  } catch (error) {
    for (const one of failedWrites(error)) {
      const duplicate = duplicateIndex(one);
      inserted[one.index] = duplicate === undefined ? { error: asUnavailable(one) } : { duplicate };
    }
  }
  return inserted;
}
