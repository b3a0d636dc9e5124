import { describe, expect, it } from '@jest/globals';
import { firm, marks, type Stage, unmarked } from './search-stage.contract.js';

/** Words and what is marked of them. */
export function findingContract(stage: Stage): void {
  describe('words', () => {
    it('finds Chinese words inside longer text', async () => {
      await stage.put(
        firm('gear', { name: '青岛精密齿轮制造有限公司' }),
        firm('pump', { name: '重庆水泵厂', about: '生产高压水泵和减速齿轮箱体' }),
        firm('silk', { name: '苏州丝绸有限公司' }),
      );
      expect(await stage.ids('齿轮')).toEqual(['gear', 'pump']);
      expect(await stage.ids('水泵')).toEqual(['pump']);
      expect(await stage.ids('丝绸')).toEqual(['silk']);
      expect(await stage.ids('轴承')).toEqual([]);
    });

    it('takes the last word as a prefix, Chinese and Latin', async () => {
      await stage.put(firm('gear', { products: ['精密齿轮'] }), firm('bear', { products: ['bearing housings'] }));
      expect(await stage.ids('精密齿')).toEqual(['gear']);
      expect(await stage.ids('bear')).toEqual(['bear']);
      expect(await stage.ids('bearing hous')).toEqual(['bear']);
      expect(await stage.ids('bearing housings')).toEqual(['bear']);
    });

    it('folds case and width in documents and queries', async () => {
      await stage.put(firm('a', { name: 'ＲＶ减速器' }), firm('b', { name: 'servo Motor' }));
      expect(await stage.ids('rv')).toEqual(['a']);
      expect(await stage.ids('RV减速器')).toEqual(['a']);
      expect(await stage.ids('ｓｅｒｖｏ')).toEqual(['b']);
      expect(await stage.ids('MOTOR')).toEqual(['b']);
    });

    it('finds letters and digits of a standard', async () => {
      await stage.put(
        firm('iso', { about: '通过 ISO 9001:2015 认证' }),
        firm('iatf', { about: '通过 IATF 16949 认证' }),
      );
      expect(await stage.ids('ISO 9001')).toEqual(['iso']);
      expect(await stage.ids('16949')).toEqual(['iatf']);
    });

    it('finds words of several fields and list items together', async () => {
      await stage.put(
        firm('both', { name: '青岛机床', products: ['主轴', '刀库'] }),
        firm('one', { name: '青岛机床' }),
        firm('other', { products: ['刀库'] }),
      );
      expect((await stage.inOrder({ text: '机床 刀库' }))[0]).toBe('both');
    });

    it('puts a hit in a heavier field first', async () => {
      await stage.put(
        firm('about', { name: '甲方科技', products: ['水泵'], about: '齿轮' }),
        firm('name', { name: '齿轮', products: ['水泵'], about: '甲方科技' }),
        firm('products', { name: '甲方科技', products: ['齿轮'], about: '水泵' }),
      );
      expect(await stage.inOrder({ text: '齿轮' })).toEqual(['name', 'products', 'about']);
    });
  });

  describe('what is typed wrongly or in pinyin', () => {
    it('finds Chinese by its pinyin, from the beginning of a word', async () => {
      await stage.put(
        firm('bear', { products: ['高速精密轴承'] }),
        firm('gear', { name: '青岛齿轮厂' }),
        firm('silk', { name: '苏州丝绸有限公司' }),
      );
      expect(await stage.ids('zhoucheng')).toEqual(['bear']);
      expect(await stage.ids('zhouch')).toEqual(['bear']);
      expect(await stage.ids('chilun')).toEqual(['gear']);
      expect(await stage.ids('Qingdao chilun')).toEqual(['gear']);
      expect(await stage.ids('shuibeng')).toEqual([]);
    });

    it('finds a word of which a character is wrong and sounds the same', async () => {
      await stage.put(firm('bear', { products: ['高速精密轴承'] }), firm('silk', { name: '苏州丝绸有限公司' }));
      expect(await stage.ids('轴乘')).toEqual(['bear']);
    });

    it('finds a long Latin word with a letter wrong, left out or too many; digits are never wrong', async () => {
      await stage.put(firm('motor', { name: 'servo motors' }), firm('iso', { about: 'IATF 16949' }));
      for (const wrong of ['motars', 'motrs', 'motoors']) expect(await stage.ids(wrong)).toEqual(['motor']);
      expect(await stage.ids('16946')).toEqual([]);
      expect(await stage.ids('iatv')).toEqual([]);
    });

    it('finds pinyin with a letter wrong', async () => {
      await stage.put(firm('bear', { products: ['高速精密轴承'] }), firm('silk', { name: '苏州丝绸有限公司' }));
      expect(await stage.ids('zhouchemg')).toEqual(['bear']);
    });
  });

  describe('what is marked', () => {
    it('shows the fields that were hit with the words between U+E000 and U+E001', async () => {
      await stage.put(firm('a', { name: '精密齿轮厂', products: ['Gear boxes'], about: '无关' }));
      const [chinese] = (await stage.ask({ text: '齿轮' })).hits;
      expect(Object.keys(chinese!.marked)).toEqual(['name']);
      expect(marks(chinese!.marked.name!)).toEqual(['齿轮']);
      expect(unmarked(chinese!.marked.name!)).toBe('精密齿轮厂');
      const [latin] = (await stage.ask({ text: 'gear' })).hits;
      expect(Object.keys(latin!.marked)).toEqual(['products']);
      expect(marks(latin!.marked.products!)).toEqual(['Gear']);
    });

    it('keeps the text as it was written', async () => {
      await stage.put(firm('a', { name: 'Ａ级 ＧＥＡＲ 😀 <b>厂</b>' }));
      const [hit] = (await stage.ask({ text: 'gear' })).hits;
      expect(unmarked(hit!.marked.name!)).toBe('Ａ级 ＧＥＡＲ 😀 <b>厂</b>');
      expect(marks(hit!.marked.name!)).toEqual(['ＧＥＡＲ']);
    });

    it('is empty without text', async () => {
      await stage.put(firm('a', { name: '齿轮' }));
      expect((await stage.ask({})).hits[0]!.marked).toEqual({});
    });

    it('returns show as it was given', async () => {
      const show = { name: '甲', nested: { list: [1, null, 'x'], yes: true } };
      await stage.put({ ...firm('a', { name: '齿轮' }), show });
      expect((await stage.ask({ text: '齿轮' })).hits[0]!.show).toEqual(show);
    });
  });
}
