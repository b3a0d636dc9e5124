import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteStore } from '#ports/store/sqlite/sqlite-store';
import type { Doc } from '#ports/store/store';

/** Figures of the SQLite store on this machine: `npm run build && node dist/test/bench/store.bench.js`. */
interface Row extends Doc {
  readonly owner: string;
  readonly rank: number;
  readonly key: string;
  readonly title: string;
}

const title = '工业机器人关节减速器，额定扭矩 1200 N·m，回差小于 1 弧分；'.repeat(8);

function row(i: number): Omit<Row, 'version'> {
  return { id: `row-${i}`, owner: `owner-${i % 100}`, rank: i % 1000, key: `key-${i}`, title };
}

function report(what: string, value: number, unit: string): void {
  console.log(`${what.padEnd(52)} ${value >= 100 ? Math.round(value) : value.toFixed(1)} ${unit}`);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rulian-bench-'));
  const store = await SqliteStore.open(folder);
  const rows = await store.collection<Row>({
    name: 'row',
    indexes: { byOwnerRank: { fields: ['owner', 'rank'] }, byKey: { fields: ['key'], unique: true } },
  });
  let published = 0;
  store.publishTo(async (events) => {
    published += events.length;
  });
  const time = '2026-11-22T00:00:00.000Z';
  const event = (data: unknown) => ({ topic: 'internal.row', type: 'row.written', time, data });

  const total = 60_000;
  const inserting = await seconds(async () => {
    // Four batches under way, as four busy handlers would have.
    const lane = async (first: number) => {
      for (let from = first * 500; from < total; from += 4 * 500) {
        const docs = Array.from({ length: 500 }, (_, i) => row(from + i));
        await rows.insert(docs.map((doc) => ({ doc, events: [event(doc)] })));
      }
    };
    await Promise.all([0, 1, 2, 3].map(lane));
  });
  report('inserts with one event each, batches of 500', total / inserting, '/s');
  const flushing = await seconds(() => store.flushed());
  report(`events still to publish after that took`, flushing * 1000, `ms (${published} published)`);

  const one = await seconds(async () => {
    for (let i = 0; i < 1000; i++) await rows.save({ ...row(0), version: i + 1 }, [event(i)]);
  });
  report('single saves one after another', 1000 / one, '/s');
  for (const lanes of [50, 500]) {
    const each = Math.ceil(10_000 / lanes);
    const saving = await seconds(async () => {
      const lane = async (i: number) => {
        const doc = (await rows.get(`row-${i}`)) as Row;
        for (let k = 0; k < each; k++) await rows.save({ ...doc, version: doc.version + k }, [event(k)]);
      };
      await Promise.all(Array.from({ length: lanes }, (_, i) => lane(1 + i)));
    });
    report(`single saves, ${lanes} at a time, one event each`, (lanes * each) / saving, '/s');
  }

  const getting = await seconds(async () => {
    for (let i = 0; i < 20_000; i++) await rows.get(`row-${(i * 7919) % total}`);
  });
  report('get', (getting / 20_000) * 1e6, 'µs');
  const finding = await seconds(async () => {
    for (let i = 0; i < 2000; i++) await rows.find('byOwnerRank', { eq: [`owner-${i % 100}`], limit: 50 });
  });
  report('find, page of 50', (finding / 2000) * 1e6, 'µs');
  const { next = '' } = await rows.find('byOwnerRank', { eq: ['owner-7'], limit: 300 });
  const following = await seconds(async () => {
    const options = { eq: ['owner-7'], range: { gte: 0 }, limit: 50, after: next };
    for (let i = 0; i < 2000; i++) await rows.find('byOwnerRank', options);
  });
  report('find, page of 50 after a cursor', (following / 2000) * 1e6, 'µs');
  const scanning = await seconds(async () => {
    let after: string | undefined;
    do after = (await rows.scan({ limit: 1000, ...(after === undefined ? {} : { after }) })).next;
    while (after !== undefined);
  });
  report('scan', total / scanning, 'documents/s');
  await store.close();
  await rm(folder, { recursive: true });
}

await main();
