/** 统一社会信用代码, GB 32100-2015: 18 characters, the last one a check digit. */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;

export type CreditCodeVerdict =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly problem: 'length'; readonly length: number }
  /** `place` is 1 to 18. The letters I, O, S, V and Z are not used; places 3 to 8 are digits. */
  | { readonly ok: false; readonly problem: 'character'; readonly place: number; readonly character: string }
  | { readonly ok: false; readonly problem: 'check_digit'; readonly expected: string; readonly found: string };

/** Full width to half width, upper case, without spaces and hyphens. */
export function normaliseCreditCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff-]/gu, '')
    .toUpperCase();
}

/** The 18th character for the first 17, which must be characters of the code's alphabet. */
export function creditCodeCheckDigit(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Checks the text as a person typed it; `code` is the normal form. */
export function checkCreditCode(text: string): CreditCodeVerdict {
  const code = normaliseCreditCode(text);
  const characters = [...code];
  if (characters.length !== LENGTH) return { ok: false, problem: 'length', length: characters.length };
  for (const [i, character] of characters.entries()) {
    const allowed = i >= 2 && i <= 7 ? ALPHABET.slice(0, 10) : ALPHABET;
    if (!allowed.includes(character)) return { ok: false, problem: 'character', place: i + 1, character };
  }
  const expected = creditCodeCheckDigit(code.slice(0, LENGTH - 1));
  const found = characters[LENGTH - 1]!;
  return expected === found ? { ok: true, code } : { ok: false, problem: 'check_digit', expected, found };
}
