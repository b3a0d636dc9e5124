import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAnalyser } from '#engines/match/analysis';
import type { Metrics } from '#engines/match/evaluate';
import type { Reliability } from '#engines/match/rank/calibration';
import { learn, prepare } from '#engines/match/rank/learning';
import type { ModelData } from '#engines/match/rank/model';
import { readFirm, readQuery } from '#engines/match/read-json';
import { readLines } from './json-lines.js';

export interface MatchTrainOptions {
  /** JSON lines, one firm each: see `readFirm`. */
  readonly firms: string;
  /** JSON lines, one query with gold each: see `readQuery`. */
  readonly queries: string;
  /** Folder for the model's source files; older ones in it are removed. */
  readonly out: string;
  /** What the data is. */
  readonly about: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly say: (line: string) => void;
}

export interface MatchTrainSummary {
  /** Out of fold, by task. */
  readonly figures: Readonly<Record<string, Metrics>>;
  readonly reliability: Reliability;
  /** Share of the splits, by feature. */
  readonly use: Readonly<Record<string, number>>;
}

const head = '// Written by `npm run -s rulian -- match-train`; not edited by hand.\n';

/** The files of a model, by name: the vectors' numbers apart, as one file would be too large for editors and linters. */
export function modelFiles(model: ModelData): Map<string, string> {
  const { numbers, ...encoder } = model.encoder;
  const name = (at: number) => `numbers-${at}`;
  const files = new Map<string, string>(
    numbers.map((piece, at) => [`${name(at)}.ts`, `${head}export const numbers = '${piece}';\n`] as const),
  );
  const imports = numbers.map((_, at) => `import { numbers as numbers${at} } from './${name(at)}.js';\n`).join('');
  const list = numbers.map((_, at) => `numbers${at}`).join(', ');
  const plain = JSON.stringify({ ...model, encoder }, null, 1);
  const text = `import type { ModelData } from '../model.js';\n${imports}\nconst learned = ${plain};\n
/** The ranking that ships with the product. */
export const modelData: ModelData = { ...learned, encoder: { ...learned.encoder, numbers: [${list}] } };\n`;
  return files.set('model-data.ts', head + text);
}

/** Learns the ranking and writes it. Throws `BadLine`, or the error of the file system. */
export async function matchTrain(options: MatchTrainOptions): Promise<MatchTrainSummary> {
  const firms = await readLines(options.firms, readFirm);
  const queries = await readLines(options.queries, readQuery);
  const about = { data: options.about, date: options.date };
  const lessons = prepare(createAnalyser(), firms, queries, options.say);
  const { model, figures, reliability, use } = learn(lessons, about, options.say);
  await mkdir(options.out, { recursive: true });
  for (const old of await readdir(options.out)) {
    if (/^(?:numbers-\d+|model-data)\.ts$/.test(old)) await rm(join(options.out, old));
  }
  for (const [name, text] of modelFiles(model)) await writeFile(join(options.out, name), text);
  return { figures, reliability, use: Object.fromEntries(use) };
}
