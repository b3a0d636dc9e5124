import type { Language } from '#platform/errors/errors';
import type { CheckedSheetView } from '../capability.dto.js';
import { problemText, told } from '../import/problem-text.js';
import { type Checked, rowsOf, type SheetFile, wrongCells } from './check-sheet.js';

/** Rows that are shown: so many with something wrong in them, and so many of all. */
const MOST_ROWS = 500;
const MOST_COLUMNS = 60;
const MOST_CHARACTERS = 200;

const empty = (values: readonly unknown[]): boolean => values.every((value) => String(value ?? '').trim() === '');

/** What a person reads in a cell. */
export function cellText(value: unknown): string {
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}

/** The rows of a sheet as a table, with what is wrong beside its cell. */
export async function checkedSheet(
  file: SheetFile,
  { report, wrong }: Checked,
  language: Language,
): Promise<CheckedSheetView> {
  const view: CheckedSheetView = {
    header: [],
    rows: [],
    rowCount: report.rows,
    wrongCount: report.refused,
    notices: report.notices.map((notice) => told(notice, language)),
    ...(report.problem ? { refusal: problemText(report.problem, language) } : {}),
  };
  let shownWrong = 0;
  let seen = 0;
  for await (const { row, values, part } of rowsOf(file)) {
    const cells = values.slice(0, MOST_COLUMNS).map(cellText);
    if (part === 'header') view.header = cells;
    if (part !== 'below' || empty(values)) continue;
    seen += 1;
    const problems = wrong.get(row);
    if (seen > MOST_ROWS && (!problems || shownWrong >= MOST_ROWS)) continue;
    if (problems) shownWrong += 1;
    view.rows.push({ row, cells, wrong: problems ? wrongCells(problems, language) : [] });
  }
  return view;
}
