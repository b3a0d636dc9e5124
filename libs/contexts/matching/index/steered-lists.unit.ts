import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DemandState } from '#contracts/demand';
import type { ProfileState } from '#contracts/profile';
import { createAnalyser } from '#engines/match/analysis';
import { demandState, profileState, requirement } from '#test/kit/makers';
import { plainModel } from '#test/kit/plain-model';
import { MatchBook } from './match-book.js';
import { BOOST, type Steering, UNSTEERED } from './steering.js';

const TODAY = '2026-11-22';
const analyser = createAnalyser();
const OTHERS = ['丝绸印染', '医用导管', '流量计', '水性涂料', '光纤激光器', '婴儿奶粉', '无人机航测', '液压缸'].map(
  (product, at) => profileState(`other${at}`, { products: [product] }),
);
const gears = (id: string, more: Partial<ProfileState> = {}) => profileState(id, { products: ['精密齿轮'], ...more });
const wantsGears = (more: Partial<DemandState> = {}) => demandState('d', { title: '精密齿轮', ...more });

let book: MatchBook;
beforeEach(() => {
  book = new MatchBook(analyser, plainModel);
  book.apply(OTHERS, [], []);
});
const list = (steering: Partial<Steering> = {}) =>
  book.decide(['d'], TODAY, { d: { ...UNSTEERED, ...steering } })[0] ?? { entries: [], excluded: [] };
const ids = (steering: Partial<Steering> = {}) => list(steering).entries.map(({ firmId }) => firmId);
const placed = (firmId: string, ...confirmed: string[]) => ({ placed: [{ firmId, confirmed }] });

describe('a list that staff steer', () => {
  const less = { products: ['精密齿轮', '塑料外壳', '包装纸箱'] };
  beforeEach(() => {
    book.apply([gears('good'), gears('less', less)], [], [wantsGears()]);
  });

  it('has a pinned firm on top, and says where it stands', () => {
    expect(ids()).toEqual(['good', 'less']);
    const { entries } = list(placed('less'));
    expect(entries.map(({ firmId, rank }) => [firmId, rank])).toEqual([
      ['less', 1],
      ['good', 2],
    ]);
  });

  it('has a firm that was put in by hand, whatever its profile says', () => {
    expect(ids(placed('other0'))).toEqual(['other0', 'good', 'less']);
    expect(ids(placed('nobody'))).toEqual(['good', 'less']);
  });

  it('has no firm that was kept out', () => {
    expect(ids({ vetoed: ['good'] })).toEqual(['less']);
  });

  it('gives a boosted firm the odds that the boost is worth', () => {
    const odds = (steering: Partial<Steering>) => {
      const { score = 0 } = list(steering).entries.find(({ firmId }) => firmId === 'less') ?? {};
      return Math.log(score / (1 - score));
    };
    expect(odds({ boosted: ['less'] }) - odds({})).toBeCloseTo(BOOST, 0);
  });

  it('never has the owner of the demand or a blocked firm', () => {
    book.apply(
      [gears('own', { organisationId: 'leader' }), gears('rival')],
      [],
      [wantsGears({ version: 2, blocked: ['rival'] })],
    );
    expect(
      ids({
        placed: [
          { firmId: 'own', confirmed: [] },
          { firmId: 'rival', confirmed: [] },
        ],
      }),
    ).toEqual(['good', 'less']);
    expect(book.contradictions('d', 'rival', TODAY)).toBeUndefined();
  });

  it('is ranked again for whatever may change it: nothing is kept of its ranking', () => {
    const decidedList = { demandId: 'd', version: 1, demandVersion: 1, open: true, excludedIds: [], steered: true };
    list({ vetoed: ['less'] });
    book.apply([], [], [], [{ ...decidedList, firmIds: ['good'] }]);
    book.apply([gears('new', less)], [], []);
    expect(book.affectedBy(['new'], TODAY)).toEqual(['d']);
  });
});

describe('a firm that contradicts a must', () => {
  beforeEach(() => {
    const asked = wantsGears({ requirements: [requirement('r1', '月产能', { target: '≥ 50000', unit: '件' })] });
    book.apply([gears('small', { capacity: ['月产能 1000 件'] }), gears('good')], [], [asked]);
  });

  it('is named with every must that it contradicts', () => {
    const found = book.contradictions('d', 'small', TODAY);
    expect(found?.contradicts.map(({ requirement, name }) => [requirement, name])).toEqual([['r1', '月产能']]);
    expect(book.contradictions('d', 'good', TODAY)?.contradicts).toEqual([]);
  });

  it('stands in the list once that is confirmed, and is excluded by a must that nobody knew of', () => {
    expect(ids(placed('small', 'r1'))).toEqual(['small', 'good']);
    expect(ids(placed('small'))).toEqual(['good']);
    expect(list(placed('small')).excluded.map(({ firmId }) => firmId)).toEqual(['small']);
  });
});

describe('weights', () => {
  it('let a part count more, or not at all', () => {
    const asked = wantsGears({ regions: { values: ['山东省'], must: false } });
    book.apply([gears('near', { region: '山东省青岛市' }), gears('far', { region: '四川省成都市' })], [], [asked]);
    const scores = (times: Steering['times']) =>
      Object.fromEntries(list({ times }).entries.map(({ firmId, score }) => [firmId, score]));
    const [usual, none, much] = [scores({}), scores({ region: 0 }), scores({ region: 4 })];
    expect(none.near).toBe(none.far);
    const gap = (of: Record<string, number>) => (of.near ?? 0) - (of.far ?? 0);
    expect(gap(much)).toBeGreaterThan(gap(usual));
    expect(gap(usual)).toBeGreaterThan(0);
  });
});

describe('demands that may be the same', () => {
  const gearsFor = (id: string, title: string, more: Partial<DemandState> = {}) => demandState(id, { title, ...more });

  it('are found among open ones and such as wait, of the same and of other owners, and no other', () => {
    book.apply(
      [],
      [],
      [
        gearsFor('new', '冰箱压缩机用精密齿轮配套', { status: 'submitted', process: '磨齿' }),
        gearsFor('same', '冰箱压缩机精密齿轮', { process: '磨齿' }),
        gearsFor('theirs', '压缩机用精密齿轮磨齿', { ownerId: 'other', status: 'submitted' }),
        gearsFor('far', '婴儿奶粉罐装线'),
      ],
    );
    const found = book.like('new') ?? [];
    expect(found.map(({ demandId, sameOwner, status }) => [demandId, sameOwner, status])).toEqual([
      ['same', true, 'published'],
      ['theirs', false, 'submitted'],
    ]);
    expect(found[0]?.words.join('')).toContain('齿轮');
    expect(book.like('nowhere')).toBeUndefined();
  });

  it('are forgotten when they are closed or sent back', () => {
    book.apply([], [], [gearsFor('a', '精密齿轮'), gearsFor('b', '精密齿轮', { status: 'submitted' })]);
    expect(book.like('a')?.map(({ demandId }) => demandId)).toEqual(['b']);
    book.apply([], [], [gearsFor('b', '精密齿轮', { status: 'returned', version: 2 })]);
    expect(book.like('a')).toEqual([]);
    expect(book.like('b')).toBeUndefined();
  });
});

describe('a demand for chosen firms', () => {
  const chosen = { order: 'at-once', firms: [] } as const;
  const only = (firmId: string): Steering => ({ ...UNSTEERED, ...placed(firmId), only: true });
  beforeEach(() => {
    book.apply([gears('good'), gears('less', { products: ['精密齿轮', '包装纸箱'] })], [], [wantsGears({ chosen })]);
  });

  it('names those who are asked and nobody else, whatever they contradict', () => {
    expect(book.decide(['d'], TODAY, { d: only('less') })[0]?.entries.map(({ firmId }) => firmId)).toEqual(['less']);
    const must = wantsGears({ version: 2, chosen, regions: { values: ['广东省'], must: true } });
    book.apply([gears('less', { version: 2, region: '山东省青岛市' })], [], [must]);
    const [draft] = book.decide(['d'], TODAY, { d: only('less') });
    expect([draft?.entries.length, draft?.excluded]).toEqual([1, []]);
  });

  it('names nobody while it is not known who is asked, and is found by no firm', () => {
    expect(ids()).toEqual([]);
    expect(ids(placed('good'))).toEqual([]);
    book.apply([gears('new')], [], []);
    expect(book.affectedBy(['new', 'good'], TODAY)).toEqual([]);
    expect(book.advise('d', 'good', TODAY)).toBeUndefined();
  });

  it('ranks its candidates as one for everybody is ranked', () => {
    expect(book.candidates('d', TODAY)?.entries.map(({ firmId }) => firmId)).toEqual(['good', 'less']);
    expect(book.candidates('nowhere', TODAY)).toBeUndefined();
  });

  it('is ranked for all once it is open to everybody, also while a choice is still known', () => {
    book.apply([], [], [wantsGears({ version: 2 })]);
    expect(book.decide(['d'], TODAY, { d: only('less') })[0]?.entries).toHaveLength(2);
    expect(book.affectedBy(['good'], TODAY)).toEqual(['d']);
  });
});
