import type { Certificate } from '#contracts/profile';
import { bounds } from './firm-row.js';
import { type Complain, itemsOf, scalarText } from './values.js';

const UNTIL = /^(?:有效期至|有效期限|有效期|有效至|到期日|validuntil|until)[:：]?/i;
const NEVER = /^(?:长期|长期有效|永久|permanent|none)$/i;
const DATE = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/;

/** YYYY-MM-DD, null for what is no date of the calendar. Takes 2027-6-30, 2027/06/30, 2027.6.30 and 2027年6月30日. */
export function dateOf(text: string): string | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Certificates of a cell, `名称|编号|有效期至2027-06-30；…`, or of a JSON array of such texts or of objects. */
export function certificatesOf(value: unknown, complain: Complain): Certificate[] {
  const items = itemsOf(value).filter((item) => scalarText(item) !== undefined);
  if (items.length > bounds.listItems) {
    complain('import.list.too_many', { count: items.length, limit: bounds.listItems });
    return [];
  }
  return items.flatMap((item, i) => certificateOf(item, i, complain) ?? []);
}

function certificateOf(item: unknown, i: number, complain: Complain): Certificate | undefined {
  const parts = partsOf(item);
  const lengths = (parts ?? []).map((part) => [...(part ?? '')].length);
  const longest = Math.max(0, ...lengths);
  if (longest > bounds.itemCharacters) {
    const params = { item: i + 1, length: longest, limit: bounds.itemCharacters };
    complain('import.list.item_too_long', params, `[${i}]`, item);
    return undefined;
  }
  const [name, number, until] = parts ?? [];
  if (!name) {
    complain('import.certificate.form', { item: i + 1 }, `[${i}]`, item);
    return undefined;
  }
  const certificate = { name, ...(number ? { number } : {}) };
  const text = until?.normalize('NFKC').replaceAll(' ', '').replace(UNTIL, '') ?? '';
  if (text === '' || NEVER.test(text)) return certificate;
  const validUntil = dateOf(text);
  if (validUntil !== null) return { ...certificate, validUntil };
  complain('import.date.invalid', { date: text.slice(0, 40) }, `[${i}].validUntil`, until);
  return undefined;
}

type Parts = [name?: string, number?: string, until?: string];

/** Undefined when the item has another form. */
function partsOf(item: unknown): Parts | undefined {
  if (typeof item === 'object' && item !== null && !Array.isArray(item)) {
    const { name, number, validUntil } = item as Record<string, unknown>;
    const parts = [name, number, validUntil].map(scalarText);
    return parts.includes(null) ? undefined : (parts as Parts);
  }
  const parts = scalarText(item)
    ?.split(/[|｜]/)
    .map((part) => part.trim());
  if (!parts || parts.length > 3) return undefined;
  const [name, second, third] = parts;
  if (third === undefined && second !== undefined && isUntil(second)) return [name, undefined, second];
  return [name, second, third];
}

function isUntil(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(' ', '');
  return UNTIL.test(plain) || NEVER.test(plain) || DATE.test(plain);
}
