import { createHash, randomBytes } from 'node:crypto';

/** 120 random bits in 20 characters of base64url: no order, no meaning, not guessable. */
export function newId(): string {
  return randomBytes(15).toString('base64url');
}

/** The same 20 characters for the same parts: ids of documents that must exist once per cause. */
export function idFrom(...parts: readonly string[]): string {
  return sha256(parts.join('\u001f')).slice(0, 20);
}

/** SHA-256 in base64url; for stored tokens and keys, which have full entropy and need no slow hash. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url');
}
