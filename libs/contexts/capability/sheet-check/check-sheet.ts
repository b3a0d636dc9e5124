import type { Language } from '#platform/errors/errors';
import { columnIndex } from '../import/columns.js';
import { FileRefused, type FileReport, type RowProblem } from '../import/firm-row.js';
import { problemText } from '../import/problem-text.js';
import { csvRecords } from '../import/read-csv.js';
import { readFirmFile } from '../import/read-firm-file.js';
import { xlsxRecords } from '../import/read-xlsx.js';
import { isHeader, type Record } from '../import/source-row.js';

/** A file with rows and columns. */
export interface SheetFile {
  readonly format: 'xlsx' | 'csv';
  readonly path: string;
}

/** Rows whose problems are kept; the report counts the others too. */
export const MOST_WRONG = 20_000;

/** A sheet as it was read: what an import would say of it, and what is wrong with which row. */
export interface Checked {
  readonly report: FileReport;
  readonly wrong: ReadonlyMap<number, readonly RowProblem[]>;
}

/** Reads a sheet as an import would; brings nothing in. */
export async function checkSheet(file: SheetFile): Promise<Checked> {
  const wrong = new Map<number, readonly RowProblem[]>();
  const report = await readFirmFile(file, async (batch) => {
    for (const read of batch) if ('problems' in read && wrong.size < MOST_WRONG) wrong.set(read.row, read.problems);
  });
  return { report, wrong };
}

/** A row of a sheet as it stands there: above the header, the header, or below it. */
export interface SheetRow extends Record {
  readonly part: 'above' | 'header' | 'below';
}

/** Every row of the sheet, empty ones too, as far as it can be read. */
export async function* rowsOf({ format, path }: SheetFile): AsyncGenerator<SheetRow> {
  let part: SheetRow['part'] = 'above';
  try {
    for await (const record of format === 'csv' ? await csvRecords(path) : await xlsxRecords(path)) {
      const header = part === 'above' && isHeader(record.values);
      yield { ...record, part: header ? 'header' : part };
      if (header) part = 'below';
    }
  } catch (error) {
    // The report says why it ends here.
    if (!(error instanceof FileRefused)) throw error;
  }
}

export interface WrongCell {
  /** Position in the row, from 0; -1 when the whole row is meant. */
  readonly at: number;
  readonly text: string;
}

/** What is wrong with the cells of a row, each in a sentence that says how to mend it. */
export const wrongCells = (problems: readonly RowProblem[], language: Language): WrongCell[] =>
  problems.map(({ code, params, column }) => ({
    at: columnIndex(column),
    text: problemText({ code, params }, language),
  }));
