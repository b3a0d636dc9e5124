import type { Readable } from 'node:stream';
import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';

/**
 * Bytes that are read and thrown away beyond a limit. A client that is still sending does not read: closing on it would
 * break the connection and the refusal would never be seen. Beyond this it is not worth the traffic.
 */
export const DRAINED = 64 * 1024 * 1024;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The body as text of at most `limit` bytes. Throws {@link Refused} when it is longer or not UTF-8. */
export async function readBody(payload: Readable, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else chunks.length = 0;
    if (size > limit + DRAINED) break;
  }
  if (size > limit) throw new Refused([commonErrors.body_too_large({ limit: `${limit / 1024 / 1024} MiB` })]);
  try {
    return decoder.decode(Buffer.concat(chunks));
  } catch {
    throw new Refused([commonErrors.body_not_utf8()]);
  }
}
