import { fileTypeFromBuffer } from 'file-type';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import { contentErrors } from './content.errors.js';
import { FILE_TYPES, type FileType, isFileType } from './file-types.js';
import { officeProblem } from './office.js';
import { markedPdf, pdfProblem } from './pdf.js';
import { markedPicture, pictureProblem } from './picture.js';

/** Runs in the thread for files; see `workshop.ts`. */

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** As long as the lines of a real mark. */
const TRIAL = ['91370200MA0000000X somebody@example.com', '2026-01-01 00:00:00 UTC'];

/**
 * What kind of file it is, by its content and nothing else, or why it is not taken. What is marked for each reader is marked once
 * here: what cannot be, is refused now and not at the first reader.
 */
export async function checkContent(bytes: Uint8Array): Promise<Result<FileType>> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Before anything else looks into an archive.
  const packed = file.subarray(0, 4).equals(ZIP) ? await officeProblem(file) : undefined;
  if (packed) return fail(packed);
  const found = (await fileTypeFromBuffer(file).catch(() => undefined))?.mime ?? '';
  if (!isFileType(found)) return fail(unknown(found));
  const problem = await problemOf(found, file);
  return problem ? fail(problem) : ok(found);
}

function unknown(type: string): Failure {
  if (type === 'application/x-cfb') return contentErrors.old_office();
  if (type === 'image/apng') return contentErrors.picture_moves();
  return /macroenabled/i.test(type) ? contentErrors.macros() : contentErrors.unknown_type();
}

async function problemOf(type: FileType, file: Buffer): Promise<Failure | undefined> {
  if (!FILE_TYPES[type].marked) return undefined;
  const problem = type === 'application/pdf' ? await pdfProblem(file) : await pictureProblem(file);
  return (
    problem ??
    (await markContent(file, type, TRIAL).then(
      () => undefined,
      () => contentErrors.broken(),
    ))
  );
}

/** The file with the lines in it; of a kind that is not marked, the file. */
export async function markContent(bytes: Uint8Array, type: FileType, lines: readonly string[]): Promise<Uint8Array> {
  if (!FILE_TYPES[type].marked) return bytes;
  return type === 'application/pdf' ? markedPdf(bytes, lines) : markedPicture(bytes, lines);
}
