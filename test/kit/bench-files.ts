import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * A file of the cases that are kept beside the repository, by its path in their folder (`retrieval/firms.jsonl`):
 * `RULIAN_BENCH` names the folder, `../shared/bench` is where it is otherwise. Undefined where it is not there, which is
 * said once and loudly: what rests on it must not be missing without a word.
 */
export function benchFile(path: string): string | undefined {
  const folder = process.env.RULIAN_BENCH ?? resolve(process.cwd(), '..', 'shared', 'bench');
  const file = join(folder, path);
  if (existsSync(file)) return file;
  process.stderr.write(`\n*** NO ${path}: what rests on it was NOT run. RULIAN_BENCH names its folder. ***\n\n`);
  return undefined;
}
