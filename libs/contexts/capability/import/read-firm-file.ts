import { checkRow } from './check-row.js';
import { bounds, FileRefused, type FileReport, type ReadRow } from './firm-row.js';
import { openCsv } from './read-csv.js';
import { JsonlSource } from './read-jsonl.js';
import { openXlsx } from './read-xlsx.js';
import type { Source } from './source-row.js';

export interface FirmFile {
  readonly format: 'xlsx' | 'csv' | 'jsonl';
  readonly path: string;
}

/**
 * Reads the firms of a file. `onRows` gets up to 500 rows at a time, in the order of the file, and the reading waits for
 * it. What is wrong with the file or a row is reported, not thrown; an error of `onRows` or of the disk is thrown.
 *
 * - csv: UTF-8 with or without mark, GB18030 or UTF-16 with mark; `,` `;` or tab. Any size in little memory.
 * - jsonl: UTF-8, an object a line, lines of at most 256 kB. Any size in little memory.
 * - xlsx: the first sheet; at most 20 MB, unpacked 200 MB, 100,000 rows, 200 columns.
 */
export async function readFirmFile(source: FirmFile, onRows: (rows: ReadRow[]) => Promise<void>): Promise<FileReport> {
  const counts = { rows: 0, firms: 0, refused: 0 };
  let opened: Source | undefined;
  let batch: ReadRow[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    const full = batch;
    batch = [];
    for (const read of full) counts['firm' in read ? 'firms' : 'refused'] += 1;
    counts.rows += full.length;
    await onRows(full);
  };
  try {
    opened = await open(source);
    for await (const found of opened.rows()) {
      batch.push(
        'problem' in found
          ? { row: found.row, problems: [found.problem] }
          : checkRow(found.row, found.cells, opened.nameColumn()),
      );
      if (batch.length >= bounds.batchRows) await flush();
    }
    await flush();
    return { ...counts, notices: opened.notices() };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    await flush();
    return { ...counts, notices: opened?.notices() ?? [], problem: error.problem };
  }
}

async function open({ format, path }: FirmFile): Promise<Source> {
  switch (format) {
    case 'csv':
      return openCsv(path);
    case 'jsonl':
      return new JsonlSource(path);
    case 'xlsx':
      return openXlsx(path);
  }
}
