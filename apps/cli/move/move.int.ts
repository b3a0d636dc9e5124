import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IMPORTS, PROFILES } from '#contexts/capability/capability.store';
import { TOPICS } from '#contracts/topics';
import type { KeptFile } from '#ports/files/files';
import { FolderFiles } from '#ports/files/folder/folder-files';
import { MongoFiles } from '#ports/files/mongo/mongo-files';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import { EmbeddedExport, type GroupPlace } from '#ports/log/embedded/export';
import type { DeadLetter } from '#ports/log/log';
import { MongoStore } from '#ports/store/mongo/mongo-store';
import { SqliteStore } from '#ports/store/sqlite/sqlite-store';
import { StandaloneDeployment } from '#test/e2e/standalone-deployment';
import { COLLECTIONS } from './collections.js';
import { advance, fillHouse, type House, leaveUnsent, signedIn, useLightly } from './move-house.contract.js';
import {
  everyPage,
  heardBy,
  newestOn,
  reported,
  Servers,
  sourceDocuments,
  sourceNewest,
  targetDocuments,
} from './move-kit.contract.js';

/** Groups that the product does not have: each stands somewhere in the middle. */
const BEHIND = ['test.behind', [TOPICS.demand, TOPICS.profile]] as const;
const LETTERS = ['test.letters', [TOPICS.profile]] as const;
/** Comes when events that it has not handled are on the target already: it may hear more than it must. */
const LATE = ['test.late', [TOPICS.organisation]] as const;

describe('move', () => {
  let deployment: StandaloneDeployment;
  let servers: Servers;
  let house: House;
  /** The event of the letter that a test replays. */
  let replayed: string | undefined;

  async function onLog(work: (log: EmbeddedLog) => Promise<unknown>): Promise<void> {
    const log = await EmbeddedLog.open(deployment.dataDir);
    await work(log);
    await log.close();
  }

  beforeAll(async () => {
    servers = await Servers.open();
    deployment = await StandaloneDeployment.create();
    const filled = await fillHouse(deployment);
    await deployment.stop();
    await onLog(async (log) => {
      await advance(log, ...BEHIND, 20);
      await advance(log, ...LETTERS, 2, true);
    });
    await deployment.start();
    house = await signedIn(filled);
  });

  afterAll(async () => {
    await deployment?.destroy();
    await servers?.destroy();
  });

  it('carries over what is there while the standalone is in use, killed at some places or not', async () => {
    const use = useLightly(house);
    for (const place of ['documents of demand:', 'documents of notice:', 'events of internal.organisation:']) {
      expect((await servers.move(deployment.dataDir, [], place)).code).toBe(null);
    }
    const first = reported(await servers.move(deployment.dataDir));
    expect([first.final, first.last]).toEqual([false, undefined]);
    expect(first.documents).toBeGreaterThan(100);
    await use.stop();
    const second = reported(await servers.move(deployment.dataDir));
    // How much is new depends on how long the first took; what has not changed since is not written again.
    expect(second.documents - second.written).toBeGreaterThan(100);
    // What the groups that are behind have not handled waits, and no group is placed before the last run.
    expect(second.waiting).toBeGreaterThan(10);
    expect(await (await servers.log()).lag()).toEqual([]);
  });

  it('refuses the last run while the standalone runs', async () => {
    const { code, out, err } = await servers.move(deployment.dataDir, ['--final']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      `the standalone on ${deployment.dataDir} still runs: stop it, then run the move with --final once more\n`,
    );
  });

  it('refuses the last run while an import is open', async () => {
    await deployment.stop();
    const reopen = async (openKey?: string) => {
      const store = await SqliteStore.open(deployment.dataDir);
      const imports = await store.collection(IMPORTS);
      for (const { openKey: _, ...job } of (await imports.scan({ limit: 1 })).items)
        expect(await imports.save({ ...job, ...(openKey ? { openKey } : {}) })).toMatchObject({ status: 'done' });
      await store.close();
    };
    await reopen('2026-11-22T08:00:00.000Z');
    const { code, err } = await servers.move(deployment.dataDir, ['--final']);
    expect([code, err.trimEnd().split('\n')]).toEqual([1, [expect.stringMatching(/^the import of .* is not over: /)]]);
    await reopen();
  });

  it('carries over the rest when it is stopped, killed or not, and changes nothing when it is run again', async () => {
    await onLog(async (log) => {
      await advance(log, ...BEHIND, 10);
      await advance(log, ...LETTERS, 3, true);
      await advance(log, ...LATE, 1);
      const [letter] = await log.deadLetters({ group: LETTERS[0], limit: 1 });
      expect(await log.replayDeadLetter(letter?.id ?? '')).toBe(true);
    });
    await leaveUnsent(deployment.dataDir);
    for (const place of ['documents of profile:', 'events of internal.profile:']) {
      expect((await servers.move(deployment.dataDir, ['--final'], place)).code).toBe(null);
    }
    const { last } = reported(await servers.move(deployment.dataDir, ['--final']));
    expect(last).toMatchObject({ unsent: 1, deadLetters: 4, setAside: 1 });

    const log = await servers.log();
    const state = async () => [await log.end(Object.values(TOPICS)), await log.deadLetters({ limit: 100 })];
    const before = await state();
    const again = reported(await servers.move(deployment.dataDir, ['--final']));
    expect(again).toMatchObject({ written: 0, deleted: 0, files: 0, events: 0 });
    expect(again.last).toMatchObject({ unsent: 0, deadLetters: 0, setAside: 0 });
    expect(await state()).toEqual(before);
  });

  it('has carried over every document with its causes, removed ones as well', async () => {
    const [source, target] = [sourceDocuments(deployment.dataDir), await targetDocuments(servers.database)];
    expect(target.size).toBe(source.size);
    for (const [name, kept] of source) expect(target.get(name)).toEqual(kept);
    expect(source.get(`profile/${house.removedProfile}`)?.removed).toBe(true);
    const names = new Set([...source.keys()].map((name) => name.split('/')[0]));
    const wanted =
      'organisation person session api_key demand profile claim proposal notice match_decision import_job engagement_file';
    expect(wanted.split(' ').filter((name) => !names.has(name))).toEqual([]);
  });

  it('has carried over every file, byte for byte', async () => {
    const [here, there] = [FolderFiles.beside(deployment.dataDir), await MongoFiles.open(servers.database.url)];
    const kept = await here.list({ limit: 100 });
    expect(kept.length).toBe(2);
    const told = (all: readonly KeptFile[]) => all.map(({ id, size, whole }) => ({ id, size, whole }));
    expect(told(await there.list({ limit: 100 }))).toEqual(told(kept));
    for (const { id } of kept) {
      const [before, after] = [await here.read(id), await there.read(id)];
      expect(before && after && (await buffer(after)).equals(await buffer(before))).toBe(true);
    }
    await there.close();
  });

  it('has carried over the newest event of every key, and the one that was not sent', async () => {
    const newest = sourceNewest(deployment.dataDir);
    const onKafka = await newestOn(await servers.log(), [...new Set([...newest.values()].map(({ topic }) => topic))]);
    expect(onKafka.size).toBe(newest.size);
    const differing = [...newest].filter(([key, event]) => onKafka.get(key)?.id !== event.id).map(([key]) => key);
    expect(differing.map((key) => onKafka.get(key))).toMatchObject([{ causationid: 'unsent' }]);
    for (const [key, event] of newest) if (!differing.includes(key)) expect(onKafka.get(key)).toEqual(event);
  });

  it('has carried over the dead letters', async () => {
    const log = await servers.log();
    const letters = await log.deadLetters({ limit: 100 });
    const source = EmbeddedExport.open(deployment.dataDir);
    const kept = [...source.letters(LETTERS[0])];
    source.close();
    const told = ({ group, reason, at, event }: DeadLetter) => ({ group, reason, at, event });
    expect(letters.map(told)).toEqual(kept.map(told));
    replayed = letters[0]?.event.id;
    expect(await log.replayDeadLetter(letters[0]?.id ?? '')).toBe(true);
    expect(await log.deadLetters({ limit: 100 })).toHaveLength(letters.length - 1);
  });

  it('has placed every group: it hears what it had not handled and nothing else', async () => {
    const log = await servers.log();
    const source = EmbeddedExport.open(deployment.dataDir);
    const newest = await newestOn(log, [TOPICS.profile]);
    const unsent = [...newest.values()].filter(({ causationid }) => causationid === 'unsent').map(({ id }) => id);
    const after = ({ topic, seq }: GroupPlace) =>
      [...source.events(topic, seq, Number.MAX_SAFE_INTEGER)].flatMap(({ events }) => events.map(({ id }) => id));
    const groups = new Set(source.places().map(({ group }) => group));
    expect([...groups]).toEqual(expect.arrayContaining([BEHIND[0], LETTERS[0], LATE[0], 'matching.decide']));
    for (const group of groups) {
      const own = source.places().filter((place) => place.group === group);
      const topics = own.map(({ topic }) => topic);
      const asides = [...source.asides(group)].map(({ event }) => event.id);
      const must = new Set([...own.flatMap(after), ...asides, ...(topics.includes(TOPICS.profile) ? unsent : [])]);
      const heard = new Set(await heardBy(log, group, topics));
      const more = [...heard].filter((id) => !must.has(id));
      expect([group, [...must].filter((id) => !heard.has(id))]).toEqual([group, []]);
      if (group !== LATE[0]) expect([group, more]).toEqual([group, group === LETTERS[0] ? [replayed] : []]);
      if (group === BEHIND[0]) expect(must.size).toBeGreaterThan(10);
    }
    source.close();
  });

  it('has made what the store reads through its port as the standalone does', async () => {
    const kept = sourceDocuments(deployment.dataDir);
    const mongo = await MongoStore.open({ url: servers.database.url });
    const sqlite = await SqliteStore.open(deployment.dataDir);
    for (const spec of COLLECTIONS) {
      const [there, here] = [await mongo.collection(spec), await sqlite.collection(spec)];
      expect(await everyPage((page) => there.scan(page))).toEqual(await everyPage((page) => here.scan(page)));
      for (const index of Object.keys(spec.indexes)) {
        const found = await everyPage((page) => there.find(index, page));
        expect([index, found]).toEqual([index, await everyPage((page) => here.find(index, page))]);
      }
    }
    const profiles = await mongo.collection(PROFILES);
    const { causes = [], json = '' } = kept.get(`profile/${house.removedProfile}`) ?? {};
    expect(await profiles.recall(house.removedProfile, causes.at(-1) ?? '')).toEqual(JSON.parse(json));
    expect(await profiles.remove(house.removedProfile, 1, [], causes.at(-1))).toMatchObject({ status: 'already' });
    await Promise.all([mongo.close(), sqlite.close()]);
  });

  it('refuses once a service has been started on the target', async () => {
    const { code, err } = await servers.move(deployment.dataDir, ['--final']);
    expect(code).toBe(1);
    expect(err).toMatch(/^this standalone was moved to .* for good on .* there is nothing left to move\n$/);
  });
});
