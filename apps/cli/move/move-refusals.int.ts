import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PROFILES, type Profile } from '#contexts/capability/capability.store';
import { EVENTS, TOPICS } from '#contracts/topics';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import { SqliteStore } from '#ports/store/sqlite/sqlite-store';
import type { Collection } from '#ports/store/store';
import { eventually } from '#test/e2e/people';
import { logEvent, profileState } from '#test/kit/makers';
import { reported, rulian, Servers, sourceDocuments, targetDocuments } from './move-kit.contract.js';

const GROUP = 'demand.history';

/** A folder as a standalone leaves it, with one demand on the log that a group has handled. */
async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rulian-move-'));
  const log = await EmbeddedLog.open(folder);
  await log.append([event(1)]);
  let heard = () => {};
  const handled = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const subscription = await log.subscribe(GROUP, [TOPICS.demand], async () => heard());
  await handled;
  await subscription.close();
  await log.close();
  await (await SqliteStore.open(folder)).close();
  return folder;
}

const event = (sequence: number) => logEvent(TOPICS.demand, EVENTS.demandPublished, 'd', {}, sequence);

const profile = (id: string, more: Partial<Profile> = {}): Omit<Profile, 'version'> => {
  const { version: _, ...state } = { ...profileState(id), nameKey: id, creditCode: id, ...more };
  return state;
};

describe('move', () => {
  let servers: Servers;
  let folder: string;
  beforeEach(async () => {
    [servers, folder] = [await Servers.open(), await makeFolder()];
  });
  afterEach(async () => {
    await servers.destroy();
    await rm(folder, { recursive: true });
  });

  const change = async (work: (profiles: Collection<Profile>) => Promise<unknown>) => {
    const store = await SqliteStore.open(folder);
    await work(await store.collection(PROFILES));
    await store.close();
  };

  const refused = async (sentence: RegExp, of = folder, args: readonly string[] = []) => {
    const { code, out, err } = await servers.move(of, args);
    expect([code, out, err.trimEnd().split('\n')]).toEqual([1, '', [expect.stringMatching(sentence)]]);
  };

  it('refuses a folder without data', async () => {
    await refused(/^\/none holds no data of a standalone: set RULIAN_DATA_DIR to its folder$/, '/none');
  });

  it('refuses another standalone, another prefix, and a database without what it has moved', async () => {
    reported(await servers.move(folder));
    const other = await makeFolder();
    await refused(/^another standalone has been moved to .*: name an empty database$/, other);
    await refused(/^earlier runs of this move .* another --prefix: name the same as before/, folder, ['--prefix', 'b']);
    const elsewhere = servers.database.url.replace(servers.database.name, `${servers.database.name}_b`);
    await refused(/^Kafka at .* holds events already \(internal\.demand\): name another --prefix/, folder, [
      '--mongo',
      elsewhere,
    ]);
    await rm(other, { recursive: true });
  });

  it('refuses a database that holds anything', async () => {
    await (await servers.database.raw('demand')).insertOne({ _id: 'd', _keys: '[]', doc: {} });
    await refused(/^the database .* is not empty \(demand\): name an empty one$/);
  });

  it('refuses while a service reads Kafka', async () => {
    const log = await servers.log();
    const subscription = await log.subscribe(GROUP, [TOPICS.demand], async () => {});
    await eventually(() => log.lag(GROUP).then((lag) => lag.length > 0), 60_000);
    await refused(/^services read Kafka at .* already \(groups demand\.history\): stop them/);
    await subscription.close();
  });

  it('refuses a folder that is older than what was moved from it', async () => {
    const log = await EmbeddedLog.open(folder);
    await log.append([event(2)]);
    await log.close();
    reported(await servers.move(folder, ['--final']));
    const older = await makeFolder();
    await copyFile(join(folder, 'move.json'), join(older, 'move.json'));
    await refused(/ is older than what was moved from it to .*: bring the newer folder back/, older);
    await rm(older, { recursive: true });
  });

  it('says nothing of the password, whatever goes wrong', async () => {
    const { host } = new URL(servers.database.url);
    for (const url of [
      `mongodb://mover:GEHEIM@${host}/x`,
      'mongodb://mover:GEHEIM@127.0.0.1:1/x',
      'mongodb://mover:GEHEIM@h',
    ]) {
      const { code, out, err } = await rulian(folder, ['move', '--mongo', url, '--kafka', servers.brokers]);
      expect([code, out]).toEqual([1, '']);
      expect(err).not.toBe('');
      expect(err).not.toContain('GEHEIM');
    }
  });

  it('follows a key that goes from one document to another, and what is removed and made anew', async () => {
    await change((profiles) => profiles.insert(['a', 'b', 'c'].map((id) => ({ doc: profile(id) }))));
    reported(await servers.move(folder, ['--final']));
    await change(async (profiles) => {
      await profiles.save({ ...profile('a', { creditCode: 'free' }), version: 1 });
      await profiles.save({ ...profile('b', { creditCode: 'a' }), version: 1 });
      await profiles.save({ ...profile('a', { creditCode: 'b' }), version: 2 });
      await profiles.remove('c', 1);
      await profiles.insert([{ doc: profile('c', { name: '重建企业' }) }]);
    });
    const { written } = reported(await servers.move(folder, ['--final']));
    expect(written).toBe(3);
    expect(await targetDocuments(servers.database)).toEqual(sourceDocuments(folder));
  });
});
