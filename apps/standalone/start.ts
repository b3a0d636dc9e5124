import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { startApp } from '#apps/shared/app';
import { everyModule } from '#apps/shared/contexts';
import { type Parts, ProcessModule } from '#apps/shared/process.module';
import { EdgeIdentifier } from '#platform/access/edge-identifier';
import { Identifier } from '#platform/access/identifier';
import type { Config } from '#platform/config/config';
import { serveAsyncApi } from '#platform/http/asyncapi';
import { createOpenApi, serveOpenApi } from '#platform/http/openapi';
import { readWeb, serveWeb } from '#platform/http/web/serve-web';
import { createLogger } from '#platform/logging/logger';
import { SystemClock } from '#platform/time/clock';
import { FolderFiles } from '#ports/files/folder/folder-files';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import { EmbeddedSearch } from '#ports/search/embedded/embedded-search';
import { SqliteStore } from '#ports/store/sqlite/sqlite-store';
import { forgetRunFile, writeRunFile } from './run-file.js';

export interface Running {
  readonly url: string;
  readonly operatorSecret: string;
  readonly parts: Parts;
  /** Finishes what is under way and closes the folder. */
  stop(): Promise<void>;
}

/** Starts the whole product in this process on `config.dataDir`. Throws with a clear sentence when the folder is in use. */
export async function startStandalone(config: Config): Promise<Running> {
  await mkdir(config.dataDir, { recursive: true });
  const logger = createLogger(config);
  // The log holds the lock of the folder: it is opened first and closed last.
  const log = await EmbeddedLog.open(config.dataDir, { warn: (msg) => logger.warn({ context: 'log', msg }) });
  const store = await SqliteStore.open(config.dataDir);
  const search = await EmbeddedSearch.open(config.dataDir);
  const files = await FolderFiles.open(config.dataDir);
  const operatorSecret = `rlo_${randomBytes(32).toString('base64url')}`;
  const parts: Parts = { config, store, log, search, files, clock: new SystemClock(), operatorSecret };

  const identifier = { provide: Identifier, useClass: EdgeIdentifier };
  const web = await readWeb(new URL('../../web/', import.meta.url));
  const app = await startApp({
    name: 'rulian',
    module: ProcessModule.of(parts, await everyModule(), identifier),
    parts,
    logger,
    inner: false,
    routes: (nest) => {
      serveOpenApi(nest, createOpenApi(nest));
      serveAsyncApi(nest);
      serveWeb(nest, web, config.publicUrl);
    },
  });
  const { url } = app;
  await writeRunFile(config.dataDir, { url, secret: operatorSecret, pid: process.pid });

  const stop = async () => {
    await forgetRunFile(config.dataDir);
    await app.stop();
  };
  return { url, operatorSecret, parts, stop };
}
