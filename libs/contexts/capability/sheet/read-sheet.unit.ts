import { describe, expect, it } from '@jest/globals';
import type { FirmRow } from '../import/firm-row.js';
import { EMPTY_LISTS } from '../profile.rules.js';
import { sheetOf } from './read-sheet.js';

const CODE = '91370200264574251E';
const OTHER_CODE = '91110000802100433B';
const OWNER = { name: '青岛岚齿精密机械有限公司', creditCode: CODE };
const row = (name: string, more: Partial<FirmRow> = {}): FirmRow => ({ row: 2, ...EMPTY_LISTS, name, ...more });
const told = (rows: FirmRow[], owner = OWNER) => {
  const result = sheetOf(rows, owner);
  return result.ok ? result.value : result.failure.code;
};

describe('a firm’s own sheet', () => {
  it('gives what its rows say together, and nothing of what they do not speak of', () => {
    const rows = [
      row(OWNER.name, { products: ['精密齿轮'], region: '山东省青岛市', certificates: [{ name: 'ISO 9001' }] }),
      row(OWNER.name, { row: 3, products: ['精密齿轮', '齿轮箱'], employees: 80 }),
    ];
    expect(told(rows)).toEqual({
      rows: 2,
      content: {
        region: '山东省青岛市',
        employees: 80,
        products: ['精密齿轮', '齿轮箱'],
        certificates: [{ name: 'ISO 9001' }],
      },
    });
  });

  it('takes the rows of its owner out of a sheet of many firms, by name or credit code', () => {
    const others = [row('苏州医用导管有限公司', { products: ['导管'] }), row('杭州纸箱包装有限公司')];
    expect(told([...others, row(' 青岛岚齿精密机械 有限公司', { processes: ['磨齿'] })])).toMatchObject({ rows: 1 });
    expect(told([...others, row('岚齿', { creditCode: CODE, processes: ['磨齿'] })])).toEqual({
      rows: 1,
      content: { processes: ['磨齿'] },
    });
  });

  it('of one firm is its owner’s, however it writes the name', () => {
    expect(told([row('岚齿机械', { processes: ['磨齿'] })])).toEqual({ rows: 1, content: { processes: ['磨齿'] } });
  });

  it.each([
    ['many firms that are others', [row('甲有限公司'), row('乙有限公司')]],
    ['one firm with the credit code of another', [row('甲有限公司', { creditCode: OTHER_CODE })]],
    ['its own name with the credit code of another', [row(OWNER.name, { creditCode: OTHER_CODE })]],
  ])('is refused when it speaks of %s', (_, rows) => {
    expect(told(rows)).toBe('capability.sheet_of_others');
  });

  it('says nothing when it has no firm', () => {
    expect(told([])).toBeUndefined();
  });
});
