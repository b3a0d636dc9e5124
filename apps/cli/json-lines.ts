import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Read } from '#engines/match/read-json';

/** A line of an input file that cannot be used; the message names file, line (from 1) and reason. */
export class BadLine extends Error {
  override readonly name = 'BadLine';
  readonly code = 'cli.bad-line';

  constructor(
    readonly file: string,
    readonly line: number,
    reason: string,
  ) {
    super(`${file}:${line}: ${reason}`);
  }
}

function parse(text: string): Read<unknown> {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: 'not JSON' };
  }
}

/** Lines end with a line feed only: `readline` would also cut at U+2028, which JSON allows within a text. */
async function* textLines(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

/** Reads every line of a file of JSON lines; empty ones are left out. Throws {@link BadLine}, or the error of the file system. */
export async function readLines<T>(file: string, read: (json: unknown) => Read<T>): Promise<T[]> {
  const values: T[] = [];
  let line = 0;
  for await (const text of textLines(file)) {
    line += 1;
    if (text.trim() === '') continue;
    const json = parse(text.replace(/^\uFEFF/, ''));
    const result = 'problem' in json ? json : read(json.value);
    if ('problem' in result) throw new BadLine(file, line, result.problem);
    values.push(result.value);
  }
  return values;
}

/** Writes the values as JSON lines; `out` is there only when all went well, and is left as it was when it did not. */
export async function writeLines(out: string, values: Iterable<unknown>): Promise<void> {
  const part = `${out}.part`;
  try {
    await pipeline(Readable.from(textOf(values)), createWriteStream(part));
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function* textOf(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}

/** Of numbers in ascending order, the one below which this share of them lies; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
