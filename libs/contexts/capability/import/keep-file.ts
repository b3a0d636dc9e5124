import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refused } from '#platform/errors/errors';
import { DRAINED } from '#platform/http/read-body';
import { capabilityErrors } from '../capability.errors.js';

/** Writes what a client sends to `path`, at most `limit` MB; more is refused, and nothing is left of it then. */
export async function keepFile(body: Readable, path: string, limit: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  let size = 0;
  const most = limit * 1_048_576;
  const tooLarge = () => new Refused([capabilityErrors.import_too_large({ limit })]);
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size <= most) done(null, chunk);
      // A client that is still sending does not read: what is too much is read as well, within reason.
      else done(size > most + DRAINED ? tooLarge() : null);
    },
    flush: (done) => done(size > most ? tooLarge() : null),
  });
  try {
    await pipeline(body, meter, createWriteStream(path, { flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
