import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { searchContract } from '#ports/search/search.contract';
import { EmbeddedSearch } from './embedded-search.js';

searchContract('embedded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'search-'));
  let search = await EmbeddedSearch.open(folder);
  return {
    search,
    reopen: async () => {
      await search.close();
      search = await EmbeddedSearch.open(folder);
      return search;
    },
    destroy: async () => {
      await search.close();
      await rm(folder, { recursive: true });
    },
  };
});

describe('embedded search', () => {
  let folder: string;
  let search: EmbeddedSearch;
  const spec = { name: 'firms', text: ['name', 'about'], facets: ['region'] };
  const doc = (id: string, name: string, about = '') => ({ id, text: { name, about }, facets: {}, show: {} });
  const put = async (...docs: ReturnType<typeof doc>[]) =>
    (await search.open(spec)).apply({ upsert: docs, remove: [], position: 'p' });
  const ids = async (text: string) =>
    (await search.query('firms', { text, limit: 10 })).hits.map((hit) => hit.id).sort();

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'search-'));
    search = await EmbeddedSearch.open(folder);
  });
  afterEach(async () => {
    await search.close();
    await rm(folder, { recursive: true });
  });

  it('finds a word where jieba cuts the text at other places', async () => {
    await put(doc('a', '研究生命题'), doc('b', '减速齿轮箱体'), doc('c', '顽鹿单车'));
    expect(await ids('生命')).toEqual(['a']);
    expect(await ids('轮箱')).toEqual(['b']);
    expect(await ids('齿轮箱')).toEqual(['b']);
    expect(await ids('鹿单')).toEqual(['c']);
  });

  it('puts first what has very common words in its first field, then what ranks highest, page by page', async () => {
    const docs = Array.from({ length: 5_200 }, (_, at) => ({
      ...doc(`d${String(at).padStart(4, '0')}`, at % 1000 === 7 ? '精密机械' : '机械', '精密'),
      ...{ facets: { region: at % 3 === 0 ? '青岛' : '烟台' }, rank: (at * 7) % 5_200 },
    }));
    await put(...docs);
    const wanted = docs
      .map(({ id, text, rank }) => ({ id, first: text.name === '精密机械', rank }))
      .sort((a, b) => Number(b.first) - Number(a.first) || b.rank - a.rank)
      .map(({ id }) => id);
    const found = async (limit: number, offset: number, filters = {}) =>
      search.query('firms', { text: '精密', limit, offset, facets: ['region'], filters });
    const pages = await Promise.all([found(4, 0), found(4, 4), found(4, 8)]);
    const ids = pages.flatMap(({ hits }) => hits.map(({ id }) => id));
    expect([...ids].slice(0, 6).sort()).toEqual(wanted.slice(0, 6).sort());
    expect(ids.slice(6)).toEqual(wanted.slice(6, 12));
    expect(pages[0]).toMatchObject({
      ...{ total: 1000, capped: true },
      facets: {
        region: [
          { value: '烟台', count: 3466 },
          { value: '青岛', count: 1734 },
        ],
      },
    });
    const { facets } = await found(4, 0, { region: ['青岛'] });
    expect(facets.region).toEqual([{ value: '青岛', count: 1734 }]);
    // All have it in the first field.
    const machines = await search.query('firms', { text: '机械', limit: 3 });
    expect(machines.hits.map(({ id }) => id)).toEqual(
      [...docs]
        .sort((a, b) => b.rank - a.rank)
        .slice(0, 3)
        .map(({ id }) => id),
    );
  });

  it('finds letters and digits written together or apart', async () => {
    await put(doc('a', 'ISO 9001:2015'), doc('b', 'ISO9002'), doc('c', 'Café Zürich'));
    expect(await ids('iso9001')).toEqual(['a']);
    expect(await ids('iso 9002')).toEqual(['b']);
    expect(await ids('cafe')).toEqual(['c']);
  });

  it('falls back to any of the words, and leaves common words out then', async () => {
    const many = Array.from({ length: 1100 }, (_, i) => doc(`m${i}`, '包装装置'));
    await put(doc('a', '齿轮'), doc('b', '水泵'), ...many);
    expect(await ids('齿轮水泵')).toEqual(['a', 'b']);
    expect(await ids('齿轮水泵装置')).toEqual(['a', 'b']);
    expect((await search.query('firms', { text: '装置', limit: 1 })).capped).toBe(true);
  });

  it('cuts a long text around the first hit', async () => {
    await put(doc('a', '甲', `${'前'.repeat(5000)}齿轮${'后'.repeat(5000)}`));
    const [hit] = (await search.query('firms', { text: '齿轮', limit: 1 })).hits;
    expect(hit!.marked.about).toContain('\ue000齿轮\ue001');
    expect(hit!.marked.about!.length).toBeLessThan(320);
    expect(hit!.marked.about).toMatch(/^…前+.*后+…$/);
  });

  it('starts afresh when an index is opened with other fields than on the disk', async () => {
    await put(doc('a', '齿轮'));
    await expect(search.open({ ...spec, facets: [] })).rejects.toMatchObject({ code: 'search.spec' });
    await search.close();
    search = await EmbeddedSearch.open(folder);
    const writer = await search.open({ ...spec, facets: ['region', 'tier'] });
    expect(await writer.position()).toBe('');
    expect((await search.query('firms', { limit: 1 })).total).toBe(0);
  });

  it('drops the tables of a rebuild that a former process left', async () => {
    await put(doc('a', '齿轮'));
    await search.rebuild('firms');
    const tables = () => {
      const database = new Database(join(folder, 'search.db'));
      const rows = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'g%_doc'").all();
      database.close();
      return (rows as { name: string }[]).map((row) => row.name);
    };
    await search.close();
    expect(tables()).toEqual(['g1_doc', 'g2_doc']);
    search = await EmbeddedSearch.open(folder);
    await search.close();
    expect(tables()).toEqual(['g1_doc']);
  });

  it('replaces a damaged file by an empty one', async () => {
    await put(doc('a', '齿轮'));
    await search.close();
    await writeFile(join(folder, 'search.db'), 'this is no database '.repeat(1000));
    search = await EmbeddedSearch.open(folder);
    expect(await (await search.open(spec)).position()).toBe('');
    await put(doc('b', '齿轮'));
    expect(await ids('齿轮')).toEqual(['b']);
  });

  it('refuses a call after close', async () => {
    await search.open(spec);
    await search.close();
    await expect(search.query('firms', { limit: 1 })).rejects.toThrow('closed');
  });

  it('refuses an index name that is no identifier', async () => {
    await expect(search.open({ ...spec, name: 'x; DROP TABLE g1_doc' })).rejects.toMatchObject({ code: 'search.spec' });
  });
});
