import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logContract } from '../log.contract.js';
import { EmbeddedLog, type EmbeddedLogOptions } from './embedded-log.js';

/** Small figures, so that compaction runs during the suite. */
const options: EmbeddedLogOptions = { recent: 200, compactEvery: 50 };

logContract('embedded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rulian-log-'));
  let log = await EmbeddedLog.open(folder, options);
  return {
    log,
    reopen: async () => {
      await log.abandon();
      log = await EmbeddedLog.open(folder, options);
      return log;
    },
    destroy: async () => {
      await log.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
});
