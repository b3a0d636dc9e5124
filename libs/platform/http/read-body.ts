import type { Readable } from 'node:stream';
import { commonErrors } from '#platform/errors/common.errors';
import { type Failure, Refused } from '#platform/errors/errors';
import { isStream, mediaTypeOf } from './body-stream.js';
import type { HouseRequest } from './request.js';

/**
 * Bytes that are read and thrown away beyond a limit. A client that is still sending does not read: closing on it would
 * break the connection and the refusal would never be seen. Beyond this it is not worth the traffic.
 */
const DRAINED = 64 * 1024 * 1024;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** What a client sends, of at most `most` bytes; when it is more, the rest is read, within reason, and then it throws. */
export async function* limited(payload: Readable, most: number, tooLarge: () => Error): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of payload as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) yield chunk;
    if (size > most + DRAINED) break;
  }
  if (size > most) throw tooLarge();
}

/** The body of at most `limit` bytes. Throws {@link Refused} when it is longer. */
export async function readBytes(payload: Readable, limit: number): Promise<Buffer> {
  const tooLarge = () => new Refused([commonErrors.body_too_large({ limit: `${limit / 1024 / 1024} MiB` })]);
  const chunks: Buffer[] = [];
  for await (const chunk of limited(payload, limit, tooLarge)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The whole body, which must be of this media type. Throws {@link Refused} when it is longer, and with `wrong` for any other. */
export async function readBytesOf(
  { type, limit, wrong }: { readonly type: string; readonly limit: number; readonly wrong: Failure },
  body: unknown,
  request: HouseRequest,
): Promise<Buffer> {
  if (isStream(body) && mediaTypeOf(request) === type) return readBytes(body, limit);
  if (isStream(body)) body.resume();
  throw new Refused([wrong]);
}

/** The body as text of at most `limit` bytes. Throws {@link Refused} when it is longer or not UTF-8. */
export async function readBody(payload: Readable, limit: number): Promise<string> {
  const body = await readBytes(payload, limit);
  try {
    return decoder.decode(body);
  } catch {
    throw new Refused([commonErrors.body_not_utf8()]);
  }
}
