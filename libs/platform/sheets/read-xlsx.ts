import { readSheet } from 'read-excel-file/node';
import { guardXlsx, type SheetLimits, SheetRefused } from './zip-guard.js';

/** The rows of the first sheet of a workbook, read into memory as a whole. Throws {@link SheetRefused}. */
export async function readXlsx(file: Buffer, limits: SheetLimits): Promise<readonly (readonly unknown[])[]> {
  await guardXlsx(file, limits);
  const rows = await parse(file);
  if (rows.length > limits.rows + 1) throw new SheetRefused('too-many-rows');
  return rows;
}

async function parse(file: Buffer): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readSheet(file);
  } catch {
    // Whatever the parser says of the inside of the archive: there is nothing to be read from it.
    throw new SheetRefused('not-xlsx');
  }
}
