import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Refused } from '#platform/errors/errors';
import { isStream, mediaTypeOf } from '#platform/http/body-stream';
import { ANY_FILE_TYPE } from '#platform/http/http-app';
import type { HouseRequest } from '#platform/http/request';
import type { Files } from '#ports/files/files';
import { Unavailable } from '#ports/unavailable';
import { engagementErrors } from '../engagement.errors.js';

/** A file as it comes, before anything is known of it but what its sender says. */
export interface SentFile {
  readonly name: string;
  readonly body: Readable;
}

/** The file that is the body of a request. Throws {@link Refused} for any other body. */
export function sentFile(name: string, body: unknown, request: HouseRequest): SentFile {
  if (mediaTypeOf(request) !== ANY_FILE_TYPE || !isStream(body))
    throw new Refused([engagementErrors.file_body({ allowed: ANY_FILE_TYPE })]);
  return { name, body };
}

/** All of a file in memory; for the one that is looked through or marked. */
export async function bytesOf(files: Files, content: string): Promise<Uint8Array> {
  const stream = await files.read(content);
  if (!stream) throw new Unavailable('the content of a file');
  return buffer(stream);
}

/** Bytes that may wait in memory for a slow reader. */
const SMALL = 256 * 1024;

/** A copy made for one reader, out of memory while the reader takes its time. Nothing of it is left afterwards. */
export async function copyOf(bytes: Uint8Array): Promise<Readable> {
  if (bytes.length <= SMALL) return Readable.from([bytes]);
  const path = join(tmpdir(), `rulian-copy-${randomBytes(9).toString('hex')}`);
  const handle = await open(path, 'wx+', 0o600).catch(noRoom);
  try {
    await handle.writeFile(bytes);
    const stream = handle.createReadStream({ start: 0 });
    // Where an open file can lose its name, it does so at once: a process that is killed leaves none.
    await rm(path).catch(() => stream.once('close', () => void rm(path, { force: true })));
    return stream;
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    return noRoom(error);
  }
}

function noRoom(cause: unknown): never {
  throw new Unavailable('room for a copy', { cause });
}
