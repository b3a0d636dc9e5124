import { simplify } from './traditional.js';

/** Characters of one text that are read; the rest is ignored, so that a pasted book costs no more than a page. */
export const MAX_TEXT = 8_000;

/** Full and half width, compatibility forms, case, and traditional and simplified made equal; at most {@link MAX_TEXT} characters. */
export function normalise(text: string): string {
  return simplify(text.slice(0, MAX_TEXT).normalize('NFKC').toLowerCase().slice(0, MAX_TEXT));
}
