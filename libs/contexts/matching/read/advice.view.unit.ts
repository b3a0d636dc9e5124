import { expect, it } from '@jest/globals';
import { adviceView } from './advice.view.js';

const advice = (rank: number) => ({
  requirement: 'process',
  name: '渗碳',
  must: false,
  field: 'processes' as const,
  after: { rank, score: 0.5 },
});
const now = { rank: 3, score: 0.4 };

it('says how far the firm would rise, or that the leader would see it met', () => {
  const view = adviceView({ now, advice: [advice(1), advice(3)] }, 'zh');
  expect(view.now).toEqual(now);
  expect(view.items.map(({ sentence }) => sentence)).toEqual([
    '如贵单位具备“渗碳”，写入档案后，排名可由第 3 位升至第 1 位',
    '如贵单位具备“渗碳”，写入档案后，发布方可直接看到这一条已满足',
  ]);
});

it('is empty for a firm that is not in the list any more', () => {
  expect(adviceView(undefined, 'en')).toEqual({ items: [] });
});
