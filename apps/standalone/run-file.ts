import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How the command line finds and speaks to the process that holds a data folder. */
export interface RunFile {
  readonly url: string;
  /** The operator's secret, made anew at each start. */
  readonly secret: string;
  readonly pid: number;
}

const pathOf = (dataDir: string): string => join(dataDir, 'run.json');

/** Readable for the owner only: whoever reads it can do everything. */
export async function writeRunFile(dataDir: string, run: RunFile): Promise<void> {
  const fresh = `${pathOf(dataDir)}.new`;
  await writeFile(fresh, JSON.stringify(run), { mode: 0o600 });
  await rename(fresh, pathOf(dataDir));
}

export async function readRunFile(dataDir: string): Promise<RunFile | undefined> {
  try {
    return JSON.parse(await readFile(pathOf(dataDir), 'utf8')) as RunFile;
  } catch {
    return undefined;
  }
}

export const forgetRunFile = (dataDir: string): Promise<void> => rm(pathOf(dataDir), { force: true });
