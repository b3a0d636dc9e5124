import { describe, expect, it } from '@jest/globals';
import { randomOf } from '#engines/random';
import type { DemandFact, ProposalFact } from '../insight.store.js';
import { DIMENSIONS } from './columns.js';
import { casesOf, type DemandFacts, STAGES, summaryOf } from './funnel.rules.js';
import { FunnelTable } from './funnel-table.js';

const T = (day: number, hour = 0) => new Date(Date.UTC(2026, 10, day, hour)).toISOString();

const demand = (more: Partial<DemandFact> = {}): DemandFact => ({
  ...{ id: 'd', version: 1, seen: 1, title: '精密齿轮', ownerId: 'leader', ownerName: '海岳', chain: '智能家电' },
  publishedAt: T(1),
  ...more,
});
const proposal = (organisationId: string, more: Partial<ProposalFact> = {}): ProposalFact => ({
  ...{ id: `p-${organisationId}`, version: 1, seen: 1, demandId: 'd', organisationId, firmName: organisationId },
  releasedAt: T(2),
  district: '山东省青岛市城阳区',
  ...more,
});
const response = (organisationId: string, day: number) => ({
  ...{ id: `r-${organisationId}`, version: 1, seen: 1, demandId: 'd', organisationId, firmName: organisationId },
  submittedAt: T(day),
});
const thread = (organisationId: string, more: object = {}) => ({
  ...{ id: `t-${organisationId}`, version: 1, seen: 1, demandId: 'd', organisationId, firmName: organisationId },
  ...{ openedAt: T(8), amount: 0 },
  ...more,
});
const meeting = (organisationId: string) => ({
  ...{ id: `m-${organisationId}`, version: 1, seen: 1, leaderId: 'leader', organisationId, metAt: T(7) },
});
const facts = (more: Partial<DemandFacts> = {}): DemandFacts => ({
  ...{ demand: demand(), proposals: [], responses: [], threads: [], meetings: [] },
  ...more,
});
const stageOf = (more: Partial<DemandFacts>) => casesOf(facts(more)).map(({ stage }) => stage);

describe('how far a firm has come with a demand', () => {
  it.each([
    ['told', { proposals: [proposal('a')] }],
    ['seen', { proposals: [proposal('a', { seenAt: T(3) })] }],
    ['answered', { proposals: [proposal('a', { answer: 'declined', answeredAt: T(3) })] }],
    ['accepted', { proposals: [proposal('a', { answer: 'interested', answeredAt: T(3) })] }],
    ['accepted', { proposals: [proposal('a')], responses: [response('a', 4)] }],
    ['accepted', { responses: [response('a', 4)] }],
    ['accepted', { threads: [thread('a')] }],
    ['met', { threads: [thread('a', { metAt: T(9) })] }],
    ['met', { responses: [response('a', 4)], meetings: [meeting('a')] }],
    ['contract', { threads: [thread('a', { metAt: T(9), contractAt: T(20) })] }],
  ] as const)('%s', (stage, more) => {
    expect(stageOf(more)).toEqual([stage]);
  });

  it('does not count a meeting at an event for a demand that the firm has not said yes to', () => {
    expect(stageOf({ proposals: [proposal('a')], meetings: [meeting('a'), meeting('b')] })).toEqual(['told']);
  });

  it('says who came by itself, who declined, and when', () => {
    const [one, other] = casesOf(
      facts({
        proposals: [proposal('a', { answer: 'declined', answeredAt: T(3) })],
        responses: [response('b', 4)],
      }),
    );
    expect(one).toMatchObject({ organisationId: 'b', direct: true, declined: false, answeredAt: T(4), district: '' });
    expect(other).toMatchObject({ organisationId: 'a', direct: false, declined: true, toldAt: T(2), answeredAt: T(3) });
  });
});

describe('the summary of a demand', () => {
  it('counts each stage with those after it, by region', () => {
    const made = summaryOf(
      facts({
        proposals: [
          proposal('a', { answer: 'interested', answeredAt: T(3, 12) }),
          proposal('b', { district: '威海市' }),
        ],
        threads: [thread('a', { metAt: T(9), contractAt: T(20), amount: 120_000 })],
      }),
    );
    expect(made).toMatchObject({ month: '2026-11', firstAnswerHours: 60, chain: '智能家电' });
    expect(made.reached).toEqual(
      [
        { district: '威海市', stages: [1, 0, 0, 0, 0, 0], amount: 0 },
        { district: '山东省青岛市城阳区', stages: [1, 1, 1, 1, 1, 1], amount: 120_000 },
      ].sort((a, b) => (a.district < b.district ? -1 : 1)),
    );
  });

  it('puts the last evening of a month in China into that month', () => {
    expect(summaryOf(facts({ demand: demand({ publishedAt: '2026-10-31T15:59:59Z' }) })).month).toBe('2026-10');
    expect(summaryOf(facts({ demand: demand({ publishedAt: '2026-10-31T16:00:00Z' }) })).month).toBe('2026-11');
  });

  it('is the same in whatever order the facts are read', () => {
    const proposals = ['a', 'b', 'c'].map((id, at) =>
      proposal(id, at === 1 ? { answer: 'interested', answeredAt: T(5) } : {}),
    );
    const responses = [response('c', 6), response('x', 3)];
    const there = summaryOf(facts({ proposals, responses }));
    const back = summaryOf(facts({ proposals: proposals.toReversed(), responses: responses.toReversed() }));
    expect(back).toEqual(there);
  });
});

describe('the lines of the funnel', () => {
  const random = randomOf(7);
  const any = <V>(values: readonly V[]): V => values[Math.floor(random() * values.length)] as V;
  const none = FunnelTable.empty();
  const counted = Array.from({ length: 300 }, (_, at) => {
    const firms = Array.from({ length: Math.floor(random() * 9) }, (_x, n) => `f${n}`);
    const made = summaryOf(
      facts({
        demand: demand({
          ...{ id: `d${at}`, ownerId: any(['l1', 'l2', 'l3']), publishedAt: T(1 + Math.floor(random() * 90)) },
          chain: any(['智能家电', '轨道交通', '']),
        }),
        proposals: firms
          .filter(() => random() < 0.7)
          .map((id) =>
            proposal(id, {
              district: any(['甲区', '乙区', '丙市']),
              ...(random() < 0.6 ? { answer: any(['interested', 'declined'] as const), answeredAt: T(40) } : {}),
            }),
          ),
        responses: firms.filter(() => random() < 0.3).map((id) => response(id, 30)),
        threads: firms
          .filter(() => random() < 0.2)
          .map((id) => thread(id, { amount: Math.floor(random() * 1e6), contractAt: T(60) })),
      }),
    );
    return none.counted(made);
  });
  const table = none.with(counted, new Set());
  const all = table.choose({});
  const total = all.total();

  it.each(DIMENSIONS)('by %s add up to the whole', (dimension) => {
    const lines = all.lines(dimension);
    expect(lines.length).toBeGreaterThan(2);
    for (const [at] of STAGES.entries())
      expect(lines.reduce((sum, { stages }) => sum + (stages[at] ?? 0), 0)).toBe(total.stages[at]);
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(total.amount);
    if (dimension !== 'district') expect(lines.reduce((sum, { demands }) => sum + demands, 0)).toBe(300);
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });

  it('never have more firms in a stage than in the one before', () => {
    for (const { stages } of DIMENSIONS.flatMap((dimension) => all.lines(dimension)))
      expect([...stages].sort((a, b) => b - a)).toEqual(stages);
  });

  it('are the same, narrowed to one, as its line among all', () => {
    for (const dimension of ['chain', 'leader', 'district'] as const)
      for (const line of all.lines(dimension)) {
        const narrowed = table.choose({ [dimension]: line.key });
        expect({ ...narrowed.total(), key: line.key, name: line.name }).toEqual(line);
        expect(narrowed.lines(dimension)).toEqual([line]);
      }
    const months = all.lines('month');
    const [last] = months;
    expect(table.choose({ from: last?.key, to: last?.key }).total().stages).toEqual(last?.stages);
    expect(table.choose({ chain: '没有' }).lines('month')).toEqual([]);
  });

  it('are what is behind them, added up one by one', () => {
    for (const line of all.lines('district')) {
      const { items } = table.choose({ district: line.key }).page(0, 0, 300);
      const hours = items.flatMap(({ firstAnswerHours }) => firstAnswerHours ?? []).sort((a, b) => a - b);
      const [low = 0, high = 0] = [hours[(hours.length - 1) >> 1], hours[hours.length >> 1]];
      expect(line).toEqual({
        ...{ key: line.key, name: line.key, demands: items.length },
        stages: STAGES.map((_, at) => items.reduce((sum, { stages }) => sum + (stages[at] ?? 0), 0)),
        amount: items.reduce((sum, { amount }) => sum + amount, 0),
        firstAnswerHours: low / 2 + high / 2,
      });
    }
  });

  it('are the same whether the demands came at once or one by one, changed and went', () => {
    const [gone, ...rest] = counted;
    const old = rest.map(({ demand }) => none.counted({ ...demand, firstAnswerHours: 1, reached: [] }));
    let grown = none.with([...old, ...(gone ? [gone] : [])], new Set());
    for (const one of rest) grown = grown.with([one], new Set());
    grown = grown.with([], new Set([gone?.demand.id ?? '']));
    const whole = none.with(rest, new Set());
    for (const dimension of DIMENSIONS)
      expect(grown.choose({}).lines(dimension)).toEqual(whole.choose({}).lines(dimension));
    const page = whole.choose({}).page(2, 3, 20);
    expect(page.items.length).toBe(20);
    expect(page.items.every(({ stages }) => (stages[2] ?? 0) > 0)).toBe(true);
    expect(page.items.map(({ demand }) => demand.publishedAt)).toEqual(
      page.items
        .map(({ demand }) => demand.publishedAt)
        .sort()
        .reverse(),
    );
  });
});
