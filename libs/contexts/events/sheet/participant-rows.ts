import { firmNameKey } from '#contracts/firm-name';
import { fail, ok, type Result } from '#platform/errors/errors';
import { eventsErrors } from '../events.errors.js';

/** What a column says of a participant. */
export type SheetColumn = 'name' | 'creditCode' | 'side' | 'max' | 'musts' | 'wishes';

const NAMES: Readonly<Record<SheetColumn, readonly string[]>> = {
  name: ['name', 'organisation', 'company', '单位', '单位名称', '名称', '企业名称', '公司名称'],
  creditCode: ['uscc', 'creditcode', '统一社会信用代码', '信用代码', '社会信用代码'],
  side: ['role', 'side', '角色', '身份', '类型'],
  max: ['max', 'maxmeetings', '会面上限', '最多会面', '最多场次', '场次上限'],
  musts: ['must', 'musts', '必须会面', '必见'],
  wishes: ['would', 'wishes', '想见', '愿意会面', '意向'],
};
/** The headers of an empty sheet, to be read in either language: what stands in brackets does not count. */
export const TEMPLATE_HEADERS: readonly string[] = [
  ...['单位名称 (name)', '统一社会信用代码 (credit code)', '角色 (role)'],
  ...['会面上限 (most meetings)', '必须会面 (must meet)', '想见 (would meet)'],
];

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [name, column as SheetColumn] as const)),
);

/** The header is looked for in so many rows: many sheets have a title above it. */
export const HEADER_ROWS = 10;

export interface ParticipantRow {
  /** Row of the sheet, from 1. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<SheetColumn, string>>>;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value)).trim();

const columnOf = (value: unknown): SheetColumn | undefined =>
  BY_NAME.get(
    text(value)
      .normalize('NFKC')
      .replace(/\([^)]*\)/g, '')
      .replace(/[\s*_:-]/g, '')
      .toLowerCase(),
  );

/** The rows under the header, empty ones left out; a sheet without a column of names or codes is refused. Pure. */
export function participantRows(sheet: readonly (readonly unknown[])[]): Result<ParticipantRow[]> {
  const columns = (values: readonly unknown[]) => values.map(columnOf);
  const isHeader = (values: readonly unknown[]) =>
    columns(values).some((column) => column === 'name' || column === 'creditCode');
  const header = sheet.slice(0, HEADER_ROWS).findIndex(isHeader);
  if (header < 0) return fail(eventsErrors.sheet_header({ rows: HEADER_ROWS }));
  const meant = columns(sheet[header] ?? []);
  const rows = sheet.slice(header + 1).map((values, at) => {
    // The first of two columns of the same name counts.
    const cells = meant.flatMap((column, place) => {
      const value = text(values[place]);
      return column && value !== '' && meant.indexOf(column) === place ? [[column, value] as const] : [];
    });
    return { row: header + at + 2, cells: Object.fromEntries(cells) };
  });
  return ok(rows.filter(({ cells }) => Object.keys(cells).length > 0));
}

/** Those that a cell names, between ； ; 、 and line breaks. */
export const namedIn = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(/[；;、\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The key by which an organisation is found: its credit code, or its name without what does not count. */
export const lookupKey = (name: string): string => {
  const code = name.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return /^[0-9A-Z]{18}$/.test(code) ? code : firmNameKey(name);
};
