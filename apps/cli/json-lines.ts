import { createReadStream } from 'node:fs';
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
