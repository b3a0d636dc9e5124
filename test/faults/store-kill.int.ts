import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogEvent } from '#ports/event';
import { SqliteStore } from '#ports/store/sqlite/sqlite-store';
import type { Victim } from './store-writer.process.js';

interface Answered {
  readonly inserted: Set<string>;
  readonly saved: Set<string>;
}

/** Seeded (mulberry32), so that a failing run can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Lets a process write and kills it `delay` ms after its first answer. */
async function writeAndKill(folder: string, run: string, delay: number): Promise<Answered> {
  const module = fileURLToPath(new URL('./store-writer.process.js', import.meta.url));
  const child = fork(module, [folder, run], { execArgv: [] });
  const answered: Answered = { inserted: new Set(), saved: new Set() };
  child.on('message', ({ done, saved }: { done?: string[]; saved?: string }) => {
    for (const id of done ?? []) answered.inserted.add(id);
    if (saved !== undefined) answered.saved.add(saved);
  });
  const exit = once(child, 'exit');
  await Promise.race([once(child, 'message'), exit]);
  setTimeout(() => child.kill('SIGKILL'), delay);
  expect(await exit).toEqual([null, 'SIGKILL']);
  return answered;
}

/** Every answered write is in the store, and its log gets one event for each write that is there, answered or not. */
async function check(store: SqliteStore, run: string, answered: Answered): Promise<void> {
  const victims = await store.collection<Victim>({ name: 'victim', indexes: { byRun: { fields: ['run'] } } });

  const versions = new Map<string, number>();
  let after: string | undefined;
  do {
    const page = await victims.find('byRun', { eq: [run], limit: 1000, ...(after === undefined ? {} : { after }) });
    for (const { id, version } of page.items) versions.set(id, version);
    after = page.next;
  } while (after !== undefined);
  expect([...answered.inserted].filter((id) => !versions.has(id))).toEqual([]);
  expect([...answered.saved].filter((id) => versions.get(id) !== 2)).toEqual([]);

  const events: LogEvent[] = [];
  store.publishTo(async (batch) => {
    events.push(...batch);
  });
  await store.flushed();
  const wanted = [...versions].flatMap(([id, version]) =>
    Array.from({ length: version }, (_, i) => `victim/${id}/${i + 1}/0`),
  );
  expect(events.map(({ id }) => id).sort()).toEqual(wanted.sort());
  const again = [...answered.saved][0];
  if (again !== undefined) {
    const repeat = await victims.save({ id: again, version: 1, run }, [], `cause ${again}`);
    expect(repeat.status).toBe('already');
  }
}

describe('a process killed between commit and publish', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rulian-kill-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const delays = random(20261122);
  const runs = Array.from({ length: 5 }, (_, i) => [`run${i}`, Math.round(5 + delays() * 300)] as const);

  it.each(runs)('loses no answered write and no event (%s, killed after %i ms)', async (run, delay) => {
    const answered = await writeAndKill(folder, run, delay);
    expect(answered.inserted.size).toBeGreaterThan(0);
    const store = await SqliteStore.open(folder);
    try {
      await check(store, run, answered);
    } finally {
      await store.close();
    }
  });
});
