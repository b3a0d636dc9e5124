import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { viewDemand } from '#contracts/disclosure';
import type { EngagementEventData, EngagementState, MessageState, ResponseState, Side } from '#contracts/engagement';
import type { ChosenEventData, ChosenState, ProposalState } from '#contracts/match';
import type { AgendaState, RegistrationState } from '#contracts/matchmaking';
import { NOTICE_KINDS, type NoticeKind } from '#contracts/notice';
import type { ClaimState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import { demandEvent, demandState, logEvent, NOW, requirement } from '#test/kit/makers';
import { noticePlace } from '../notice.places.js';
import { noticeText } from '../notice.texts.js';
import { toTell } from './notice.rules.js';
import type { ToTell } from './to-tell.js';

const secretDemand = demandState('d', {
  title: '精密齿轮',
  blocked: ['SECRET'],
  ownerName: 'SECRET',
  background: 'SECRET',
  requirements: [requirement('r1', 'SECRET', { disclosure: 'nda' })],
  disclosure: { background: 'nda', ownerName: 'nda' },
});
const proposal = (more: Partial<ProposalState> = {}): ProposalState => ({
  id: 'p',
  version: 1,
  demandId: 'd',
  demandVersion: 1,
  ownerId: 'leader',
  demand: viewDemand(demandState('d', { title: '精密齿轮' }), 'matched'),
  firmId: 'f',
  firmName: '甲公司',
  organisationId: 'o',
  score: 0.425,
  rank: 2,
  reasons: { requirements: [], shared: [], missing: [] },
  status: 'released',
  createdAt: NOW,
  updatedAt: NOW,
  ...more,
});
/** Two firms were asked; the first of them has come to this state. */
const ofChosen = (first: ChosenState, second: ChosenState): ChosenEventData => ({
  list: {
    ...{ id: 'd', version: 2, ownerId: 'leader', title: '精密齿轮', open: true, deadline: NOW, order: 'in-turn' },
    firms: [
      { firmId: 'f', firmName: '甲公司', state: first },
      { firmId: 'g', firmName: '乙公司', state: second },
    ],
    updatedAt: NOW,
  },
  moved: [{ firmId: 'f', firmName: '甲公司', state: first }],
});
const organisation = (status: string, reason?: string) => ({
  id: 'o',
  name: '甲公司',
  kind: 'sme',
  status,
  founderId: 'p',
  reason,
});
const claim = (status: ClaimState['status'], reason?: string): ClaimState => ({
  id: 'c',
  profileId: 'f',
  firmName: '甲公司档案',
  organisationId: 'o',
  organisationName: '甲公司',
  status,
  ...(reason ? { reason } : {}),
});

const ofRegistration = (type: string, status: RegistrationState['status'], reason?: string) => {
  const registration: RegistrationState = {
    ...{ id: 'r', version: 1, matchmakingId: 'e', matchmakingTitle: '对接活动', organisationId: 'o' },
    ...{ organisationName: '甲公司', side: 'sme', origin: 'applied', status, demandIds: [], representatives: [] },
    ...{ tables: [], createdAt: NOW, updatedAt: NOW },
    ...(reason ? { reason } : {}),
  };
  const change = { at: NOW, byName: '陈静', action: status };
  return logEvent(TOPICS.registration, type, 'r', { registration, change });
};
const agenda: AgendaState = {
  ...{ matchmakingId: 'e', matchmakingTitle: '对接活动', organisationId: 'o', added: 1, moved: 0, cancelled: 0 },
  meetings: [{ id: 'm', from: NOW, to: NOW, organisationId: 'leader', person: 'p1', table: 2 }],
};

const staff = { staff: true };
const own = (id: string) => ({ organisation: id });
const demand = (type: string, more = {}) => demandEvent(demandState('d', { title: '精密齿轮', ...more }), type);
const ofOrganisation = (type: string, status: string, reason?: string) =>
  logEvent(TOPICS.organisation, type, 'o', organisation(status, reason));
const ofClaim = (type: string, state: ClaimState) => logEvent(TOPICS.claim, type, 'c', state);

const leader = '海岳智能家电集团';
const seatOffer = {
  ...{ id: 's', matchmakingId: 'e', matchmakingTitle: '对接活动', status: 'open' },
  ...{ leaderId: 'leader', leaderName: leader, smeId: 'o', smeName: '甲公司' },
  ...{ createdAt: NOW, answerBy: new Date(Date.parse(NOW) + 5 * 60_000).toISOString() },
  answers: { sme: { yes: true, at: NOW, byName: '李工' } },
};
const ofAnswer = (answer: 'interested' | 'declined') =>
  logEvent(
    TOPICS.proposal,
    EVENTS.proposalAnswered,
    'p',
    proposal({ answer: { answer, reasons: answer === 'declined' ? ['terms'] : [], at: NOW } }),
  );
const response: ResponseState = {
  ...{ id: 'r', version: 2, demandId: 'd', demandTitle: '精密齿轮', ownerId: 'leader', ownerName: leader },
  ...{ organisationId: 'o', firmName: '甲公司', status: 'submitted' },
  ...{ answers: [], team: [], milestones: [], freeTimes: [], plan: 'SECRET', questions: [] },
  ...{ createdAt: NOW, updatedAt: NOW },
};
const ofResponse = (type: string, note?: string, more: Partial<ResponseState> = {}) =>
  logEvent(TOPICS.response, type, 'r', {
    response: { ...response, ...more },
    change: { at: NOW, byName: '王敏', side: 'firm', action: 'x', ...(note ? { note } : {}) },
  });
const RESPONSES_TOLD = (
  [
    [EVENTS.responseSubmitted, 'response.submitted', 'leader', ofResponse(EVENTS.responseSubmitted), ''],
    [
      EVENTS.responseWithdrawn,
      'response.withdrawn',
      'leader',
      ofResponse(EVENTS.responseWithdrawn, '产能已满'),
      '产能已满',
    ],
    [EVENTS.responseAnswered, 'response.answered', 'leader', ofResponse(EVENTS.responseAnswered, '有'), '有'],
    [EVENTS.responseWaited, 'response.waited', 'leader', ofResponse(EVENTS.responseWaited), ''],
    [EVENTS.responseAsked, 'response.asked', 'o', ofResponse(EVENTS.responseAsked, '有无现场？'), '有无现场？'],
    [EVENTS.responseShortlisted, 'response.shortlisted', 'o', ofResponse(EVENTS.responseShortlisted), ''],
    [EVENTS.responseChosen, 'response.chosen', 'o', ofResponse(EVENTS.responseChosen), ''],
  ] as const
).map(
  ([type, kind, to, event, note]) =>
    [
      `${type}: the other side`,
      event,
      kind as NoticeKind,
      own(to),
      { type: 'response', id: 'r' },
      { title: '精密齿轮', firmName: '甲公司', ownerName: leader, note },
    ] as const,
);
const rejectedFor = (note?: string) =>
  ofResponse(EVENTS.responseRejected, note ?? 'price', { rejection: { reason: 'price', ...(note ? { note } : {}) } });
const thread: EngagementState = {
  ...{ id: 'e', version: 3, demandId: 'd', demandTitle: '精密齿轮', ownerId: 'leader', ownerName: leader },
  ...{ organisationId: 'o', firmName: '甲公司', status: 'open', activeAt: NOW, createdAt: NOW, updatedAt: NOW },
  steps: [{ kind: 'sample', status: 'done', evidence: ['SECRET'] }],
  leader: { id: 'p1', name: '王敏' },
  firm: { id: 'p2', name: '李工' },
};
const ofThread = (type: string, side: Side, more: Partial<EngagementEventData> = {}, state = {}) =>
  logEvent(TOPICS.engagement, type, 'e', {
    engagement: { ...thread, ...state },
    change: { at: NOW, byId: 'p1', byName: '王敏', side, action: 'x', note: '合格' },
    ...more,
  });
const aboutThread = { type: 'engagement', id: 'e' };
const message: MessageState = {
  ...{ id: 'm', engagementId: 'e', demandTitle: '精密齿轮', at: NOW, byName: '王敏', side: 'leader', text: '已寄出' },
  to: { organisationId: 'o', personId: 'p2' },
};
const left = { firm: { id: 'p2', name: '李工', gone: true } };
const TOLD: readonly (readonly [
  string,
  LogEvent,
  NoticeKind,
  ToTell['to'] | object,
  ToTell['about'],
  ToTell['params'],
])[] = [
  [
    'an interested firm: the owner of the demand',
    ofAnswer('interested'),
    'proposal.accepted',
    own('leader'),
    { type: 'demand', id: 'd' },
    { title: '精密齿轮', firmName: '甲公司' },
  ],
  [
    'a firm that declines: the owner of the demand',
    ofAnswer('declined'),
    'proposal.declined',
    own('leader'),
    { type: 'demand', id: 'd' },
    { title: '精密齿轮', firmName: '甲公司' },
  ],
  [
    'a released proposal: the firm',
    logEvent(TOPICS.proposal, EVENTS.proposalReleased, 'p', proposal()),
    'proposal.released',
    own('o'),
    { type: 'proposal', id: 'p' },
    { title: '精密齿轮', ownerName: leader, score: 43, rank: 2 },
  ],
  [
    'a proposal that staff have put in by hand: the firm, without a fit',
    logEvent(TOPICS.proposal, EVENTS.proposalReleased, 'p', proposal({ touch: 'match', score: 0 })),
    'proposal.recommended',
    own('o'),
    { type: 'proposal', id: 'p' },
    { title: '精密齿轮', ownerName: leader },
  ],
  [
    'a firm that is asked as one of the chosen: the firm, with its term',
    logEvent(TOPICS.proposal, EVENTS.proposalReleased, 'p', proposal({ asked: { at: NOW, until: NOW } })),
    'proposal.asked',
    own('o'),
    { type: 'proposal', id: 'p' },
    { title: '精密齿轮', ownerName: leader, until: '2026-11-22' },
  ],
  [
    'a demand for chosen firms is published: its owner',
    demandEvent(demandState('d', { title: '精密齿轮', chosen: { order: 'at-once', firms: [] } })),
    'chosen.started',
    own('leader'),
    { type: 'demand', id: 'd' },
    { title: '精密齿轮', ownerName: leader, reason: '' },
  ],
  [
    'a chosen firm whose term has run out: the owner',
    logEvent(TOPICS.chosen, EVENTS.chosenChanged, 'd', ofChosen('ran-out', 'asked')),
    'chosen.ran-out',
    own('leader'),
    { type: 'demand', id: 'd' },
    { title: '精密齿轮', firmName: '甲公司' },
  ],
  [
    'the last chosen firm has declined: the owner',
    logEvent(TOPICS.chosen, EVENTS.chosenChanged, 'd', ofChosen('declined', 'ran-out')),
    'chosen.over',
    own('leader'),
    { type: 'demand', id: 'd' },
    { title: '精密齿轮' },
  ],
  [
    'a demand handed in: staff',
    demand(EVENTS.demandSubmitted),
    'demand.submitted',
    staff,
    { type: 'demand', id: 'd' },
    { title: '精密齿轮', ownerName: leader, reason: '' },
  ],
  [
    'a returned demand: its owner',
    demand(EVENTS.demandReturned, { returnReason: '请补充' }),
    'demand.returned',
    own('leader'),
    { type: 'demand', id: 'd' },
    { title: '精密齿轮', ownerName: leader, reason: '请补充' },
  ],
  [
    'a published demand: its owner',
    demand(EVENTS.demandPublished),
    'demand.published',
    own('leader'),
    { type: 'demand', id: 'd' },
    { title: '精密齿轮', ownerName: leader, reason: '' },
  ],
  [
    'a new organisation: staff',
    ofOrganisation(EVENTS.organisationRegistered, 'pending'),
    'organisation.registered',
    staff,
    { type: 'organisation', id: 'o' },
    { name: '甲公司', status: 'pending', reason: '' },
  ],
  ...(
    [
      [EVENTS.organisationApproved, 'approved', ''],
      [EVENTS.organisationRejected, 'rejected', '材料不全'],
      [EVENTS.organisationSuspended, 'suspended', '违规'],
    ] as const
  ).map(
    ([type, status, reason]) =>
      [
        `an organisation that is ${status}: itself`,
        ofOrganisation(type, status, reason),
        'organisation.decided' as NoticeKind,
        own('o'),
        { type: 'organisation', id: 'o' },
        { name: '甲公司', status, reason },
      ] as const,
  ),
  ...RESPONSES_TOLD,
  [
    'a thread that the leader began: the firm',
    ofThread(EVENTS.engagementOpened, 'leader', {}, { firm: undefined }),
    'engagement.opened',
    own('o'),
    aboutThread,
    { title: '精密齿轮', ownerName: leader },
  ],
  [
    'a thread that the firm began: the owner of the demand',
    ofThread(EVENTS.engagementOpened, 'firm', {}, { leader: undefined }),
    'engagement.approached',
    own('leader'),
    aboutThread,
    { title: '精密齿轮', firmName: '甲公司' },
  ],
  [
    'a step that the leader has closed: who sees to it at the firm',
    ofThread(EVENTS.engagementAdvanced, 'leader', { step: 'sample' }),
    'engagement.advanced',
    { organisation: 'o', person: 'p2' },
    aboutThread,
    { title: '精密齿轮', byName: '王敏', step: 'sample', status: 'done', note: '合格' },
  ],
  [
    'a step that the firm has closed, whose leader has lost its person: everybody there',
    ofThread(EVENTS.engagementAdvanced, 'firm', { step: 'sample' }, { leader: { id: 'p1', name: '王敏', gone: true } }),
    'engagement.advanced',
    own('leader'),
    aboutThread,
    { title: '精密齿轮', byName: '王敏', step: 'sample', status: 'done', note: '合格' },
  ],
  [
    'a thread that is handed over: the new owner',
    ofThread(EVENTS.engagementReassigned, 'staff', { party: 'firm' }),
    'engagement.assigned',
    { organisation: 'o', person: 'p2' },
    aboutThread,
    { title: '精密齿轮', name: '李工' },
  ],
  [
    'a thread that is over: the other side',
    ofThread(EVENTS.engagementEnded, 'firm', {}, { ending: { reason: 'price', side: 'firm' } }),
    'engagement.ended',
    { organisation: 'leader', person: 'p1' },
    aboutThread,
    { title: '精密齿轮', byName: '王敏', reason: 'price', note: '' },
  ],
  [
    'a step that is due soon: the person in charge',
    ofThread(
      EVENTS.engagementReminded,
      'system',
      { step: 'trial' },
      {
        steps: [
          { kind: 'trial', status: 'todo', due: NOW, evidence: [], owner: { id: 'p9', name: '赵工', side: 'firm' } },
        ],
      },
    ),
    'engagement.reminded',
    { organisation: 'o', person: 'p9' },
    aboutThread,
    { title: '精密齿轮', step: 'trial', due: '2026-11-22', name: '赵工' },
  ],
  [
    'a message: who sees to it on the other side',
    logEvent(TOPICS.message, EVENTS.messagePosted, 'm', message),
    'message.posted',
    { organisation: 'o', person: 'p2' },
    aboutThread,
    { title: '精密齿轮', byName: '王敏', text: '已寄出' },
  ],
  [
    'a rejected response: the firm, with the reason',
    rejectedFor('高于预算'),
    'response.rejected',
    own('o'),
    { type: 'response', id: 'r' },
    { title: '精密齿轮', firmName: '甲公司', ownerName: leader, note: '高于预算', reason: 'price' },
  ],
  [
    'a claim: staff',
    ofClaim(EVENTS.claimRequested, claim('requested')),
    'claim.requested',
    staff,
    { type: 'claim', id: 'c' },
    { firmName: '甲公司档案', organisationName: '甲公司', status: 'requested', reason: '' },
  ],
  [
    'an answered claim: who claimed',
    ofClaim(EVENTS.claimDecided, claim('refused', '不符')),
    'claim.decided',
    own('o'),
    { type: 'claim', id: 'c' },
    { firmName: '甲公司档案', organisationName: '甲公司', status: 'refused', reason: '不符' },
  ],
  [
    'an invitation to an event: who is invited',
    ofRegistration(EVENTS.registrationInvited, 'invited'),
    'registration.invited',
    own('o'),
    { type: 'matchmaking', id: 'e' },
    { title: '对接活动', organisationName: '甲公司', status: 'invited', reason: '' },
  ],
  [
    'an application for an event: staff',
    ofRegistration(EVENTS.registrationApplied, 'applied'),
    'registration.applied',
    staff,
    { type: 'matchmaking', id: 'e' },
    { title: '对接活动', organisationName: '甲公司', status: 'applied', reason: '' },
  ],
  [
    'an answered application: who applied',
    ofRegistration(EVENTS.registrationDecided, 'rejected', '名额已满'),
    'registration.decided',
    own('o'),
    { type: 'matchmaking', id: 'e' },
    { title: '对接活动', organisationName: '甲公司', status: 'rejected', reason: '名额已满' },
  ],
  [
    'somebody who stays away from an event: staff',
    ofRegistration(EVENTS.registrationWithdrawn, 'withdrawn', '有事'),
    'registration.withdrawn',
    staff,
    { type: 'matchmaking', id: 'e' },
    { title: '对接活动', organisationName: '甲公司', status: 'withdrawn', reason: '有事' },
  ],
  [
    'an event that asks for wishes: each who takes part',
    logEvent(TOPICS.agenda, EVENTS.agendaWishesAsked, 'e', { ...agenda, meetings: [], added: 0 }),
    'agenda.wishes',
    own('o'),
    { type: 'agenda', id: 'e' },
    { title: '对接活动', meetings: 0, added: 0, moved: 0, cancelled: 0 },
  ],
  [
    'a schedule that is final: each who meets somebody',
    logEvent(TOPICS.agenda, EVENTS.agendaSettled, 'e', agenda),
    'agenda.final',
    own('o'),
    { type: 'agenda', id: 'e' },
    { title: '对接活动', meetings: 1, added: 1, moved: 0, cancelled: 0 },
  ],
  [
    'meetings that begin soon: whose they are',
    logEvent(TOPICS.agenda, EVENTS.agendaReminded, 'e', { ...agenda, added: 0 }),
    'agenda.reminder',
    own('o'),
    { type: 'agenda', id: 'e' },
    { title: '对接活动', meetings: 1, added: 0, moved: 0, cancelled: 0 },
  ],
  [
    'meetings that have changed: whose they are',
    logEvent(TOPICS.agenda, EVENTS.agendaChanged, 'e', { ...agenda, moved: 1 }),
    'agenda.changed',
    own('o'),
    { type: 'agenda', id: 'e' },
    { title: '对接活动', meetings: 1, added: 1, moved: 1, cancelled: 0 },
  ],
];

const ofEvaluation = (more: object) =>
  logEvent(TOPICS.evaluation, EVENTS.evaluationChanged, 'd', {
    evaluation: { id: 'd', ownerId: 'leader', demandTitle: '精密齿轮', responseIds: ['r1', 'r2'] },
    change: { byId: 'p1', byName: '王敏' },
    ...more,
  });

/** Of these more than one audience is told. */
const SEVERAL = [
  EVENTS.evaluationChanged,
  EVENTS.engagementOrphaned,
  EVENTS.engagementOverran,
  EVENTS.engagementStalled,
  EVENTS.seatOffered,
];

describe('who is told of', () => {
  it.each(TOLD)('%s', (_, event, kind, to, about, params) => {
    expect(toTell(event)).toEqual([{ kind, to, about, params }]);
  });

  const silent = Object.values(EVENTS).filter(
    (type) =>
      !TOLD.some(([, event]) => event.type === type) &&
      !SEVERAL.some((other) => other === type) &&
      type !== EVENTS.seatClosed,
  );

  it.each(silent)('%s: nobody', (type) => {
    const data = {
      ...proposal(),
      ...demand(type).data,
      ...ofResponse(type).data,
      ...organisation('approved'),
      ...claim('requested'),
    };
    expect(toTell(logEvent('internal.any', type, 'x', data))).toEqual([]);
  });

  it('an evaluation: each who judges from now on, but for who said so, and the owner when all sheets are in', () => {
    const [a, b] = ['p1', 'p2'].map((id) => ({ id, name: id, organisationId: 'leader' }));
    const told = (more: object) => toTell(ofEvaluation(more)).map(({ kind, to }) => [kind, to]);
    expect(told({})).toEqual([]);
    expect(told({ named: [a, b] })).toEqual([['evaluation.named', { organisation: 'leader', person: 'p2' }]]);
    expect(told({ complete: true })).toEqual([['evaluation.complete', own('leader')]]);
    const [notice] = toTell(ofEvaluation({ named: [b] }));
    expect(notice && noticeText(notice, 'zh')).toMatchObject({
      body: '王敏请您评审“精密齿轮”收到的 2 份揭榜，各位评委互不可见。',
    });
  });

  it('a person who has left: the organisation and staff', () => {
    const told = toTell(ofThread(EVENTS.engagementOrphaned, 'system', { party: 'firm' }, left));
    expect(told.map(({ kind, to }) => [kind, to])).toEqual([
      ['engagement.orphaned', own('o')],
      ['engagement.orphaned', staff],
    ]);
    expect(told.map((one) => noticeText(one, 'zh').body)).toEqual(
      Array(2).fill('李工已离开，请为“精密齿轮”指定新的负责人。'),
    );
  });

  it('what is overdue or stands still: both sides, and staff of the latter', () => {
    const steps = [{ kind: 'trial', status: 'todo', due: NOW, evidence: [] }];
    const overran = toTell(ofThread(EVENTS.engagementOverran, 'system', { step: 'trial' }, { steps }));
    const sides = [
      { organisation: 'leader', person: 'p1' },
      { organisation: 'o', person: 'p2' },
    ];
    expect(overran.map(({ to }) => to)).toEqual(sides);
    expect(noticeText(overran[0] as ToTell, 'zh').body).toBe('“试用”应于2026-11-22完成，由双方负责。');
    const stalled = toTell(ofThread(EVENTS.engagementStalled, 'system'));
    expect(stalled.map(({ to }) => to)).toEqual([...sides, staff]);
    expect(noticeText(stalled[0] as ToTell, 'en').body).toContain('between 海岳智能家电集团 and 甲公司');
  });

  it('a seat that is free: both sides; one that is not filled: who has said yes', () => {
    const told = toTell(logEvent(TOPICS.seatOffer, EVENTS.seatOffered, 's', { seatOffer }));
    expect(told.map(({ kind, to }) => [kind, to])).toEqual([
      ['agenda.asked', own('leader')],
      ['agenda.asked', own('o')],
    ]);
    expect(told.map((one) => noticeText(one, 'zh').title)).toEqual([
      '请马上回答：能和甲公司加一场会面吗？',
      `请马上回答：能和${leader}加一场会面吗？`,
    ]);
    expect(noticeText(told[0] as ToTell, 'en').body).toContain('within 5 minutes');
    const closed = (status: string) =>
      toTell(logEvent(TOPICS.seatOffer, EVENTS.seatClosed, 's', { seatOffer: { ...seatOffer, status } }));
    expect(closed('refused').map(({ kind, to }) => [kind, to])).toEqual([['agenda.unfilled', own('o')]]);
    expect(closed('placed')).toEqual([]);
  });

  it('a thread that opens with a chosen response: nobody, the firm hears of the choice', () => {
    expect(toTell(ofThread(EVENTS.engagementOpened, 'leader', {}, { responseId: 'r' }))).toEqual([]);
  });

  it('a proposal released to a firm without an organisation: nobody', () => {
    const { organisationId: _o, ...unclaimed } = proposal();
    expect(toTell(logEvent(TOPICS.proposal, EVENTS.proposalReleased, 'p', unclaimed))).toEqual([]);
  });

  it('events whose types only look like members of an object: nobody', () => {
    for (const type of ['constructor', 'toString', '__proto__']) {
      expect(toTell(logEvent('internal.any', type, 'x', {}))).toEqual([]);
    }
  });

  it('every kind that there is', () => {
    const kinds = [
      ...TOLD.map(([, , kind]) => kind),
      'evaluation.named',
      'evaluation.complete',
      'engagement.orphaned',
      'engagement.overran',
      'engagement.stalled',
      'agenda.asked',
      'agenda.unfilled',
    ];
    // A channel that was stopped is told by whoever stops it.
    expect([...new Set(kinds), 'channel.stopped'].sort()).toEqual([...NOTICE_KINDS].sort());
  });

  it('a demand without what its leader keeps back', () => {
    const released = proposal({ demand: viewDemand(secretDemand, 'matched') });
    const told = toTell(logEvent(TOPICS.proposal, EVENTS.proposalReleased, 'p', released));
    expect(JSON.stringify(told)).not.toContain('SECRET');
  });
});

describe('the places', () => {
  const screens = readFileSync(join(process.cwd(), 'apps/web/src/screens.ts'), 'utf8');
  const routes = [...screens.matchAll(/path: '([^']+)'/g)].map(
    ([, path = '']) => new RegExp(`^${path.replace(/\/:\w+\?/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`),
  );

  it.each(TOLD)('%s: a page of the web app that shows it', (_, event) => {
    for (const told of toTell(event)) {
      const place = noticePlace(told);
      expect([place, place === '/' || routes.some((route) => route.test(place))]).toEqual([place, true]);
      expect(place).not.toBe('/notices');
    }
  });

  it('what nobody knows: the list of notices; an id is no part of a path', () => {
    expect(noticePlace({ kind: 'proposal.released', about: { type: 'other', id: 'x' } })).toBe('/notices');
    expect(noticePlace({ kind: 'proposal.released', about: { type: 'proposal', id: '../a?b' } })).toBe(
      '/proposals/..%2Fa%3Fb',
    );
  });
});

describe('the texts', () => {
  const places = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  const raw = (kind: NoticeKind, language: 'zh' | 'en') => {
    const { title, body } = noticeText({ kind, params: { status: '{status}' } }, language);
    return { title, body, all: `${title} ${body}` };
  };

  it.each(NOTICE_KINDS)('of %s are there in both languages and have the same places', (kind) => {
    const [zh, en] = [raw(kind, 'zh'), raw(kind, 'en')];
    expect(zh.all).toMatch(/\p{Script=Han}/u);
    expect(en.all).not.toMatch(/\p{Script=Han}/u);
    expect([zh.title, zh.body, en.title, en.body].every((text) => text.length > 3)).toBe(true);
    expect(places(zh.all)).toEqual(places(en.all));
  });

  it.each(TOLD)('of %s have all their places filled by the rule', (_, event) => {
    const [told] = toTell(event) as [ToTell];
    for (const language of ['zh', 'en'] as const) {
      const { title, body } = noticeText(told, language);
      expect(`${title} ${body}`).not.toMatch(/[{}]|undefined/);
    }
  });

  it('say a reason that is a code in the language of the reader, and not twice', () => {
    const [told] = toTell(rejectedFor()) as [ToTell];
    expect(noticeText(told, 'zh').body).toBe('海岳智能家电集团没有继续，原因：价格。');
    expect(noticeText(told, 'en').body).toBe('海岳智能家电集团 does not go on. Reason: the price.');
  });

  it('say a state in the language of the reader', () => {
    const [, event] = TOLD.find(([name]) => name.includes('rejected')) as (typeof TOLD)[number];
    const [told] = toTell(event) as [ToTell];
    expect(noticeText(told, 'zh')).toEqual({ title: '单位审核结果：未通过', body: '甲公司。材料不全' });
    expect(noticeText(told, 'en').title).toBe('Your organisation is now: rejected');
  });

  it('name of a changed agenda only what has changed', () => {
    const body = (more: Partial<AgendaState>, language: 'zh' | 'en') => {
      const [told] = toTell(logEvent(TOPICS.agenda, EVENTS.agendaChanged, 'e', { ...agenda, ...more })) as [ToTell];
      return noticeText(told, language).body;
    };
    expect(body({ added: 0, moved: 2 }, 'zh')).toBe('改时间或桌号 2 场。');
    expect(body({ added: 1, cancelled: 3 }, 'en')).toBe('1 new, 3 cancelled.');
  });

  it('do not leave a hole where the leader keeps its name back, and no empty body', () => {
    const released = proposal({ demand: viewDemand(secretDemand, 'matched') });
    const [told] = toTell(logEvent(TOPICS.proposal, EVENTS.proposalReleased, 'p', released)) as [ToTell];
    expect(noticeText(told, 'zh').body).toMatch(/^一家企业发布的需求/);
    expect(noticeText(told, 'en').body).toMatch(/^A company asks for/);
    const [accepted] = toTell(ofClaim(EVENTS.claimDecided, claim('accepted'))) as [ToTell];
    for (const language of ['zh', 'en'] as const) expect(noticeText(accepted, language).body).not.toBe('');
  });
});
