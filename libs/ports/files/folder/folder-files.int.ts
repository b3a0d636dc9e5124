import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { filesContract } from '#ports/files/files.contract';
import { isUnavailable } from '#ports/unavailable';
import { FolderFiles } from './folder-files.js';

filesContract('a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rulian-files-'));
  let files = await FolderFiles.open(folder);
  return {
    files,
    reopen: async () => {
      await files.close();
      files = await FolderFiles.open(folder);
      return files;
    },
    leaveHalf: (id) => writeFile(join(folder, 'files', '.part', `${id}.00`), 'half'),
    destroy: async () => {
      await files.close();
      await rm(folder, { recursive: true });
    },
  };
});

it('throws away at its start what was not finished, and says that a folder cannot be used', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rulian-files-'));
  await mkdir(join(folder, 'files', '.part'), { recursive: true });
  await writeFile(join(folder, 'files', '.part', 'x.00'), 'half');
  await (await FolderFiles.open(folder)).close();
  expect(await readdir(join(folder, 'files', '.part'))).toEqual([]);
  await rm(join(folder, 'files'), { recursive: true });
  await writeFile(join(folder, 'files'), 'no folder');
  await chmod(folder, 0o700);
  const failure = await FolderFiles.open(folder).catch((error: unknown) => error);
  expect(isUnavailable(failure)).toBe(true);
  await rm(folder, { recursive: true });
});
