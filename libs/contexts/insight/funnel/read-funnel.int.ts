import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomOf } from '#engines/random';
import type { Collection } from '#ports/store/store';
import { TemporaryStore } from '#test/kit/embedded';
import { FIRM_FACTS, type FirmFact, SUMMARIES, type Summary, TOLD_FIRMS, type ToldFirm } from '../insight.store.js';
import { ReadFunnel } from './read-funnel.js';

const TEN_MINUTES = 600_000;

let temporary: TemporaryStore;
let summaries: Collection<Summary>;
let firms: Collection<FirmFact>;
let told: Collection<ToldFirm>;
let passed = 0;
beforeEach(async () => {
  passed = 0;
  const now = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => now() + passed);
  temporary = await TemporaryStore.open();
  summaries = await temporary.store.collection(SUMMARIES);
  firms = await temporary.store.collection(FIRM_FACTS);
  told = await temporary.store.collection(TOLD_FIRMS);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await temporary.destroy();
});

const reader = () => new ReadFunnel(summaries, firms, told);

const summary = (id: string, firmsTold: number, changed = Date.now()): Summary => ({
  ...{ id, version: 1, title: id, ownerId: 'l', ownerName: '海岳', publishedAt: '2026-11-01T00:00:00.000Z' },
  ...{ month: '2026-11', changed },
  reached: [{ district: `区${firmsTold % 3}`, stages: [firmsTold, 0, 0, 0, 0, 0], amount: 0.5 }],
});

async function write(id: string, firmsTold: number, changed?: number): Promise<void> {
  const before = await summaries.get(id);
  const doc = summary(id, firmsTold, changed);
  if (before) await summaries.save({ ...doc, version: before.version });
  else await summaries.insert([{ doc }]);
}

async function seen(funnel: ReadFunnel): Promise<Record<string, number>> {
  const lines = (await funnel.table()).choose({}).lines('district');
  return Object.fromEntries(lines.map(({ name, stages: [all = 0] }) => [name, all]));
}

describe('the figures in memory', () => {
  it('are those of the store two seconds later, whatever was written, and only changes are read', async () => {
    const random = randomOf(5);
    const funnel = reader();
    expect(await seen(funnel)).toEqual({});
    const scan = jest.spyOn(summaries, 'scan');
    for (let round = 0; round < 30; round += 1) {
      for (let n = 0; n < 8; n += 1) await write(`d${Math.floor(random() * 150)}`, 1 + Math.floor(random() * 9));
      passed += 2000;
      const kept = await seen(funnel);
      expect(scan).not.toHaveBeenCalled();
      expect(kept).toEqual(await seen(reader()));
      scan.mockClear();
    }
  });

  it('are not read again within two seconds', async () => {
    const funnel = reader();
    await write('d', 1);
    expect(await seen(funnel)).toEqual({ 区1: 1 });
    await write('d', 2);
    expect(await seen(funnel)).toEqual({ 区1: 1 });
    passed += 2000;
    expect(await seen(funnel)).toEqual({ 区2: 2 });
  });

  it('see what was written by a clock that is behind, and what follows a clock that is ahead', async () => {
    const funnel = reader();
    await write('ahead', 1, Date.now() + 3_600_000);
    await seen(funnel);
    await write('after', 2);
    await write('behind', 3, Date.now() - 20_000);
    passed += 2000;
    expect(await seen(funnel)).toEqual({ 区0: 3, 区1: 1, 区2: 2 });
  });

  it('do not read for ever what was written at once a while ago', async () => {
    const clock = jest.spyOn(Date, 'now');
    const wrote = Date.now();
    for (let n = 0; n < 5; n += 1) await write(`d${n}`, 1, wrote);
    const funnel = reader();
    const find = jest.spyOn(summaries, 'find');
    const foundLater = async (ms: number) => {
      clock.mockReturnValue(wrote + ms);
      passed += 2000;
      find.mockClear();
      await seen(funnel);
      const pages = await Promise.all(find.mock.results.map(({ value }) => value as Promise<{ items: unknown[] }>));
      return pages.reduce((sum, { items }) => sum + items.length, 0);
    };
    await seen(funnel);
    expect(await foundLater(10_000)).toBe(5);
    await foundLater(50_000);
    expect(await foundLater(60_000)).toBe(0);
  });

  it('lose what was removed, and find what was written an hour late, when all is read again', async () => {
    const funnel = reader();
    await write('stays', 1);
    await write('goes', 2);
    await seen(funnel);
    const { version = 0 } = (await summaries.get('goes')) ?? {};
    await summaries.remove('goes', version);
    await write('late', 3, Date.now() - 3_600_000);
    passed += TEN_MINUTES;
    expect(await seen(funnel)).toEqual({ 区1: 1, 区2: 2 });
    // It is read beside the questions.
    await new Promise((resolve) => setTimeout(resolve, 500));
    passed += 2000;
    expect(await seen(funnel)).toEqual({ 区0: 3, 区1: 1 });
  });

  it('are asked for again after the store has failed', async () => {
    const funnel = reader();
    await write('d', 1);
    const scan = jest.spyOn(summaries, 'scan').mockRejectedValueOnce(new Error('away'));
    await expect(funnel.table()).rejects.toThrow('away');
    expect(await seen(funnel)).toEqual({ 区1: 1 });
    expect(scan).toHaveBeenCalledTimes(2);
  });
});
