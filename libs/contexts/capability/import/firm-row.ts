import type { ProfileContent } from '#contracts/profile';
import type { ImportCode } from './problem-text.js';

/** One firm as a file gives it, checked and cleaned: its credit code is valid and in normal form. */
export interface FirmRow extends ProfileContent {
  /** As the person sees it, from 1: row of the sheet, line of the file. */
  readonly row: number;
  /** Id of the firm in the file. */
  readonly externalId?: string;
}

export type Params = Readonly<Record<string, string | number>>;

/** What is wrong with one cell, or with a whole row (`column` and `header` are '' then). */
export interface RowProblem {
  readonly row: number;
  /** Letters of the column as in the sheet (`C`), or the key of a JSON line (`certificates[0].validUntil`). */
  readonly column: string;
  /** What stands above the column in the file; '' for JSON lines. */
  readonly header: string;
  readonly code: ImportCode;
  /** What is in the cell, at most 80 characters. */
  readonly value: string;
  readonly params: Params;
}

/** Why a file was not read, or not to its end (`row` is where it ended then). */
export interface FileProblem {
  readonly code: ImportCode;
  readonly row?: number;
  readonly params: Params;
}

/** Said once for a file; nothing was refused for it. */
export interface Notice {
  readonly code: ImportCode;
  readonly params: Params;
}

/** A row is a firm or has problems, never both. */
export type ReadRow =
  | { readonly row: number; readonly firm: FirmRow }
  | { readonly row: number; readonly problems: readonly RowProblem[] };

export interface FileReport {
  /** Rows with anything in them, the header not counted: `firms + refused`. */
  readonly rows: number;
  readonly firms: number;
  /** Rows with a problem. */
  readonly refused: number;
  readonly notices: readonly Notice[];
  /** Set when the file could not be read to its end; rows handed on before stay handed on. */
  readonly problem?: FileProblem;
}

export const bounds = {
  batchRows: 500,
  listItems: 500,
  itemCharacters: 500,
  textCharacters: 20_000,
  shortCharacters: 200,
  shownCharacters: 80,
  jsonLineBytes: 256 * 1024,
  csvRecordCharacters: 1024 * 1024,
  xlsxBytes: 20 * 1024 * 1024,
  xlsxUnpackedBytes: 200 * 1024 * 1024,
  xlsxRows: 100_000,
  columns: 200,
  /** The header is looked for in this many rows: many sheets have a title above it. */
  headerRows: 10,
} as const;

/** Ends the reading of a file; caught by `readFirmFile` and returned as its problem. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(readonly problem: FileProblem) {
    super(problem.code);
  }
}

export function cut(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const characters = [...text.slice(0, 4 * bounds.shownCharacters)];
  return characters
    .slice(0, bounds.shownCharacters)
    .join('')
    .replace(/\p{Cs}/gu, '\ufffd');
}
