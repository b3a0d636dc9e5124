import type { Readable } from 'node:stream';
import type { Language } from '#platform/errors/errors';
import { xlsxStream } from '#platform/xlsx';
import { MOST_XLSX_ROWS } from '../export/export-profiles.js';
import { type Checked, rowsOf, type SheetFile, wrongCells } from './check-sheet.js';

const RED = '#c0392b';
const WRONG = { backgroundColor: '#fde2dd', textColor: RED };

/** Above the column that says how to mend a row. An import does not know it and leaves it out. */
const HOW: Readonly<Record<Language, string>> = { zh: '怎么改', en: 'How to mend it' };

interface Cell {
  readonly value?: unknown;
  readonly type?: unknown;
  readonly [style: string]: unknown;
}

/** A value as it was, in a cell of its type. */
function cellOf(value: unknown): Cell | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number' || typeof value === 'boolean') return { value };
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' };
  return { value: String(value), type: String };
}

/** The same sheet as an xlsx file, as {@link markedRows} has it. */
export async function markedSheet(file: SheetFile, checked: Checked, language: Language): Promise<Readable> {
  return xlsxStream(await markedRows(file, checked, language));
}

/**
 * The rows of the sheet: wrong cells are marked, and the column after the header's last says how to mend each row. At most
 * 50,000 rows: the format is built in memory.
 */
export async function markedRows(file: SheetFile, { wrong }: Checked, language: Language): Promise<(Cell | null)[][]> {
  const rows: (Cell | null)[][] = [];
  let width = 0;
  for await (const { row, values, part } of rowsOf(file)) {
    if (rows.length >= MOST_XLSX_ROWS) break;
    const found = wrongCells(wrong.get(row) ?? [], language);
    const cells = values.map(cellOf);
    // A wrong cell may be one that is missing at the end of its row.
    for (const { at } of found) {
      while (cells.length <= at) cells.push(null);
      if (at >= 0) cells[at] = { ...(cells[at] ?? { value: ' ', type: String }), ...WRONG };
    }
    if (part === 'header') width = cells.length;
    rows.push(withWord(cells, part === 'header' ? HOW[language] : found.map(({ text }) => text).join('\n'), width));
  }
  return rows;
}

/** The row with a word in the column after the header's last. */
function withWord(cells: (Cell | null)[], word: string, width: number): (Cell | null)[] {
  if (!word) return cells;
  const padded = [...cells];
  while (padded.length < width) padded.push(null);
  return [...padded, { value: word, type: String, textColor: RED, wrap: true }];
}
