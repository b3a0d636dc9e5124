import { SqliteStore } from '#ports/store/sqlite/sqlite-store';
import type { Doc } from '#ports/store/store';

/**
 * Writes until the disk is full (its parent limits the size of files), then tells in one line of JSON what was answered
 * and what is there. Argument: folder.
 */
interface Page extends Doc {
  readonly text: string;
}

export interface FullReport {
  readonly answered: string[];
  readonly present: string[];
  readonly errors: string[];
  readonly events: number;
}

async function main(folder: string): Promise<void> {
  // The signal of the limit would end the process; the failing write is what is tested.
  process.on('SIGXFSZ', () => undefined);
  const store = await SqliteStore.open(folder);
  const pages = await store.collection<Page>({ name: 'page', indexes: {} });
  const answered: string[] = [];
  const errors: string[] = [];
  const event = { topic: 'internal.page', type: 'page.written', time: '2026-11-22T00:00:00.000Z', data: 1 };
  for (let i = 0; i < 1000 && errors.length < 3; i++) {
    const doc = { id: `p${String(i).padStart(4, '0')}`, text: 'x'.repeat(50_000) };
    try {
      const [written] = await pages.insert([{ doc, events: [event] }]);
      if (written?.status === 'done') answered.push(doc.id);
    } catch (error) {
      errors.push((error as Error).name);
    }
  }
  const present = (await pages.scan({ limit: 1000 })).items.map(({ id }) => id);
  const { count } = await store.unsent();
  console.log(JSON.stringify({ answered, present, errors, events: count } satisfies FullReport));
  process.exit(0);
}

await main(process.argv[2] ?? '');
