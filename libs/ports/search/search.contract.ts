import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Search, SearchDoc, SearchIndexSpec, SearchQuery, SearchWriter } from '#ports/search/search';

export interface SearchHarness {
  readonly search: Search;
  /** Closes the search and opens it again over the same data; `destroy` then closes the new one. */
  reopen(): Promise<Search>;
  /** Closes and removes everything. */
  destroy(): Promise<void>;
}

const spec: SearchIndexSpec = {
  name: 'firms',
  text: ['name', 'products', 'about'],
  facets: ['region', 'tier', 'industry'],
};

interface Part {
  readonly name?: string;
  readonly products?: readonly string[];
  readonly about?: string;
  readonly facets?: SearchDoc['facets'];
  readonly rank?: number;
}

function firm(id: string, { name = '', products = [], about = '', facets = {}, rank }: Part): SearchDoc {
  return { id, text: { name, products, about }, facets, show: { id, name }, ...(rank === undefined ? {} : { rank }) };
}

const unmarked = (text: string) => text.replace(/[\ue000\ue001]/g, '');
const marks = (text: string) => [...text.matchAll(/\ue000([^\ue000\ue001]+)\ue001/g)].map((match) => match[1]);

/** The one suite of the search port. Ranking is asserted only where the port promises it. */
export function searchContract(name: string, open: () => Promise<SearchHarness>): void {
  describe(`search: ${name}`, () => {
    let harness: SearchHarness;
    let search: Search;
    let writer: SearchWriter;

    beforeEach(async () => {
      harness = await open();
      search = harness.search;
      writer = await search.open(spec);
    });
    afterEach(async () => {
      await harness.destroy();
    });

    const put = (...docs: SearchDoc[]) => writer.apply({ upsert: docs, remove: [], position: 'p' });
    const ask = (query: Partial<SearchQuery>) => search.query('firms', { limit: 20, ...query });
    const ids = async (text: string) => (await ask({ text })).hits.map((hit) => hit.id).sort();
    const inOrder = async (query: Partial<SearchQuery>) => (await ask(query)).hits.map((hit) => hit.id);

    describe('words', () => {
      it('finds Chinese words inside longer text', async () => {
        await put(
          firm('gear', { name: '青岛精密齿轮制造有限公司' }),
          firm('pump', { name: '重庆水泵厂', about: '生产高压水泵和减速齿轮箱体' }),
          firm('silk', { name: '苏州丝绸有限公司' }),
        );
        expect(await ids('齿轮')).toEqual(['gear', 'pump']);
        expect(await ids('水泵')).toEqual(['pump']);
        expect(await ids('丝绸')).toEqual(['silk']);
        expect(await ids('轴承')).toEqual([]);
      });

      it('takes the last word as a prefix, Chinese and Latin', async () => {
        await put(firm('gear', { products: ['精密齿轮'] }), firm('bear', { products: ['bearing housings'] }));
        expect(await ids('精密齿')).toEqual(['gear']);
        expect(await ids('bear')).toEqual(['bear']);
        expect(await ids('bearing hous')).toEqual(['bear']);
        expect(await ids('bearing housings')).toEqual(['bear']);
      });

      it('folds case and width in documents and queries', async () => {
        await put(firm('a', { name: 'ＲＶ减速器' }), firm('b', { name: 'servo Motor' }));
        expect(await ids('rv')).toEqual(['a']);
        expect(await ids('RV减速器')).toEqual(['a']);
        expect(await ids('ｓｅｒｖｏ')).toEqual(['b']);
        expect(await ids('MOTOR')).toEqual(['b']);
      });

      it('finds letters and digits of a standard', async () => {
        await put(firm('iso', { about: '通过 ISO 9001:2015 认证' }), firm('iatf', { about: '通过 IATF 16949 认证' }));
        expect(await ids('ISO 9001')).toEqual(['iso']);
        expect(await ids('16949')).toEqual(['iatf']);
      });

      it('finds words of several fields and list items together', async () => {
        await put(
          firm('both', { name: '青岛机床', products: ['主轴', '刀库'] }),
          firm('one', { name: '青岛机床' }),
          firm('other', { products: ['刀库'] }),
        );
        expect((await inOrder({ text: '机床 刀库' }))[0]).toBe('both');
      });

      it('puts a hit in a heavier field first', async () => {
        await put(
          firm('about', { name: '甲方科技', products: ['水泵'], about: '齿轮' }),
          firm('name', { name: '齿轮', products: ['水泵'], about: '甲方科技' }),
          firm('products', { name: '甲方科技', products: ['齿轮'], about: '水泵' }),
        );
        expect(await inOrder({ text: '齿轮' })).toEqual(['name', 'products', 'about']);
      });
    });

    describe('what is marked', () => {
      it('shows the fields that were hit with the words between U+E000 and U+E001', async () => {
        await put(firm('a', { name: '精密齿轮厂', products: ['Gear boxes'], about: '无关' }));
        const [chinese] = (await ask({ text: '齿轮' })).hits;
        expect(Object.keys(chinese!.marked)).toEqual(['name']);
        expect(marks(chinese!.marked.name!)).toEqual(['齿轮']);
        expect(unmarked(chinese!.marked.name!)).toBe('精密齿轮厂');
        const [latin] = (await ask({ text: 'gear' })).hits;
        expect(Object.keys(latin!.marked)).toEqual(['products']);
        expect(marks(latin!.marked.products!)).toEqual(['Gear']);
      });

      it('keeps the text as it was written', async () => {
        await put(firm('a', { name: 'Ａ级 ＧＥＡＲ 😀 <b>厂</b>' }));
        const [hit] = (await ask({ text: 'gear' })).hits;
        expect(unmarked(hit!.marked.name!)).toBe('Ａ级 ＧＥＡＲ 😀 <b>厂</b>');
        expect(marks(hit!.marked.name!)).toEqual(['ＧＥＡＲ']);
      });

      it('is empty without text', async () => {
        await put(firm('a', { name: '齿轮' }));
        expect((await ask({})).hits[0]!.marked).toEqual({});
      });

      it('returns show as it was given', async () => {
        const show = { name: '甲', nested: { list: [1, null, 'x'], yes: true } };
        await put({ ...firm('a', { name: '齿轮' }), show });
        expect((await ask({ text: '齿轮' })).hits[0]!.show).toEqual(show);
      });
    });

    describe('filters and facets', () => {
      beforeEach(async () => {
        await put(
          firm('a', { name: '齿轮', facets: { region: '青岛', tier: '小巨人', industry: ['机械', '汽车'] } }),
          firm('b', { name: '齿轮', facets: { region: '青岛', tier: '专精特新', industry: ['机械'] } }),
          firm('c', { name: '齿轮', facets: { region: '重庆', tier: '小巨人', industry: [] } }),
          firm('d', { name: '水泵', facets: { region: '苏州', tier: undefined, industry: ['汽车', '汽车'] } }),
        );
      });
      const filtered = async (filters: SearchQuery['filters'], text?: string) =>
        (await ask({ filters, ...(text ? { text } : {}) })).hits.map((hit) => hit.id).sort();

      it('takes any value within a facet and every facet between them', async () => {
        expect(await filtered({ region: ['青岛', '苏州'] })).toEqual(['a', 'b', 'd']);
        expect(await filtered({ region: ['青岛', '重庆'], tier: ['小巨人'] })).toEqual(['a', 'c']);
        expect(await filtered({ industry: ['汽车'] })).toEqual(['a', 'd']);
        expect(await filtered({ industry: ['汽车'] }, '齿轮')).toEqual(['a']);
        expect(await filtered({ region: ['无'] })).toEqual([]);
        expect(await filtered({ region: [] })).toEqual([]);
        expect(await filtered({ region: ["青岛' OR 1=1 --", '青岛" OR tier = "小巨人'] })).toEqual([]);
      });

      it('counts values under text and filters, most frequent first', async () => {
        const all = await ask({ facets: ['region', 'tier', 'industry'] });
        expect(all.facets.region![0]).toEqual({ value: '青岛', count: 2 });
        expect(all.facets.region).toHaveLength(3);
        expect(all.facets.tier![0]).toEqual({ value: '小巨人', count: 2 });
        expect(Object.fromEntries(all.facets.industry!.map((f) => [f.value, f.count]))).toEqual({ 机械: 2, 汽车: 2 });

        const gears = await ask({ text: '齿轮', filters: { tier: ['小巨人'] }, facets: ['region', 'industry'] });
        expect(Object.keys(gears.facets).sort()).toEqual(['industry', 'region']);
        expect(Object.fromEntries(gears.facets.region!.map((f) => [f.value, f.count]))).toEqual({ 青岛: 1, 重庆: 1 });
        expect(Object.fromEntries(gears.facets.industry!.map((f) => [f.value, f.count]))).toEqual({ 机械: 1, 汽车: 1 });

        const none = await ask({ text: '轴承', facets: ['region'] });
        expect(none.facets).toEqual({ region: [] });
      });

      it('counts again after a change and a removal', async () => {
        await writer.apply({
          upsert: [firm('b', { name: '齿轮', facets: { region: '重庆' } })],
          remove: ['d'],
          position: 'q',
        });
        const { facets } = await ask({ facets: ['region', 'industry'] });
        expect(facets.region).toEqual([
          { value: '重庆', count: 2 },
          { value: '青岛', count: 1 },
        ]);
        expect(Object.fromEntries(facets.industry!.map((f) => [f.value, f.count]))).toEqual({ 机械: 1, 汽车: 1 });
      });

      it('gives at most 50 values a facet', async () => {
        await put(
          ...Array.from({ length: 60 }, (_, i) => firm(`r${i}`, { name: '轴承', facets: { region: `区${i}` } })),
        );
        expect((await ask({ text: '轴承', facets: ['region'] })).facets.region).toHaveLength(50);
        expect((await ask({ facets: ['region'] })).facets.region![0]).toEqual({ value: '青岛', count: 2 });
      });
    });

    describe('pages and totals', () => {
      it('sorts by rank without text, larger first', async () => {
        await put(firm('low', { rank: 1 }), firm('high', { rank: 30 }), firm('mid', { rank: 4.5 }));
        expect(await inOrder({})).toEqual(['high', 'mid', 'low']);
        expect(await inOrder({ text: '  ' })).toEqual(['high', 'mid', 'low']);
      });

      it('pages without gaps or repeats', async () => {
        await put(...Array.from({ length: 25 }, (_, i) => firm(`f${i}`, { name: '齿轮', rank: i })));
        for (const query of [{}, { text: '齿轮' }]) {
          const pages = await Promise.all([0, 10, 20].map((offset) => ask({ ...query, offset, limit: 10 })));
          expect(pages.map((page) => page.hits.length)).toEqual([10, 10, 5]);
          expect(new Set(pages.flatMap((page) => page.hits.map((hit) => hit.id))).size).toBe(25);
          for (const page of pages) expect(page).toMatchObject({ total: 25, capped: false });
        }
      });

      it('counts up to 1000 and says when there are more', async () => {
        const docs = Array.from({ length: 1001 }, (_, i) => firm(`f${i}`, { name: '齿轮', rank: i }));
        await put(...docs.slice(0, 1000));
        expect(await ask({ text: '齿轮', limit: 1 })).toMatchObject({ total: 1000, capped: false });
        await put(docs[1000]!);
        expect(await ask({ text: '齿轮', limit: 1 })).toMatchObject({ total: 1000, capped: true });
        expect(await ask({ limit: 1 })).toMatchObject({ total: 1000, capped: true });
        expect((await ask({ limit: 100, offset: 900 })).hits).toHaveLength(100);
      });

      it('refuses a limit or offset out of range', async () => {
        await expect(ask({ limit: 0 })).rejects.toThrow('limit');
        await expect(ask({ limit: 101 })).rejects.toThrow('limit');
        await expect(ask({ limit: 10, offset: 991 })).rejects.toThrow('offset');
        await expect(ask({ limit: 10, offset: -1 })).rejects.toThrow('offset');
      });
    });

    describe('changes', () => {
      it('starts empty at position ""', async () => {
        expect(await writer.position()).toBe('');
        expect(await ask({ facets: ['region'] })).toEqual({
          hits: [],
          total: 0,
          capped: false,
          facets: { region: [] },
        });
      });

      it('replaces a document with the same id', async () => {
        await put(firm('a', { name: '齿轮', facets: { region: '青岛' } }));
        await put(firm('a', { name: '水泵', facets: { region: '重庆' } }));
        expect(await ids('齿轮')).toEqual([]);
        expect(await ids('水泵')).toEqual(['a']);
        expect((await ask({ filters: { region: ['青岛'] } })).total).toBe(0);
        expect((await ask({})).total).toBe(1);
      });

      it('takes the later of two documents with one id in one change', async () => {
        await put(firm('a', { name: '齿轮' }), firm('a', { name: '水泵' }));
        expect(await ids('齿轮')).toEqual([]);
        expect(await ids('水泵')).toEqual(['a']);
      });

      it('removes, and ignores ids that are not there', async () => {
        await put(firm('a', { name: '齿轮' }), firm('b', { name: '齿轮' }));
        await writer.apply({ upsert: [], remove: ['a', 'nobody'], position: 'p2' });
        expect(await ids('齿轮')).toEqual(['b']);
        expect(await writer.position()).toBe('p2');
      });

      it('keeps documents and position over a reopen', async () => {
        await writer.apply({
          upsert: [firm('a', { name: '齿轮', facets: { region: '青岛' } })],
          remove: [],
          position: 'p7',
        });
        search = await harness.reopen();
        writer = await search.open(spec);
        expect(await writer.position()).toBe('p7');
        expect(await ids('齿轮')).toEqual(['a']);
        expect((await ask({ facets: ['region'] })).facets.region).toEqual([{ value: '青岛', count: 1 }]);
      });

      it('writes nothing and keeps the position when a document is refused', async () => {
        await writer.apply({ upsert: [firm('a', { name: '齿轮' })], remove: [], position: 'p1' });
        const wrong = firm('c', { name: '齿轮', facets: { nobody: 'x' } });
        const change = { upsert: [firm('b', { name: '齿轮' }), wrong], remove: ['a'], position: 'p2' };
        await expect(writer.apply(change)).rejects.toThrow('nobody');
        expect(await ids('齿轮')).toEqual(['a']);
        expect(await writer.position()).toBe('p1');
      });

      it('keeps indexes apart', async () => {
        const demands = await search.open({ name: 'demands', text: ['title'], facets: [] });
        await demands.apply({
          upsert: [{ id: 'd', text: { title: '齿轮' }, facets: {}, show: {} }],
          remove: [],
          position: 'x',
        });
        expect((await search.query('demands', { text: '齿轮', limit: 5 })).total).toBe(1);
        expect(await ids('齿轮')).toEqual([]);
        expect(await writer.position()).toBe('');
      });
    });

    describe('rebuilding', () => {
      it('switches in one step and never shows an empty index', async () => {
        await put(firm('old', { name: '齿轮' }));
        const fresh = await search.rebuild('firms');
        expect(await fresh.writer.position()).toBe('');
        const seen = new Set<string>();
        let over = false;
        const reader = (async () => {
          while (!over) seen.add((await ids('齿轮')).join());
        })();
        for (let i = 0; i < 5; i++) {
          await fresh.writer.apply({ upsert: [firm(`new${i}`, { name: '齿轮' })], remove: [], position: `n${i}` });
          expect(await ids('齿轮')).toEqual(['old']);
        }
        await fresh.publish();
        const after = await ids('齿轮');
        over = true;
        await reader;
        expect(after).toEqual(['new0', 'new1', 'new2', 'new3', 'new4']);
        for (const state of seen) expect(['old', after.join()]).toContain(state);
      });

      it('lets the live writer go on in the published index', async () => {
        await writer.apply({ upsert: [firm('old', { name: '齿轮' })], remove: [], position: 'live' });
        const fresh = await search.rebuild('firms');
        await fresh.writer.apply({ upsert: [firm('new', { name: '齿轮' })], remove: [], position: 'rebuilt' });
        await writer.apply({ upsert: [firm('old2', { name: '齿轮' })], remove: [], position: 'live2' });
        expect(await writer.position()).toBe('live2');
        expect(await fresh.writer.position()).toBe('rebuilt');
        await fresh.publish();
        expect(await writer.position()).toBe('rebuilt');
        await writer.apply({ upsert: [firm('next', { name: '齿轮' })], remove: [], position: 'next' });
        expect(await ids('齿轮')).toEqual(['new', 'next']);
        search = await harness.reopen();
        writer = await search.open(spec);
        expect(await writer.position()).toBe('next');
        expect(await ids('齿轮')).toEqual(['new', 'next']);
      });

      it('drops an abandoned one and can start again', async () => {
        await put(firm('old', { name: '齿轮' }));
        const first = await search.rebuild('firms');
        await first.writer.apply({ upsert: [firm('new', { name: '齿轮' })], remove: [], position: 'n' });
        await expect(search.rebuild('firms')).rejects.toThrow();
        await first.abandon();
        expect(await ids('齿轮')).toEqual(['old']);
        await expect(first.publish()).rejects.toThrow();
        const second = await search.rebuild('firms');
        expect(await second.writer.position()).toBe('');
        await second.publish();
        expect((await ask({})).total).toBe(0);
      });

      it('forgets one that was under way when the process ended', async () => {
        await put(firm('old', { name: '齿轮' }));
        const lost = await search.rebuild('firms');
        await lost.writer.apply({ upsert: [firm('new', { name: '齿轮' })], remove: [], position: 'n' });
        search = await harness.reopen();
        writer = await search.open(spec);
        expect(await ids('齿轮')).toEqual(['old']);
        const again = await search.rebuild('firms');
        expect(await again.writer.position()).toBe('');
      });
    });

    describe('hostile and broken input', () => {
      const hostile = [
        '"',
        '""',
        "'",
        '*',
        '^',
        '(',
        ')',
        ')(',
        '-',
        '+',
        ':',
        '{name}:x',
        'name:齿轮',
        'AND',
        'OR',
        'NOT',
        'NEAR',
        'NEAR(a b, 2)',
        'a AND',
        'NOT a',
        '" OR "1"="1',
        "'; DROP TABLE firms; --",
        '齿轮" OR name : *',
        'a*b*',
        '\\',
        '\u0000',
        '齿\u0000轮',
        '\ud800',
        '\udfff齿轮',
        '😀',
        '👩‍👩‍👧',
        '\ue000齿轮\ue001',
        '齿'.repeat(10_000),
        '"'.repeat(10_000),
        '齿轮 '.repeat(3000),
        'x'.repeat(10_000),
        '一二三四五六七八九十'.repeat(1000),
        '%',
        '_',
        '\u202e',
      ];

      it('never throws on what a person types, and leaves the index whole', async () => {
        await put(firm('a', { name: '齿轮' }), firm('b', { name: '水泵' }));
        for (const text of hostile) {
          const result = await ask({ text, facets: ['region'] });
          expect(result.total).toBeLessThanOrEqual(2);
        }
        expect(await ids('齿轮')).toEqual(['a']);
        expect((await ask({})).total).toBe(2);
      });

      it('takes operators as text', async () => {
        await put(firm('a', { name: '齿轮' }), firm('b', { name: '水泵' }));
        expect(await ids('齿轮"')).toEqual(['a']);
        expect(await ids('(齿轮)')).toEqual(['a']);
        expect(await ids('-齿轮')).toEqual(['a']);
        expect(await ids('about:齿轮')).not.toContain('b');
      });

      it('stores hostile documents and finds them', async () => {
        for (const [i, text] of hostile.entries()) {
          await put(
            firm(`h${i}`, { name: `${text} 标记词`, facets: { region: text.slice(0, 100).replaceAll('\u0000', '') } }),
          );
        }
        const result = await ask({ text: '标记词', limit: 100, facets: ['region'] });
        expect(result.total).toBe(hostile.length);
        for (const hit of result.hits) expect(marks(hit.marked.name!)).toContain('标记词');
      });

      it('names the index or facet that is not known', async () => {
        await expect(search.query('nobody', { limit: 1 })).rejects.toThrow('nobody');
        await expect(search.rebuild('nobody')).rejects.toThrow('nobody');
        await expect(ask({ facets: ['colour'] })).rejects.toThrow('colour');
        await expect(ask({ filters: { colour: ['x'] } })).rejects.toThrow('colour');
        await expect(ask({ facets: ['constructor'] })).rejects.toThrow('constructor');
        const doc = { ...firm('a', {}), text: { smell: 'x' } };
        await expect(put(doc)).rejects.toThrow('smell');
      });
    });
  });
}
