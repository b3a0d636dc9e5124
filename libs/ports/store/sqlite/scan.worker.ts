import { workerData } from 'node:worker_threads';
import { serveWorker } from '#platform/worker/rpc';
import { guarded, openReading } from './database.js';
import { tableOf } from './schema.js';

export type ScanMethods = {
  /** JSON documents by id, after `after`. */
  page(collection: string, after: string, limit: number): string[];
  close(): void;
};

/** The thread of long walks over whole collections: the main thread only parses a page at a time. */
const { file, busyMs } = workerData as { file: string; busyMs: number };
const db = openReading(file, busyMs);

serveWorker<ScanMethods>({
  page: (collection, after, limit) =>
    guarded(() => {
      const sql = `SELECT doc FROM ${tableOf(collection)} WHERE id > ? ORDER BY id LIMIT ?`;
      const rows = db.prepare(sql).raw().all([after, limit]) as [string][];
      return rows.map(([doc]) => doc);
    }),
  close: () => {
    db.close();
  },
});
