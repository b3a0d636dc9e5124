import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Analyser, createAnalyser } from '#engines/match/analysis';
import type { Metrics } from '#engines/match/evaluate';
import type { Reliability } from '#engines/match/rank/calibration';
import { learn, prepare } from '#engines/match/rank/learning';
import { type ModelData, readEncoder } from '#engines/match/rank/model';
import { readText } from '#engines/match/rank/rank-text';
import { Teacher } from '#engines/match/rank/told-training';
import { linesToTeach } from '#engines/match/rank/training';
import { readFirm, readQuery } from '#engines/match/read-json';
import { readLines } from './json-lines.js';
import { askTeacher } from './teacher.js';

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
  /** Whose vectors the terms start from; without one those that ship are passed on. */
  readonly teacher?: { readonly url: string; readonly model: string };
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
  const files = new Map<string, string>();
  let imports = '';
  const { vectors, ...plain } = model;
  const { numbers, ...rest } = vectors;
  for (const [at, piece] of numbers.entries()) {
    files.set(`vectors-${at}.ts`, `${head}export const numbers = '${piece}';\n`);
    imports += `import { numbers as vectors${at} } from './vectors-${at}.js';\n`;
  }
  const list = numbers.map((_, at) => `vectors${at}`).join(', ');
  const text = `import type { ModelData } from '../model.js';\n${imports}\nconst learned = ${JSON.stringify(plain, null, 1)};\n
/** The ranking that ships with the product. */
export const modelData: ModelData = {\n  ...learned,\n  vectors: { ...${JSON.stringify(rest)}, numbers: [${list}] },\n};\n`;
  return files.set('model-data.ts', head + text);
}

/** A teacher for the lines of firms, with what it is called. Throws `TeacherFailed`. */
export async function teacherOf(
  analyser: Analyser,
  lines: readonly string[],
  { teacher, say }: Pick<MatchTrainOptions, 'teacher' | 'say'>,
): Promise<{ readonly teacher: Teacher; readonly name: string }> {
  if (teacher)
    return { teacher: new Teacher(lines, await askTeacher(lines, { ...teacher, say })), name: teacher.model };
  const { modelData } = await import('#engines/match/rank/learned/model-data');
  const shipped = readEncoder(modelData);
  const vectors = new Float32Array(lines.length * shipped.dimensions);
  for (const [at, line] of lines.entries())
    vectors.set(shipped.encode(readText(analyser, line)), at * shipped.dimensions);
  return { teacher: new Teacher(lines, vectors), name: modelData.provenance.teacher };
}

/** Learns the ranking and writes it. Throws `BadLine`, `TeacherFailed`, or the error of the file system. */
export async function matchTrain(options: MatchTrainOptions): Promise<MatchTrainSummary> {
  const firms = await readLines(options.firms, readFirm);
  const queries = await readLines(options.queries, readQuery);
  const analyser = createAnalyser();
  const { teacher, name } = await teacherOf(analyser, linesToTeach(firms), options);
  const about = { data: options.about, date: options.date, teacher: name };
  const lessons = prepare(analyser, firms, queries, teacher, options.say);
  const { model, figures, reliability, use } = learn(lessons, about, options.say);
  await mkdir(options.out, { recursive: true });
  for (const old of await readdir(options.out)) {
    if (/^(?:vectors-\d+|model-data)\.ts$/.test(old)) await rm(join(options.out, old));
  }
  for (const [name, text] of modelFiles(model)) await writeFile(join(options.out, name), text);
  return { figures, reliability, use: Object.fromEntries(use) };
}
