import { describe, expect, it } from '@jest/globals';
import { firm, type Stage } from './search-stage.contract.js';

/** Writes, positions and rebuilds. */
export function changingContract(stage: Stage): void {
  describe('changes', () => {
    it('starts empty at position ""', async () => {
      expect(await stage.writer.position()).toBe('');
      expect(await stage.ask({ facets: ['region'] })).toEqual({
        hits: [],
        total: 0,
        capped: false,
        facets: { region: [] },
      });
    });

    it('replaces a document with the same id', async () => {
      await stage.put(firm('a', { name: '齿轮', facets: { region: '青岛' } }));
      await stage.put(firm('a', { name: '水泵', facets: { region: '重庆' } }));
      expect(await stage.ids('齿轮')).toEqual([]);
      expect(await stage.ids('水泵')).toEqual(['a']);
      expect((await stage.ask({ filters: { region: ['青岛'] } })).total).toBe(0);
      expect((await stage.ask({})).total).toBe(1);
    });

    it('takes the later of two documents with one id in one change', async () => {
      await stage.put(firm('a', { name: '齿轮' }), firm('a', { name: '水泵' }));
      expect(await stage.ids('齿轮')).toEqual([]);
      expect(await stage.ids('水泵')).toEqual(['a']);
    });

    it('removes, and ignores ids that are not there', async () => {
      await stage.put(firm('a', { name: '齿轮' }), firm('b', { name: '齿轮' }));
      await stage.writer.apply({ upsert: [], remove: ['a', 'nobody'], position: 'p2' });
      expect(await stage.ids('齿轮')).toEqual(['b']);
      expect(await stage.writer.position()).toBe('p2');
    });

    it('keeps documents and position over a reopen', async () => {
      await stage.writer.apply({
        upsert: [firm('a', { name: '齿轮', facets: { region: '青岛' } })],
        remove: [],
        position: 'p7',
      });
      await stage.reopen();
      expect(await stage.writer.position()).toBe('p7');
      expect(await stage.ids('齿轮')).toEqual(['a']);
      expect((await stage.ask({ facets: ['region'] })).facets.region).toEqual([{ value: '青岛', count: 1 }]);
    });

    it('writes nothing and keeps the position when a document is refused', async () => {
      await stage.writer.apply({ upsert: [firm('a', { name: '齿轮' })], remove: [], position: 'p1' });
      const wrong = firm('c', { name: '齿轮', facets: { nobody: 'x' } });
      const change = { upsert: [firm('b', { name: '齿轮' }), wrong], remove: ['a'], position: 'p2' };
      await expect(stage.writer.apply(change)).rejects.toThrow('nobody');
      expect(await stage.ids('齿轮')).toEqual(['a']);
      expect(await stage.writer.position()).toBe('p1');
    });

    it('keeps indexes apart', async () => {
      const demands = await stage.search.open({ name: 'demands', text: ['title'], facets: [] });
      await demands.apply({
        upsert: [{ id: 'd', text: { title: '齿轮' }, facets: {}, show: {} }],
        remove: [],
        position: 'x',
      });
      expect((await stage.search.query('demands', { text: '齿轮', limit: 5 })).total).toBe(1);
      expect(await stage.ids('齿轮')).toEqual([]);
      expect(await stage.writer.position()).toBe('');
    });
  });

  describe('rebuilding', () => {
    it('switches in one step and never shows an empty index', async () => {
      await stage.put(firm('old', { name: '齿轮' }));
      const fresh = await stage.search.rebuild('firms');
      expect(await fresh.writer.position()).toBe('');
      const seen = new Set<string>();
      let over = false;
      const reader = (async () => {
        while (!over) seen.add((await stage.ids('齿轮')).join());
      })();
      for (let i = 0; i < 5; i++) {
        await fresh.writer.apply({ upsert: [firm(`new${i}`, { name: '齿轮' })], remove: [], position: `n${i}` });
        expect(await stage.ids('齿轮')).toEqual(['old']);
      }
      await fresh.publish();
      const after = await stage.ids('齿轮');
      over = true;
      await reader;
      expect(after).toEqual(['new0', 'new1', 'new2', 'new3', 'new4']);
      for (const state of seen) expect(['old', after.join()]).toContain(state);
    });

    it('lets the live writer go on in the published index', async () => {
      await stage.writer.apply({ upsert: [firm('old', { name: '齿轮' })], remove: [], position: 'live' });
      const fresh = await stage.search.rebuild('firms');
      await fresh.writer.apply({ upsert: [firm('new', { name: '齿轮' })], remove: [], position: 'rebuilt' });
      await stage.writer.apply({ upsert: [firm('old2', { name: '齿轮' })], remove: [], position: 'live2' });
      expect(await stage.writer.position()).toBe('live2');
      expect(await fresh.writer.position()).toBe('rebuilt');
      await fresh.publish();
      expect(await stage.writer.position()).toBe('rebuilt');
      await stage.writer.apply({ upsert: [firm('next', { name: '齿轮' })], remove: [], position: 'next' });
      expect(await stage.ids('齿轮')).toEqual(['new', 'next']);
      await stage.reopen();
      expect(await stage.writer.position()).toBe('next');
      expect(await stage.ids('齿轮')).toEqual(['new', 'next']);
    });

    it('drops an abandoned one and can start again', async () => {
      await stage.put(firm('old', { name: '齿轮' }));
      const first = await stage.search.rebuild('firms');
      await first.writer.apply({ upsert: [firm('new', { name: '齿轮' })], remove: [], position: 'n' });
      await expect(stage.search.rebuild('firms')).rejects.toThrow();
      await first.abandon();
      expect(await stage.ids('齿轮')).toEqual(['old']);
      await expect(first.publish()).rejects.toThrow();
      const second = await stage.search.rebuild('firms');
      expect(await second.writer.position()).toBe('');
      await second.publish();
      expect((await stage.ask({})).total).toBe(0);
    });

    it('forgets one that was under way when the process ended', async () => {
      await stage.put(firm('old', { name: '齿轮' }));
      const lost = await stage.search.rebuild('firms');
      await lost.writer.apply({ upsert: [firm('new', { name: '齿轮' })], remove: [], position: 'n' });
      await stage.reopen();
      expect(await stage.ids('齿轮')).toEqual(['old']);
      const again = await stage.search.rebuild('firms');
      expect(await again.writer.position()).toBe('');
    });
  });
}
