import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '#ports/files/files';
import { FolderFiles } from '#ports/files/folder/folder-files';
import { EmbeddedExport } from '#ports/log/embedded/export';
import { SqliteExport } from '#ports/store/sqlite/export';

/** The data folder of a standalone, read from beside it. */
export class Source {
  private constructor(
    readonly folder: string,
    /** Made once for each folder and kept in its `move.json`; a copy of the folder carries it along. */
    readonly id: string,
    readonly store: SqliteExport,
    readonly log: EmbeddedExport,
    readonly files: Files,
    private readonly holds: readonly (() => void)[],
  ) {}

  /**
   * Throws a sentence when there are no data, when another move reads them, and, where `stopped` is asked for, when the
   * standalone runs; then it cannot be started either until `close`.
   */
  static async open(folder: string, stopped: boolean): Promise<Source> {
    if (!existsSync(join(folder, 'store.db')) || !existsSync(join(folder, 'log.db')))
      throw new Error(`${folder} holds no data of a standalone: set RULIAN_DATA_DIR to its folder`);
    const holds = [
      held(EmbeddedExport.holdReading(folder), `another move of ${folder} is under way: wait for its end`),
    ];
    try {
      if (stopped) holds.push(held(EmbeddedExport.hold(folder), stillRuns(folder)));
      const store = SqliteExport.open(folder);
      const log = EmbeddedExport.open(folder);
      return new Source(folder, await idOf(folder), store, log, FolderFiles.beside(folder), holds);
    } catch (error) {
      for (const release of holds) release();
      throw error;
    }
  }

  close(): void {
    this.store.close();
    this.log.close();
    for (const release of this.holds) release();
  }
}

const stillRuns = (folder: string) =>
  `the standalone on ${folder} still runs: stop it, then run the move with --final once more`;

function held(hold: (() => void) | undefined, otherwise: string): () => void {
  if (!hold) throw new Error(otherwise);
  return hold;
}

async function idOf(folder: string): Promise<string> {
  const path = join(folder, 'move.json');
  const made = JSON.stringify({ id: randomUUID() });
  await writeFile(path, made, { flag: 'wx' }).catch((error: unknown) => {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  });
  return (JSON.parse(await readFile(path, 'utf8')) as { id: string }).id;
}
