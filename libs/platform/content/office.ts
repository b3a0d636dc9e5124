import { type Failure } from '#platform/errors/errors';
import { NotZip, unpacked, ZipTooLarge } from '#platform/zip';
import { contentErrors } from './content.errors.js';

/** Bytes that may come out of an Office file. */
const MOST_UNPACKED = 128 * 1024 * 1024;

/**
 * What stands against an Office file: it is unpacked in truth, so that what it says of its sizes need not be believed; nothing may hide
 * between its parts or after them, and it has no macros.
 */
export async function officeProblem(file: Buffer): Promise<Failure | undefined> {
  if (trails(file)) return contentErrors.broken();
  try {
    for await (const [{ name }] of unpacked(file, MOST_UNPACKED)) {
      if (/(^|\/)\.\.(\/|$)|^\/|\\/.test(name)) return contentErrors.broken();
      if (/vbaProject\.bin$/i.test(name)) return contentErrors.macros();
    }
    return undefined;
  } catch (error) {
    if (error instanceof ZipTooLarge) return contentErrors.unpacks_too_large({ limit: MOST_UNPACKED / 1024 / 1024 });
    if (error instanceof NotZip || error instanceof RangeError) return contentErrors.broken();
    throw error;
  }
}

/** Whether anything follows the end of the archive. */
function trails(file: Buffer): boolean {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  return end < 0 || end + 22 > file.length || end + 22 + file.readUInt16LE(end + 20) !== file.length;
}
