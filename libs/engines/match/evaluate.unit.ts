import { describe, expect, it } from '@jest/globals';
import { evaluate, measure } from './evaluate.js';
import { readFirm, readQuery } from './read-json.js';

const ids = (...numbers: number[]) => numbers.map((number) => `f${number}`);
const upTo = (count: number) => Array.from({ length: count }, (_, at) => `f${at}`);

describe('measure', () => {
  it('is 1 throughout for the one right firm in first place', () => {
    expect(measure(ids(1, 2), ids(1))).toEqual({ queries: 1, mrr10: 1, ndcg10: 1, recall10: 1, recall50: 1 });
  });

  it('discounts by rank and looks at ten and fifty places', () => {
    const { mrr10, ndcg10, recall10, recall50 } = measure(upTo(60), ids(2, 10, 55));
    expect(mrr10).toBeCloseTo(1 / 3, 12);
    expect(ndcg10).toBeCloseTo(0.5 / (1 + 1 / Math.log2(3) + 0.5), 12);
    expect([recall10, recall50]).toEqual([1 / 3, 2 / 3]);
  });

  it('takes ten right firms as the most an ideal list can show', () => {
    expect(measure(upTo(10), upTo(40)).ndcg10).toBeCloseTo(1, 12);
    expect(measure(ids(99), ids(1)).mrr10).toBe(0);
  });
});

describe('evaluate', () => {
  const firms = [
    { id: 'a', name: '甲', lines: [{ field: 'patents' as const, text: '一种电磁流量计' }], certificates: [] },
    { id: 'b', name: '乙', lines: [{ field: 'domains' as const, text: '肥料制造' }], certificates: [] },
  ];

  it('answers in order, times by the given clock and takes means by task', () => {
    let time = 0;
    const queries = [
      { task: 'patent', text: '流量计', gold: ['a'] },
      { task: 'patent', text: '流量计', gold: ['b'] },
      { text: '肥料' },
    ];
    const steps: string[] = [];
    const { answers, tasks } = evaluate(
      firms,
      queries,
      () => ++time,
      ({ step, done, total }) => steps.push(`${step} ${done}/${total}`),
    );
    expect(answers).toEqual([
      { i: 0, ids: ['a'], ms: 1 },
      { i: 1, ids: ['a'], ms: 1 },
      { i: 2, ids: ['b'], ms: 1 },
    ]);
    expect(tasks).toEqual({ patent: { queries: 2, mrr10: 0.5, ndcg10: 0.5, recall10: 0.5, recall50: 0.5 } });
    expect(steps).toEqual(['index 1/2', 'index 2/2', 'answer 1/3', 'answer 2/3', 'answer 3/3']);
  });
});

describe('readFirm and readQuery', () => {
  it('turns lists into lines under their names', () => {
    const read = readFirm({
      id: 'x',
      name: '丙',
      region: '山东省青岛市',
      domains: ['泵'],
      patents: ['阀'],
      certificates: [{ name: 'CCC', number: '', validUntil: '' }],
      text: '备注',
    });
    const lines = [
      { field: 'domains', text: '泵' },
      { field: 'patents', text: '阀' },
      { field: 'text', text: '备注' },
    ];
    const certificates = [{ name: 'CCC', number: '', validUntil: '' }];
    expect(read).toEqual({ value: { id: 'x', name: '丙', region: '山东省青岛市', lines, certificates } });
  });

  it.each([
    [[]],
    [null],
    [{ name: 'x' }],
    [{ id: '', name: 'x' }],
    [{ id: 'x' }],
    [{ id: 'x', name: 'x', region: 1 }],
    [{ id: 'x', name: 'x', text: 1 }],
    [{ id: 'x', name: 'x', domains: 'pumps' }],
    [{ id: 'x', name: 'x', patents: [1] }],
    [{ id: 'x', name: 'x', certificates: [{}] }],
  ])('refuses the firm %j', (json) => {
    expect(readFirm(json)).toEqual({ problem: expect.any(String) });
  });

  it.each([[1], [{}], [{ text: 'x', task: 1 }], [{ text: 'x', gold: 'f1' }]])('refuses the query %j', (json) => {
    expect(readQuery(json)).toEqual({ problem: expect.any(String) });
  });
});
