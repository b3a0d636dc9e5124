import { createHash } from 'node:crypto';
import type { WrittenFile } from './files.js';

/** The same content, counted and hashed as it goes by. */
export function measured(content: AsyncIterable<Uint8Array>): {
  readonly bytes: AsyncIterable<Uint8Array>;
  written(): WrittenFile;
} {
  const hash = createHash('sha256');
  let size = 0;
  async function* pass() {
    for await (const chunk of content) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  }
  return { bytes: pass(), written: () => ({ size, sha256: hash.digest('hex') }) };
}
