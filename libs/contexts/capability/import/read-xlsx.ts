import { open, readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import { bounds, FileRefused } from './firm-row.js';
import { type Record, TableSource } from './source-row.js';
import { guardXlsx } from './zip-guard.js';

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
  const file = await readFile(path);
  await guardXlsx(file);
  return records(await parse(file));
}

async function sizeOf(path: string): Promise<number> {
  const handle = await open(path);
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

async function parse(file: Buffer): Promise<readonly (readonly unknown[])[]> {
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await readSheet(file);
  } catch {
    // Whatever the parser says of the inside of the archive: there is nothing to be read from it.
    throw new FileRefused({ code: 'import.file.not_xlsx', params: {} });
  }
  if (rows.length > bounds.xlsxRows + 1) {
    throw new FileRefused({ code: 'import.file.too_many_rows', params: { limit: bounds.xlsxRows } });
  }
  return rows;
}

async function* records(rows: readonly (readonly unknown[])[]): AsyncGenerator<Record> {
  for (const [i, values] of rows.entries()) yield { row: i + 1, values };
}
