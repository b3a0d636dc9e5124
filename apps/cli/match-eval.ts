import { type Answer, type EvaluationProgress, evaluate, type Metrics } from '#engines/match/evaluate';
import { readFirm, readQuery } from '#engines/match/read-json';
import { quantile, readLines, writeLines } from './json-lines.js';

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

const toMicroseconds = ({ i, ids, ms }: Answer) => ({ i, ids, ms: Math.round(ms * 1000) / 1000 });

/**
 * Ranks the firms of one file for each query of another. Throws `BadLine`, or the error of the file system; `out`
 * is left as it was then.
 */
export async function matchEval({ firms, queries, out, progress }: MatchEvalOptions): Promise<MatchEvalSummary> {
  const asked = await readLines(queries, readQuery);
  const known = await readLines(firms, readFirm);
  const { answers, tasks, indexMs } = evaluate(known, asked, () => performance.now(), progress);
  await writeLines(out, answers.map(toMicroseconds));
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
