import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Meilisearch } from 'meilisearch';

interface Running {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** What is used here of scripts/stack/servers.mjs. */
interface Servers {
  startMeili(options: { folder: string; port?: number; key: string }): Promise<Running>;
}

const KEY = 'key-of-the-tests-only';

/** A Meilisearch of one test file's own, which it may stop and kill. */
export class OwnMeili {
  readonly key = KEY;

  private constructor(
    private readonly servers: Servers,
    private readonly folder: string,
    private running: Running,
  ) {}

  static async start(): Promise<OwnMeili> {
    const servers = (await import(pathToFileURL(resolve('scripts/stack/servers.mjs')).href)) as Servers;
    const folder = await mkdtemp(join(tmpdir(), 'meili-'));
    return new OwnMeili(servers, folder, await servers.startMeili({ folder, key: KEY }));
  }

  get url(): string {
    return this.running.url;
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  kill(): Promise<void> {
    return this.running.kill();
  }

  /** On the port that it had. */
  async startAgain(): Promise<void> {
    this.running = await this.servers.startMeili({ folder: this.folder, port: this.running.port, key: KEY });
  }

  /** As on a new disk: nothing of what it held is left. */
  async startEmpty(): Promise<void> {
    await rm(join(this.folder, 'data'), { recursive: true });
    await this.startAgain();
  }

  async end(): Promise<void> {
    await this.running.kill();
    await rm(this.folder, { recursive: true });
  }
}

export interface AnyMeili {
  readonly url: string;
  readonly key: string;
  end(): Promise<void>;
}

/** The server of MEILI_URL and MEILI_KEY, or one started here. */
export async function anyMeili(): Promise<AnyMeili> {
  const { MEILI_URL: url, MEILI_KEY: key = '' } = process.env;
  return url ? { url, key, end: async () => undefined } : await OwnMeili.start();
}

/** Drops all indexes whose names begin so. */
export async function dropIndexes({ url, key }: { url: string; key: string }, prefix: string): Promise<void> {
  const client = new Meilisearch({ host: url, apiKey: key });
  const { results } = await client.getRawIndexes({ limit: 1000 });
  for (const { uid } of results.filter((index) => index.uid.startsWith(prefix))) {
    await client.deleteIndex(uid).waitTask({ interval: 5, timeout: 30_000 });
  }
}
