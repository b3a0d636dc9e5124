import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { bounds, FileRefused } from './firm-row.js';

const inflate = promisify(inflateRaw);

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ENTRIES = 10_000;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

const notXlsx = () => new FileRefused({ code: 'import.file.not_xlsx', params: {} });
const tooLarge = () =>
  new FileRefused({
    code: 'import.file.unpacked_too_large',
    params: { limit: bounds.xlsxUnpackedBytes / 1024 / 1024 },
  });

/**
 * Looks into the archive before anything unpacks it whole: is it a workbook, how much comes out of it in truth (the
 * sizes written in it are not believed), and how far do its sheets reach. A sheet of one cell at XFD1048576 is small and
 * would become a table of 17 thousand million cells. Throws {@link FileRefused}.
 */
export async function guardXlsx(file: Buffer): Promise<void> {
  const entries = readDirectory(file);
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw notXlsx();
  let left: number = bounds.xlsxUnpackedBytes;
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > left) throw tooLarge();
  for (const entry of entries) {
    const content = await unpack(file, entry, left);
    left -= content.length;
    if (left < 0) throw tooLarge();
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) guardSheet(content);
  }
}

function readDirectory(file: Buffer): Entry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END) throw notXlsx();
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  if (count > ENTRIES) throw notXlsx();
  const entries: Entry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || file.readUInt32LE(at) !== ENTRY) throw notXlsx();
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  refuseHidden(file, entries, start);
  return entries;
}

/** The parser reads the archive as a stream: an entry that the directory does not list would pass the guard. */
function refuseHidden(file: Buffer, entries: readonly Entry[], directory: number): void {
  let place = 0;
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    // Between entries there may be a data descriptor, of at most 24 bytes.
    if (entry.at < place || entry.at - place > 24) throw notXlsx();
    place = dataStart(file, entry) + entry.packed;
  }
  if (directory < place || directory - place > 24) throw notXlsx();
}

function dataStart(file: Buffer, { at }: Entry): number {
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw notXlsx();
  return at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
}

async function unpack(file: Buffer, entry: Entry, left: number): Promise<Buffer> {
  const start = dataStart(file, entry);
  const data = file.subarray(start, start + entry.packed);
  if (entry.method === 0) return data;
  if (entry.method !== 8) throw notXlsx();
  try {
    return await inflate(data, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    throw (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : notXlsx();
  }
}

const TAG = /<(?:[^\s<>/:]+:)?(row|c)(?=[\s/>])([^<>]*)(>?)/g;
const ADDRESS = /(?:^|[\s"'])r\s*=\s*["']([^"']*)["']/g;

/** Reads every row number and cell address. What is written in another way than programs do is refused. */
function guardSheet(content: Buffer): void {
  for (const [, tag, attributes = '', end] of content.toString('latin1').matchAll(TAG)) {
    const quotes = attributes.match(/["']/g)?.length ?? 0;
    const addresses = [...attributes.matchAll(ADDRESS)];
    if (end !== '>' || quotes % 2 === 1 || addresses.length > 1) throw notXlsx();
    const address = addresses[0]?.[1];
    if (address !== undefined) guardAddress(address);
    else if (tag === 'c') throw notXlsx();
  }
}

function guardAddress(address: string): void {
  const match = /^([A-Z]{0,3})(\d{1,7})$/.exec(address);
  if (!match) throw notXlsx();
  if (Number(match[2]) > bounds.xlsxRows + bounds.headerRows) {
    throw new FileRefused({ code: 'import.file.too_many_rows', params: { limit: bounds.xlsxRows } });
  }
  if (columnNumber(match[1]!) > bounds.columns) {
    throw new FileRefused({ code: 'import.file.too_many_columns', params: { limit: bounds.columns } });
  }
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
