import { inflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { jpeg, office, pdf, png, webp } from '#test/kit/sample-files';
import { markContent } from './check-content.js';
import { dotsOf, GLYPH_WIDTH, LINE_HEIGHT } from './glyphs.js';

const LINES = ['91370200MA0000001X wang.min@example.com', '2026-11-27 03:30:00 UTC'];

interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

async function pixels(file: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const LETTERS = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at));
const shapeOf = (dots: readonly (readonly [number, number])[]): string => dots.map(String).sort().join(' ');
const BY_SHAPE = new Map(LETTERS.map((letter) => [shapeOf(dotsOf(letter)), letter]));

/** Reads the strip below a picture, dot by dot. */
function readStrip({ data, width }: Pixels, top: number, scale: number, lines: number): string[] {
  const dark = (x: number, y: number) => (data[y * width + x] ?? 255) < 128;
  const mid = Math.floor(scale / 2);
  return Array.from({ length: lines }, (_, line) => {
    const letters = Array.from({ length: Math.floor((width / scale - 2) / GLYPH_WIDTH) }, (_letter, place) => {
      const dots: [number, number][] = [];
      for (let column = 0; column < 5; column += 1)
        for (let row = 0; row < 8; row += 1) {
          const x = (2 + place * GLYPH_WIDTH + column) * scale + mid;
          const y = top + (2 + line * LINE_HEIGHT + row) * scale + mid;
          if (dark(x, y)) dots.push([column, row]);
        }
      return BY_SHAPE.get(shapeOf(dots)) ?? '�';
    });
    return letters.join('').trimEnd();
  });
}

/** Each stream of a PDF, unpacked where it is packed. */
function streamsOf(file: Buffer): string[] {
  const found: string[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 1)) {
    if (file.subarray(at - 3, at).toString() === 'end') continue;
    const body = file.subarray(at + 7, file.indexOf('endstream', at));
    try {
      found.push(inflateSync(body).toString('latin1'));
    } catch {
      found.push(body.toString('latin1'));
    }
  }
  return found;
}

/** What a content stream of a PDF writes, as any reader takes it out: strings in hexadecimal, shown by `Tj`. */
const textOf = (stream: string): string =>
  [...stream.matchAll(/<([0-9A-Fa-f]*)>\s*Tj/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
    .join('\n');

describe('the mark in a picture', () => {
  it.each([
    ['png', png],
    ['jpeg', jpeg],
    ['webp', webp],
  ] as const)('of kind %s can be read below it, and is all over it', async (format, make) => {
    const before = await make(1200, 900);
    const after = await markContent(before, `image/${format}`, LINES);
    expect((await sharp(after).metadata()).format).toBe(format);
    const marked = await pixels(after);
    expect([marked.width, marked.height]).toEqual([1200, 900 + 22 * 2]);
    expect(readStrip(marked, 900, 2, 2)).toEqual(LINES);
    const plain = await pixels(before);
    // In every ninth of the picture.
    for (let across = 0; across < 3; across += 1)
      for (let down = 0; down < 3; down += 1) {
        let changed = 0;
        for (let y = down * 300; y < down * 300 + 300; y += 1)
          for (let x = across * 400; x < across * 400 + 400; x += 1) {
            const at = y * 1200 + x;
            if (Math.abs((plain.data[at] ?? 0) - (marked.data[at] ?? 0)) > 20) changed += 1;
          }
        expect(changed).toBeGreaterThan(500);
      }
  });

  it.each(['#ffffff', '#000000', '#808080'])('shows on %s', async (colour) => {
    const before = await pixels(await png(800, 600, colour));
    const after = await pixels(await markContent(await png(800, 600, colour), 'image/png', LINES));
    const changed = before.data.filter((value, at) => Math.abs(value - (after.data[at] ?? 0)) > 20).length;
    expect(changed).toBeGreaterThan(5000);
  });

  it('can be read below the smallest picture and a narrow one', async () => {
    for (const [width, height] of [
      [1, 1],
      [40, 900],
      [900, 40],
    ] as const) {
      const after = await pixels(await markContent(await png(width, height), 'image/png', LINES));
      expect(readStrip(after, height, 1, 2)).toEqual(LINES);
    }
  });

  it('comes with the picture the right way up and without where it was taken', async () => {
    const turned = await sharp(await jpeg(600, 400))
      .withExif({ IFD0: { Copyright: 'GEHEIM' }, IFD3: { GPSLatitude: '36/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const after = await sharp(await markContent(turned, 'image/jpeg', LINES)).metadata();
    expect([after.width, after.orientation, after.exif]).toEqual([400, undefined, undefined]);
  });
});

describe('the mark in a PDF', () => {
  it('is in the text of every page, which stays as it was', async () => {
    const file = await markContent(await pdf('QXSECRETZ', { pages: 3 }), 'application/pdf', LINES);
    const document = await PDFDocument.load(file);
    expect(document.getPageCount()).toBe(3);
    const raw = streamsOf(Buffer.from(file));
    expect(raw.filter((stream) => LINES.every((line) => textOf(stream).includes(line)))).toHaveLength(3);
    expect(raw.some((stream) => stream.includes('QXSECRETZ'))).toBe(true);
  });

  it('is not at the end, where it could be cut off', async () => {
    const before = await pdf('hello');
    const after = Buffer.from(await markContent(before, 'application/pdf', LINES));
    expect(after.subarray(0, before.length).equals(before)).toBe(false);
    expect(after.toString('latin1').match(/%%EOF/g)).toHaveLength(1);
  });

  it.each([
    [20, 20],
    [3000, 200],
    [14_400, 14_400],
  ])('is drawn on a page of %i by %i without end', async (width, height) => {
    const after = await markContent(await pdf('x', { size: [width, height] }), 'application/pdf', LINES);
    expect(after.length).toBeLessThan(100_000);
    expect(streamsOf(Buffer.from(after)).some((stream) => textOf(stream).includes(LINES[0] ?? ''))).toBe(true);
  });
});

it('is not in what cannot be marked', async () => {
  const file = office('docx', 'hello');
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  expect(await markContent(file, type, LINES)).toBe(file);
});
