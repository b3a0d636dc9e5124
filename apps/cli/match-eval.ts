import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Answer, type EvaluationProgress, evaluate, type Metrics } from '#engines/match/evaluate';
import { type Read, readFirm, readQuery } from '#engines/match/read-json';

export interface MatchEvalOptions {
  /** JSON lines, one firm each: see `readFirm`. */
  readonly firms: string;
  /** JSON lines, one query each: see `readQuery`. */
  readonly queries: string;
  /** Written: a line `{"i", "ids", "ms"}` a query, in the queries' order; there only when all went well. */
  readonly out: string;
  readonly progress?: (progress: EvaluationProgress) => void;
}

export interface MatchEvalSummary {
  readonly firms: number;
  readonly queries: number;
  readonly indexSeconds: number;
  /** Milliseconds a query. */
  readonly p50: number;
  readonly p95: number;
  /** By task, where the queries have gold. */
  readonly tasks: Readonly<Record<string, Metrics>>;
}

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

/** The values of a file of JSON lines, each as `read` reads it. Throws {@link BadLine}. */
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

function* outLines(answers: readonly Answer[]): Generator<string> {
  for (const { i, ids, ms } of answers) yield `${JSON.stringify({ i, ids, ms: Math.round(ms * 1000) / 1000 })}\n`;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * Ranks the firms of one file for each query of another. Throws {@link BadLine}, or the error of the file system; `out`
 * is left as it was then.
 */
export async function matchEval({ firms, queries, out, progress }: MatchEvalOptions): Promise<MatchEvalSummary> {
  const asked = await readLines(queries, readQuery);
  const known = await readLines(firms, readFirm);
  const { answers, tasks, indexMs } = evaluate(known, asked, () => performance.now(), progress);
  const part = `${out}.part`;
  try {
    await pipeline(Readable.from(outLines(answers)), createWriteStream(part));
    await rename(part, out);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    firms: known.length,
    queries: asked.length,
    indexSeconds: indexMs / 1000,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    tasks,
  };
}
