import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { EVENTS, TOPICS } from '#contracts/topics';
import { TemporaryHouse } from '#test/kit/embedded';
import { demandEvent, demandState, logEvent, profileEvent, profileState } from '#test/kit/makers';
import { MatchIndex } from './match-index.js';

Logger.overrideLogger(false);

const TODAY = '2026-11-22';

let house: TemporaryHouse;
let open: MatchIndex[];
beforeEach(async () => {
  house = await TemporaryHouse.open();
  open = [1, 3].map((matchShards) => new MatchIndex(house.log, { dictionary: '', indexFolder: '', matchShards }));
});
afterEach(async () => {
  for (const index of open) {
    index.beforeApplicationShutdown();
    await index.onApplicationShutdown();
  }
  await house.destroy();
});

const products = [
  '精密齿轮',
  '丝绸印染',
  '医用导管',
  '流量计',
  '水性涂料',
  '齿轮箱',
  '液压缸',
  '行星减速器',
  '齿轮加工',
];
const firmIds = Array.from({ length: 60 }, (_, at) => `f${at}`);
const profiles = firmIds.map((id, at) =>
  profileEvent(profileState(id, { products: [products[at % 9]!, products[(at * 5 + 1) % 9]!] })),
);

describe('the index with firms in three threads', () => {
  it('decides, explains and tells who is affected as one thread does, also after changes', async () => {
    const demands = ['精密齿轮', '医用导管', '行星减速器'];
    await house.log.append([...profiles, ...demands.map((title, at) => demandEvent(demandState(`d${at}`, { title })))]);
    const all = demands.map((_, at) => `d${at}`);
    const said = (index: MatchIndex) =>
      Promise.all([
        index.decide(all, TODAY),
        index.affectedBy(['f0', 'f1', 'f2'], TODAY),
        index.breakdown('d0', 'f4', TODAY),
        index.statistics(),
      ]);
    const [one, three] = await Promise.all(open.map(said));
    expect(one![0].drafts.map(({ entries }) => entries.length)).not.toContain(0);
    expect(three).toEqual(one);
    const named = one![0].drafts[0]!.entries[0]!.firmId;
    await house.log.append([
      logEvent(TOPICS.profile, EVENTS.profileRemoved, named, {}, 2),
      profileEvent(profileState('new', { products: ['精密齿轮', '行星减速器'] })),
    ]);
    const [oneLater, threeLater] = await Promise.all(open.map(said));
    const names = oneLater![0].drafts[0]!.entries.map(({ firmId }) => firmId);
    expect(names).toContain('new');
    expect(names).not.toContain(named);
    expect(threeLater).toEqual(oneLater);
    const affected = await Promise.all(open.map((index) => index.affectedBy(['new'], TODAY)));
    expect(affected[1]).toEqual(affected[0]);
  });
});
