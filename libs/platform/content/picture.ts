import sharp from 'sharp';
import { type Failure } from '#platform/errors/errors';
import { contentErrors } from './content.errors.js';
import { GLYPH_WIDTH, LINE_HEIGHT, pathOf } from './glyphs.js';

/** Of a photograph there are 12 to 24 million; one that is turned has to be in memory whole. */
const MOST_PIXELS = 32_000_000;
/** Pictures smaller than this in a direction have the strip alone. */
const SMALL = 240;
const DEGREES = -30;

// What is decoded once is not decoded again: a cache would only hold memory. Another core is for answers.
sharp.cache(false);
sharp.concurrency(1);

const opened = (file: Uint8Array) => sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' });

/** What stands against a picture before it is decoded. */
export async function pictureProblem(file: Uint8Array): Promise<Failure | undefined> {
  // Read without the limit, so that the refusal can say what is wrong.
  const head = await sharp(file, { limitInputPixels: false, failOn: 'error' })
    .metadata()
    .catch(() => undefined);
  if (!head?.width || !head.height) return contentErrors.broken();
  if (head.width * head.height > MOST_PIXELS) return contentErrors.picture_pixels({ limit: MOST_PIXELS / 1_000_000 });
  return (head.pages ?? 1) > 1 ? contentErrors.picture_moves() : undefined;
}

/**
 * The picture with the lines all over it and once more, easily read, in a strip below. It keeps its format and turns the way it is to be
 * seen; where and with what it was taken is not in it any more. Throws for one that cannot be decoded.
 */
export async function markedPicture(file: Uint8Array, lines: readonly string[]): Promise<Buffer> {
  const { autoOrient, format } = await opened(file).metadata();
  const { width, height } = autoOrient;
  const scale = Math.max(1, Math.round(Math.min(width, height) / 500));
  const strip = stripOf(lines, width, scale);
  const overlays =
    Math.min(width, height) < SMALL ? [] : [{ input: tileOf(lines, width, height, scale * 2), tile: true }];
  const done = opened(file)
    .autoOrient()
    .toColourspace('srgb')
    .extend({ bottom: strip.height, right: strip.width - width, background: '#ffffff' })
    .composite([...overlays, { input: strip.svg, left: 0, top: height }]);
  if (format === 'png') return done.png().toBuffer();
  // The effort by default takes six times as long, for some parts in a hundred of the size.
  return (format === 'webp' ? done.webp({ quality: 90, effort: 1 }) : done.jpeg({ quality: 90 })).toBuffer();
}

/** As wide as the picture, wider where the lines need it. */
function stripOf(lines: readonly string[], least: number, scale: number) {
  const longest = Math.max(...lines.map((line) => line.length));
  const width = Math.max(least, (longest * GLYPH_WIDTH + 4) * scale);
  const height = (lines.length * LINE_HEIGHT + 2) * scale;
  const dots = `<path d="${pathOf(lines)}" fill="#000"/>`;
  const place = `translate(${scale * 2} ${scale * 2}) scale(${scale})`;
  const paper = '<rect width="100%" height="100%" fill="#fff"/>';
  const inside = `${paper}<g transform="${place}" shape-rendering="crispEdges">${dots}</g>`;
  return { width, height, svg: drawing(width, height, inside) };
}

/** The lines askew, light on dark and dark on light, on a piece that is laid side by side; never larger than the picture. */
function tileOf(lines: readonly string[], width: number, height: number, wanted: number): Buffer {
  const longest = Math.max(...lines.map((line) => line.length)) * GLYPH_WIDTH;
  // Small enough that the piece comes twice and more in each direction.
  const scale = Math.max(0.75, Math.min(wanted, width / longest / 2.2, height / longest / 1.4));
  const across = Math.min(width, Math.ceil(longest * scale * 0.95));
  const down = Math.min(height, Math.ceil((longest * 0.5 + lines.length * LINE_HEIGHT * 1.5) * scale));
  const [left, top] = [(-longest * scale) / 2, (-lines.length * LINE_HEIGHT * scale) / 2];
  const path = pathOf(lines);
  const at = (shift: number) => `translate(${left + shift} ${top + shift}) scale(${scale})`;
  const dark = `<path transform="${at(scale * 0.6)}" d="${path}" fill="#000" fill-opacity="0.3"/>`;
  const light = `<path transform="${at(0)}" d="${path}" fill="#fff" fill-opacity="0.45"/>`;
  const middle = `translate(${across / 2} ${down / 2}) rotate(${DEGREES})`;
  return drawing(across, down, `<g transform="${middle}">${dark}${light}</g>`);
}

const drawing = (width: number, height: number, inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`);
