import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { fieldOf } from './columns.js';
import { bounds, FileRefused } from './firm-row.js';
import { type Record, TableSource } from './source-row.js';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

interface Shape {
  readonly encoding: Encoding;
  readonly delimiter: string;
}

/**
 * A CSV file. Excel for Chinese Windows saves GB18030 without a mark, newer ones UTF-8 with one, "Unicode text" is
 * UTF-16 with tabs: the first pass finds out, the second reads. Row numbers are those Excel shows for the file.
 */
export async function openCsv(path: string): Promise<TableSource> {
  return new TableSource(await csvRecords(path));
}

/** Every row of the file as it stands there. */
export async function csvRecords(path: string): Promise<AsyncGenerator<Record>> {
  return records(path, await detect(path));
}

async function* records(path: string, { encoding, delimiter }: Shape): AsyncGenerator<Record> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: bounds.csvRecordCharacters,
  });
  let row = 0;
  try {
    // The callback only keeps a read error from being thrown aside: the loop below gets it from the parser.
    const rows = pipeline(Readable.from(decoded(path, encoding)), parser, () => undefined);
    for await (const values of rows as AsyncIterable<string[]>) {
      row += 1;
      yield { row, values: values.map(rearmed) };
    }
  } catch (error) {
    if (!String((error as CsvError).code).startsWith('CSV_')) throw error;
    throw new FileRefused({ code: 'import.csv.quote', row: row + 1, params: {} });
  }
}

/** Exports, ours too, put an apostrophe before what a sheet would run as a formula. */
const rearmed = (value: string): string => value.replace(/^'(?='*[-=+@\t\r＝＋－＠])/u, '');

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

const HEAD = 64 * 1024;

async function detect(path: string): Promise<Shape> {
  const encoding = await encodingOf(path);
  let head = '';
  for await (const text of decoded(path, encoding)) {
    head += text;
    if (head.length >= HEAD) break;
  }
  return { encoding, delimiter: delimiterOf(head) };
}

async function encodingOf(path: string): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8');
  let foreign = 0;
  let broken = 0;
  let first = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
    if (first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return 'utf-8';
    first = false;
    const text = decoder.decode(chunk, { stream: true });
    foreign += text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
    broken += text.match(/\ufffd/g)?.length ?? 0;
  }
  // Read as UTF-8, nearly every character of GB18030 is broken; a damaged UTF-8 file has a few broken among many.
  return broken * 10 > foreign ? 'gb18030' : 'utf-8';
}

/** The one of `,` `;` and tab that cuts one of the first lines into the most columns that are known. */
function delimiterOf(head: string): string {
  const lines = head.split(/\r?\n/).slice(0, bounds.headerRows);
  let best = { delimiter: ',', known: 0 };
  for (const delimiter of [',', ';', '\t']) {
    for (const line of lines) {
      const known = line.split(delimiter).filter((cell) => fieldOf(cell.replaceAll('"', ''))).length;
      if (known > best.known) best = { delimiter, known };
    }
  }
  return best.delimiter;
}
