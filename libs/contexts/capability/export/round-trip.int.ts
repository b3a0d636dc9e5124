import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProfileContent } from '#contracts/profile';
import type { Collection } from '#ports/store/store';
import { TemporaryStore } from '#test/kit/embedded';
import { NOW } from '#test/kit/makers';
import { PROFILES, type Profile } from '../capability.store.js';
import { applyRows } from '../import/apply-rows.js';
import { type FirmFile, readFirmFile } from '../import/read-firm-file.js';
import { EMPTY_LISTS, newProfile } from '../profile.rules.js';
import { exportCsv, exportJsonl, exportXlsx } from './export-profiles.js';

const FIRMS: readonly (ProfileContent & { readonly externalId?: string })[] = [
  { ...EMPTY_LISTS, name: '空空公司' },
  {
    name: '青岛（全）机械有限公司',
    creditCode: '91370200264574251E',
    externalId: 'f1',
    region: '山东省青岛市',
    products: ['精密齿轮', '轴承'],
    processes: ['磨齿'],
    equipment: ['蜗杆砂轮磨齿机3台'],
    certificates: [
      { name: 'ISO 9001:2015', number: 'QM-77', validUntil: '2028-05-31' },
      { name: 'IATF 16949', validUntil: '2027-01-01' },
      { name: 'CNAS', number: 'L0001' },
      { name: '高新技术企业' },
    ],
    patents: ['一种齿轮修形方法'],
    cases: ['为某冰箱厂供应压缩机齿轮'],
    capacity: ['月产齿轮20万件'],
    domains: ['齿轮制造'],
    industries: ['通用设备制造业'],
    employees: 120,
    tier: '小巨人',
    text: '第一行\n第二行，“引号” "quotes", commas',
  },
  {
    ...EMPTY_LISTS,
    name: '=HYPERLINK("http://evil") 公司',
    products: ['齿轮、轴承', '泵；阀', 'a;b', '两\n行', '[方括号', '|竖线'],
    processes: ['-5℃ 冷处理', '+焊接', '@装配'],
    certificates: [{ name: '甲；乙|丙', number: '1、2', validUntil: '2028-01-01' }, { name: '丁' }],
    cases: ['[1]'],
    text: "'=SUM(A1)",
  },
  { ...EMPTY_LISTS, name: '-减号公司', equipment: ['=1+1'], domains: ['＝全角'], text: '@提到', employees: 0 },
];

const FORMATS: readonly [FirmFile['format'], (profiles: Collection<Profile>) => Readable | Promise<Readable>][] = [
  ['csv', exportCsv],
  ['jsonl', exportJsonl],
  ['xlsx', exportXlsx],
];

let temporary: TemporaryStore;
let folder: string;
let profiles: Collection<Profile>;
beforeAll(async () => {
  temporary = await TemporaryStore.open();
  folder = await mkdtemp(join(tmpdir(), 'rulian-test-'));
});
afterAll(async () => {
  await temporary.destroy();
  await rm(folder, { recursive: true });
});

let tests = 0;
const empty = () => {
  tests += 1;
  return temporary.store.collection({ ...PROFILES, name: `profile_${tests}` });
};
beforeEach(async () => {
  profiles = await empty();
  const entries = FIRMS.map(({ externalId, ...content }, at) => ({
    doc: newProfile(`p${at}`, content, 'own', NOW, externalId ? { externalId } : {}),
  }));
  await profiles.insert(entries);
});

async function exported(format: FirmFile['format'], make: (typeof FORMATS)[0][1]): Promise<FirmFile> {
  const path = join(folder, `${tests}.${format}`);
  await pipeline(await make(profiles), createWriteStream(path));
  return { format, path };
}

async function importInto(into: Collection<Profile>, file: FirmFile) {
  const reading = { jobId: 'job', at: NOW, named: new Set<string>() };
  const counts = { created: 0, updated: 0, unchanged: 0, kept: 0 };
  const report = await readFirmFile(file, async (rows) => {
    const firms = rows.flatMap((row) => ('firm' in row ? [row.firm] : []));
    const some = await applyRows(into, firms, reading);
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += some[key];
  });
  expect(report).toMatchObject({ firms: FIRMS.length, refused: 0, notices: [] });
  return counts;
}

const contents = async (from: Collection<Profile>) =>
  (await from.scan({ limit: 100 })).items
    .map(({ id: _i, version: _v, origin: _o, importDigest: _d, importJob: _j, ...rest }) => rest)
    .sort((a, b) => (a.name < b.name ? -1 : 1));

describe.each(FORMATS)('an export as %s', (format, make) => {
  it('brought in again changes nothing', async () => {
    const before = (await profiles.scan({ limit: 100 })).items;
    expect(await importInto(profiles, await exported(format, make))).toEqual({
      created: 0,
      updated: 0,
      unchanged: FIRMS.length,
      kept: 0,
    });
    expect((await profiles.scan({ limit: 100 })).items).toEqual(before);
  });

  it('brought in elsewhere gives the same profiles', async () => {
    const other = await empty();
    expect((await importInto(other, await exported(format, make))).created).toBe(FIRMS.length);
    expect(await contents(other)).toEqual(await contents(profiles));
  });
});

describe('an export as csv', () => {
  it('tells sheets that it is UTF-8, and holds no formula', async () => {
    const { path } = await exported('csv', exportCsv);
    const text = await readFile(path, 'utf8');
    expect(text.startsWith('\ufeff名称,统一社会信用代码,地区,')).toBe(true);
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
  });
});
