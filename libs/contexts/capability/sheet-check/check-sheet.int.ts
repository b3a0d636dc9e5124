import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkSheet, type SheetFile } from './check-sheet.js';
import { checkedSheet } from './checked-sheet.js';
import { markedRows, markedSheet } from './marked-sheet.js';

const CSV = `本市专精特新企业名单
企业名称,统一社会信用代码,备注,员工人数
青岛岚齿精密机械有限公司,,老客户,86
,,,12
烟台衡辙齿轮有限公司,123,,很多
济南铭啮传动有限公司`;

describe('a sheet with mistakes', () => {
  let folder: string;
  let sheet: SheetFile;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rulian-sheet-'));
    sheet = { format: 'csv', path: join(folder, 'firms.csv') };
    await writeFile(sheet.path, CSV);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is shown as it stands, with what is wrong beside its cell and how to mend it', async () => {
    const view = await checkedSheet(sheet, await checkSheet(sheet), 'zh');
    expect(view.header).toEqual(['企业名称', '统一社会信用代码', '备注', '员工人数']);
    expect(view).toMatchObject({ rowCount: 4, wrongCount: 2 });
    expect(view.rows.map(({ row, wrong }) => [row, wrong.map(({ at }) => at)])).toEqual([
      [3, []],
      [4, [0]],
      [5, [1, 3]],
      [6, []],
    ]);
    expect(view.rows[2]?.cells).toEqual(['烟台衡辙齿轮有限公司', '123', '', '很多']);
    expect(view.rows[2]?.wrong[0]?.text).toBe('统一社会信用代码应为 18 位，现为 3 位。请对照营业执照改正。');
    expect(view.rows[2]?.wrong[1]?.text).toContain('请只填数字');
    expect(view.notices[0]?.text).toContain('备注');
  });

  it('comes back with its wrong cells marked and a last column that says how to mend each row', async () => {
    const rows = await markedRows(sheet, await checkSheet(sheet), 'en');
    const marked = rows.map((row) => row.flatMap((cell, at) => (cell?.backgroundColor ? [at] : [])));
    expect(marked).toEqual([[], [], [], [0], [1, 3], []]);
    expect(rows[1]?.[4]?.value).toBe('How to mend it');
    expect(rows[3]?.[4]?.value).toBe('The firm name is missing. Fill in the full name of the business licence.');
    expect(String(rows[4]?.[4]?.value).split('\n')).toHaveLength(2);
  });

  it('can be checked again as the marked xlsx file: the same rows are wrong, and the column is left out', async () => {
    const again: SheetFile = { format: 'xlsx', path: join(folder, 'marked.xlsx') };
    await pipeline(await markedSheet(sheet, await checkSheet(sheet), 'zh'), createWriteStream(again.path));
    const { report, wrong } = await checkSheet(again);
    expect([...wrong.keys()]).toEqual([4, 5]);
    expect(report).toMatchObject({ rows: 4, firms: 2, refused: 2 });
    expect(report.notices[0]?.params.columns).toBe('备注, 怎么改');
  });

  it('that cannot be read to its end shows what is before, and says why it ends', async () => {
    const broken: SheetFile = { format: 'csv', path: join(folder, 'broken.csv') };
    await writeFile(broken.path, '企业名称,员工人数\n甲有限公司,很多\n"乙有限公司,3\n');
    const view = await checkedSheet(broken, await checkSheet(broken), 'zh');
    expect(view.rows.map(({ row, wrong }) => [row, wrong.length])).toEqual([[2, 1]]);
    expect(view.refusal).toContain('引号');
  });

  it('shows the first five hundred rows and, of those behind, the ones that are wrong', async () => {
    const long: SheetFile = { format: 'csv', path: join(folder, 'long.csv') };
    const lines = Array.from({ length: 900 }, (_, at) => `长行${at}有限公司,${at === 800 ? '很多' : at}`);
    await writeFile(long.path, `企业名称,员工人数\n${lines.join('\n')}`);
    const view = await checkedSheet(long, await checkSheet(long), 'zh');
    expect(view.rows).toHaveLength(501);
    expect(view.rows.at(-1)).toMatchObject({ row: 802, wrong: [{ at: 1 }] });
    expect(view).toMatchObject({ rowCount: 900, wrongCount: 1 });
  });
});
