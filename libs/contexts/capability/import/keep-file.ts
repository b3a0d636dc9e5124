import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refused } from '#platform/errors/errors';
import { limited } from '#platform/http/read-body';
import { capabilityErrors } from '../capability.errors.js';

/** Writes what a client sends to `path`, at most `limit` MB; more is refused, and nothing is left of it then. */
export async function keepFile(body: Readable, path: string, limit: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const tooLarge = () => new Refused([capabilityErrors.import_too_large({ limit })]);
  try {
    await pipeline(limited(body, limit * 1_048_576, tooLarge), createWriteStream(path, { flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
