import type { Params } from './firm-row.js';
import type { ImportCode } from './problem-text.js';

/** Notes a problem of the cell; `key` is the place within it (`[0].validUntil`), `value` what stands there. */
export type Complain = (code: ImportCode, params?: Params, key?: string, value?: unknown) => void;

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/** Text of a scalar; undefined for an empty cell, null for what is no scalar. Line breaks and tabs stay. */
export function scalarText(value: unknown): string | null | undefined {
  if (value === null || value === undefined) return undefined;
  if (isDate(value)) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const text = String(value).replace(/(?![\t\n])\p{Cc}|[\u200b\ufeff]/gu, '');
  const trimmed = text.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** The items of a cell (between ； ; 、 and line breaks, or a JSON array as our export writes it) or of a JSON array. */
export function itemsOf(value: unknown, separators = /[；;、\n]/): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string') return [value];
  return jsonArray(value) ?? value.split(separators);
}

function jsonArray(text: string): unknown[] | undefined {
  if (!/^\s*\[.*\]\s*$/s.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
