import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Meilisearch } from 'meilisearch';
import type { SearchDoc, SearchIndexSpec, SearchWriter } from '#ports/search/search';
import { OwnMeili } from '#test/kit/meili';
import { MeiliSearchAdapter } from './meili-search.js';

jest.setTimeout(120_000);

const spec: SearchIndexSpec = { name: 'firms', text: ['name'], facets: ['region'] };
const doc = (id: string, name = '齿轮'): SearchDoc => ({ id, text: { name }, facets: {}, show: {} });

describe('Meilisearch search when the server fails', () => {
  let server: OwnMeili;
  let search: MeiliSearchAdapter;
  let writer: SearchWriter;
  let client: Meilisearch;
  let prefix: string;
  let tests = 0;
  const warnings: string[] = [];
  const open = () =>
    MeiliSearchAdapter.open({ url: server.url, key: server.key, prefix, warn: (line) => warnings.push(line) });
  const put = (position: string, ...upsert: SearchDoc[]) => writer.apply({ upsert, remove: [], position });
  const total = async () => (await search.query('firms', { limit: 1 })).total;

  beforeAll(async () => {
    server = await OwnMeili.start();
    client = new Meilisearch({ host: server.url, apiKey: server.key });
  });
  afterAll(() => server.end());
  beforeEach(async () => {
    warnings.length = 0;
    prefix = `f${tests++}_`;
    search = await open();
    writer = await search.open(spec);
  });
  afterEach(() => search.close());

  it('says Unavailable while the server is away, and goes on when it is back', async () => {
    await put('p1', doc('a'));
    await server.stop();
    const away = { name: 'Unavailable' };
    await expect(total()).rejects.toMatchObject(away);
    await expect(put('p2', doc('b'))).rejects.toMatchObject(away);
    await expect(writer.position()).rejects.toMatchObject(away);
    await expect(search.rebuild('firms')).rejects.toMatchObject(away);
    await expect(open()).rejects.toMatchObject(away);
    await server.startAgain();
    expect(await writer.position()).toBe('p1');
    await put('p2', doc('b'));
    expect(await total()).toBe(2);
    await (await search.rebuild('firms')).abandon();
  });

  it('never writes on alone in an index that was deleted behind its back', async () => {
    await put('p1', doc('a'));
    await client.deleteIndex(`${prefix}firms`).waitTask({ interval: 5 });
    const lost = { code: 'search.index.lost' };
    await expect(total()).rejects.toMatchObject(lost);
    await expect(put('p2', doc('b'))).rejects.toMatchObject(lost);
    expect(await writer.position()).toBe('');
    writer = await search.open(spec);
    expect(await total()).toBe(0);
    await put('p2', doc('a'), doc('b'));
    expect(await total()).toBe(2);
    expect(await writer.position()).toBe('p2');
  });

  it('notices an index that is deleted in the middle of a change, though the server makes it anew', async () => {
    const many = Array.from({ length: 6000 }, (_, i) => doc(`m${i}`));
    for (let round = 0; round < 4; round++) {
      await put(`p${round}`, doc('first'));
      const writing = writer.apply({ upsert: many, remove: ['nobody'], position: 'ahead' });
      const lost = expect(writing).rejects.toMatchObject({ code: expect.stringMatching(/index.(lost|not_found)$/) });
      await new Promise((resolve) => setTimeout(resolve, 60 * round));
      await client.deleteIndex(`${prefix}firms`).waitTask({ interval: 5 });
      await lost;
      // Whoever asks, the position is not one that the documents have not reached.
      expect(await writer.position()).toBe('');
      writer = await search.open(spec);
      expect([await writer.position(), await total()]).toEqual(['', 0]);
    }
  });

  it('publishes a rebuild when the live index was deleted, and not when the fresh one was', async () => {
    await put('old', doc('old'));
    const one = await search.rebuild('firms');
    await one.writer.apply({ upsert: [doc('new')], remove: [], position: 'new' });
    await client.deleteIndex(`${prefix}firms`).waitTask({ interval: 5 });
    await one.publish();
    expect([await writer.position(), await total()]).toEqual(['new', 1]);
    const two = await search.rebuild('firms');
    await client.deleteIndex(`${prefix}firms-fresh`).waitTask({ interval: 5 });
    await expect(two.publish()).rejects.toMatchObject({ code: 'search.index.lost' });
    await two.abandon();
    expect([await writer.position(), await total()]).toEqual(['new', 1]);
  });

  it('can be rebuilt after a rebuild that could not be dropped', async () => {
    const one = await search.rebuild('firms');
    await server.stop();
    await expect(one.abandon()).rejects.toMatchObject({ name: 'Unavailable' });
    await server.startAgain();
    const two = await search.rebuild('firms');
    await two.writer.apply({ upsert: [doc('a')], remove: [], position: 'p' });
    await two.publish();
    expect([await writer.position(), await total()]).toEqual(['p', 1]);
  });

  it('does not write on in an index that another process has filled anew', async () => {
    await put('p9', doc('a'));
    const other = await open();
    await other.open(spec);
    const fresh = await other.rebuild('firms');
    await fresh.writer.apply({ upsert: [doc('a')], remove: [], position: 'p5' });
    await fresh.publish();
    await other.close();
    await expect(put('p10', doc('b'))).rejects.toMatchObject({ code: 'search.index.lost' });
    expect(await writer.position()).toBe('p5');
    await put('p6', doc('b'));
    expect(await total()).toBe(2);
  });

  it('is killed in the middle of changes: the position is never ahead of the documents', async () => {
    let next = 0;
    for (let round = 0; round < 4; round++) {
      const writing = (async () => {
        for (;;) {
          const ids = Array.from({ length: 40 }, (_, i) => `k${next + i}`);
          const gone = next >= 40 ? [`k${next - 40}`] : [];
          await writer.apply({ upsert: ids.map((id) => doc(id)), remove: gone, position: `${next + 40}` });
          next += 40;
        }
      })();
      const ended = expect(writing).rejects.toMatchObject({ name: 'Unavailable' });
      const from = next;
      let failed = false;
      writing.catch(() => {
        failed = true;
      });
      while (next === from && !failed) await new Promise((resolve) => setTimeout(resolve, 1));
      await new Promise((resolve) => setTimeout(resolve, 150 * round));
      await server.kill();
      await ended;
      await server.startAgain();
      const reached = Number(await writer.position());
      expect(reached).toBeGreaterThanOrEqual(next);
      const { results } = await client.index(`${prefix}firms`).getDocuments({ limit: 10_000, fields: ['key'] });
      const held = new Set(results.map((found) => found.key && JSON.parse(found.key)));
      const written = Array.from({ length: reached }, (_, i) => `k${i}`);
      const removed = written.filter((_, i) => i % 40 === 0 && i < reached - 40);
      // The change after the position may have got as far as its removals: it comes again.
      const maybe = `k${reached - 40}`;
      expect(written.filter((id) => !held.has(id) && id !== maybe)).toEqual(removed);
      next = reached;
    }
  });

  it('switches once when the answer to the switch is lost', async () => {
    await put('old', doc('old'));
    const fresh = await search.rebuild('firms');
    await fresh.writer.apply({ upsert: [doc('new')], remove: [], position: 'new' });
    await client.swapIndexes([{ indexes: [`${prefix}firms`, `${prefix}firms-fresh`], rename: false }]).waitTask();
    await fresh.publish();
    expect(await writer.position()).toBe('new');
    expect((await search.query('firms', { limit: 5 })).hits.map((hit) => hit.id)).toEqual(['new']);
  });

  it('applies settings that differ and keeps documents; starts afresh with other fields', async () => {
    await put('p1', doc('a'));
    const index = client.index(`${prefix}firms`);
    await index.updateSettings({ pagination: { maxTotalHits: 7 } }).waitTask({ interval: 5 });
    await expect(search.open({ ...spec, facets: [] })).rejects.toMatchObject({ code: 'search.spec' });
    await search.close();
    search = await open();
    writer = await search.open(spec);
    expect(await index.getPagination()).toEqual({ maxTotalHits: 1001 });
    expect(await writer.position()).toBe('p1');
    expect(warnings).toEqual([]);
    await search.close();
    search = await open();
    writer = await search.open({ ...spec, facets: ['region', 'tier'] });
    expect(await writer.position()).toBe('');
    expect(await total()).toBe(0);
    expect(warnings).toHaveLength(1);
  });

  it('refuses calls after close and names that are none', async () => {
    await expect(search.open({ ...spec, name: 'x-y' })).rejects.toMatchObject({ code: 'search.spec' });
    await expect(search.open({ ...spec, name: 'y', text: ['a.b'] })).rejects.toMatchObject({ code: 'search.spec' });
    await search.close();
    await expect(total()).rejects.toThrow('closed');
    await expect(MeiliSearchAdapter.open({ url: server.url, key: 'wrong' })).rejects.toThrow('API key');
  });
});
