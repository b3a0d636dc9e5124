import { checkCreditCode } from '#contracts/credit-code';
import type { Certificate } from '#contracts/profile';
import { certificatesOf } from './certificates.js';
import type { Field } from './columns.js';
import { bounds, cut, type ReadRow, type RowProblem } from './firm-row.js';
import { type Complain, itemsOf, scalarText } from './values.js';

/** A cell or JSON value as it was read, with what it means. */
export interface RawCell {
  readonly field: Field;
  readonly value: unknown;
  readonly column: string;
  readonly header: string;
}

type ListField = Extract<
  Field,
  'products' | 'processes' | 'equipment' | 'patents' | 'cases' | 'capacity' | 'domains' | 'industries'
>;

interface Draft {
  externalId?: string;
  name?: string;
  creditCode?: string;
  region?: string;
  tier?: string;
  text?: string;
  employees?: number;
  certificates: readonly Certificate[];
  lists: Record<ListField, readonly string[]>;
}

/** Checks one row. Pure. `nameColumn` is shown when the name is missing altogether. */
export function checkRow(row: number, cells: readonly RawCell[], nameColumn = { column: '', header: '' }): ReadRow {
  const problems: RowProblem[] = [];
  const draft: Draft = { certificates: [], lists: emptyLists() };
  for (const cell of cells) {
    const complain: Complain = (code, params = {}, key = '', value = cell.value) =>
      problems.push({
        row,
        column: cell.column + (cell.header ? '' : key),
        header: cell.header,
        code,
        value: cut(value),
        params,
      });
    if (hasBrokenCharacters(cell.value)) complain('import.bytes.invalid');
    else read(draft, cell, complain);
  }
  const nameIsBroken = problems.some((problem) => cells.some((c) => c.field === 'name' && c.column === problem.column));
  if (draft.name === undefined && !nameIsBroken) {
    problems.push({ row, ...nameColumn, code: 'import.name.missing', value: '', params: {} });
  }
  if (problems.length > 0 || draft.name === undefined) return { row, problems };
  const { lists, name, ...rest } = draft;
  return { row, firm: { row, ...rest, name, ...lists } };
}

function emptyLists(): Draft['lists'] {
  return {
    products: [],
    processes: [],
    equipment: [],
    patents: [],
    cases: [],
    capacity: [],
    domains: [],
    industries: [],
  };
}

function read(draft: Draft, { field, value }: RawCell, complain: Complain): void {
  switch (field) {
    case 'certificates':
      draft.certificates = certificatesOf(value, complain);
      return;
    case 'employees': {
      const employees = numberOf(value, complain);
      if (employees !== undefined) draft.employees = employees;
      return;
    }
    case 'creditCode': {
      const code = creditCodeOf(value, complain);
      if (code !== undefined) draft.creditCode = code;
      return;
    }
    case 'externalId':
    case 'name':
    case 'region':
    case 'tier':
    case 'text': {
      const text = textOf(value, field === 'text' ? bounds.textCharacters : bounds.shortCharacters, complain);
      if (text !== undefined) draft[field] = text;
      return;
    }
    default:
      draft.lists[field] = listOf(value, complain);
  }
}

function hasBrokenCharacters(value: unknown): boolean {
  if (typeof value === 'string') return /[\ufffd\p{Cs}]/u.test(value);
  if (Array.isArray(value)) return value.some(hasBrokenCharacters);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasBrokenCharacters);
  return false;
}

function textOf(value: unknown, limit: number, complain: Complain): string | undefined {
  const text = scalarText(value);
  if (text === null) complain('import.cell.type', { expected: '文本 text' });
  if (text === null || text === undefined) return undefined;
  const length = [...text].length;
  if (length <= limit) return limit === bounds.textCharacters ? text : text.replace(/\s+/g, ' ');
  complain('import.cell.too_long', { length, limit });
  return undefined;
}

function creditCodeOf(value: unknown, complain: Complain): string | undefined {
  // Beyond 2^53 a number has lost digits already.
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    complain('import.credit_code.number');
    return undefined;
  }
  const text = textOf(value, bounds.shortCharacters, complain);
  if (text === undefined) return undefined;
  const verdict = checkCreditCode(text);
  if (verdict.ok) return verdict.code;
  const { ok: _, problem, ...params } = verdict;
  complain(`import.credit_code.${problem}`, params);
  return undefined;
}

const MOST_EMPLOYEES = 10_000_000;

function numberOf(value: unknown, complain: Complain): number | undefined {
  const text = scalarText(value);
  if (text === undefined) return undefined;
  const digits = /^(\d+|\d{1,3}(,\d{3})+)\s*[人名]?$/.exec((text ?? '').normalize('NFKC'))?.[1]?.replaceAll(',', '');
  const number = Number(digits);
  if (digits !== undefined && number <= MOST_EMPLOYEES) return number;
  complain('import.number.invalid', { limit: MOST_EMPLOYEES });
  return undefined;
}

function listOf(value: unknown, complain: Complain): string[] {
  const found = new Set<string>();
  for (const [i, item] of itemsOf(value).entries()) {
    const text = scalarText(item);
    if (text === null) complain('import.cell.type', { expected: '文本列表 list of texts' }, `[${i}]`, item);
    if (text === null || text === undefined) continue;
    const length = [...text].length;
    if (length > bounds.itemCharacters) {
      complain('import.list.item_too_long', { item: i + 1, length, limit: bounds.itemCharacters }, `[${i}]`, item);
      return [];
    }
    found.add(text);
  }
  if (found.size <= bounds.listItems) return [...found];
  complain('import.list.too_many', { count: found.size, limit: bounds.listItems });
  return [];
}
