import type { EachBatchPayload } from 'kafkajs';
import { Gathered } from './gathered.js';

interface Waiting {
  readonly payload: EachBatchPayload;
  readonly mayCommit: () => boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Commits the places of one member: one request at a time, and what is asked for meanwhile shares the next one. */
export class Commits {
  private readonly gathered = new Gathered<Waiting>(commitAll);

  /** Resolves when no commit is under way. */
  done(): Promise<void> {
    return this.gathered.done();
  }

  /** Resolves when everything that is resolved in the payload's partition is committed, or may not be any more. */
  commit(payload: EachBatchPayload, mayCommit: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => this.gathered.add({ payload, mayCommit, resolve, reject }));
  }
}

async function commitAll(some: readonly Waiting[]): Promise<void> {
  try {
    await send(some.filter(({ mayCommit }) => mayCommit()));
    for (const { resolve } of some) resolve();
  } catch (error) {
    for (const { reject } of some) reject(error);
  }
}

/** Of these partitions alone; kafkajs knows how far beyond a record the gap behind it reaches. */
async function send(some: readonly Waiting[]): Promise<void> {
  const [first] = some;
  if (!first) return;
  const own = new Set(some.map(({ payload: { batch } }) => `${batch.topic}/${batch.partition}`));
  const topics = first.payload.uncommittedOffsets().topics.flatMap(({ topic, partitions }) => {
    const mine = partitions.filter(({ partition }) => own.has(`${topic}/${partition}`));
    return mine.length > 0 ? [{ topic, partitions: mine }] : [];
  });
  if (topics.length > 0) await first.payload.commitOffsetsIfNecessary({ topics });
}
