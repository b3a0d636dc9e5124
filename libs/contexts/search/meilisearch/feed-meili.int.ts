import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Meilisearch } from 'meilisearch';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import { MeiliSearchAdapter } from '#ports/search/meilisearch/meili-search';
import { OwnMeili } from '#test/kit/meili';
import { heldBy, Town } from '#test/kit/public-events';
import { FeedSearch } from '../feed-search.js';

Logger.overrideLogger(false);
jest.setTimeout(300_000);

/** Documents of each kind; every round changes all of them. */
const COUNT = 25;

describe('the search indexes on Meilisearch under load', () => {
  let server: OwnMeili;
  let client: Meilisearch;
  let folder: string;
  let log: EmbeddedLog;
  let search: MeiliSearchAdapter;
  let feed: FeedSearch;
  let town: Town;
  let prefix: string;
  let tests = 0;

  beforeAll(async () => {
    server = await OwnMeili.start();
    client = new Meilisearch({ host: server.url, apiKey: server.key });
  });
  afterAll(() => server.end());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rulian-test-'));
    log = await EmbeddedLog.open(folder);
    prefix = `feed${tests++}_`;
    search = await MeiliSearchAdapter.open({ url: server.url, key: server.key, prefix });
    feed = new FeedSearch(log, search);
    town = new Town();
    await feed.onApplicationBootstrap();
  });
  afterEach(async () => {
    await feed.onApplicationShutdown();
    await search.close();
    await log.close();
    await rm(folder, { recursive: true });
  });

  const drop = (index: string) => client.deleteIndex(`${prefix}${index}`).waitTask({ interval: 5, timeout: 60_000 });

  /** Appends rounds without a pause until `during` is over. */
  async function underLoad(during: () => Promise<void>): Promise<void> {
    let over = false;
    const load = (async () => {
      while (!over) {
        await log.append(town.round(COUNT));
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    })();
    try {
      await during();
    } finally {
      over = true;
      await load;
    }
  }

  async function expectNewest(): Promise<void> {
    await log.append(town.round(COUNT));
    await feed.caughtUp();
    expect(await heldBy(feed)).toEqual(town.expected);
    expect(feed.caughtUpOnce()).toBe(true);
  }

  it('hold exactly the newest documents after they were deleted by hand, again and again', async () => {
    await underLoad(async () => {
      for (const [at, index] of ['demands', 'firms', 'demands', 'demands', 'firms'].entries()) {
        await feed.caughtUp();
        await new Promise((resolve) => setTimeout(resolve, 37 * at));
        await drop(index);
      }
    });
    await expectNewest();
  });

  it('hold exactly the newest documents after the server was killed, and answer 503 until it is back', async () => {
    await underLoad(async () => {
      await feed.caughtUp();
      await server.kill();
      await expect(feed.query('demands', { limit: 1 })).rejects.toMatchObject({ name: 'Unavailable' });
      await new Promise((resolve) => setTimeout(resolve, 500));
      await server.startAgain();
    });
    await expectNewest();
  });

  it('hold exactly the newest documents after the server has lost its disk', async () => {
    await underLoad(async () => {
      await feed.caughtUp();
      await server.kill();
      await server.startEmpty();
    });
    await expectNewest();
  });

  it('hold exactly the newest documents after they were deleted while they were rebuilt', async () => {
    await underLoad(async () => {
      await feed.caughtUp();
      const rebuilding = feed.reindex();
      await drop('demands');
      await rebuilding;
      const again = feed.reindex().catch((error: unknown) => (error as { name?: unknown }).name);
      await drop('demands-fresh');
      expect([undefined, 'Unavailable']).toContain(await again);
    });
    await expectNewest();
  });
});
