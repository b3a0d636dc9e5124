import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { type ZipPart, zip } from '#test/kit/zip';
import type { ReadRow } from './firm-row.js';
import { readFirmFile } from './read-firm-file.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  path = join(folder, 'firms.xlsx');
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function read() {
  const rows: ReadRow[] = [];
  const report = await readFirmFile({ format: 'xlsx', path }, async (batch) => {
    rows.push(...batch);
  });
  return { report, rows };
}

const workbook = async (data: SheetData): Promise<Buffer> => await writeXlsxFile(data).toBuffer();

const book: ZipPart = { name: 'xl/workbook.xml', content: '<workbook/>' };
const sheet = (content: string): ZipPart => ({ name: 'xl/worksheets/sheet1.xml', content });

describe('reading a workbook', () => {
  it('reads texts, numbers and dates of the first sheet', async () => {
    const cell = (value: string) => ({ value, type: String });
    const data: SheetData = [
      ['企业名称', '统一社会信用代码', '员工人数', '资质证书', '备注', '地区'].map(cell),
      [
        cell('甲公司'),
        cell('91370200264574251E'),
        { value: 120, type: Number },
        cell('ISO 9001|A-1|有效期至2027-06-30；CE'),
        cell('x'),
        { value: new Date('2026-05-06T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
      ],
      [null],
      [cell('乙公司'), { value: Number('914403001922038216'), type: Number }, null, cell('CE|1|昨天'), null, null],
    ];
    await writeFile(path, await workbook(data));
    const { report, rows } = await read();
    expect(report).toEqual({
      rows: 2,
      firms: 1,
      refused: 1,
      notices: [{ code: 'import.column.unknown', params: { columns: '备注' } }],
    });
    expect(rows[0]).toMatchObject({
      firm: {
        row: 2,
        name: '甲公司',
        creditCode: '91370200264574251E',
        employees: 120,
        region: '2026-05-06',
        certificates: [{ name: 'ISO 9001', number: 'A-1', validUntil: '2027-06-30' }, { name: 'CE' }],
      },
    });
    expect(rows[1]).toMatchObject({
      row: 4,
      problems: [
        { row: 4, column: 'B', header: '统一社会信用代码', code: 'import.credit_code.number' },
        { row: 4, column: 'D', header: '资质证书', code: 'import.date.invalid', params: { date: '昨天' } },
      ],
    });
  });

  it('hands a large sheet on in batches', async () => {
    const rows = Array.from({ length: 1201 }, (_, i) => [{ value: i === 0 ? 'name' : `firm ${i}`, type: String }]);
    await writeFile(path, await workbook(rows));
    const sizes: number[] = [];
    await readFirmFile({ format: 'xlsx', path }, async (batch) => {
      sizes.push(batch.length);
    });
    expect(sizes).toEqual([500, 500, 200]);
  });

  it('refuses what is no workbook', async () => {
    const good = await workbook([[{ value: 'name', type: String }]]);
    const broken: (Buffer | string)[] = [
      'not a zip',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      good.subarray(0, good.length / 2),
      Buffer.concat([good.subarray(0, 40), Buffer.alloc(40, 0xaa), good.subarray(80)]),
      zip([{ name: 'word/document.xml', content: '<x/>' }]),
      zip([book]),
      zip([book, sheet('<worksheet><sheetData><row r="1"><c r="A1">')]),
      zip([book, sheet('<worksheet><sheetData><row foo=">" r="999999999"></row></sheetData></worksheet>')]),
      zip([book, { name: 'xl/worksheets/sheet9.xml', content: '<x/>', hidden: true }]),
      Buffer.from('504b0506'.padEnd(44, 'f'), 'hex'),
    ];
    for (const content of broken) {
      await writeFile(path, content);
      expect((await read()).report).toEqual({
        rows: 0,
        firms: 0,
        refused: 0,
        notices: [],
        problem: { code: 'import.file.not_xlsx', params: {} },
      });
    }
  });

  it('refuses an empty file and one over 20 MB before reading it', async () => {
    await writeFile(path, '');
    expect((await read()).report.problem).toEqual({ code: 'import.file.empty', params: {} });
    await truncate(path, 20 * 1024 * 1024 + 1);
    expect((await read()).report.problem).toEqual({ code: 'import.file.too_large', params: { limit: 20 } });
  });

  it('refuses what unpacks to more than 200 MB, also when the archive lies about it', async () => {
    const bomb = Buffer.alloc(201 * 1024 * 1024);
    for (const part of [
      { name: 'xl/sharedStrings.xml', content: bomb, says: 100 },
      { name: 'xl/sharedStrings.xml', content: 'x', says: 300 * 1024 * 1024 },
    ]) {
      await writeFile(path, zip([book, part]));
      expect((await read()).report.problem).toEqual({ code: 'import.file.unpacked_too_large', params: { limit: 200 } });
    }
  });

  it.each([
    ['<row r="1048576"><c r="A1048576"/></row>', 'import.file.too_many_rows'],
    ['<row><c r="A200000"/></row>', 'import.file.too_many_rows'],
    ['<row r="1"><c r="XFD1"/></row>', 'import.file.too_many_columns'],
  ])('refuses a sheet that reaches too far: %s', async (row, code) => {
    await writeFile(path, zip([book, sheet(`<worksheet><sheetData>${row}</sheetData></worksheet>`)]));
    expect((await read()).report.problem).toMatchObject({ code });
  });
});
