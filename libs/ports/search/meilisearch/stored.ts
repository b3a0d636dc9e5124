import { createHash } from 'node:crypto';
import type { SearchDoc, SearchIndexSpec } from '#ports/search/search';
import { textSounds, type WordCutter } from '#ports/search/sound';

/**
 * A document as Meilisearch holds it. `t_<field>` is searched: the text in half width; `o_<field>` is the text as it was
 * written, there only when that is another. `sounds` is how the Chinese in it is spoken: the server's own builds with
 * comparison by sound are rare. `f_<facet>` holds facet values in the form of {@link facetCode}. `show` and
 * `key`, the id, are JSON in a string: what the server would read and write again need not come back as it was.
 */
export type StoredDoc = { id: string; key: string; show: string; rank?: number; sounds?: string } & {
  [field: `${'t' | 'o' | 'f'}_${string}`]: string | string[];
};

/** The document of an index that says how far it is. No id of a document can be this one. */
export const POSITION = '_position';

/**
 * `filling` is a fresh random value each time an index is made; `made` is when the server made it, which goes with it
 * through a switch; `spec` is what it was made for.
 */
export interface StoredPosition {
  readonly id: typeof POSITION;
  readonly position: string;
  readonly filling: string;
  readonly made: string;
  readonly spec: string;
}

const LONGEST_ID = 380;

/** Meilisearch takes letters, digits, - and _ for an id, up to 511: base64url, and for a very long one its hash. */
export function storedId(id: string): string {
  const bytes = Buffer.from(id, 'utf8');
  if (bytes.length <= LONGEST_ID) return `i${bytes.toString('base64url')}`;
  return `h${createHash('sha256').update(bytes).digest('base64url')}`;
}

/** Full-width letters, digits and signs as half-width ones, unit by unit: both texts are equally long. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (unit) =>
    unit === '\u3000' ? ' ' : String.fromCharCode(unit.charCodeAt(0) - 0xfee0),
  );
}

/** What JSON in UTF-8 can carry, without the marks. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[\ue000\ue001]/g, '');
}

const ESCAPE = '\ue002';
const END = '\ue003';
const CUT = '\ue004';
/** Meilisearch looks at the first 468 bytes of a facet value. */
const LONGEST_FACET = 460;
/** Characters that stand in {@link facetCode} as they are: neither case, width nor trimming can make them others. */
const UNSAFE = /^ +| +$|[^\u3400-\u4dbf\u4e00-\u9fff0-9a-z _-]+/gu;

/**
 * A facet value such that Meilisearch, which trims values and folds case and width, tells apart what differs. Chinese,
 * small letters and digits are as they were; the rest is hexadecimal between U+E002 and U+E003, so there is no quote,
 * backslash or control character in it either. Beyond 460 bytes a value is cut and goes on with its hash.
 */
export function facetCode(value: string): string {
  const whole = value.toWellFormed();
  const code =
    whole === '' ? ESCAPE + END : whole.replace(UNSAFE, (run) => ESCAPE + Buffer.from(run).toString('hex') + END);
  if (Buffer.byteLength(code) <= LONGEST_FACET) return code;
  const start = Buffer.from([...whole].slice(0, 40).join('')).toString('hex');
  return `${ESCAPE}${start}${END}${CUT}${createHash('sha256').update(whole).digest('hex')}`;
}

/** The value of a {@link facetCode}; a cut one ends in …. */
export function facetValue(code: string): string {
  return code
    .replace(/\ue002([0-9a-f]*)\ue003/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('utf8'))
    .replace(/\ue004[0-9a-f]*$/, '…');
}

const each = <T>(value: string | readonly string[], work: (text: string) => T): T | T[] =>
  typeof value === 'string' ? work(value) : value.map(work);

export function storedDoc(doc: SearchDoc, cutter: WordCutter): StoredDoc {
  const stored: StoredDoc = { id: storedId(doc.id), key: JSON.stringify(doc.id), show: JSON.stringify(doc.show) };
  if (doc.rank !== undefined) stored.rank = doc.rank;
  const sounds = textSounds(Object.values(doc.text).flat().join('\n'), cutter);
  if (sounds !== '') stored.sounds = sounds;
  for (const [field, given] of Object.entries(doc.text)) {
    const text = each(given, clean);
    const searched = each(text, halfWidth);
    stored[`t_${field}`] = searched;
    if (JSON.stringify(searched) !== JSON.stringify(text)) stored[`o_${field}`] = text;
  }
  for (const [facet, given] of Object.entries(doc.facets)) {
    if (given !== undefined) stored[`f_${facet}`] = each(given, facetCode);
  }
  return stored;
}

/** What an index is made for; another text or facet list, or another way to store, is another index. */
export function specCode({ text, facets }: SearchIndexSpec): string {
  return JSON.stringify({ format: 2, text, facets });
}
