import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { pagesOf } from '#platform/store/pages';
import { OpenAiVectors } from '#ports/vectors/openai-vectors';
import { TemporaryHouse } from '#test/kit/embedded';
import { eventually } from '#test/kit/eventually';
import { demandEvent, demandState, profileEvent, profileState } from '#test/kit/makers';
import { VectorServer } from '#test/kit/vector-server';
import { MatchIndex } from '../index/match-index.js';
import { MEANING_VECTORS } from '../matching.store.js';
import { Meanings } from './meanings.js';

Logger.overrideLogger(false);

const TODAY = '2026-11-22';

let house: TemporaryHouse;
let server: VectorServer;
let open: { stop(): Promise<void> }[];
beforeEach(async () => {
  house = await TemporaryHouse.open();
  // To the model, and to nobody else here, one is the other.
  server = await VectorServer.open([['谐波减速', '机器人关节']]);
  open = [];
});
afterEach(async () => {
  for (const one of open) await one.stop();
  await server.close();
  await house.destroy();
});

async function meanings(): Promise<Meanings> {
  const kept = await house.store.collection(MEANING_VECTORS);
  const made = new Meanings(new OpenAiVectors({ url: server.url, model: 'm', key: '' }), kept);
  open.push(made);
  return made;
}

const soon = (look: () => Promise<boolean> | boolean) => eventually(look, 20_000, 5);

/** Starts with somebody who notes what it is told. */
function learning(made: Meanings, says: (id: string) => string = (id) => `产品${id.slice(1)}`) {
  const learnt = { firms: [] as string[], texts: [] as string[] };
  made.start({
    sayingsOf: async (ids) => ids.map(says),
    learn: async (firms, texts) => {
      learnt.firms.push(...firms.map(([id]) => id));
      learnt.texts.push(...texts.map(([text]) => text));
    },
  });
  return learnt;
}

describe('meanings', () => {
  it('ask for each text once, also in the next process, in as few requests as the model takes', async () => {
    const first = await meanings();
    const learnt = learning(first, (id) => `产品${Number(id.slice(1)) % 45}`);
    first.firmsHaveChanged(Array.from({ length: 95 }, (_, at) => `f${at}`));
    first.demandAsks('齿轮');
    await soon(() => learnt.firms.length === 95 && learnt.texts.length === 1);
    expect(new Set(server.texts).size).toBe(46);
    expect(server.texts.length).toBe(46);
    expect(server.asked.length).toBeLessThan(8);
    await first.stop();
    const second = await meanings();
    const again = learning(second);
    second.firmsHaveChanged(['f7']);
    second.demandAsks('齿轮');
    await second.understood(['齿轮']);
    await soon(() => again.firms.length === 1);
    expect([again.texts, server.texts.length]).toEqual([['齿轮'], 46]);
  });

  it('leave out what the model refuses, and nothing else', async () => {
    server.answer = ({ body }) =>
      body.input.some((text) => text.includes('!')) ? [400, {}, '{"error":{"message":"no"}}'] : undefined;
    const made = await meanings();
    made.firmsHaveChanged(Array.from({ length: 9 }, (_, at) => `f${at}`));
    const learnt = learning(made, (id) => (id === 'f4' ? '!' : id));
    await soon(() => learnt.firms.length === 8);
    expect(learnt.firms).not.toContain('f4');
    made.firmsHaveChanged(['f9']);
    await soon(() => learnt.firms.length === 9);
  });

  it('hold nobody up while the model is away, and come when it is back', async () => {
    server.answer = () => [503, {}, ''];
    const made = await meanings();
    const learnt = learning(made);
    made.firmsHaveChanged(['f1']);
    await soon(() => server.asked.length > 0);
    const before = Date.now();
    for (let at = 0; at < 20; at += 1) await made.understood([`齿轮${at}`]);
    expect(Date.now() - before).toBeLessThan(5_000);
    server.answer = () => undefined;
    await soon(() => learnt.firms.includes('f1') && learnt.texts.length === 20);
  });

  it('keep no text that was only tried', async () => {
    const made = await meanings();
    learning(made);
    await made.understood(['试写的需求']);
    const kept = await house.store.collection(MEANING_VECTORS);
    const pages = [];
    for await (const page of pagesOf(kept)) pages.push(...page);
    expect([server.texts, pages]).toEqual([['试写的需求'], []]);
  });
});

describe('ranking with meanings', () => {
  const firms = ['丝绸印染', '医用导管', '流量计', '水性涂料', '光纤激光器', '液压缸'].map((product, at) =>
    profileEvent(profileState(`other${at}`, { products: [product] })),
  );
  const likely = (id: string, ...products: string[]) =>
    profileEvent(profileState(id, { products: ['精密传动装置', ...products] }));

  async function ranked(made?: Meanings) {
    const index = new MatchIndex(house.log, { dictionary: '', indexFolder: '', matchShards: 1 }, made);
    open.push({
      stop: async () => {
        index.beforeApplicationShutdown();
        await index.onApplicationShutdown();
      },
    });
    const entries = async () =>
      (await index.decide(['d'], TODAY)).drafts[0]?.entries.map(({ firmId, score }) => ({ firmId, score })) ?? [];
    return { index, entries };
  }

  it('puts first who means the same in other words, and says how much that counted', async () => {
    await house.log.append([
      ...firms,
      likely('a', '工业风扇'),
      likely('b', '机器人关节'),
      demandEvent(demandState('d', { title: '谐波减速精密传动装置' })),
    ]);
    const plain = await ranked();
    const [before] = (await plain.entries()).filter(({ firmId }) => firmId === 'b');
    const made = await meanings();
    const { index, entries } = await ranked(made);
    await entries();
    await soon(() => server.texts.length >= 9);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const after = await entries();
    expect(after[0]?.firmId).toBe('b');
    expect(after[0]?.score).toBeGreaterThan(before?.score ?? 1);
    const breakdown = await index.breakdown('d', 'b', TODAY);
    expect(breakdown?.byHand.find(({ part }) => part === 'meaning')?.share).toBeGreaterThan(0);
    const without = await plain.index.breakdown('d', 'b', TODAY);
    expect(without?.byHand.find(({ part }) => part === 'meaning')?.share).toBe(0);
  });

  it('tells the model nothing that a matched firm may not see', async () => {
    const secret = demandState('d', {
      title: '谐波减速精密传动装置',
      background: 'SECRET-BACKGROUND',
      disclosure: { background: 'nda' },
    } as Parameters<typeof demandState>[1]);
    await house.log.append([...firms, demandEvent(secret)]);
    const { entries } = await ranked(await meanings());
    await entries();
    expect(server.texts.some((text) => text.startsWith('谐波减速'))).toBe(true);
    expect(server.texts.join()).not.toContain('SECRET');
  });
});
