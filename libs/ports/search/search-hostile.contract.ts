import { describe, expect, it } from '@jest/globals';
import { firm, marks, type Stage } from './search-stage.contract.js';

/** Whatever a person or a document may bring along. */
export function hostileContract(stage: Stage): void {
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
      await stage.put(firm('a', { name: '齿轮' }), firm('b', { name: '水泵' }));
      for (const text of hostile) {
        const result = await stage.ask({ text, facets: ['region'] });
        expect(result.total).toBeLessThanOrEqual(2);
      }
      expect(await stage.ids('齿轮')).toEqual(['a']);
      expect((await stage.ask({})).total).toBe(2);
    });

    it('takes operators as text', async () => {
      await stage.put(firm('a', { name: '齿轮' }), firm('b', { name: '水泵' }));
      expect(await stage.ids('齿轮"')).toEqual(['a']);
      expect(await stage.ids('(齿轮)')).toEqual(['a']);
      expect(await stage.ids('-齿轮')).toEqual(['a']);
      expect(await stage.ids('about:齿轮')).not.toContain('b');
    });

    it('stores hostile documents and finds them', async () => {
      for (const [i, text] of hostile.entries()) {
        await stage.put(firm(`h${i}`, { name: `${text} 标记词`, facets: { region: text.slice(0, 100) } }));
      }
      const result = await stage.ask({ text: '标记词', limit: 100, facets: ['region'] });
      expect(result.total).toBe(hostile.length);
      for (const hit of result.hits) expect(marks(hit.marked.name!)).toContain('标记词');
    });

    it('keeps a position as it was given and finds by a hostile facet value', async () => {
      for (const [i, text] of hostile.entries()) {
        const region = text.slice(0, 100).replace(/\p{Cs}/gu, '');
        const upsert = [firm(`h${i}`, { facets: { region, tier: `${i}` } })];
        await stage.writer.apply({ upsert, remove: [], position: region });
        expect(await stage.writer.position()).toBe(region);
        const found = await stage.ask({ filters: { region: [region], tier: [`${i}`] } });
        expect(found.hits.map((hit) => hit.id)).toEqual([`h${i}`]);
      }
    });

    it('names the index or facet that is not known', async () => {
      await expect(stage.search.query('nobody', { limit: 1 })).rejects.toThrow('nobody');
      await expect(stage.search.rebuild('nobody')).rejects.toThrow('nobody');
      await expect(stage.ask({ facets: ['colour'] })).rejects.toThrow('colour');
      await expect(stage.ask({ filters: { colour: ['x'] } })).rejects.toThrow('colour');
      await expect(stage.ask({ facets: ['constructor'] })).rejects.toThrow('constructor');
      const doc = { ...firm('a', {}), text: { smell: 'x' } };
      await expect(stage.put(doc)).rejects.toThrow('smell');
    });
  });
}
