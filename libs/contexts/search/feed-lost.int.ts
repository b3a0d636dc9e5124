import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import { EmbeddedSearch } from '#ports/search/embedded/embedded-search';
import { eventually } from '#test/kit/eventually';
import { LosableSearch } from '#test/kit/losable-search';
import { logEvent } from '#test/kit/makers';
import { heldBy, publicDemand, publicFirm, Town } from '#test/kit/public-events';
import { FeedSearch } from './feed-search.js';
import { FEEDS } from './feeds.js';
import { IndexFeed } from './index-feed.js';

Logger.overrideLogger(false);

let folder: string;
let log: EmbeddedLog;
let search: LosableSearch;
let feed: FeedSearch;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rulian-test-'));
  log = await EmbeddedLog.open(folder);
  search = new LosableSearch(await EmbeddedSearch.open(folder));
  feed = new FeedSearch(log, search);
});
afterEach(async () => {
  await feed.onApplicationShutdown();
  await search.close();
  await log.close();
  await rm(folder, { recursive: true });
});

const started = () => feed.onApplicationBootstrap();
const unavailable = { name: 'Unavailable' };

/** Resolves once `count` writes of the live index have been asked for. */
function writes(count: number): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0;
    search.beforeApply = async () => {
      seen += 1;
      if (seen === count) resolve();
    };
  });
}

const soon = (look: () => Promise<boolean> | boolean) => eventually(look, 20_000, 10);

describe('an index that is taken away', () => {
  it('is filled again from the start of the log, again and again, while events come', async () => {
    await started();
    const town = new Town();
    for (let round = 0; round < 24; round++) {
      await log.append(town.round(10));
      if (round % 4 === 1) search.take('demands');
      if (round % 6 === 2) search.take('firms');
      if (round % 8 === 7) await feed.caughtUp();
    }
    await feed.caughtUp();
    expect(await heldBy(feed)).toEqual(town.expected);
    expect(search.opened).toBeGreaterThan(4);
    expect(search.mostWriting).toBe(1);
  });

  it('in the middle of a write is never written on by who wrote before', async () => {
    await started();
    await log.append([publicDemand('d1'), publicDemand('d2')]);
    await feed.caughtUp();
    let taken = false;
    search.beforeApply = async () => {
      if (!taken) search.take('demands');
      taken = true;
    };
    await log.append([publicDemand('d3')]);
    await feed.caughtUp();
    expect((await heldBy(feed)).demands).toEqual(['d1: 精密齿轮 1', 'd2: 精密齿轮 1', 'd3: 精密齿轮 1']);
  });

  it('is noticed by a query, which is told to come again, and is there again without an event', async () => {
    await started();
    await log.append([publicDemand('d1'), publicFirm('f1')]);
    await feed.caughtUp();
    search.take('demands');
    await expect(feed.query('demands', { limit: 1 })).rejects.toMatchObject(unavailable);
    await soon(() =>
      heldBy(feed)
        .then(({ demands }) => demands?.length === 1)
        .catch(() => false),
    );
    await expect(feed.query('demands', { limit: 0 })).rejects.toMatchObject({ code: 'search.range' });
  });

  it('is noticed without a query and without an event', async () => {
    await started();
    await log.append([publicDemand('d1')]);
    await feed.caughtUp();
    await feed.onApplicationShutdown();
    const [demands] = FEEDS;
    if (!demands) throw new Error('there is no feed');
    const alone = new IndexFeed(demands, log, search, 5);
    await alone.start();
    search.take('demands');
    await soon(async () => (await heldBy(search).catch(() => undefined))?.demands?.length === 1);
    await alone.stop();
    await expect(alone.reachEnd()).rejects.toThrow('not fed any more');
  });
});

describe('a search that is away', () => {
  it('does not keep the process from starting, and is fed when it comes', async () => {
    search.away = true;
    await log.append([publicDemand('d1'), publicFirm('f1')]);
    await started();
    expect([feed.caughtUpOnce(), feed.behind()]).toEqual([false, ['demands', 'firms', 'organisations']]);
    await expect(feed.query('demands', { limit: 1 })).rejects.toMatchObject(unavailable);
    search.away = false;
    await feed.caughtUp();
    await soon(() => feed.caughtUpOnce());
    expect(feed.behind()).toEqual([]);
    expect(await heldBy(feed)).toEqual({ demands: ['d1: 精密齿轮 1'], firms: ['f1: 企业 1'] });
  });

  it('gets the same batch until it takes it, one at a time, and loses nothing', async () => {
    await started();
    const town = new Town();
    await log.append(town.round(10));
    await feed.caughtUp();
    search.away = true;
    const tried = writes(6);
    for (let round = 0; round < 10; round++) await log.append(town.round(10));
    await tried;
    expect([...search.writing.values()].every((count) => count <= 1)).toBe(true);
    search.away = false;
    await feed.caughtUp();
    expect(await heldBy(feed)).toEqual(town.expected);
    expect([search.mostWriting, feed.caughtUpOnce()]).toEqual([1, true]);
  });

  it('and has lost its indexes when it comes back is filled from the start', async () => {
    await started();
    const town = new Town();
    await log.append(town.round(10));
    await feed.caughtUp();
    search.away = true;
    const tried = writes(3);
    await log.append(town.round(10));
    await tried;
    search.take('demands');
    search.take('firms');
    search.away = false;
    await feed.caughtUp();
    expect(await heldBy(feed)).toEqual(town.expected);
  });
});

describe('during a rebuild', () => {
  const town = () => new Town();
  /** Runs `act` once the fresh index of the demands is written to. */
  const whenFilling = (act: () => void) => {
    let done = false;
    search.beforeApply = async (index, fresh) => {
      if (!fresh || done || index !== 'demands') return;
      done = true;
      act();
    };
  };

  it('a live index that is taken away comes back, and the fresh one takes its place', async () => {
    await started();
    const events = town();
    await log.append(events.round(10));
    await feed.caughtUp();
    whenFilling(() => search.take('demands'));
    const rebuilding = feed.reindex();
    await log.append(events.round(10));
    await rebuilding;
    await log.append(events.round(10));
    await feed.caughtUp();
    expect(await heldBy(feed)).toEqual(events.expected);
  });

  it('a fresh index that is taken away ends it: to be tried again, and the live one goes on', async () => {
    await started();
    const events = town();
    await log.append(events.round(10));
    await feed.caughtUp();
    whenFilling(() => search.takeFresh('demands'));
    await expect(feed.reindex()).rejects.toMatchObject(unavailable);
    await log.append(events.round(10));
    await feed.caughtUp();
    expect(await heldBy(feed)).toEqual(events.expected);
    await feed.reindex();
    expect(await heldBy(feed)).toEqual(events.expected);
  });

  it('a search that is away is waited for, also for the switch', async () => {
    await started();
    const events = town();
    await log.append(events.round(10));
    await feed.caughtUp();
    whenFilling(() => {
      search.away = true;
      setTimeout(() => {
        search.away = false;
      }, 100);
    });
    let switches = 0;
    search.beforePublish = () => {
      switches += 1;
      search.away = switches < 3;
    };
    await feed.reindex();
    expect(switches).toBeGreaterThan(3);
    expect(await heldBy(feed)).toEqual(events.expected);
  });

  it('another one is refused, and a stop ends it', async () => {
    await started();
    await log.append([publicDemand('d1')]);
    await feed.caughtUp();
    const filling = new Promise<void>((resolve) => {
      whenFilling(() => {
        search.away = true;
        resolve();
      });
    });
    const rebuilding = expect(feed.reindex()).rejects.toThrow('the process stops');
    await filling;
    search.away = false;
    await expect(feed.reindex()).rejects.toMatchObject({ code: 'search.rebuild.running' });
    search.away = true;
    await feed.onApplicationShutdown();
    await rebuilding;
  });
});

describe('an event of which no document can be made', () => {
  const poison = (id: string, data: unknown): LogEvent => logEvent(TOPICS.publicDemand, 'demand.published', id, data);

  it.each([
    ['nothing', null],
    ['an empty object', {}],
    ['another thing', { ...(publicDemand('other').data as object) }],
    ['a title that is no text', { ...(publicDemand('bad').data as object), title: 5 }],
  ])('is left out, and does not hold up the others: %s', async (_what, data) => {
    await started();
    await log.append([publicDemand('d1'), poison('bad', data), publicDemand('d2')]);
    await feed.caughtUp();
    expect((await heldBy(feed)).demands).toEqual(['d1: 精密齿轮 1', 'd2: 精密齿轮 1']);
  });
});
