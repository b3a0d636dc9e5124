import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { EVENTS } from '#contracts/topics';
import type { Collection } from '#ports/store/store';
import { TemporaryStore } from '#test/kit/embedded';
import { demandEvent, demandState } from '#test/kit/makers';
import { DEMAND_HISTORY, type DemandHistoryEntry } from '../demand.store.js';
import { RecordDemandHistory } from './record-demand-history.js';

let temporary: TemporaryStore;
let history: Collection<DemandHistoryEntry>;
let handler: RecordDemandHistory;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  history = await temporary.store.collection(DEMAND_HISTORY);
  handler = new RecordDemandHistory(history);
});
afterEach(() => temporary.destroy());

const event = (id: string, version: number, action: string) =>
  demandEvent(demandState(id, { version }), EVENTS.demandRevised, { action, note: `第 ${version} 次` });

it('keeps every change once, in the order of versions, however often and in whatever batches its event comes', async () => {
  const events = [event('d', 1, 'draft'), event('e', 1, 'draft'), event('d', 2, 'submit'), event('d', 3, 'publish')];
  await handler.record(events.slice(0, 3));
  await handler.record(events);
  await handler.record([...events].reverse());
  const { items } = await history.find('byDemand', { eq: ['d'], limit: 10 });
  expect(items.map(({ demandVersion, action, note, version }) => [demandVersion, action, note, version])).toEqual([
    [1, 'draft', '第 1 次', 1],
    [2, 'submit', '第 2 次', 1],
    [3, 'publish', '第 3 次', 1],
  ]);
  expect((await history.scan({ limit: 10 })).items).toHaveLength(4);
});

it('keeps every change once when several processes hear of it at the same time', async () => {
  const events = Array.from({ length: 60 }, (_, at) => event(`d${at % 3}`, 1 + Math.floor(at / 3), 'revise'));
  const other = new RecordDemandHistory(history);
  const batches = [0, 1, 2, 3].flatMap((at) => [
    events.slice(at * 15, at * 15 + 15),
    events.slice(at * 10, at * 10 + 25),
  ]);
  await Promise.all(batches.map((batch, at) => (at % 2 === 0 ? handler : other).record(batch)));
  for (const id of ['d0', 'd1', 'd2']) {
    const { items } = await history.find('byDemand', { eq: [id], limit: 100 });
    expect(items.map(({ demandVersion }) => demandVersion)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    expect(items.every(({ version }) => version === 1)).toBe(true);
  }
});
