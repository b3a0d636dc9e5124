import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '#ports/store/store.contract';
import { SqliteStore } from './sqlite-store.js';

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rulian-store-'));
  let store = await SqliteStore.open(folder);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await SqliteStore.open(folder);
      return store;
    },
    destroy: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
