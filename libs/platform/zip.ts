import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ENTRIES = 10_000;
/** Between entries there may be a data descriptor, of at most so many bytes. */
const GAP = 24;

/** Not an archive as programs write it: what it says of itself is not what it holds. */
export class NotZip extends Error {
  override readonly name = 'NotZip';
}

/** More comes out of it than it may. */
export class ZipTooLarge extends Error {
  override readonly name = 'ZipTooLarge';
}

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  /** As written in the archive; not to be believed. */
  readonly unpacked: number;
  /** Where its own head stands. */
  readonly at: number;
}

/**
 * The entries of an archive from its directory. Throws {@link NotZip} where there is anything between or before them that the
 * directory does not list: readers that take the archive as a stream would find it.
 */
export function zipEntries(file: Buffer): ZipEntry[] {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > file.length || file.readUInt32LE(end) !== END) throw new NotZip();
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  if (count > ENTRIES) throw new NotZip();
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || file.readUInt32LE(at) !== ENTRY) throw new NotZip();
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

function refuseHidden(file: Buffer, entries: readonly ZipEntry[], directory: number): void {
  let place = 0;
  for (const entry of [...entries].sort((a, b) => a.at - b.at)) {
    if (entry.at < place || entry.at - place > GAP) throw new NotZip();
    place = dataStart(file, entry) + entry.packed;
  }
  if (directory < place || directory - place > GAP) throw new NotZip();
}

function dataStart(file: Buffer, { at }: ZipEntry): number {
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw new NotZip();
  return at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
}

/** The content of an entry; {@link ZipTooLarge} when it is more than `most` bytes, before they are all there. */
export async function unpackEntry(file: Buffer, entry: ZipEntry, most: number): Promise<Buffer> {
  const start = dataStart(file, entry);
  const data = file.subarray(start, start + entry.packed);
  if (entry.method !== 0 && entry.method !== 8) throw new NotZip();
  const content = entry.method === 0 ? data : await inflated(data, most);
  if (content.length > most) throw new ZipTooLarge();
  return content;
}

async function inflated(data: Buffer, most: number): Promise<Buffer> {
  try {
    return await inflate(data, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    throw (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? new ZipTooLarge() : new NotZip();
  }
}

/** What comes out of the archive in truth: each entry with its content, of which there are at most `most` bytes in all. */
export async function* unpacked(file: Buffer, most: number): AsyncGenerator<[ZipEntry, Buffer]> {
  const entries = zipEntries(file);
  let left = most;
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > left) throw new ZipTooLarge();
  for (const entry of entries) {
    const content = await unpackEntry(file, entry, left);
    left -= content.length;
    yield [entry, content];
  }
}
