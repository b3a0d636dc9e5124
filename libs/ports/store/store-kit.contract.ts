import { afterAll, beforeAll, expect } from '@jest/globals';
import type { EventDraft, LogEvent } from '#ports/event';
import type { Collection, CollectionSpec, Doc, Page, Store, Written } from '#ports/store/store';

/** What an adapter's test gives to the suite. Each `open` starts on data of its own. */
export interface Harness {
  readonly store: Store;
  /** Closes or abandons the present store, as a crash would, and opens the same data again. */
  reopen(): Promise<Store>;
  /** Closes the present store and removes the data. */
  destroy(): Promise<void>;
}

export type Open = () => Promise<Harness>;

export interface Thing extends Doc {
  readonly owner?: string | null;
  readonly rank?: string | number | null;
  readonly key?: string;
  readonly place?: { readonly city?: string };
  readonly note?: string;
}

export const things: CollectionSpec<Thing> = {
  name: 'thing',
  indexes: {
    byOwner: { fields: ['owner'] },
    byOwnerRank: { fields: ['owner', 'rank'] },
    byRank: { fields: ['rank'] },
    byCity: { fields: ['place.city'] },
    byKey: { fields: ['key'], unique: true },
  },
};

/** One store for the tests of a `describe`; each test uses a collection of its own name. */
export function shared(open: Open): { fresh(): Promise<Collection<Thing>>; store(): Store } {
  let harness: Harness | undefined;
  let store: Store;
  let collections = 0;
  beforeAll(async () => {
    harness = await open();
    store = harness.store;
  });
  afterAll(() => harness?.destroy());
  return {
    fresh: () => store.collection({ ...things, name: `thing_${++collections}` }),
    store: () => store,
  };
}

const leftOpen = new Set<Harness>();

/** Runs `work` on data of its own. */
export async function alone(open: Open, work: (harness: Harness) => Promise<void>): Promise<void> {
  const harness = await open();
  leftOpen.add(harness);
  await work(harness);
  leftOpen.delete(harness);
  await harness.destroy();
}

/** What failed or timed-out tests have left open, which would keep the test process alive. */
export async function destroyLeftOpen(): Promise<void> {
  for (const harness of leftOpen) await harness.destroy();
  leftOpen.clear();
}

export function draft(data: unknown, key?: string): EventDraft {
  const base = { topic: 'internal.thing', type: 'thing.changed', time: '2026-11-22T08:00:00.000Z', data };
  return key === undefined ? base : { ...base, key };
}

export async function insertOne(
  collection: Collection<Thing>,
  doc: Omit<Thing, 'version'>,
  cause?: string,
): Promise<Written<Thing>> {
  const [written] = await collection.insert([{ doc }], cause);
  if (!written) throw new Error('insert gave no answer');
  return written;
}

/** The document of a write that must be done. */
export function done(written: Written<Thing> | undefined): Thing {
  expect(written).toMatchObject({ status: 'done' });
  return (written as { doc: Thing }).doc;
}

export async function refused(call: Promise<unknown>, reason: 'cursor' | 'other' = 'other'): Promise<void> {
  await expect(call).rejects.toMatchObject({ name: 'InvalidCall', reason });
}

/** Ids over all pages, in order. */
export async function walk(page: (after: string | undefined) => Promise<Page<Thing>>): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await page(after);
    ids.push(...items.map((item) => item.id));
    expect(next === undefined || items.length > 0).toBe(true);
    // A cursor that does not advance would turn for ever.
    if (ids.length > 10_000) throw new Error('the pages do not end');
    after = next;
  } while (after !== undefined);
  return ids;
}

/** A promise to be resolved from outside. */
export function signal(): { readonly promise: Promise<void>; give(): void } {
  let give: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

/** A log that keeps what it gets. */
export class Heard {
  readonly events: LogEvent[] = [];

  readonly publish = async (events: readonly LogEvent[]): Promise<void> => {
    this.events.push(...events);
  };

  /** Ids without repeats, in the order they first came. */
  ids(): string[] {
    return [...new Set(this.events.map((event) => event.id))];
  }
}
