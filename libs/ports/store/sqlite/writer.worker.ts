import { workerData } from 'node:worker_threads';
import { serveWorker } from '#platform/worker/rpc';
import type { CollectionSpec, Doc } from '#ports/store/store';
import type { WriterData, WriterMethods } from './operations.js';
import { WriteSide } from './write-side.js';

let side: WriteSide | undefined;

function opened(): WriteSide {
  if (!side) throw new Error('the writer is not open');
  return side;
}

serveWorker<WriterMethods>({
  open: () => {
    side = new WriteSide(workerData as WriterData);
  },
  define: (spec) => opened().define(JSON.parse(spec) as CollectionSpec<Doc>),
  write: (operations) => opened().write(operations),
  sent: (seq) => opened().sent(seq),
  close: () => opened().close(),
});
