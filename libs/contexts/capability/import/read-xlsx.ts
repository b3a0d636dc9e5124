import { open, readFile } from 'node:fs/promises';
import { readXlsx } from '#platform/sheets/read-xlsx';
import { type SheetFault, SheetRefused } from '#platform/sheets/zip-guard';
import { bounds, type FileProblem, FileRefused } from './firm-row.js';
import { type Record, TableSource } from './source-row.js';

/** The first sheet of a workbook. It is read into memory as a whole, hence the limits. */
export async function openXlsx(path: string): Promise<TableSource> {
  return new TableSource(await xlsxRecords(path));
}

/** Every row of the first sheet as it stands there. */
export async function xlsxRecords(path: string): Promise<AsyncGenerator<Record>> {
  const size = await sizeOf(path);
  if (size === 0) throw new FileRefused({ code: 'import.file.empty', params: {} });
  if (size > bounds.xlsxBytes) {
    throw new FileRefused({ code: 'import.file.too_large', params: { limit: bounds.xlsxBytes / 1024 / 1024 } });
  }
  return records(await parse(await readFile(path)));
}

async function sizeOf(path: string): Promise<number> {
  const handle = await open(path);
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

const LIMITS = {
  unpackedBytes: bounds.xlsxUnpackedBytes,
  rows: bounds.xlsxRows,
  headerRows: bounds.headerRows,
  columns: bounds.columns,
};

/** How an import says that a workbook is not read. */
const FAULTS: { readonly [fault in SheetFault]: FileProblem } = {
  'not-xlsx': { code: 'import.file.not_xlsx', params: {} },
  'unpacked-too-large': {
    code: 'import.file.unpacked_too_large',
    params: { limit: bounds.xlsxUnpackedBytes / 1024 / 1024 },
  },
  'too-many-rows': { code: 'import.file.too_many_rows', params: { limit: bounds.xlsxRows } },
  'too-many-columns': { code: 'import.file.too_many_columns', params: { limit: bounds.columns } },
};

async function parse(file: Buffer): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readXlsx(file, LIMITS);
  } catch (error) {
    throw error instanceof SheetRefused ? new FileRefused(FAULTS[error.fault]) : error;
  }
}

async function* records(rows: readonly (readonly unknown[])[]): AsyncGenerator<Record> {
  for (const [i, values] of rows.entries()) yield { row: i + 1, values };
}
