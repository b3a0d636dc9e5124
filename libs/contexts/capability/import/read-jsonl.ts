import { createReadStream } from 'node:fs';
import type { RawCell } from './check-row.js';
import { type Field, fieldOf } from './columns.js';
import { bounds, cut, FileRefused, type Notice } from './firm-row.js';
import type { ImportCode } from './problem-text.js';
import { Names, type Source, type SourceRow } from './source-row.js';

const NEWLINE = 10;

interface Line {
  readonly row: number;
  /** Undefined for a line over the limit, whose bytes were not kept. */
  readonly bytes: Buffer | undefined;
}

/** Lines of the file as bytes; a line over the limit costs no memory. */
async function* linesOf(path: string): AsyncGenerator<Line> {
  let row = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const keep = (bytes: Buffer) => {
    length += bytes.length;
    if (length > bounds.jsonLineBytes) parts = [];
    else parts.push(bytes);
  };
  const line = (): Line => ({ row, bytes: length > bounds.jsonLineBytes ? undefined : Buffer.concat(parts) });
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      yield line();
      row += 1;
      parts = [];
      length = 0;
      start = end + 1;
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  if (length > 0) yield line();
}

/** One JSON object a line, UTF-8. Row numbers are line numbers. */
export class JsonlSource implements Source {
  private readonly unknown = new Names();
  private readonly repeated = new Names();

  constructor(private readonly path: string) {}

  nameColumn() {
    return { column: 'name', header: '' };
  }

  notices(): Notice[] {
    return [...this.unknown.notice('import.column.unknown'), ...this.repeated.notice('import.column.repeated')];
  }

  async *rows(): AsyncGenerator<SourceRow> {
    let seen = false;
    for await (const { row, bytes } of linesOf(this.path)) {
      const found = this.sourceRow(row, bytes);
      if (!found) continue;
      seen = true;
      yield found;
    }
    if (!seen) throw new FileRefused({ code: 'import.file.empty', params: {} });
  }

  private sourceRow(row: number, bytes: Buffer | undefined): SourceRow | undefined {
    const refuse = (code: ImportCode, text = '', params = {}): SourceRow => ({
      row,
      problem: { row, column: '', header: '', code, value: cut(text), params },
    });
    if (!bytes) return refuse('import.line.too_long', '', { limit: bounds.jsonLineBytes / 1024 });
    const text = new TextDecoder('utf-8', { ignoreBOM: row > 1 }).decode(bytes).trim();
    if (text === '') return undefined;
    if (text.includes('\ufffd')) return refuse('import.bytes.invalid', text);
    const value = parse(text);
    if (value === undefined) return refuse('import.json.invalid', text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return refuse('import.json.not_object', text);
    }
    return { row, cells: this.cells(value as { [key: string]: unknown }) };
  }

  private cells(value: { [key: string]: unknown }): RawCell[] {
    const cells: RawCell[] = [];
    const taken = new Set<Field>();
    for (const [key, entry] of Object.entries(value)) {
      const field = fieldOf(key);
      if (!field) this.unknown.add(key);
      else if (taken.has(field)) this.repeated.add(key);
      else {
        taken.add(field);
        cells.push({ field, value: entry, column: cut(key), header: '' });
      }
    }
    return cells;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
