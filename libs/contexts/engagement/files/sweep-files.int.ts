import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { FolderFiles } from '#ports/files/folder/folder-files';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { type AttachedFile, aboutDemand, FILES } from './file.store.js';
import { SweepFiles } from './sweep-files.js';

let temporary: TemporaryStore;
let folder: string;
let files: FolderFiles;
let known: Collection<AttachedFile>;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  folder = await mkdtemp(join(tmpdir(), 'rulian-files-'));
  files = await FolderFiles.open(folder);
  known = await temporary.store.collection(FILES);
});
afterEach(async () => {
  await files.close();
  await rm(folder, { recursive: true });
  await temporary.destroy();
});

async function* bytes() {
  yield Buffer.from('content');
}

it('removes bytes that nothing is known of, once no upload can be under way any more', async () => {
  for (let at = 0; at < 250; at += 1) await files.put(`c${at}`, bytes());
  const file = (at: number): Omit<AttachedFile, 'version'> => ({
    ...{ id: `f${at}`, about: aboutDemand('d'), demandId: 'd', ownerId: 'o', side: 'leader', disclosure: 'nda' },
    ...{ name: 'a.pdf', type: 'application/pdf', size: 7, sha256: '', content: `c${at}`, at: '', byName: '王敏' },
  });
  await known.insert([0, 7, 249].map((at) => ({ doc: file(at) })));
  const clock = new FixedClock(new Date().toISOString());
  const sweep = new SweepFiles(known, files, clock);
  expect(await sweep.run()).toBe(0);
  clock.pass(25 * 3_600_000);
  expect(await sweep.run()).toBe(247);
  expect((await files.list({ limit: 1000 })).map(({ id }) => id)).toEqual(['c0', 'c249', 'c7']);
  expect(await sweep.run()).toBe(0);
});
