import { describe, expect, it } from '@jest/globals';
import { viewDemand } from '#contracts/disclosure';
import type { DecisionEntry, DecisionState, ProposalState, PublicMatch } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { EventDraft } from '#ports/event';
import { demandState, NOW } from '#test/kit/makers';
import type { Proposal } from '../matching.store.js';
import { asksOf, type Expansion, expandDecision, proposalId, releaseWaiting } from './proposal.rules.js';

const LATER = '2026-11-23T02:00:00.000Z';
const nothing = { requirements: [], shared: [], missing: [] };

const entry = (firmId: string, more: Partial<DecisionEntry> = {}): DecisionEntry => ({
  firmId,
  firmName: `${firmId}公司`,
  rank: 1,
  score: 0.4,
  reasons: nothing,
  ...more,
});

const decision = (entries: readonly DecisionEntry[], more: Partial<DecisionState> = {}): DecisionState => ({
  id: 'd',
  demandId: 'd',
  demandVersion: 1,
  ownerId: 'leader',
  demand: viewDemand(demandState('d', { blocked: ['secret-rival'] }), 'matched'),
  open: true,
  entries,
  excluded: [],
  profilesAt: '',
  ...more,
});

/** The proposals after the expansions, as the store would hold them. */
function standingAfter(present: readonly Proposal[], expansions: readonly Expansion[]): Proposal[] {
  const byId = new Map(present.map((proposal) => [proposal.id, proposal]));
  for (const expansion of expansions) {
    const doc =
      expansion.kind === 'insert'
        ? { ...expansion.entry.doc, version: 1 }
        : { ...expansion.doc, version: expansion.doc.version + 1 };
    byId.set(doc.id, JSON.parse(JSON.stringify(doc)) as Proposal);
  }
  return [...byId.values()];
}

const eventsOf = (expansion: Expansion): readonly EventDraft[] =>
  (expansion.kind === 'insert' ? expansion.entry.events : expansion.events) ?? [];
const types = (expansions: readonly Expansion[]) => expansions.map((expansion) => eventsOf(expansion)[0]?.type);

const NONE: ReadonlySet<string> = new Set();

/** Expands decisions one after the other, each a version newer; what the last one changed, and what stands then. */
function run(...decisions: readonly DecisionState[]) {
  let present: Proposal[] = [];
  let last: Expansion[] = [];
  for (const [at, state] of decisions.entries()) {
    const room = new Set(asksOf(state, at + 1, present).map((ask) => ask.proposalId));
    last = expandDecision(state, at + 1, present, at === 0 ? NOW : LATER, room);
    present = standingAfter(present, last);
  }
  return { last, present, types: types(last) };
}

describe('a first decision', () => {
  it('proposes a firm without an account, for staff to invite', () => {
    const { types, present } = run(decision([entry('f', { region: '山东省', tier: '小巨人' })]));
    expect(types).toEqual([EVENTS.proposalProposed]);
    expect(present).toEqual([
      expect.objectContaining({
        id: proposalId('d', 'f'),
        status: 'proposed',
        openDemand: 'd',
        inviteKey: 'f',
        region: '山东省',
        tier: '小巨人',
        createdAt: NOW,
        decisionVersion: 1,
      }),
    ]);
    expect(present[0]).not.toHaveProperty('releasedAt');
    expect(present[0]).not.toHaveProperty('reader');
  });

  it('releases to a firm with an account at once', () => {
    const { types, present } = run(decision([entry('f', { organisationId: 'o' })]));
    expect(types).toEqual([EVENTS.proposalReleased]);
    expect(present[0]).toMatchObject({ status: 'released', releasedAt: NOW, reader: 'o' });
    expect(present[0]).not.toHaveProperty('inviteKey');
  });

  it('tells our processes the state and others what is public of it', () => {
    const { last } = run(decision([entry('f', { organisationId: 'o' })]));
    const [internal, open] = eventsOf(last[0] as Expansion);
    expect([internal?.topic, open?.topic]).toEqual([TOPICS.proposal, TOPICS.publicMatch]);
    const state = internal?.data as ProposalState & Partial<Proposal>;
    expect(state).toMatchObject({ version: 1, organisationId: 'o', reasons: nothing });
    for (const key of ['digest', 'decisionVersion', 'openDemand', 'reader', 'inviteKey']) {
      expect(state).not.toHaveProperty(key);
    }
    expect(Object.keys(open?.data as PublicMatch).sort()).toEqual(
      ['demandId', 'demandTitle', 'demandType', 'firmId', 'firmName', 'id', 'rank', 'score', 'status'].sort(),
    );
    expect(JSON.stringify([internal, open])).not.toContain('secret-rival');
  });
});

describe('a later decision', () => {
  const released = entry('f', { organisationId: 'o' });

  it('that says the same changes nothing', () => {
    expect(run(decision([released]), decision([released])).last).toEqual([]);
    expect(run(decision([entry('f')]), decision([entry('f')])).last).toEqual([]);
  });

  it.each([
    ['the score', decision([{ ...released, score: 0.5 }])],
    ['the rank', decision([{ ...released, rank: 2 }])],
    ['the reasons', decision([{ ...released, reasons: { ...nothing, missing: ['r1'] } }])],
    ['the demand', decision([released], { demandVersion: 2 })],
  ])('revises when %s has changed, and releases nothing twice', (_, second) => {
    const { types, present } = run(decision([released]), second);
    expect(types).toEqual([EVENTS.proposalRevised]);
    expect(present[0]).toMatchObject({ releasedAt: NOW, updatedAt: LATER, createdAt: NOW, decisionVersion: 2 });
  });

  it('takes over what the profile does not say any more', () => {
    const full = { ...released, region: '山东省', tier: '小巨人' };
    const { present } = run(decision([full]), decision([released]));
    expect(present[0]).not.toHaveProperty('region');
    expect(present[0]).not.toHaveProperty('tier');
  });

  it('withdraws from a firm that has left, which may still read why', () => {
    const { types, present } = run(decision([released, entry('g')]), decision([]));
    expect(types).toEqual([EVENTS.proposalWithdrawn, EVENTS.proposalWithdrawn]);
    for (const proposal of present) {
      expect(proposal).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'fits-no-longer' });
      for (const key of ['openDemand', 'inviteKey']) expect(proposal).not.toHaveProperty(key);
    }
    expect(present.map((proposal) => proposal.reader)).toEqual(['o', undefined]);
  });

  it('withdraws once', () => {
    expect(run(decision([released]), decision([]), decision([])).last).toEqual([]);
  });

  it('takes a firm that comes back in again without telling it twice', () => {
    const { types, present } = run(decision([released]), decision([]), decision([released]));
    expect(types).toEqual([EVENTS.proposalRevised]);
    expect(present[0]).toMatchObject({ status: 'released', releasedAt: NOW, openDemand: 'd', reader: 'o' });
    expect(present[0]).not.toHaveProperty('withdrawnBecause');
  });

  it('releases once to a firm that has been claimed meanwhile', () => {
    const claimed = run(decision([entry('f')]), decision([released]));
    expect(claimed.types).toEqual([EVENTS.proposalReleased]);
    expect(claimed.present[0]).toMatchObject({ status: 'released', releasedAt: LATER, reader: 'o' });
    expect(claimed.present[0]).not.toHaveProperty('inviteKey');
    const changed = decision([{ ...released, score: 0.6 }]);
    expect(run(decision([entry('f')]), decision([released]), changed).types).toEqual([EVENTS.proposalRevised]);
  });

  it('tells the new owner of a firm that belonged to another organisation', () => {
    const { types, present } = run(decision([released]), decision([{ ...released, organisationId: 'p' }]));
    expect(types).toEqual([EVENTS.proposalReleased]);
    expect(present[0]).toMatchObject({ reader: 'p', releasedAt: LATER });
  });
});

describe('a closed demand', () => {
  const closed = (closeReason: 'fulfilled' | 'withdrawn' | 'expired') => {
    const state = demandState('d', { version: 2, status: 'closed', closeReason });
    return decision([], { open: false, demandVersion: 2, demand: viewDemand(state, 'matched') });
  };

  it.each([
    ['fulfilled', 'withdrawn'],
    ['withdrawn', 'withdrawn'],
    ['expired', 'expired'],
  ] as const)('(%s) leaves its proposals %s, with the demand as it is now', (reason, status) => {
    const { types, present } = run(decision([entry('f', { organisationId: 'o' })]), closed(reason));
    expect(types).toEqual([EVENTS.proposalWithdrawn]);
    expect(present[0]).toMatchObject({
      status,
      withdrawnBecause: reason,
      demandVersion: 2,
      demand: { status: 'closed', closeReason: reason },
    });
  });

  it('that opens again stands as before, without a second release', () => {
    const again = decision([entry('f', { organisationId: 'o' })], { demandVersion: 3 });
    const { types, present } = run(decision([entry('f', { organisationId: 'o' })]), closed('expired'), again);
    expect(types).toEqual([EVENTS.proposalRevised]);
    expect(present[0]).toMatchObject({ status: 'released', demand: { status: 'published' } });
  });
});

describe('an older decision', () => {
  const present = run(decision([]), decision([]), decision([entry('f', { organisationId: 'o' })])).present;

  it.each([
    ['leaves the firm out', decision([])],
    ['says something else of it', decision([entry('f', { organisationId: 'o', score: 0.9 })])],
    ['closes the demand', decision([], { open: false })],
  ])('that %s changes nothing', (_, older) => {
    expect(present[0]?.decisionVersion).toBe(3);
    expect(expandDecision(older, 2, present, LATER, NONE)).toEqual([]);
    expect(expandDecision(older, 3, present, LATER, NONE)).toEqual([]);
    expect(expandDecision(older, 4, present, LATER, NONE)).toHaveLength(1);
  });
});

describe('a firm whose week is full', () => {
  const withAccount = decision([entry('f', { organisationId: 'o', score: 0.4 })]);
  const expanded = standingAfter([], expandDecision(withAccount, 1, [], NOW, NONE));
  const [waiting] = expanded as [Proposal];

  it('is proposed and not told, and neither invited nor a reader', () => {
    expect(waiting).toMatchObject({ status: 'proposed', waiting: true, waitingKey: 'o', openDemand: 'd' });
    expect(waiting.reader ?? waiting.inviteKey ?? waiting.releasedAt).toBeUndefined();
  });

  it('asks again with each decision until it is told', () => {
    expect(asksOf(withAccount, 2, expanded)).toEqual([{ organisationId: 'o', proposalId: waiting.id, score: 0.4 }]);
    expect(asksOf(withAccount, 1, expanded)).toEqual([]);
    const released = { ...releaseWaiting(waiting, LATER).doc, version: 2 };
    expect(asksOf(withAccount, 2, [released])).toEqual([]);
  });

  it('is told once, when there is room', () => {
    const { doc, events } = releaseWaiting(waiting, LATER);
    expect(doc).toMatchObject({ status: 'released', releasedAt: LATER, reader: 'o', version: waiting.version });
    expect(doc.waiting ?? doc.waitingKey).toBeUndefined();
    expect(events[0]?.type).toBe(EVENTS.proposalReleased);
    expect(types(expandDecision(withAccount, 2, [{ ...doc, version: 2 }], LATER, NONE))).toEqual([]);
  });

  it('waits no longer when it leaves the list', () => {
    const [left] = standingAfter(expanded, expandDecision(decision([]), 2, expanded, LATER, NONE));
    expect(left).toMatchObject({ status: 'withdrawn' });
    expect(left?.waiting ?? left?.waitingKey).toBeUndefined();
  });
});
