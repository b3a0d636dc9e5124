import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { type Certificate, LIST_FIELDS, type ProfileContent } from '#contracts/profile';
import { pagesOf } from '#platform/store/pages';
import { xlsxStream } from '#platform/xlsx';
import type { Collection } from '#ports/store/store';
import type { Profile } from '../capability.store.js';

const LIST_HEADERS: Readonly<Record<(typeof LIST_FIELDS)[number], string>> = {
  products: '产品',
  processes: '工艺',
  equipment: '设备',
  patents: '专利',
  cases: '案例',
  capacity: '产能',
  domains: '领域',
  industries: '行业',
};

/** What is exported: all profiles of a collection, or some. */
export type Exported = Pick<Collection<Profile>, 'scan'>;

/** One profile, or none: a sheet with its headers only. */
export const exportedOne = (profile: Profile | undefined): Exported => ({
  scan: async () => ({ items: profile ? [profile] : [] }),
});

/** Columns of the export; the import reads the same headers. */
const COLUMNS: readonly { readonly header: string; readonly cell: (profile: Profile) => string }[] = [
  { header: '名称', cell: (p) => p.name },
  { header: '统一社会信用代码', cell: (p) => p.creditCode ?? '' },
  { header: '地区', cell: (p) => p.region ?? '' },
  ...LIST_FIELDS.map((field) => ({ header: LIST_HEADERS[field], cell: (p: Profile) => listCell(p[field]) })),
  { header: '资质证书', cell: (p) => certificatesCell(p.certificates) },
  { header: '员工人数', cell: (p) => (p.employees === undefined ? '' : String(p.employees)) },
  { header: '梯度', cell: (p) => p.tier ?? '' },
  { header: '简介', cell: (p) => p.text ?? '' },
  { header: '外部编号', cell: (p) => p.externalId ?? '' },
];

/** What the import would cut or read in another way. */
const SEPARATOR = /[；;、|｜\n]|^\[/;

/** Items between ；; a JSON array where an item itself holds a separator. */
function listCell(items: readonly string[]): string {
  return items.some((item) => SEPARATOR.test(item)) ? JSON.stringify(items) : items.join('；');
}

/** `name|number|valid until` between ；, or a JSON array. */
function certificatesCell(certificates: readonly Certificate[]): string {
  const plain = certificates.every(({ name, number = '' }) => !SEPARATOR.test(name) && !SEPARATOR.test(number));
  if (!plain) return JSON.stringify(certificates);
  return certificates.map(({ name, number = '', validUntil = '' }) => [name, number, validUntil].join('|')).join('；');
}

const AT_ONCE = 500;

/** Most rows of an xlsx export: the format is built in memory. */
export const MOST_XLSX_ROWS = 50_000;

/** An apostrophe before what a sheet would run as a formula; the import takes it away again. */
const disarmed = (cell: string): string => (/^'*[-=+@\t\r＝＋－＠]/u.test(cell) ? `'${cell}` : cell);

/** All profiles as UTF-8 csv with BOM, so that spreadsheets read the Chinese; formulas are disarmed. Streams page by page. */
export function exportCsv(profiles: Exported): Readable {
  const rows = async function* () {
    for await (const page of pagesOf(profiles, AT_ONCE))
      for (const profile of page) yield COLUMNS.map((column) => disarmed(column.cell(profile)));
  };
  const options = { header: true, columns: COLUMNS.map((c) => c.header), bom: true };
  return Readable.from(rows()).pipe(stringify(options));
}

export function exportJsonl(profiles: Exported): Readable {
  const lines = async function* () {
    for await (const page of pagesOf(profiles, AT_ONCE))
      yield page.map((profile) => `${JSON.stringify(contentOf(profile))}\n`).join('');
  };
  return Readable.from(lines());
}

export async function exportXlsx(profiles: Exported): Promise<Readable> {
  const data: { value: string; fontWeight?: 'bold' }[][] = [
    COLUMNS.map((c) => ({ value: c.header, fontWeight: 'bold' as const })),
  ];
  for await (const page of pagesOf(profiles, AT_ONCE)) {
    for (const profile of page) data.push(COLUMNS.map((column) => ({ value: column.cell(profile) })));
    if (data.length > MOST_XLSX_ROWS) break;
  }
  return xlsxStream(data);
}

function contentOf(profile: Profile): ProfileContent & { id: string | undefined } {
  const { name, creditCode, region, certificates, employees, tier, text } = profile;
  const lists = Object.fromEntries(LIST_FIELDS.map((field) => [field, profile[field]]));
  return {
    id: profile.externalId,
    name,
    creditCode,
    region,
    certificates,
    employees,
    tier,
    text,
    ...lists,
  } as ProfileContent & {
    id: string | undefined;
  };
}
