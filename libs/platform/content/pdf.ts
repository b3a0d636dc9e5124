import {
  decodePDFRawStream,
  degrees,
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  type PDFFont,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFStream,
  rgb,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { type Failure } from '#platform/errors/errors';
import { contentErrors } from './content.errors.js';

const MOST_PAGES = 1000;
/** Bytes that one stream of a PDF's own tables may unpack to; its pictures stay packed. */
const MOST_UNPACKED = 64 * 1024 * 1024;
/** Depth of objects within one object. */
const MOST_DEPTH = 64;

boundUnpacking();

/** Opened; a failure for one that cannot be. */
async function opened(file: Uint8Array): Promise<PDFDocument | Failure> {
  try {
    return await PDFDocument.load(file, {
      updateMetadata: false,
      throwOnInvalidObject: false,
      parseSpeed: ParseSpeeds.Fastest,
    });
  } catch (error) {
    return error instanceof EncryptedPDFError ? contentErrors.pdf_encrypted() : contentErrors.broken();
  }
}

/** What stands against a PDF: it cannot be opened, has a password, does things by itself, or is too long. */
export async function pdfProblem(file: Uint8Array): Promise<Failure | undefined> {
  const document = await opened(file);
  if (!(document instanceof PDFDocument)) return document;
  const pages = countOf(document);
  if (pages === 0) return contentErrors.broken();
  if (pages > MOST_PAGES) return contentErrors.pdf_pages({ limit: MOST_PAGES });
  const acts = document.context.enumerateIndirectObjects().some(([, object]) => isActive(object, MOST_DEPTH));
  return acts ? contentErrors.pdf_active() : undefined;
}

/** Of pages; 0 where their tree is broken. */
function countOf(document: PDFDocument): number {
  try {
    return document.getPageCount();
  } catch {
    return 0;
  }
}

/** Scripts, and actions that start programs. */
function isActive(object: PDFObject, depth: number): boolean {
  if (depth === 0) return true;
  if (object instanceof PDFStream) return isActive(object.dict, depth - 1);
  if (object instanceof PDFArray) return object.asArray().some((one) => isActive(one, depth - 1));
  if (!(object instanceof PDFDict)) return false;
  return object.entries().some(([name, value]) => {
    const key = name.decodeText();
    const action = key === 'S' && value instanceof PDFName && ['JavaScript', 'Launch'].includes(value.decodeText());
    return action || key === 'JS' || key === 'JavaScript' || isActive(value, depth - 1);
  });
}

/**
 * The PDF with the lines over every page, askew, and once more at its foot. All of it is written anew: a part added at the end could be cut
 * off again. Signatures do not hold any more after that. Throws for one that cannot be opened or written.
 */
export async function markedPdf(file: Uint8Array, lines: readonly string[]): Promise<Uint8Array> {
  const document = await opened(file);
  if (!(document instanceof PDFDocument)) throw new Error(document.code);
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const page of document.getPages()) markPage(page, font, lines);
  return document.save({ updateFieldAppearances: false });
}

function markPage(page: PDFPage, font: PDFFont, lines: readonly string[]): void {
  const { x, y, width, height } = page.getCropBox();
  const size = Math.max(4, Math.min(width, height) / 40);
  const text = lines.join('   ');
  const grey = { font, color: rgb(0.45, 0.45, 0.45), opacity: 0.22, rotate: degrees(30) };
  const long = font.widthOfTextAtSize(text, size);
  const [across, down] = [Math.max(long * 0.9, width / 4), Math.max(size * 9, height / 12)];
  // From below the lower left, as what is askew rises to the right.
  for (let top = y - long / 2; top < y + height; top += down)
    for (let left = x - size; left < x + width; left += across) page.drawText(text, { ...grey, x: left, y: top, size });
  const foot = Math.max(3, Math.min(8, (size * width * 0.94) / font.widthOfTextAtSize(text, size)));
  page.drawText(text, { font, size: foot, color: rgb(0.25, 0.25, 0.25), x: x + width * 0.03, y: y + foot });
}

/**
 * The library unpacks a stream into one buffer that doubles. All of its unpackers share that method: from here on it gives up in time,
 * before a few bytes that unpack to many take the memory of the process.
 */
function boundUnpacking(): void {
  const dict = PDFDict.withContext(PDFContext.create());
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  const unpacker = decodePDFRawStream(PDFRawStream.of(dict, Uint8Array.of(0x78, 0x9c)));
  const shared = Object.getPrototypeOf(Object.getPrototypeOf(unpacker)) as { ensureBuffer?: Grow };
  const grow = shared.ensureBuffer;
  if (!grow) throw new Error('this version of the PDF library unpacks in another way: bound it anew');
  shared.ensureBuffer = function (this: unknown, wanted: number) {
    if (wanted > MOST_UNPACKED) throw new RangeError('a stream unpacks to too much');
    return grow.call(this, wanted);
  };
}

type Grow = (this: unknown, wanted: number) => unknown;
