import { readFile } from 'node:fs/promises';

/** The rows of a file of JSON lines; `option` names it where it is missing. Throws for a line that is not JSON. */
export async function readLines<T>(file: string | undefined, option: string): Promise<T[]> {
  if (!file) throw new Error(`--${option} FILE is needed`);
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as T);
}

/** The texts that could be the title of a demand. */
export const asTitles = <Q extends { readonly text: string }>(queries: readonly Q[]): Q[] =>
  queries.filter(({ text }) => text.length >= 4 && text.length <= 120);
