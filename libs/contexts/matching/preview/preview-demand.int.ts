import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DemandState } from '#contracts/demand';
import type { ProfileState } from '#contracts/profile';
import { FixedClock } from '#test/kit/clock';
import { TemporaryHouse } from '#test/kit/embedded';
import { NOW, profileEvent, profileState } from '#test/kit/makers';
import { MatchIndex } from '../index/match-index.js';
import { type DraftContent, draftDemand } from './draft-demand.js';
import { PreviewDemand } from './preview-demand.js';

const firm = (id: string, more: Partial<ProfileState> = {}) =>
  profileState(id, { products: ['海水淡化高压泵'], ...more });
const FIRMS = [
  firm('certified', { certificates: [{ name: 'ISO 9001:2015', validUntil: '2030-01-01' }], region: '山东省青岛市' }),
  firm('expired', { certificates: [{ name: 'ISO 9001:2015', validUntil: '2020-01-01' }], region: '山东省青岛市' }),
  firm('elsewhere', { certificates: [{ name: 'ISO 9001:2015', validUntil: '2030-01-01' }], region: '江苏省苏州市' }),
  firm('own', { organisationId: 'leader' }),
  ...['丝绸印染', '医用导管', '流量计', '水性涂料', '光纤激光器', '婴儿奶粉', '无人机航测', '液压缸'].map(
    (product, at) => profileState(`other${at}`, { products: [product] }),
  ),
];

let house: TemporaryHouse;
let index: MatchIndex;
let previews: PreviewDemand;
beforeAll(async () => {
  house = await TemporaryHouse.open();
  await house.log.append(FIRMS.map((profile) => profileEvent(profile)));
  index = new MatchIndex(house.log);
  previews = new PreviewDemand(index, new FixedClock(NOW));
}, 60_000);
afterAll(async () => {
  await index.onApplicationShutdown();
  await house.destroy();
});

const draft = (more: Partial<DraftContent> = {}): DemandState =>
  draftDemand({ title: '海水淡化用高压泵', ...more }, 'leader', NOW);
const named = (entries: readonly { readonly firmId: string }[]) => entries.map(({ firmId }) => firmId).sort();

describe('a preview of a demand', () => {
  it('names the firms that would be proposed, without the writer’s own, and leaves nothing behind', async () => {
    const before = await index.statistics();
    const { draft: ranked, loosenings } = await previews.preview(draft());
    expect(named(ranked.entries)).toEqual(['certified', 'elsewhere', 'expired']);
    expect(loosenings).toEqual([]);
    expect(await index.statistics()).toEqual(before);
    expect(house.published).toEqual([]);
  });

  it('tells for each must that excludes somebody who would come in without it', async () => {
    const { draft: ranked, loosenings } = await previews.preview(
      draft({
        certificates: [{ name: 'ISO 9001', must: true }],
        regions: { values: ['山东省'], must: true },
        requirements: [{ name: '扬程', target: '≥ 600', unit: 'm', must: true }],
      }),
    );
    expect(named(ranked.entries)).toEqual(['certified']);
    expect(named(ranked.excluded)).toEqual(['elsewhere', 'expired']);
    const told = loosenings.map(({ requirement, fit, more }) => ({ requirement, fit, more: named(more) }));
    expect(told.sort((a, b) => (a.requirement < b.requirement ? -1 : 1))).toEqual([
      { requirement: 'certificate:ISO 9001', fit: 2, more: ['expired'] },
      { requirement: 'region', fit: 2, more: ['elsewhere'] },
    ]);
  });

  it('judges each requirement of a firm as a decision does, under ids by place', async () => {
    const { draft: ranked } = await previews.preview(
      draft({ requirements: [{ name: '扬程', target: '≥ 600', unit: 'm', must: true }] }),
    );
    expect(ranked.entries[0]?.reasons.requirements).toEqual([
      expect.objectContaining({ requirement: 'p1', name: '扬程', must: true, state: 'unknown' }),
    ]);
  });
});
