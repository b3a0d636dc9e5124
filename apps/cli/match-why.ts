import { createAnalyser } from '#engines/match/analysis';
import { modelData } from '#engines/match/rank/learned/model-data';
import { readModel } from '#engines/match/rank/model';
import { Ranker } from '#engines/match/rank/ranker';
import type { Breakdown } from '#engines/match/rank/ranking';
import { readFirm } from '#engines/match/read-json';
import { readLines } from './json-lines.js';

export interface MatchWhyOptions {
  /** JSON lines, one firm each: see `readFirm`. */
  readonly firms: string;
  readonly text: string;
  /** Id of the firm. */
  readonly firm: string;
}

/**
 * Every feature of a text and a firm of a file and its share of the score, the greatest first; undefined when there is
 * no such firm. Throws `BadLine`, or the error of the file system.
 */
export async function matchWhy({ firms, text, firm }: MatchWhyOptions): Promise<Breakdown | undefined> {
  const ranker = new Ranker(createAnalyser(), readModel(modelData));
  for (const each of await readLines(firms, readFirm)) ranker.put(each);
  const found = ranker.breakdown(text, firm);
  return found && { ...found, shares: [...found.shares].sort((a, b) => Math.abs(b.share) - Math.abs(a.share)) };
}
