import { describe, expect, it } from '@jest/globals';
import { checkRow } from './check-row.js';
import { columnLetters, type Field, fieldOf } from './columns.js';
import type { RowProblem } from './firm-row.js';

const cell = (field: Field, value: unknown) => ({ field, value, column: 'C', header: '列' });
const firm = (field: Field, value: unknown) => {
  const read = checkRow(7, [{ field: 'name', value: '甲公司', column: 'A', header: '名称' }, cell(field, value)]);
  if (!('firm' in read)) throw new Error(`refused: ${JSON.stringify(read.problems)}`);
  return read.firm;
};
const problems = (field: Field, value: unknown): readonly RowProblem[] => {
  const read = checkRow(7, [{ field: 'name', value: '甲公司', column: 'A', header: '名称' }, cell(field, value)]);
  return 'problems' in read ? read.problems : [];
};
const codes = (field: Field, value: unknown) => problems(field, value).map((problem) => problem.code);

describe('checking a row', () => {
  it('gives a firm with all that was in the row', () => {
    expect(firm('products', '齿轮；减速器;齿轮、 \n轴承')).toEqual({
      row: 7,
      name: '甲公司',
      products: ['齿轮', '减速器', '轴承'],
      processes: [],
      equipment: [],
      certificates: [],
      patents: [],
      cases: [],
      capacity: [],
      domains: [],
      industries: [],
    });
  });

  it('says where and what is wrong', () => {
    expect(problems('creditCode', '91370200264574251F')).toEqual([
      {
        row: 7,
        column: 'C',
        header: '列',
        code: 'import.credit_code.check_digit',
        value: '91370200264574251F',
        params: { expected: 'E', found: 'F' },
      },
    ]);
    expect(problems('employees', `很多人${'😀'.repeat(200)}`)[0]!.value).toBe(`很多人${'😀'.repeat(77)}`);
  });

  it('wants a name', () => {
    const read = checkRow(3, [cell('region', '青岛')], { column: 'A', header: '企业名称' });
    expect(read).toEqual({
      row: 3,
      problems: [{ row: 3, column: 'A', header: '企业名称', code: 'import.name.missing', value: '', params: {} }],
    });
  });

  it('reports every problem of a row, and a broken name only once', () => {
    const read = checkRow(3, [
      { field: 'name', value: '长'.repeat(201), column: 'A', header: '名称' },
      cell('employees', 'x'),
    ]);
    expect('problems' in read && read.problems.map((problem) => problem.code)).toEqual([
      'import.cell.too_long',
      'import.number.invalid',
    ]);
  });

  it('reads credit codes as they are typed, and not from numbers that lost digits', () => {
    expect(firm('creditCode', ' 91370200264574251e ').creditCode).toBe('91370200264574251E');
    expect(codes('creditCode', Number('914403001922038216'))).toEqual(['import.credit_code.number']);
    expect(codes('creditCode', '913')).toEqual(['import.credit_code.length']);
    expect(codes('creditCode', '9137020026457425OE')).toEqual(['import.credit_code.character']);
    expect(firm('creditCode', '').creditCode).toBeUndefined();
  });

  it.each([
    [120, 120],
    ['1,200 人', 1200],
    ['３５', 35],
    ['0', 0],
  ])('reads %j employees', (value, number) => {
    expect(firm('employees', value).employees).toBe(number);
  });

  it.each(['很多', '1.5', -1, 12.5, '1,2', '99999999999', true])('refuses %j employees', (value) => {
    expect(codes('employees', value)).toEqual(['import.number.invalid']);
  });

  it('keeps to its bounds', () => {
    const list = (n: number) => Array.from({ length: n }, (_, i) => `项${i}`);
    expect(firm('patents', list(500)).patents).toHaveLength(500);
    expect(codes('patents', list(501))).toEqual(['import.list.too_many']);
    expect(firm('patents', ['长'.repeat(500)]).patents).toHaveLength(1);
    expect(problems('patents', ['短', '长'.repeat(501)])[0]).toMatchObject({
      code: 'import.list.item_too_long',
      params: { item: 2, length: 501, limit: 500 },
    });
    expect(firm('text', '文'.repeat(20_000)).text).toHaveLength(20_000);
    expect(codes('text', '文'.repeat(20_001))).toEqual(['import.cell.too_long']);
  });

  it('refuses what lost its characters, and values of another type', () => {
    expect(codes('region', '青\ufffd')).toEqual(['import.bytes.invalid']);
    expect(codes('region', '\ud800')).toEqual(['import.bytes.invalid']);
    expect(codes('products', ['齿轮', { name: '\ufffd' }])).toEqual(['import.bytes.invalid']);
    expect(codes('region', { city: '青岛' })).toEqual(['import.cell.type']);
    expect(codes('products', [['齿轮']])).toEqual(['import.cell.type']);
    expect(codes('products', { a: 1 })).toEqual(['import.cell.type']);
  });

  it('takes control characters out and keeps the lines of a text', () => {
    expect(firm('region', ' 青\u0000岛\t市\n').region).toBe('青岛 市');
    expect(firm('text', '一\n二\u0007').text).toBe('一\n二');
  });
});

describe('certificates', () => {
  const certificates = (value: unknown) => firm('certificates', value).certificates;

  it.each([
    ['ISO 9001|MY-77|有效期至2027-06-30', { name: 'ISO 9001', number: 'MY-77', validUntil: '2027-06-30' }],
    ['ISO 9001｜MY-77｜2027年6月3日', { name: 'ISO 9001', number: 'MY-77', validUntil: '2027-06-03' }],
    ['ISO 9001|有效期至：2027/6/3', { name: 'ISO 9001', validUntil: '2027-06-03' }],
    ['ISO 9001|2027.06.03', { name: 'ISO 9001', validUntil: '2027-06-03' }],
    ['ISO 9001|MY-77|长期', { name: 'ISO 9001', number: 'MY-77' }],
    ['ISO 9001|MY-77|', { name: 'ISO 9001', number: 'MY-77' }],
    ['ISO 9001', { name: 'ISO 9001' }],
  ])('reads %s', (text, certificate) => {
    expect(certificates(text)).toEqual([certificate]);
  });

  it('reads several in a cell, and objects of a JSON array', () => {
    expect(certificates('CE|1；CCC|2\nUL')).toEqual([
      { name: 'CE', number: '1' },
      { name: 'CCC', number: '2' },
      { name: 'UL' },
    ]);
    expect(certificates([{ name: 'CE', number: '1', validUntil: '' }, 'UL|2028-02-29'])).toEqual([
      { name: 'CE', number: '1' },
      { name: 'UL', validUntil: '2028-02-29' },
    ]);
  });

  it.each([
    ['CE|1|2027-02-29', 'import.date.invalid'],
    ['CE|1|2027-13-01', 'import.date.invalid'],
    ['CE|1|明年', 'import.date.invalid'],
    ['CE|有效期至明年', 'import.date.invalid'],
    ['|1|2027-01-01', 'import.certificate.form'],
    ['CE|1|2027-01-01|x', 'import.certificate.form'],
    [`CE|${'1'.repeat(501)}`, 'import.list.item_too_long'],
  ])('refuses %s', (text, code) => {
    expect(codes('certificates', text)).toEqual([code]);
  });

  it('names the place within a JSON value', () => {
    const value = [{ name: 'CE' }, { name: 'UL', validUntil: 'soon' }];
    const read = checkRow(1, [
      { field: 'name', value: '甲', column: 'name', header: '' },
      { field: 'certificates', value, column: 'certificates', header: '' },
    ]);
    expect('problems' in read && read.problems[0]).toMatchObject({
      column: 'certificates[1].validUntil',
      value: 'soon',
      params: { date: 'soon' },
    });
  });
});

describe('columns', () => {
  it.each([
    ['企业名称（必填）', 'name'],
    ['*公司名称', 'name'],
    [' Credit Code ', 'creditCode'],
    ['统一社会信用代码', 'creditCode'],
    ['员工人数(人)', 'employees'],
    ['ＩＤ', 'externalId'],
    ['业务', 'domains'],
    ['constructor', undefined],
    ['', undefined],
  ])('%s means %s', (header, field) => {
    expect(fieldOf(header)).toBe(field);
  });

  it('counts columns as sheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
