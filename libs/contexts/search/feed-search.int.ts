import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { publicDemand } from '#contracts/public-demand';
import { publicFirm } from '#contracts/public-firm';
import { EVENTS, TOPICS } from '#contracts/topics';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import { EmbeddedSearch } from '#ports/search/embedded/embedded-search';
import { Search, type SearchIndexSpec, type SearchQuery, SearchWriter } from '#ports/search/search';
import { demandState, logEvent, profileState } from '#test/kit/makers';
import { FeedSearch } from './feed-search.js';

Logger.overrideLogger(false);

type Change = Parameters<SearchWriter['apply']>[0];

/** The embedded search with a look at what is written and a hand on what fails. */
class WatchedSearch implements Search {
  readonly written: string[] = [];
  beforeApply: (fresh: boolean) => Promise<void> = async () => undefined;
  beforePublish: () => Promise<void> = async () => undefined;

  constructor(readonly inner: Search) {}

  async open(spec: SearchIndexSpec) {
    return this.watched(await this.inner.open(spec), false);
  }
  query(index: string, query: SearchQuery) {
    return this.inner.query(index, query);
  }
  async rebuild(index: string) {
    const { writer, publish, abandon } = await this.inner.rebuild(index);
    const published = async () => {
      await this.beforePublish();
      await publish();
    };
    return { writer: this.watched(writer, true), publish: published, abandon };
  }
  close() {
    return this.inner.close();
  }

  private watched(writer: SearchWriter, fresh: boolean): SearchWriter {
    const apply = async (change: Change) => {
      await this.beforeApply(fresh);
      this.written.push(...change.upsert.map(({ id }) => id));
      await writer.apply(change);
    };
    return { position: () => writer.position(), apply };
  }
}

let folder: string;
let log: EmbeddedLog;
let search: WatchedSearch;
let feed: FeedSearch;

async function open(): Promise<void> {
  log = await EmbeddedLog.open(folder);
  search = new WatchedSearch(await EmbeddedSearch.open(folder));
  feed = new FeedSearch(log, search);
  await feed.onApplicationBootstrap();
}
async function close(): Promise<void> {
  await feed.onApplicationShutdown();
  await search.close();
  await log.close();
}
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rulian-test-'));
  await open();
});
afterEach(async () => {
  await close();
  await rm(folder, { recursive: true });
});

const demand = (id: string, title = '精密齿轮', version = 1, more = {}) => {
  const copy = publicDemand(demandState(id, { title, version, ...more }));
  return logEvent(TOPICS.publicDemand, EVENTS.demandPublished, id, copy, version);
};
const firm = (id: string, version = 1) =>
  logEvent(TOPICS.publicFirm, EVENTS.profileImported, id, publicFirm(profileState(id)), version);
const gone = (id: string, version: number) => logEvent(TOPICS.publicFirm, EVENTS.profileRemoved, id, { id }, version);
const found = async (index: string, text = '') =>
  (await search.query(index, { ...(text ? { text } : {}), limit: 100 })).hits.map(({ id }) => id).sort();

describe('the search indexes', () => {
  it('follow public events: what is new, changed, closed and gone', async () => {
    await log.append([demand('d1'), demand('d2', '丝绸印染'), firm('f1'), firm('f2')]);
    await feed.caughtUp();
    expect([await found('demands', '齿轮'), await found('firms')]).toEqual([['d1'], ['f1', 'f2']]);
    await log.append([demand('d1', '花生油', 2), demand('d2', '丝绸印染', 2, { status: 'closed' }), gone('f1', 2)]);
    await feed.caughtUp();
    expect([await found('demands', '齿轮'), await found('demands', '花生油'), await found('firms')]).toEqual([
      [],
      ['d1'],
      ['f2'],
    ]);
    const { facets } = await search.query('demands', { facets: ['status'], limit: 1 });
    expect(facets.status).toEqual(
      expect.arrayContaining([
        { value: 'closed', count: 1 },
        { value: 'published', count: 1 },
      ]),
    );
  });

  it('go on where they stood after a restart, reading nothing twice', async () => {
    await log.append([demand('d1'), firm('f1')]);
    await feed.caughtUp();
    await close();
    await open();
    await log.append([demand('d2')]);
    await feed.caughtUp();
    expect(search.written).toEqual(['d2']);
    expect([await found('demands'), await found('firms')]).toEqual([['d1', 'd2'], ['f1']]);
  });
});

describe('a rebuild', () => {
  const filled = async () => {
    await log.append([demand('d1'), demand('d2'), firm('f1'), firm('f2'), gone('f2', 2)]);
    await feed.caughtUp();
  };

  it('leaves out what no event speaks of, and tells of each index', async () => {
    await filled();
    const writer = await search.inner.open({
      name: 'demands',
      text: ['title', 'process', 'chain', 'requirements', 'background'],
      facets: ['type', 'chain', 'status', 'region', 'owner'],
    });
    await writer.apply({
      upsert: [{ id: 'stray', text: { title: '齿轮' }, facets: {}, show: {} }],
      remove: [],
      position: await writer.position(),
    });
    expect(await found('demands')).toEqual(['d1', 'd2', 'stray']);
    const told: string[] = [];
    await feed.reindex((index) => told.push(index));
    expect(told).toEqual(['demands', 'firms', 'organisations']);
    expect([await found('demands'), await found('firms')]).toEqual([['d1', 'd2'], ['f1']]);
  });

  it('has no empty moment, and loses nothing that comes meanwhile or after', async () => {
    await filled();
    const seen: string[][] = [];
    let arrived = 0;
    search.beforeApply = async (fresh) => {
      if (!fresh) return;
      seen.push(await found('demands'));
      arrived += 1;
      if (arrived <= 2) await log.append([demand(`during${arrived}`)]);
    };
    search.beforePublish = async () => {
      seen.push(await found('demands'));
    };
    await feed.reindex();
    seen.push(await found('demands'));
    expect(seen.length).toBeGreaterThanOrEqual(3);
    for (const ids of seen) expect(ids).toEqual(expect.arrayContaining(['d1', 'd2']));
    search.beforeApply = async () => undefined;
    await log.append([demand('after'), firm('f3')]);
    await feed.caughtUp();
    expect([await found('demands'), await found('firms')]).toEqual([
      ['after', 'd1', 'd2', 'during1', 'during2'],
      ['f1', 'f3'],
    ]);
  });

  it('that fails leaves the live index, which goes on being fed', async () => {
    await filled();
    search.beforePublish = async () => {
      throw new Error('disk full');
    };
    await expect(feed.reindex()).rejects.toThrow('disk full');
    await log.append([demand('after')]);
    await feed.caughtUp();
    expect(await found('demands')).toEqual(['after', 'd1', 'd2']);
    search.beforePublish = async () => undefined;
    await feed.reindex();
    expect(await found('demands')).toEqual(['after', 'd1', 'd2']);
  });

  it('survives a restart', async () => {
    await filled();
    await feed.reindex();
    await close();
    await open();
    await log.append([demand('after')]);
    await feed.caughtUp();
    expect(search.written).toEqual(['after']);
    expect(await found('demands')).toEqual(['after', 'd1', 'd2']);
  });
});
