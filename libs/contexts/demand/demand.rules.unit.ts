import { describe, expect, it } from '@jest/globals';
import {
  CLOSE_REASONS,
  DEMAND_STATES,
  type DemandContent,
  type DemandEventData,
  type DemandStatus,
} from '#contracts/demand';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Result } from '#platform/errors/errors';
import type { Decision } from '#platform/store/change';
import { content, demandState, NOW, requirement } from '#test/kit/makers';
import {
  type Act,
  checkContent,
  chooseFirms,
  closeDemand,
  demandEvents,
  publishDemand,
  renewDemand,
  returnDemand,
  reviseDemand,
  submitDemand,
  takeBackDemand,
  withIds,
} from './demand.rules.js';
import type { Demand } from './demand.store.js';

const LATER = '2026-11-23T02:00:00.000Z';
const DEADLINE = '2027-06-30T15:59:59.999Z';
const act: Act = { by: { personId: 'p1', personName: '王敏', role: 'leader' }, at: LATER };

/** A demand as it stands in a state, reached in the usual way. */
function inState(status: DemandStatus | 'expired', more: Partial<Demand> = {}): Demand {
  const { publishedAt, ...draft } = demandState('d', { status: 'draft', version: 3 });
  const open = { publishedAt: NOW };
  const closed = { ...open, status: 'closed', closedAt: NOW } as const;
  const states = {
    draft: {},
    submitted: { status: 'submitted' },
    returned: { status: 'returned', returnReason: '请补充' },
    published: { ...open, status: 'published', dueKey: draft.deadline },
    closed: { ...closed, closeReason: 'fulfilled' },
    expired: { ...closed, closeReason: 'expired' },
  } as const;
  return { ...draft, ...states[status], ...more };
}

function done(result: Result<Decision<Demand>>): Decision<Demand> {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);
const types = (decision: Decision<Demand>) => decision.events?.map(({ topic, type }) => [topic, type]);

const dataOf = (decision: Decision<Demand>) => decision.events?.[0]?.data as DemandEventData;

const ACTIONS = {
  revise: (demand: Demand) => reviseDemand(demand, { title: '新的标题' }, act),
  submit: (demand: Demand) => submitDemand(demand, false, act),
  'self-publish': (demand: Demand) => submitDemand(demand, true, act),
  'take-back': (demand: Demand) => takeBackDemand(demand, act),
  publish: (demand: Demand) => publishDemand(demand, act),
  return: (demand: Demand) => returnDemand(demand, '请补充测试方法', act),
  fulfil: (demand: Demand) => closeDemand(demand, 'fulfilled', act),
  withdraw: (demand: Demand) => closeDemand(demand, 'withdrawn', act),
  expire: (demand: Demand) => closeDemand(demand, 'expired', act),
  renew: (demand: Demand) => renewDemand(demand, '2027-09-30T15:59:59.999Z', act),
} as const;

/** The state each action leads to from each state; '-' where it is refused. */
const TABLE: Readonly<Record<keyof typeof ACTIONS, Readonly<Record<DemandStatus | 'expired', DemandStatus | '-'>>>> = {
  revise: { draft: 'draft', submitted: '-', returned: 'returned', published: 'published', closed: '-', expired: '-' },
  submit: { draft: 'submitted', submitted: '-', returned: 'submitted', published: '-', closed: '-', expired: '-' },
  'take-back': { draft: '-', submitted: 'draft', returned: '-', published: '-', closed: '-', expired: '-' },
  'self-publish': {
    draft: 'published',
    submitted: '-',
    returned: 'published',
    published: '-',
    closed: '-',
    expired: '-',
  },
  publish: { draft: '-', submitted: 'published', returned: '-', published: '-', closed: '-', expired: '-' },
  return: { draft: '-', submitted: 'returned', returned: '-', published: '-', closed: '-', expired: '-' },
  fulfil: { draft: '-', submitted: '-', returned: '-', published: 'closed', closed: '-', expired: '-' },
  withdraw: {
    draft: 'closed',
    submitted: 'closed',
    returned: 'closed',
    published: 'closed',
    closed: '-',
    expired: '-',
  },
  expire: { draft: '-', submitted: '-', returned: '-', published: 'closed', closed: '-', expired: '-' },
  renew: { draft: '-', submitted: '-', returned: '-', published: 'published', closed: '-', expired: 'published' },
};
const transitions = (Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]).flatMap((action) =>
  ([...DEMAND_STATES, 'expired'] as const).map((from) => [action, from, TABLE[action][from]] as const),
);

describe('the life of a demand', () => {
  it.each(transitions)('%s of a %s one leads to %s', (action, from, to) => {
    const result = ACTIONS[action](inState(from));
    if (to === '-') {
      const status = from === 'expired' ? 'closed' : from;
      expect(result).toMatchObject({ ok: false, failure: { code: 'demand.not_in_state', params: { status } } });
    } else {
      const { doc } = done(result);
      expect(doc).toMatchObject({ status: to, updatedAt: LATER, createdAt: NOW, version: 3 });
      expect(doc.dueKey).toBe(to === 'published' ? doc.deadline : undefined);
    }
  });

  it('runs from draft to closed', () => {
    let demand = inState('draft');
    const run = (result: Result<Decision<Demand>>) => {
      demand = { ...done(result).doc, version: demand.version + 1 };
      return demand;
    };
    run(submitDemand(demand, false, act));
    expect(run(takeBackDemand(demand, act))).toMatchObject({ status: 'draft' });
    run(submitDemand(demand, false, act));
    expect(run(returnDemand(demand, '请补充', act))).toMatchObject({ returnReason: '请补充' });
    run(reviseDemand(demand, { background: '补充' }, act));
    expect(run(submitDemand(demand, false, act))).not.toHaveProperty('returnReason');
    expect(run(publishDemand(demand, act))).toMatchObject({ publishedAt: LATER, dueKey: DEADLINE });
    expect(run(closeDemand(demand, 'expired', act))).toMatchObject({ closeReason: 'expired', closedAt: LATER });
    const renewed = run(renewDemand(demand, '2027-09-30T15:59:59.999Z', act));
    expect(renewed).toMatchObject({ status: 'published', deadline: '2027-09-30T15:59:59.999Z', publishedAt: LATER });
    expect(renewed).not.toHaveProperty('closeReason');
    expect(renewed).not.toHaveProperty('closedAt');
    expect(run(closeDemand(demand, 'fulfilled', act))).toMatchObject({ status: 'closed', closeReason: 'fulfilled' });
    expect(demand).not.toHaveProperty('dueKey');
    expect(codeOf(renewDemand(demand, DEADLINE, act))).toBe('demand.not_in_state');
  });

  it('does not go on with a deadline that is past', () => {
    const past = { deadline: LATER };
    const of = (status: DemandStatus) => inState(status, past);
    expect(codeOf(submitDemand(of('draft'), false, act))).toBe('demand.deadline_past');
    expect(codeOf(publishDemand(of('submitted'), act))).toBe('demand.deadline_past');
    expect(codeOf(reviseDemand(of('draft'), { title: '新的标题' }, act))).toBe('demand.deadline_past');
    expect(codeOf(renewDemand(inState('published'), LATER, act))).toBe('demand.deadline_past');
    expect(codeOf(returnDemand(of('submitted'), '理由', act))).toBe('ok');
    expect(codeOf(closeDemand(of('published'), 'expired', act))).toBe('ok');
  });

  it('takes away what a revision empties', () => {
    const { doc } = done(
      reviseDemand(
        inState('draft', { background: '旧', chain: '链' }),
        { background: undefined } as Partial<DemandContent>,
        act,
      ),
    );
    expect(doc).not.toHaveProperty('background');
    expect(doc.chain).toBe('链');
  });

  it('follows a new deadline of a published demand', () => {
    const { doc } = done(reviseDemand(inState('published'), { deadline: '2027-08-31T15:59:59.999Z' }, act));
    expect(doc.dueKey).toBe('2027-08-31T15:59:59.999Z');
  });
});

describe('the content', () => {
  const check = (more: Partial<DemandContent>) => {
    const failure = checkContent(content(more), NOW);
    return failure && [failure.code, failure.pointer];
  };

  it.each([
    [{ deadline: '2026-11-22T02:00:00.001Z' }],
    [{ deadline: '2027-11-23T02:00:00.000Z' }],
    [{ dates: { sample: '2027-01-01', pilot: '2027-01-01', mass: '2027-02-01' } }],
    [{ dates: { sample: '2027-01-01', mass: '2027-02-01' } }],
    [{ dates: {} }],
    [{ budget: { min: 5, max: 5 } }],
    [{ budget: { min: 5 } }],
    [{ budget: { max: 0 } }],
    [{ requirements: [requirement('r1', '甲'), requirement('r2', '甲')] }],
  ])('is right with %j', (more) => {
    expect(check(more)).toBeUndefined();
  });

  it.each([
    [{ deadline: NOW }, 'demand.deadline_past', '/deadline'],
    [{ deadline: '2020-01-01T00:00:00.000Z' }, 'demand.deadline_past', '/deadline'],
    [{ deadline: '2027-11-23T02:00:00.001Z' }, 'demand.deadline_far', '/deadline'],
    [{ dates: { sample: '2027-03-01', pilot: '2027-02-01' } }, 'demand.dates_order', '/dates'],
    [{ dates: { sample: '2027-03-01', mass: '2027-02-01' } }, 'demand.dates_order', '/dates'],
    [{ dates: { pilot: '2027-03-01', mass: '2027-02-01' } }, 'demand.dates_order', '/dates'],
    [{ budget: { min: 6, max: 5 } }, 'demand.budget_order', '/budget'],
    [
      { requirements: [requirement('r1', '甲'), requirement('r2', '乙'), requirement('r1', '丙')] },
      'demand.requirement_twice',
      '/requirements/2/id',
    ],
  ])('is refused with %j', (more, code, pointer) => {
    expect(check(more)).toEqual([code, pointer]);
  });
});

describe('requirements without an id', () => {
  const { id: _id, ...bare } = requirement('r1', '甲');

  it('get the first that is free', () => {
    expect(withIds([bare, { ...bare, id: 'r2' }, bare, { ...bare, id: 'x' }, bare]).map(({ id }) => id)).toEqual([
      'r1',
      'r2',
      'r3',
      'x',
      'r4',
    ]);
    expect(withIds([bare, { ...bare, id: 'r1' }]).map(({ id }) => id)).toEqual(['r2', 'r1']);
    expect(withIds([])).toEqual([]);
  });

  it('lose nothing else', () => {
    expect(withIds([{ ...bare, id: undefined }])).toEqual([{ ...bare, id: 'r1' }]);
  });
});

describe('the events', () => {
  it('of a draft are for our processes only', () => {
    const draft = inState('draft');
    expect(demandEvents(undefined, draft, 1, 'draft', act).map(({ topic, type }) => [topic, type])).toEqual([
      [TOPICS.demand, EVENTS.demandDrafted],
    ]);
    for (const action of ['revise', 'submit', 'withdraw'] as const) {
      expect(types(done(ACTIONS[action](draft)))?.map(([topic]) => topic)).toEqual([TOPICS.demand]);
    }
    expect(types(done(ACTIONS.return(inState('submitted'))))).toEqual([[TOPICS.demand, EVENTS.demandReturned]]);
    expect(types(done(ACTIONS.withdraw(inState('returned'))))).toEqual([[TOPICS.demand, EVENTS.demandClosed]]);
  });

  it.each([
    ['self-publish', 'draft', EVENTS.demandPublished],
    ['publish', 'submitted', EVENTS.demandPublished],
    ['revise', 'published', EVENTS.demandRevised],
    ['renew', 'expired', EVENTS.demandRenewed],
    ['fulfil', 'published', EVENTS.demandClosed],
    ['withdraw', 'published', EVENTS.demandClosed],
    ['expire', 'published', EVENTS.demandClosed],
  ] as const)('of %s from %s have a public copy', (action, from, type) => {
    expect(types(done(ACTIONS[action](inState(from))))).toEqual([
      [TOPICS.demand, type],
      [TOPICS.publicDemand, type],
    ]);
  });

  it('carry the full state inside, and outside only what is public', () => {
    const secrets: Partial<Demand> = {
      blocked: ['SECRET-1'],
      budget: { max: 987_654 },
      background: 'SECRET-2',
      requirements: [requirement('r1', '公差'), requirement('r2', 'SECRET-3', { disclosure: 'matched' })],
      disclosure: { background: 'nda' },
    };
    const decision = done(publishDemand(inState('submitted', secrets), act));
    const { demand } = dataOf(decision);
    const open = decision.events?.[1];
    expect(demand).toMatchObject({ ...secrets, version: 4, status: 'published' });
    expect(demand).not.toHaveProperty('dueKey');
    expect(JSON.stringify(open)).not.toMatch(/SECRET|987654|王敏|dueKey/);
    expect(open?.data).toMatchObject({ id: 'd', version: 4, withheld: ['background', 'requirements', 'budget'] });
  });

  it.each(CLOSE_REASONS)('of closing say that it was %s', (reason) => {
    const decision = done(closeDemand(inState('published'), reason, act, '备注'));
    const open = decision.events?.[1];
    expect(dataOf(decision).change.note).toBe('备注');
    expect(open?.data).toMatchObject({ status: 'closed', closeReason: reason });
    expect(JSON.stringify(open)).not.toContain('备注');
  });
});

describe('the history', () => {
  const changeOf = (decision: Decision<Demand>) => dataOf(decision).change;

  it('says who changed what from what to what, and nothing of bookkeeping', () => {
    const demand = inState('draft', { quantity: '10 万件', chain: '旧链' });
    const change = changeOf(
      done(
        reviseDemand(demand, { quantity: '20 万件', process: '磨齿', chain: undefined } as Partial<DemandContent>, act),
      ),
    );
    expect(change).toEqual({
      at: LATER,
      byId: 'p1',
      byName: '王敏',
      action: 'revise',
      fields: [
        { field: 'quantity', from: '10 万件', to: '20 万件' },
        { field: 'chain', from: '旧链', to: undefined },
        { field: 'process', from: undefined, to: '磨齿' },
      ],
    });
  });

  it('finds changes within lists and objects, and none where there is none', () => {
    const demand = inState('draft', {
      requirements: [requirement('r1', '公差')],
      dates: { sample: '2027-01-01', mass: '2027-02-01' },
    });
    const same = { requirements: [requirement('r1', '公差')], dates: { mass: '2027-02-01', sample: '2027-01-01' } };
    expect(changeOf(done(reviseDemand(demand, same, act))).fields).toEqual([]);
    const other = { requirements: [requirement('r1', '公差', { must: false })] };
    expect(changeOf(done(reviseDemand(demand, other, act))).fields.map(({ field }) => field)).toEqual(['requirements']);
  });

  it('names the organisation or the role where there is no person', () => {
    const by = { role: 'leader', organisation: { id: 'o', name: '海岳', selfPublish: true } } as const;
    const named = (who: Act['by']) => changeOf(done(submitDemand(inState('draft'), false, { by: who, at: LATER })));
    expect(named(by)).toMatchObject({ byName: '海岳' });
    expect(named({ role: 'operator' })).toMatchObject({ byName: 'operator' });
    expect(named({ role: 'operator' })).not.toHaveProperty('byId');
  });

  it('keeps the reason of a return', () => {
    expect(changeOf(done(ACTIONS.return(inState('submitted'))))).toMatchObject({
      action: 'return',
      note: '请补充测试方法',
    });
  });
});

describe('a demand for chosen firms', () => {
  const chosen = { order: 'at-once', firms: [{ firmId: 'f', firmName: '甲公司' }] } as const;
  const nobody = { order: 'at-once', firms: [] } as const;

  it('is handed in and published with a firm only, and in turn with a term only', () => {
    expect(codeOf(submitDemand(inState('draft', { chosen: nobody }), true, act))).toBe('demand.chosen_nobody');
    expect(codeOf(publishDemand(inState('submitted', { chosen: nobody }), act))).toBe('demand.chosen_nobody');
    expect(codeOf(submitDemand(inState('draft', { chosen }), true, act))).toBe('ok');
    expect(checkContent(content({ chosen: { ...chosen, order: 'in-turn' } }), NOW)?.code).toBe('demand.chosen_days');
    expect(codeOf(chooseFirms(inState('published', { chosen }), nobody, 'owner', act))).toBe('demand.chosen_nobody');
    expect(codeOf(chooseFirms(inState('draft'), nobody, 'owner', act))).toBe('ok');
  });

  it('may be opened at any time, and not kept to chosen firms once it was public', () => {
    expect(codeOf(chooseFirms(inState('published'), chosen, 'owner', act))).toBe('demand.chosen_too_late');
    expect(codeOf(reviseDemand(inState('published'), { chosen }, act))).toBe('demand.chosen_too_late');
    const opened = done(chooseFirms(inState('published', { chosen }), undefined, 'owner', act));
    expect(opened.doc).not.toHaveProperty('chosen');
    expect(opened.events?.map(({ topic, type }) => [topic, type])).toEqual([
      [TOPICS.demand, EVENTS.demandRevised],
      [TOPICS.publicDemand, EVENTS.demandRevised],
    ]);
  });

  it('is in no public event while it is', () => {
    const before = inState('published', { chosen });
    for (const result of [reviseDemand(before, { title: '新的标题' }, act), closeDemand(before, 'fulfilled', act)])
      expect(done(result).events?.map(({ topic }) => topic)).toEqual([TOPICS.demand]);
  });

  it('is changed by staff also while they look at it, by its owner not', () => {
    expect(codeOf(chooseFirms(inState('submitted'), chosen, 'staff', act))).toBe('ok');
    expect(codeOf(chooseFirms(inState('submitted'), chosen, 'owner', act))).toBe('demand.not_in_state');
    expect(codeOf(chooseFirms(inState('closed'), chosen, 'staff', act))).toBe('demand.not_in_state');
  });
});
