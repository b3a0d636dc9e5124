import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SearchQuery } from '#ports/search/search';
import { firm, type Stage } from './search-stage.contract.js';

/** Filters, facet counts, pages and totals. */
export function listingContract(stage: Stage): void {
  describe('filters and facets', () => {
    beforeEach(async () => {
      await stage.put(
        firm('a', { name: '齿轮', facets: { region: '青岛', tier: '小巨人', industry: ['机械', '汽车'] } }),
        firm('b', { name: '齿轮', facets: { region: '青岛', tier: '专精特新', industry: ['机械'] } }),
        firm('c', { name: '齿轮', facets: { region: '重庆', tier: '小巨人', industry: [] } }),
        firm('d', { name: '水泵', facets: { region: '苏州', tier: undefined, industry: ['汽车', '汽车'] } }),
      );
    });
    const filtered = async (filters: SearchQuery['filters'], text?: string) =>
      (await stage.ask({ filters, ...(text ? { text } : {}) })).hits.map((hit) => hit.id).sort();

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
      const all = await stage.ask({ facets: ['region', 'tier', 'industry'] });
      expect(all.facets.region![0]).toEqual({ value: '青岛', count: 2 });
      expect(all.facets.region).toHaveLength(3);
      expect(all.facets.tier![0]).toEqual({ value: '小巨人', count: 2 });
      expect(Object.fromEntries(all.facets.industry!.map((f) => [f.value, f.count]))).toEqual({ 机械: 2, 汽车: 2 });

      const gears = await stage.ask({ text: '齿轮', filters: { tier: ['小巨人'] }, facets: ['region', 'industry'] });
      expect(Object.keys(gears.facets).sort()).toEqual(['industry', 'region']);
      expect(Object.fromEntries(gears.facets.region!.map((f) => [f.value, f.count]))).toEqual({ 青岛: 1, 重庆: 1 });
      expect(Object.fromEntries(gears.facets.industry!.map((f) => [f.value, f.count]))).toEqual({ 机械: 1, 汽车: 1 });

      const none = await stage.ask({ text: '轴承', facets: ['region'] });
      expect(none.facets).toEqual({ region: [] });
    });

    it('counts again after a change and a removal', async () => {
      await stage.writer.apply({
        upsert: [firm('b', { name: '齿轮', facets: { region: '重庆' } })],
        remove: ['d'],
        position: 'q',
      });
      const { facets } = await stage.ask({ facets: ['region', 'industry'] });
      expect(facets.region).toEqual([
        { value: '重庆', count: 2 },
        { value: '青岛', count: 1 },
      ]);
      expect(Object.fromEntries(facets.industry!.map((f) => [f.value, f.count]))).toEqual({ 机械: 1, 汽车: 1 });
    });

    it('gives at most 50 values a facet', async () => {
      await stage.put(
        ...Array.from({ length: 60 }, (_, i) => firm(`r${i}`, { name: '轴承', facets: { region: `区${i}` } })),
      );
      expect((await stage.ask({ text: '轴承', facets: ['region'] })).facets.region).toHaveLength(50);
      expect((await stage.ask({ facets: ['region'] })).facets.region![0]).toEqual({ value: '青岛', count: 2 });
    });
  });

  describe('pages and totals', () => {
    it('sorts by rank without text, larger first', async () => {
      await stage.put(firm('low', { rank: 1 }), firm('high', { rank: 30 }), firm('mid', { rank: 4.5 }));
      expect(await stage.inOrder({})).toEqual(['high', 'mid', 'low']);
      expect(await stage.inOrder({ text: '  ' })).toEqual(['high', 'mid', 'low']);
    });

    it('pages without gaps or repeats', async () => {
      await stage.put(...Array.from({ length: 25 }, (_, i) => firm(`f${i}`, { name: '齿轮', rank: i })));
      for (const query of [{}, { text: '齿轮' }]) {
        const pages = await Promise.all([0, 10, 20].map((offset) => stage.ask({ ...query, offset, limit: 10 })));
        expect(pages.map((page) => page.hits.length)).toEqual([10, 10, 5]);
        expect(new Set(pages.flatMap((page) => page.hits.map((hit) => hit.id))).size).toBe(25);
        for (const page of pages) expect(page).toMatchObject({ total: 25, capped: false });
      }
    });

    it('counts up to 1000 and says when there are more', async () => {
      const docs = Array.from({ length: 1001 }, (_, i) => firm(`f${i}`, { name: '齿轮', rank: i }));
      await stage.put(...docs.slice(0, 1000));
      expect(await stage.ask({ text: '齿轮', limit: 1 })).toMatchObject({ total: 1000, capped: false });
      await stage.put(docs[1000]!);
      expect(await stage.ask({ text: '齿轮', limit: 1 })).toMatchObject({ total: 1000, capped: true });
      expect(await stage.ask({ limit: 1 })).toMatchObject({ total: 1000, capped: true });
      expect((await stage.ask({ limit: 100, offset: 900 })).hits).toHaveLength(100);
    });

    it('refuses a limit or offset out of range', async () => {
      await expect(stage.ask({ limit: 0 })).rejects.toThrow('limit');
      await expect(stage.ask({ limit: 101 })).rejects.toThrow('limit');
      await expect(stage.ask({ limit: 10, offset: 991 })).rejects.toThrow('offset');
      await expect(stage.ask({ limit: 10, offset: -1 })).rejects.toThrow('offset');
    });
  });
}
