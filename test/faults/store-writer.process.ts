import type { EventDraft } from '#ports/event';
import { SqliteStore } from '#ports/store/sqlite/sqlite-store';
import type { Doc } from '#ports/store/store';

/**
 * A process to be killed: writes documents with events as fast as it can and tells its parent of each write that was
 * answered. Its log never answers. Arguments: folder, name of the run.
 */
const [folder = '', run = ''] = process.argv.slice(2);

export interface Victim extends Doc {
  readonly run: string;
}

async function main(): Promise<void> {
  const store = await SqliteStore.open(folder);
  const victims = await store.collection<Victim>({ name: 'victim', indexes: { byRun: { fields: ['run'] } } });
  store.publishTo(() => new Promise(() => undefined));
  const event = (id: string): EventDraft => ({
    topic: 'internal.victim',
    type: 'victim.written',
    time: '2026-11-22T00:00:00.000Z',
    data: { id, filling: '入链'.repeat(200) },
  });
  const writeOn = async (lane: number): Promise<never> => {
    for (let i = 0; ; i++) {
      const ids = Array.from({ length: 1 + (i % 5) }, (_, k) => `${run}-${lane}-${i}-${k}`);
      const written = await victims.insert(ids.map((id) => ({ doc: { id, run }, events: [event(id)] })));
      const done = written.flatMap((answer) => (answer.status === 'done' ? [answer.doc.id] : []));
      process.send?.({ done });
      const [first] = ids;
      if (i % 3 !== 0 || first === undefined) continue;
      const saved = await victims.save({ id: first, version: 1, run }, [event(first)], `cause ${first}`);
      if (saved.status === 'done') process.send?.({ saved: first });
    }
  };
  await Promise.all([1, 2, 3, 4].map(writeOn));
}

await main();
