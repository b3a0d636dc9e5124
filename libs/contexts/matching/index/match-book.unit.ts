import { deserialize, serialize } from 'node:v8';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DemandState } from '#contracts/demand';
import type { ProfileState } from '#contracts/profile';
import { createAnalyser } from '#engines/match/analysis';
import { chanceOf } from '#engines/match/rank/calibration';
import { modelData } from '#engines/match/rank/learned/model-data';
import { readModel } from '#engines/match/rank/model';
import { demandState, profileState, requirement } from '#test/kit/makers';
import { plainModel } from '#test/kit/plain-model';
import type { DecidedList } from './decided-lists.js';
import { MatchBook } from './match-book.js';

const TODAY = '2026-11-22';
const CODE = '91370200264574251E';
const analyser = createAnalyser();

/** Firms of other trades: without them every word would be as common as the next. */
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

const decided = (id = 'd') => book.decide([id], TODAY)[0];
const ids = () => decided()?.entries.map((entry) => entry.firmId);

describe('the firms of a demand', () => {
  it('are those whose profile speaks to it, best first, with rank and score', () => {
    book.apply([gears('good'), gears('less', { products: ['精密齿轮', '塑料外壳', '包装纸箱'] })], [], [wantsGears()]);
    const entries = decided()?.entries ?? [];
    expect(entries.map(({ firmId, firmName, rank }) => [firmId, firmName, rank])).toEqual([
      ['good', 'good机械有限公司', 1],
      ['less', 'less机械有限公司', 2],
    ]);
    const [first = 0, second = 0] = entries.map((entry) => entry.score);
    expect(first).toBeGreaterThan(second);
    expect(entries.every(({ score }) => score > 0 && score <= 1 && Math.round(score * 100) === score * 100)).toBe(true);
  });

  it('are none when no profile is relevant enough', () => {
    book.apply(
      [profileState('f', { products: ['精密仪器箱包'] })],
      [],
      [demandState('d', { title: '海水淡化高压泵' })],
    );
    expect(ids()).toEqual([]);
  });

  it('carry organisation, region and tier where the profile has them', () => {
    book.apply([gears('f', { organisationId: 'o', region: '山东省青岛市', tier: '小巨人' })], [], [wantsGears()]);
    expect(decided()?.entries[0]).toMatchObject({ organisationId: 'o', region: '山东省青岛市', tier: '小巨人' });
  });

  it('leave out the owner of the demand', () => {
    book.apply([gears('own', { organisationId: 'leader' }), gears('f')], [], [wantsGears()]);
    expect(ids()).toEqual(['f']);
  });

  it.each([
    ['the id of the firm', 'f'],
    ['the id of its organisation', 'o'],
    ['its credit code', CODE],
    ['its credit code as people type it', ' 91370200-264574251e'],
  ])('leave out whom the leader has blocked by %s', (_, blocked) => {
    const firm = gears('f', { organisationId: 'o', creditCode: CODE });
    book.apply([firm, gears('other')], [], [wantsGears({ blocked: [blocked] })]);
    expect(ids()).toEqual(['other']);
    expect(book.affectedBy(['f'], TODAY)).toEqual([]);
  });

  it('are ten at most', () => {
    book.apply(
      Array.from({ length: 14 }, (_, at) => gears(`f${at}`)),
      [],
      [wantsGears()],
    );
    expect(ids()).toHaveLength(10);
  });
});

describe('firms that say the same', () => {
  const copies = Array.from({ length: 12 }, (_, at) => gears(`copy${at}`));
  const other = gears('other', { products: ['精密齿轮', '塑料外壳', '包装纸箱'] });

  it('do not fill the list while there are others', () => {
    book.apply([...copies, other], [], [wantsGears()]);
    expect(ids()?.[3]).toBe('other');
    expect(ids()).toHaveLength(10);
  });

  it('give way to one that comes later and fits less well', () => {
    book.apply(copies, [], [wantsGears()]);
    const listed: DecidedList = {
      ...{ demandId: 'd', version: 1, demandVersion: 1, open: true, excludedIds: [] },
      firmIds: ids() ?? [],
    };
    book.apply([other], [], [], [listed]);
    expect(book.affectedBy(['other'], TODAY)).toEqual(['d']);
  });
});

describe('a must', () => {
  const iso = { certificates: [{ name: 'ISO 9001', must: true }] };
  const region = { regions: { values: ['山东省'], must: true } };

  it('excludes a firm whose certificate has run out, and says so', () => {
    const held = { name: 'ISO 9001:2015', validUntil: '2026-11-21' };
    book.apply([gears('f', { certificates: [held] })], [], [wantsGears(iso)]);
    expect(decided()).toMatchObject({
      entries: [],
      excluded: [{ firmId: 'f', why: 'certificate-expired', requirement: 'certificate:ISO 9001' }],
    });
  });

  it('lets the last day of validity count', () => {
    const held = { name: 'ISO 9001:2015', validUntil: TODAY };
    book.apply([gears('f', { certificates: [held] })], [], [wantsGears(iso)]);
    expect(ids()).toEqual(['f']);
  });

  it('excludes a firm known to be elsewhere', () => {
    book.apply([gears('f', { region: '江苏省苏州市' })], [], [wantsGears(region)]);
    expect(decided()).toMatchObject({
      entries: [],
      excluded: [{ firmId: 'f', why: 'region-outside', requirement: 'region' }],
    });
  });

  it('excludes nobody when it is only nice to have', () => {
    const nice = { regions: { values: ['山东省'], must: false }, certificates: [{ name: 'ISO 9001', must: false }] };
    const held = [{ name: 'ISO 9001', validUntil: '2020-01-01' }];
    book.apply([gears('f', { region: '江苏省苏州市', certificates: held })], [], [wantsGears(nice)]);
    expect(decided()).toMatchObject({ entries: [{ firmId: 'f' }], excluded: [] });
  });

  it('keeps a firm of which nothing is known, and names what is missing', () => {
    const unmet = { ...iso, ...region, requirements: [requirement('r1', '海拔四千米盐雾寿命')] };
    book.apply([gears('f')], [], [wantsGears(unmet)]);
    const [entry] = decided()?.entries ?? [];
    expect(entry?.reasons.requirements.map(({ requirement, state }) => [requirement, state])).toEqual([
      ['r1', 'unknown'],
      ['certificate:ISO 9001', 'unknown'],
      ['region', 'unknown'],
    ]);
    expect(entry?.reasons.missing).toEqual(['r1', 'certificate:ISO 9001', 'region']);
  });

  it('does not let an excluded firm take a place', () => {
    const outside = Array.from({ length: 5 }, (_, at) => gears(`out${at}`, { region: '江苏省' }));
    const inside = Array.from({ length: 10 }, (_, at) =>
      gears(`in${at}`, { region: '山东省', products: ['精密齿轮箱体'] }),
    );
    book.apply([...outside, ...inside], [], [wantsGears(region)]);
    expect(ids()).toHaveLength(10);
    expect(ids()?.every((id) => id.startsWith('in'))).toBe(true);
    expect(decided()?.excluded).toHaveLength(5);
  });
});

describe('the reasons', () => {
  it('name the line of the profile and the words it shares, and mark what the firm keeps to itself', () => {
    const firm = gears('f', { equipment: ['精密齿轮磨齿机'], disclosure: { equipment: 'owner' } });
    book.apply([firm], [], [wantsGears({ requirements: [requirement('r1', '磨齿机')] })]);
    const reasons = decided()?.entries[0]?.reasons;
    const hiddenLine = { field: 'equipment', text: '精密齿轮磨齿机', hidden: true };
    expect(reasons?.requirements[0]).toMatchObject({ requirement: 'r1', state: 'likely', line: hiddenLine });
    const shared = reasons?.shared ?? [];
    expect(shared.find((line) => line.field === 'products')).toEqual({
      field: 'products',
      text: '精密齿轮',
      words: ['精密', '齿轮'],
    });
    expect(shared.find((line) => line.field === 'equipment')?.hidden).toBe(true);
  });

  it('rank by what is secret, but speak only of what a matched firm may see', () => {
    const secret = requirement('r1', '奈米铬镀层', { disclosure: 'nda' });
    const firm = gears('f', { processes: ['奈米铬镀层'] });
    book.apply([gears('e', { processes: ['喷砂除锈'] }), firm], [], [wantsGears({ requirements: [secret] })]);
    expect(ids()).toEqual(['f', 'e']);
    const shared = decided()?.entries[0]?.reasons.shared ?? [];
    expect(JSON.stringify(shared)).not.toContain('镀层');
    book.apply([], [], [wantsGears({ requirements: [{ ...secret, disclosure: 'matched' }] })]);
    expect(JSON.stringify(decided()?.entries[0]?.reasons.shared)).toContain('镀层');
  });
});

/** The book hears of a decision, its own or another process's. Without more: what it would decide itself. */
function hears(more: Partial<DecidedList> = {}): void {
  const firmIds = ids() ?? [];
  const demandVersion = decided()?.demand.version ?? 1;
  const list = { demandId: 'd', version: 1, demandVersion, open: true, firmIds, excludedIds: [], ...more };
  book.apply([], [], [], [list]);
}

describe('the demands that a firm touches', () => {
  const full = (weak: string[]) =>
    Array.from({ length: 10 }, (_, at) => gears(`f${at}`, { products: ['精密齿轮', ...weak, `g${at}`] }));
  it('are those it is relevant to', () => {
    book.apply([gears('f')], [], [wantsGears(), demandState('silk', { title: '丝绸印染' })]);
    expect(book.affectedBy(['f'], TODAY)).toEqual(['d']);
    expect(book.affectedBy(['none'], TODAY)).toEqual([]);
  });

  it('do not count one whose full list it cannot enter', () => {
    book.apply(full([]), [], [wantsGears()]);
    hears();
    book.apply([gears('worse', { products: ['精密齿轮', '塑料外壳', '包装纸箱'] })], [], []);
    expect(book.affectedBy(['worse'], TODAY)).toEqual([]);
    expect(ids()).not.toContain('worse');
  });

  it('count one whose last firm it beats', () => {
    book.apply(full(['塑料外壳', '包装纸箱']), [], [wantsGears()]);
    hears();
    book.apply([gears('better')], [], []);
    expect(book.affectedBy(['better'], TODAY)).toEqual(['d']);
    expect(ids()?.[0]).toBe('better');
  });

  it('count one whose last firm it beats although the words asked for have become common since', () => {
    book.apply(full(['塑料外壳', '包装纸箱']), [], [wantsGears()]);
    hears();
    const many = Array.from({ length: 60 }, (_, at) =>
      gears(`late${at}`, { products: ['精密齿轮', '塑料外壳', '包装纸箱', '木质托盘', '打包带'] }),
    );
    book.apply([...many, gears('better')], [], []);
    expect(book.affectedBy(['better'], TODAY)).toEqual(['d']);
    expect(ids()?.[0]).toBe('better');
  });

  it('count those whose decision names it, also when it fits no longer or is gone', () => {
    book.apply([gears('f'), gears('g')], [], [wantsGears()]);
    hears({ excludedIds: ['h'] });
    book.apply([profileState('f', { products: ['花生油'] })], ['g'], []);
    for (const id of ['f', 'g', 'h']) expect(book.affectedBy([id], TODAY)).toEqual(['d']);
    hears({ version: 2 });
    expect(book.affectedBy(['f', 'g', 'h'], TODAY)).toEqual([]);
  });
});

it('takes in what it can read of a batch, and says what of it is nothing', () => {
  const nothing = [null, {}, { id: 'x', version: 1 }];
  const leftOut = book.apply(
    [...(nothing as unknown as ProfileState[]), gears('f')],
    [],
    [...(nothing.slice(0, 2) as unknown as DemandState[]), wantsGears()],
  );
  expect(leftOut).toHaveLength(4);
  expect(book.statistics().demands).toBe(1);
  expect(ids()).toEqual(['f']);
});

describe('a list is full', () => {
  const full = Array.from({ length: 10 }, (_, at) => gears(`f${at}`, { products: ['精密齿轮', `g${at}`] }));
  const worse = gears('worse', { products: ['精密齿轮', '塑料外壳', '包装纸箱'] });
  const entering = () => book.affectedBy(['worse'], TODAY);
  beforeEach(() => {
    book.apply([...full, worse], [], [wantsGears()]);
  });

  it('by what was decided, not by what was ranked here', () => {
    expect(ids()).toHaveLength(10);
    expect(entering()).toEqual(['d']);
    hears();
    expect(entering()).toEqual([]);
  });

  it('no longer when another process has decided that there is room, also when an older decision comes again', () => {
    hears();
    hears({ version: 2, firmIds: ['f0'] });
    expect(entering()).toEqual(['d']);
    hears();
    expect(entering()).toEqual(['d']);
  });

  it('for the version of the demand it was decided for', () => {
    hears();
    book.apply([], [], [wantsGears({ version: 2 })]);
    expect(entering()).toEqual(['d']);
    hears({ version: 2 });
    expect(entering()).toEqual([]);
    hears({ version: 3, demandVersion: 1 });
    expect(entering()).toEqual(['d']);
  });

  it('also when the decision was heard of before its demand, once it was ranked here', () => {
    const firmIds = ids() ?? [];
    book.apply([], [], [wantsGears({ version: 2, status: 'closed' })]);
    hears({ demandVersion: 3, firmIds });
    book.apply([], [], [wantsGears({ version: 3 })]);
    expect(entering()).toEqual(['d']);
    expect(ids()).toEqual(firmIds);
    expect(entering()).toEqual([]);
  });

  it('no longer once its decision is closed', () => {
    hears();
    hears({ version: 2, open: false, firmIds: [] });
    expect(entering()).toEqual(['d']);
  });
});

describe('an event that was sent again', () => {
  it('does not bring back an older profile or demand', () => {
    book.apply([gears('f', { version: 2 })], [], [wantsGears({ version: 2 })]);
    book.apply([gears('f', { products: ['花生油'] })], [], [wantsGears({ title: '花生油', status: 'closed' })]);
    expect(decided()?.demand.version).toBe(2);
    expect(ids()).toEqual(['f']);
  });
});

describe('what is gone', () => {
  it('is not proposed: a removed firm', () => {
    book.apply([gears('f')], [], [wantsGears()]);
    book.apply([], ['f'], []);
    expect(ids()).toEqual([]);
    expect(book.statistics()).toMatchObject({ firms: OTHERS.length, demands: 1 });
  });

  it('is not decided: a demand that is not published', () => {
    book.apply([gears('f')], [], [wantsGears()]);
    hears();
    for (const status of ['closed', 'returned', 'draft', 'submitted'] as const) {
      book.apply([], [], [wantsGears()]);
      expect(ids()).toEqual(['f']);
      book.apply([], [], [wantsGears({ status })]);
      expect(book.decide(['d', 'none'], TODAY)).toEqual([]);
      expect(book.affectedBy(['f'], TODAY)).toEqual([]);
    }
  });
});

describe('the advice to a firm', () => {
  const wanted = wantsGears({
    requirements: [
      requirement('r1', '五轴联动加工', { target: '', must: false }),
      requirement('r2', '奈米铬镀层', { disclosure: 'nda' }),
    ],
    certificates: [{ name: 'IATF 16949', must: true }],
    process: '渗碳淬火',
    regions: { values: ['山东省'], must: false },
  });
  const rival = gears('rival', { processes: ['渗碳淬火', '五轴联动加工'] });
  const firm = gears('f', { certificates: [{ name: 'ISO 9001:2015' }] });

  it('names what the demand asks and the profile does not say, with the place it would have then', () => {
    book.apply([rival, firm], [], [wanted]);
    const advised = book.advise('d', 'f', TODAY);
    expect(advised?.now.rank).toBe(2);
    expect(advised?.advice[0]).toMatchObject({
      requirement: 'certificate:IATF 16949',
      must: true,
      field: 'certificates',
    });
    const process = advised?.advice.find(({ requirement: key }) => key === 'process');
    expect(process).toMatchObject({ name: '渗碳淬火', field: 'processes' });
    // What is checked is what happens.
    book.apply([{ ...firm, version: 2, processes: ['渗碳淬火'] }], [], []);
    const then = decided()?.entries.find(({ firmId }) => firmId === 'f');
    expect(process?.after).toEqual({ rank: then?.rank, score: then?.score });
  });

  it('leaves the book as it was', () => {
    book.apply([rival, firm], [], [wanted]);
    const before = decided();
    book.advise('d', 'f', TODAY);
    expect(decided()).toEqual(before);
  });

  it('speaks neither of what the leader keeps back nor of what is met or cannot be said', () => {
    book.apply([rival, firm], [], [wanted]);
    const keys = (id: string) =>
      book
        .advise('d', id, TODAY)
        ?.advice.map(({ requirement: key }) => key)
        .sort();
    expect(keys('f')).toEqual(['certificate:IATF 16949', 'process', 'r1']);
    expect(keys('rival')).toEqual(['certificate:IATF 16949']);
  });

  it('is none for a firm that is not in the list', () => {
    book.apply([rival], [], [wanted]);
    expect(book.advise('d', 'other0', TODAY)).toBeUndefined();
    expect(book.advise('d', 'nobody', TODAY)).toBeUndefined();
    expect(book.advise('gone', 'rival', TODAY)).toBeUndefined();
  });
});

describe('the breakdown of a score', () => {
  const demand = wantsGears({ certificates: [{ name: 'ISO 9001', must: true }], process: '磨齿', link: '减速器' });
  const firm = gears('f', { processes: ['磨齿'], tier: '小巨人', certificates: [{ name: 'ISO 9001:2015' }] });

  it('adds up to what is shown, for a firm of the list and for any other', () => {
    book.apply([firm], [], [demand]);
    const [entry] = decided()?.entries ?? [];
    for (const id of ['f', 'other0']) {
      const found = book.breakdown('d', id, TODAY);
      const parts = [...(found?.learned ?? []), ...(found?.byHand ?? [])];
      const sum = parts.reduce((all, { share }) => all + share, found?.base ?? 0);
      expect(sum).toBeCloseTo(found?.odds ?? 0, 6);
      if (id === 'f') expect(chanceOf(sum)).toBeCloseTo(entry?.score ?? 0, 2);
    }
    const part = (name: string) => book.breakdown('d', 'f', TODAY)?.byHand.find((each) => each.part === name)?.value;
    expect([part('process'), part('tier'), part('region')]).toEqual([1, 1, 0]);
  });

  it('names the must that is contradicted, and knows neither strangers nor closed demands', () => {
    const expired = { name: 'ISO 9001:2015', validUntil: '2020-01-01' };
    book.apply([{ ...firm, certificates: [expired] }], [], [demand]);
    expect(book.breakdown('d', 'f', TODAY)?.excluded).toMatchObject({ why: 'certificate-expired', name: 'ISO 9001' });
    expect(book.breakdown('d', 'nobody', TODAY)).toBeUndefined();
    expect(book.breakdown('gone', 'f', TODAY)).toBeUndefined();
  });
});

it('counts the firms that are proposed for an open demand, by tier', () => {
  book.apply(
    [gears('f', { tier: '小巨人' }), gears('g')],
    [],
    [wantsGears(), demandState('silk', { title: '丝绸印染' })],
  );
  hears();
  hears({ demandId: 'silk', firmIds: ['f', 'other0'] });
  expect(book.coverage()).toEqual({
    demands: 2,
    tiers: [
      { tier: '', firms: OTHERS.length + 1, proposed: 2 },
      { tier: '小巨人', firms: 1, proposed: 1 },
    ],
  });
});

describe('with the ranking that ships', () => {
  const shipped = readModel(modelData);
  const region = Array.from({ length: 40 }, (_, at) =>
    profileState(`r${at}`, {
      products: [['丝绸面料', '医用导管', '电磁流量计', '水性涂料', '液压缸'][at % 5] ?? ''],
      domains: [['纺织', '医疗器械', '仪表', '涂料', '液压'][at % 5] ?? '', '制造'],
    }),
  );
  const proposed = (demand: DemandState, ...firms: readonly ProfileState[]) => {
    const shippedBook = new MatchBook(analyser, shipped);
    shippedBook.apply([...region, ...firms], [], [demand]);
    return shippedBook.decide([demand.id], TODAY)[0]?.entries ?? [];
  };
  const pump = profileState('pump', { products: ['海水淡化高压泵', '柱塞泵'], domains: ['流体机械', '制造'] });

  it('a small region finds the one firm that can, and shows how likely it is', () => {
    const [first, ...others] = proposed(demandState('d', { title: '海水淡化用高压泵' }), pump);
    expect(first?.firmId).toBe('pump');
    expect(first?.score).toBeGreaterThan(0.1);
    for (const { score } of others) expect(score).toBeLessThan(first?.score ?? 0);
  });

  it('proposes nobody where nobody can', () => {
    expect(proposed(demandState('d', { title: '海水淡化用高压泵' }))).toEqual([]);
  });

  it('reads on where the title says nothing', () => {
    const vague = demandState('d', { title: '诚征合作伙伴' });
    expect(proposed(vague, pump)).toEqual([]);
    expect(proposed({ ...vague, background: '海水淡化高压泵' }, pump)[0]?.firmId).toBe('pump');
  });

  it('shows a firm that meets what is asked as likelier', () => {
    const demand = demandState('d', { title: '海水淡化用高压泵', certificates: [{ name: 'ISO 9001', must: true }] });
    const [unknown] = proposed(demand, pump);
    const [met] = proposed(demand, { ...pump, certificates: [{ name: 'ISO 9001:2015', validUntil: '2027-01-01' }] });
    expect(met?.score).toBeGreaterThan(unknown?.score ?? 1);
  });
});

describe('an image of the book', () => {
  const again = (of: MatchBook) => new MatchBook(analyser, plainModel, deserialize(serialize(of.image())));

  it('makes a book that answers the same, and goes on as the first does', () => {
    const waiting = demandState('w', { title: '精密齿轮加工', status: 'submitted' });
    const chosen = demandState('c', { title: '精密齿轮', chosen: { order: 'at-once', firms: [] } });
    book.apply([gears('good', { tier: '小巨人' }), gears('gone')], ['gone'], [wantsGears(), waiting, chosen], []);
    book.apply(
      [],
      [],
      [],
      [{ demandId: 'd', version: 1, demandVersion: 1, open: true, firmIds: ['good'], excludedIds: [] }],
    );
    const restored = again(again(book));
    const answers = (of: MatchBook) => [
      of.decide(['d', 'w', 'c'], TODAY),
      of.candidates('w', TODAY),
      of.like('d'),
      of.coverage(),
      of.affectedBy(['good'], TODAY),
      of.advise('d', 'good', TODAY),
      of.breakdown('d', 'good', TODAY),
      of.contradictions('d', 'good', TODAY),
      of.statistics(),
    ];
    expect(book.decide(['d'], TODAY)[0]?.entries.map(({ firmId }) => firmId)).toEqual(['good']);
    expect(answers(restored)).toEqual(answers(book));
    for (const each of [book, restored])
      each.apply([gears('new')], ['good'], [demandState('w', { status: 'published', version: 2 })]);
    expect(answers(restored)).toEqual(answers(book));
    expect(restored.affectedBy(['new'], TODAY).sort()).toEqual(['d', 'w']);
  });

  it('of an empty book makes an empty book', () => {
    const empty = again(new MatchBook(analyser, plainModel));
    empty.apply([...OTHERS, gears('f')], [], [wantsGears()]);
    expect(empty.decide(['d'], TODAY)[0]?.entries.map(({ firmId }) => firmId)).toEqual(['f']);
  });
});
