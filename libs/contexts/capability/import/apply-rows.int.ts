import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import { CountingCollection } from '#test/kit/counting-collection';
import { TemporaryStore } from '#test/kit/embedded';
import { NOW } from '#test/kit/makers';
import { PROFILES, type Profile } from '../capability.store.js';
import { EMPTY_LISTS } from '../profile.rules.js';
import { applyRows, type Counts } from './apply-rows.js';
import type { FirmRow } from './firm-row.js';

const LATER = '2026-11-23T02:00:00.000Z';
const CODE = '91370200264574251E';
const OTHER_CODE = '91370200MA0000001J';

let temporary: TemporaryStore;
let profiles: CountingCollection<Profile>;
beforeAll(async () => {
  temporary = await TemporaryStore.open();
});
afterAll(() => temporary.destroy());

let tests = 0;
beforeEach(async () => {
  tests += 1;
  profiles = new CountingCollection(await temporary.store.collection({ ...PROFILES, name: `profile_${tests}` }));
  await temporary.store.flushed();
  temporary.published.length = 0;
});

const firm = (name: string, more: Partial<FirmRow> = {}) => ({ ...EMPTY_LISTS, name, ...more });

let jobs = 0;
/** Imports the firms as the rows of one file, from row 2. */
function bringIn(firms: readonly Omit<FirmRow, 'row'>[], jobId?: string, at = NOW): Promise<Counts> {
  jobs += 1;
  const rows = firms.map((one, place) => ({ ...one, row: place + 2 }));
  return applyRows(profiles, rows, { jobId: jobId ?? `job${jobs}`, at, named: new Set() });
}

const all = async (): Promise<Profile[]> => (await profiles.scan({ limit: 1000 })).items;
const one = async (): Promise<Profile> => {
  const [profile, ...rest] = await all();
  if (!profile || rest.length > 0) throw new Error(`${rest.length + 1} profiles`);
  return profile;
};
const counts = (more: Partial<Counts>): Counts => ({ created: 0, updated: 0, unchanged: 0, kept: 0, ...more });
const events = () => temporary.events<ProfileState>(TOPICS.profile);

describe('rows of firms that are new', () => {
  it('become profiles, each with its events', async () => {
    const gears = firm('甲公司', { products: ['齿轮'], creditCode: CODE, externalId: 'f1', region: '山东省' });
    expect(await bringIn([gears, firm('乙公司')])).toEqual(counts({ created: 2 }));
    const stored = (await all()).sort((a, b) => (a.name < b.name ? 1 : -1));
    expect(stored).toEqual([
      expect.objectContaining({
        name: '甲公司',
        products: ['齿轮'],
        externalId: 'f1',
        origin: 'imported',
        completeness: 30,
      }),
      expect.objectContaining({ name: '乙公司', completeness: 0 }),
    ]);
    expect((await events()).map(({ type, time }) => [type, time])).toEqual([
      [EVENTS.profileImported, NOW],
      [EVENTS.profileImported, NOW],
    ]);
    const [first] = await events();
    for (const key of ['nameKey', 'externalId', 'importDigest', 'importJob', 'duplicateKey']) {
      expect(first?.data).not.toHaveProperty(key);
    }
    expect(await temporary.types(TOPICS.publicFirm)).toHaveLength(2);
  });

  it('cost three look-ups and one insert, whatever their number', async () => {
    const firms = Array.from({ length: 500 }, (_, at) => firm(`公司${at}`, { externalId: `f${at}` }));
    await bringIn(firms);
    expect(Object.fromEntries(profiles.calls)).toEqual({ manyBy: 3, insert: 1 });
    profiles.calls.clear();
    expect(await bringIn(firms)).toEqual(counts({ unchanged: 500 }));
    expect([profiles.calls.get('manyBy'), profiles.calls.get('save')]).toEqual([3, undefined]);
  });
});

describe('the same file again', () => {
  const file = [
    firm('甲公司', { products: ['齿轮'], creditCode: CODE, externalId: 'f1' }),
    firm('乙公司', { domains: ['机械'] }),
    firm('丙公司', { externalId: 'f3' }),
    firm('丙公司', { externalId: 'f4' }),
  ];

  it('writes nothing', async () => {
    await bringIn(file);
    const before = [await all(), (await events()).length];
    expect(await bringIn(file, 'again', LATER)).toEqual(counts({ unchanged: 4 }));
    expect([await all(), (await events()).length]).toEqual(before);
  });

  it('writes nothing either when its columns stand in another order', async () => {
    await bringIn(file);
    const turned = file.map((row) => Object.fromEntries(Object.entries(row).reverse()) as typeof row);
    expect(await bringIn(turned)).toEqual(counts({ unchanged: 4 }));
  });

  it('writes what has changed, and nothing else', async () => {
    await bringIn(file);
    const [first, ...rest] = file as [(typeof file)[0], ...typeof file];
    expect(await bringIn([{ ...first, products: ['轴承'] }, ...rest])).toEqual(counts({ updated: 1, unchanged: 3 }));
    expect(await profiles.manyBy('byCode', [CODE])).toEqual([
      expect.objectContaining({ products: ['轴承'], version: 2 }),
    ]);
  });
});

describe('a row finds its firm', () => {
  it('by credit code, whatever its name and id are now', async () => {
    await bringIn([firm('旧名公司', { creditCode: CODE, externalId: 'f1' })]);
    expect(await bringIn([firm('新名公司', { creditCode: CODE, externalId: 'x9' })])).toEqual(counts({ updated: 1 }));
    expect(await one()).toMatchObject({ name: '新名公司', nameKey: '新名公司', externalId: 'x9' });
  });

  it('by the id of the file', async () => {
    await bringIn([firm('旧名公司', { externalId: 'f1' })]);
    expect(await bringIn([firm('新名公司', { externalId: 'f1', creditCode: CODE })])).toEqual(counts({ updated: 1 }));
    expect(await one()).toMatchObject({ name: '新名公司', creditCode: CODE, externalId: 'f1' });
  });

  it('by its name after normalising, and the profile keeps what the row does not say', async () => {
    await bringIn([firm('青岛（甲）有限责任公司', { creditCode: CODE, externalId: 'f1' })]);
    expect(await bringIn([firm('青岛(甲)有限公司', { region: '山东省' })])).toEqual(counts({ updated: 1 }));
    expect(await one()).toMatchObject({ creditCode: CODE, externalId: 'f1', region: '山东省' });
  });

  it.each([
    ['the name with another credit code', { creditCode: CODE }, { creditCode: OTHER_CODE }],
    ['the name with another id', { externalId: 'f1' }, { externalId: 'f2' }],
    [
      'the id with another credit code',
      { externalId: 'f1', creditCode: CODE },
      { externalId: 'f1', creditCode: OTHER_CODE },
    ],
  ])('not by %s', async (_, stored, row) => {
    await bringIn([firm('甲公司', stored)]);
    expect(await bringIn([firm('甲公司', row)])).toEqual(counts({ created: 1 }));
    expect(await all()).toHaveLength(2);
  });

  it('not by the number of a row: every list has a number 1', async () => {
    await bringIn([firm('甲公司', { externalId: '1', products: ['齿轮'] })]);
    expect(await bringIn([firm('乙公司', { externalId: '1', products: ['花生油'] })])).toEqual(counts({ created: 1 }));
    expect(await bringIn([firm('甲公司', { externalId: '7', products: ['齿轮'] })])).toEqual(counts({ unchanged: 1 }));
    expect((await all()).map(({ products }) => products[0]).sort()).toEqual(['花生油', '齿轮'].sort());
  });

  it('not by a name that is two firms’', async () => {
    await bringIn([firm('甲公司', { externalId: 'f1' }), firm('甲公司', { externalId: 'f2' })]);
    expect(await bringIn([firm('甲公司')])).toEqual(counts({ created: 1 }));
  });
});

describe('a row that says less', () => {
  it('empties nothing', async () => {
    const certificates = [{ name: 'ISO 9001', validUntil: '2028-01-01' }];
    const full = { creditCode: CODE, products: ['齿轮'], certificates, employees: 12, text: '简介', tier: '小巨人' };
    await bringIn([firm('甲公司', full)]);
    expect(await bringIn([firm('甲公司', { creditCode: CODE, region: '山东省' })])).toEqual(counts({ updated: 1 }));
    expect(await one()).toMatchObject({ ...full, region: '山东省', completeness: 50 });
  });
});

describe('a firm that stands twice in a file', () => {
  const first = firm('甲公司', { externalId: 'f1', products: ['齿轮'], region: '山东省' });
  const second = firm('甲公司', {
    externalId: 'f1',
    products: ['轴承', '齿轮'],
    cases: ['案例'],
    region: '江苏省',
    tier: '小巨人',
  });

  it('is one profile with what both rows say, and the first holds where they differ', async () => {
    expect(await bringIn([first, second])).toEqual(counts({ created: 1, updated: 1 }));
    expect(await one()).toMatchObject({
      products: ['齿轮', '轴承'],
      cases: ['案例'],
      region: '山东省',
      tier: '小巨人',
    });
  });

  it('stays as it is when the file comes again', async () => {
    await bringIn([first, second]);
    const before = await one();
    for (let again = 0; again < 3; again += 1) {
      expect(await bringIn([first, second], undefined, LATER)).toEqual(counts({ unchanged: 2 }));
    }
    expect(await one()).toEqual(before);
  });

  it('is not written twice when the rows are the same', async () => {
    expect(await bringIn([first, first, first])).toEqual(counts({ created: 1, unchanged: 2 }));
    expect((await one()).version).toBe(1);
  });

  it('follows its first row when that changes', async () => {
    await bringIn([first, second]);
    await bringIn([{ ...first, products: ['泵'] }, second]);
    expect(await one()).toMatchObject({ products: ['泵', '轴承', '齿轮'] });
  });

  it('is found when the rows name it in different ways', async () => {
    const byCode = firm('甲公司', { creditCode: CODE, externalId: 'f1' });
    await bringIn([byCode]);
    const rows = [
      firm('甲公司改', { creditCode: CODE, products: ['齿轮'] }),
      firm('甲公司又改', { externalId: 'f1', products: ['轴承'] }),
    ];
    expect(await bringIn(rows)).toEqual(counts({ updated: 2 }));
    expect([...(await one()).products].sort()).toEqual(['轴承', '齿轮'].sort());
  });
});

describe('a claimed profile', () => {
  it('is kept as its owner has it', async () => {
    await bringIn([firm('甲公司', { creditCode: CODE })]);
    const claimed = { ...(await one()), organisationId: 'o', products: ['自己写的'] };
    await profiles.save(claimed);
    const rows = [firm('甲公司', { creditCode: CODE, products: ['别的'] }), firm('甲公司', { products: ['又别的'] })];
    expect(await bringIn(rows)).toEqual(counts({ kept: 2 }));
    expect(await one()).toMatchObject({ products: ['自己写的'], version: 2 });
  });

  it('is kept when it is claimed while the row is on its way', async () => {
    await bringIn([firm('甲公司', { creditCode: CODE })]);
    profiles.before = async (method) => {
      if (method !== 'save') return;
      profiles.before = async () => undefined;
      await profiles.save({ ...(await one()), organisationId: 'o' });
    };
    expect(await bringIn([firm('甲公司', { creditCode: CODE, region: '山东省' })])).toEqual(counts({ kept: 1 }));
    expect(await one()).toMatchObject({ organisationId: 'o', version: 2 });
  });
});

describe('what others write meanwhile', () => {
  it('is not lost, and neither is the row', async () => {
    await bringIn([firm('甲公司', { creditCode: CODE })]);
    profiles.before = async (method) => {
      if (method !== 'save') return;
      profiles.before = async () => undefined;
      await profiles.save({ ...(await one()), text: '工作人员补充' });
    };
    expect(await bringIn([firm('甲公司', { creditCode: CODE, region: '山东省' })])).toEqual(counts({ updated: 1 }));
    expect(await one()).toMatchObject({ text: '工作人员补充', region: '山东省' });
  });

  it('does not make a second profile of one credit code', async () => {
    profiles.before = async (method) => {
      if (method !== 'insert') return;
      profiles.before = async () => undefined;
      await bringIn([firm('甲公司', { creditCode: CODE })], 'faster');
    };
    const result = await bringIn([firm('甲公司', { creditCode: CODE, region: '山东省' })], 'slower');
    expect(result).toEqual(counts({ updated: 1 }));
    expect(await one()).toMatchObject({ region: '山东省' });
  });
});

describe('profiles of the same name', () => {
  it('are marked as possible duplicates on both sides, once', async () => {
    await bringIn([firm('甲有限公司', { externalId: 'f1' }), firm('乙公司')]);
    await bringIn([firm('甲 有限责任公司', { externalId: 'f2' })]);
    const marked = async () => (await profiles.find('duplicates', { limit: 10 })).items;
    expect((await marked()).map(({ externalId, duplicateKey }) => [externalId, duplicateKey]).sort()).toEqual([
      ['f1', '甲有限公司'],
      ['f2', '甲有限公司'],
    ]);
    const before = await all();
    await bringIn([firm('甲 有限责任公司', { externalId: 'f2' })]);
    expect(await all()).toEqual(before);
  });

  it('are marked within one file as well, and when a firm takes the name of another', async () => {
    await bringIn([
      firm('甲公司', { externalId: 'f1' }),
      firm('甲公司', { externalId: 'f2' }),
      firm('乙公司', { externalId: 'f3' }),
    ]);
    expect((await profiles.find('duplicates', { limit: 10 })).items).toHaveLength(2);
    await bringIn([firm('甲公司', { externalId: 'f3' })]);
    expect((await profiles.find('duplicates', { limit: 10 })).items).toHaveLength(3);
    await bringIn([firm('丁公司', { externalId: 'f3' })]);
    expect((await profiles.find('duplicates', { limit: 10 })).items.map(({ externalId }) => externalId).sort()).toEqual(
      ['f1', 'f2'],
    );
  });
});

describe('an import that was cut short', () => {
  it('counts what it had done already as done when it reads the file again', async () => {
    await bringIn([firm('旧公司', { externalId: 'f0' }), firm('同公司', { externalId: 'f9' })], 'before');
    const file = [
      firm('旧公司', { externalId: 'f0', region: '山东省' }),
      firm('同公司', { externalId: 'f9' }),
      firm('新公司', { externalId: 'f1' }),
      firm('又一公司', { externalId: 'f2' }),
    ];
    await bringIn(file.slice(0, 3), 'job');
    expect(await bringIn(file, 'job')).toEqual(counts({ updated: 1, unchanged: 1, created: 2 }));
    expect(await all()).toHaveLength(4);
    expect(await events()).toHaveLength(5);
  });

  it('counts each of several rows of one firm as it did the first time', async () => {
    await bringIn([firm('甲公司', { products: ['齿轮'] })]);
    const rows = [
      firm('甲公司', { products: ['齿轮'] }),
      firm('甲公司', { products: ['蜗杆'] }),
      firm('甲公司', { products: ['齿轮'] }),
    ];
    const first = await bringIn(rows, 'cut short');
    expect(first).toEqual(counts({ updated: 1, unchanged: 2 }));
    const { version } = await one();
    expect(await bringIn(rows, 'cut short')).toEqual(first);
    expect((await one()).version).toBe(version);
  });
});
