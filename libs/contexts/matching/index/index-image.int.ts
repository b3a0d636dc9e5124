import { existsSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Log } from '#ports/log/log';
import { TemporaryHouse } from '#test/kit/embedded';
import { eventually } from '#test/kit/eventually';
import { demandEvent, demandState, logEvent, profileEvent, profileState } from '#test/kit/makers';
import { MatchIndex } from './match-index.js';

Logger.overrideLogger(false);

const TODAY = '2026-11-22';

/** An index that writes its image after every event. */
class Eager extends MatchIndex {
  protected override readonly keep = { events: 1, everyMs: 0, lookMs: 5 };
}

let house: TemporaryHouse;
let folder: string;
let open: MatchIndex[];
beforeEach(async () => {
  house = await TemporaryHouse.open();
  folder = await mkdtemp(join(tmpdir(), 'rulian-test-'));
  open = [];
});
afterEach(async () => {
  for (const index of open) await stop(index);
  await house.destroy();
  rmSync(folder, { recursive: true });
});

const file = () => join(folder, 'match-index.image');
const positionOf = () => /position".(\d+)/s.exec(readFileSync(file(), 'latin1').slice(0, 200))?.[1];

function start(log: Log, matchShards = 1): MatchIndex {
  const index = new Eager(log, { dictionary: '', indexFolder: folder, matchShards });
  open.push(index);
  index.onApplicationBootstrap();
  return index;
}

async function stop(index: MatchIndex): Promise<void> {
  open = open.filter((each) => each !== index);
  index.beforeApplicationShutdown();
  await index.onApplicationShutdown();
}

const soon = (look: () => Promise<boolean> | boolean) => eventually(look, 20_000, 5);

/** Until the image has everything that is on the log. */
const kept = (position: string) => soon(() => existsSync(file()) && positionOf() === position);
const gears = (id: string) => profileEvent(profileState(id, { products: ['精密齿轮'] }));
const fill = (log: Log) =>
  log.append([
    ...['丝绸印染', '医用导管', '流量计', '水性涂料', '光纤激光器', '液压缸'].map((product, at) =>
      profileEvent(profileState(`other${at}`, { products: [product] })),
    ),
    gears('a'),
    gears('b'),
    demandEvent(demandState('d', { title: '精密齿轮' })),
  ]);
const firmsOf = async (index: MatchIndex) =>
  (await index.decide(['d'], TODAY)).drafts[0]?.entries.map(({ firmId, score }) => `${firmId} ${score}`).sort();
const idsOf = (firms: readonly string[] | undefined) => firms?.map((each) => each.split(' ')[0]);

describe('the image of the index', () => {
  it('is what the next process begins with: it reads on, not from the start, and answers the same', async () => {
    await fill(house.log);
    const before = start(house.log);
    const answers = await firmsOf(before);
    expect(idsOf(answers)).toEqual(['a', 'b']);
    await kept(await house.log.end([TOPICS.profile, TOPICS.demand]));
    await stop(before);
    await house.log.append([gears('c')]);
    const tail = jest.spyOn(house.log, 'tail');
    const after = start(house.log);
    expect(idsOf(await firmsOf(after))).toEqual(['a', 'b', 'c']);
    expect(tail.mock.calls.map(([, from]) => from)).toEqual(['9']);
    expect(await after.affectedBy(['b'], TODAY)).toEqual(['d']);
    await house.log.append([logEvent(TOPICS.profile, EVENTS.profileRemoved, 'c', {}, 2)]);
    expect(await firmsOf(after)).toEqual(answers);
  });

  it('of another log counts for nothing and goes away', async () => {
    await fill(house.log);
    const before = start(house.log);
    await firmsOf(before);
    await kept(await house.log.end([TOPICS.profile, TOPICS.demand]));
    await stop(before);
    const other = await TemporaryHouse.open();
    try {
      await other.log.append([gears('z'), demandEvent(demandState('d', { title: '精密齿轮' }))]);
      const after = start(other.log);
      expect(await after.statistics()).toMatchObject({ firms: 1, demands: 1 });
      await kept('2');
      await stop(after);
    } finally {
      await other.destroy();
    }
  });

  it('is none where firms lie in shards', async () => {
    await fill(house.log);
    const index = start(house.log, 3);
    expect(await index.statistics()).toMatchObject({ firms: 8 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('that is broken counts for nothing', async () => {
    await fill(house.log);
    const before = start(house.log);
    const answers = await firmsOf(before);
    await kept(await house.log.end([TOPICS.profile, TOPICS.demand]));
    await stop(before);
    truncateSync(file(), 10_000);
    const after = start(house.log);
    expect(await firmsOf(after)).toEqual(answers);
  });
});
