import type { RawCell } from './check-row.js';
import { columnLetters, type Field, fieldOf } from './columns.js';
import { bounds, cut, FileRefused, type Notice, type RowProblem } from './firm-row.js';

/** A row as its format gives it: cells with their meaning, or a problem that leaves nothing to check. */
export type SourceRow =
  | { readonly row: number; readonly cells: readonly RawCell[] }
  | { readonly row: number; readonly problem: RowProblem };

export interface Source {
  /** Where a missing name would stand. Known once the first row was read. */
  nameColumn(): { column: string; header: string };
  rows(): AsyncGenerator<SourceRow>;
  /** Complete once all rows were read. */
  notices(): Notice[];
}

const MOST_NAMES = 50;

/** Names of columns or keys for a notice, each once, not without end. */
export class Names {
  private readonly names = new Set<string>();

  add(name: string): void {
    if (this.names.size < MOST_NAMES) this.names.add(cut(name).slice(0, 40));
  }

  notice(code: Notice['code']): Notice[] {
    return this.names.size === 0 ? [] : [{ code, params: { columns: [...this.names].join(', ') } }];
  }
}

export interface Record {
  /** Row of the sheet, from 1. */
  readonly row: number;
  readonly values: readonly unknown[];
}

interface Column {
  readonly field: Field;
  readonly index: number;
  readonly column: string;
  readonly header: string;
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** Names columns, the firm's name among them. */
export const isHeader = (values: readonly unknown[]): boolean =>
  values.some((value) => typeof value === 'string' && fieldOf(value) === 'name');

/** Rows under a header: finds the header, maps its columns, leaves empty rows out. */
export class TableSource implements Source {
  private columns: Column[] = [];
  private readonly unknown = new Names();
  private readonly repeated = new Names();

  constructor(private readonly records: AsyncIterable<Record>) {}

  nameColumn() {
    const { column = '', header = '' } = this.columns.find(({ field }) => field === 'name') ?? {};
    return { column, header };
  }

  notices(): Notice[] {
    return [...this.unknown.notice('import.column.unknown'), ...this.repeated.notice('import.column.repeated')];
  }

  async *rows(): AsyncGenerator<SourceRow> {
    let seen = 0;
    for await (const { row, values } of this.records) {
      if (values.every(isEmpty)) continue;
      seen += 1;
      if (this.columns.length > 0) yield this.sourceRow(row, values);
      else if (isHeader(values)) this.readHeader(values);
      else if (seen >= bounds.headerRows) break;
    }
    if (seen === 0) throw new FileRefused({ code: 'import.file.empty', params: {} });
    if (this.columns.length === 0) {
      throw new FileRefused({ code: 'import.header.missing', params: { rows: bounds.headerRows } });
    }
  }

  private readHeader(values: readonly unknown[]): void {
    const taken = new Set<Field>();
    for (const [index, value] of values.entries()) {
      if (isEmpty(value)) continue;
      const header = cut(String(value).trim());
      const field = fieldOf(header);
      if (!field) this.unknown.add(header);
      else if (taken.has(field)) this.repeated.add(header);
      else {
        taken.add(field);
        this.columns.push({ field, index, column: columnLetters(index), header });
      }
    }
  }

  private sourceRow(row: number, values: readonly unknown[]): SourceRow {
    if (values.length > bounds.columns) {
      const params = { count: values.length, limit: bounds.columns };
      return { row, problem: { row, column: '', header: '', code: 'import.row.too_many_columns', value: '', params } };
    }
    const cells = this.columns
      .filter(({ index }) => !isEmpty(values[index]))
      .map(({ field, index, column, header }) => ({ field, value: values[index], column, header }));
    return { row, cells };
  }
}
