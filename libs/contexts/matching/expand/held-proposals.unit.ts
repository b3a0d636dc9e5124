import { describe, expect, it } from '@jest/globals';
import { viewDemand } from '#contracts/disclosure';
import type { DecisionEntry, DecisionState, PublicMatch } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { EventDraft } from '#ports/event';
import { demandState, NOW } from '#test/kit/makers';
import type { Proposal } from '../matching.store.js';
import { asksOf, type Expansion, expandDecision } from './proposal.rules.js';

const entry = (firmId: string, organisationId?: string): DecisionEntry => ({
  firmId,
  firmName: `${firmId}公司`,
  rank: 1,
  score: 0.4,
  reasons: { requirements: [], shared: [], missing: [] },
  ...(organisationId ? { organisationId } : {}),
});
const list = (entries: readonly DecisionEntry[], more: Partial<DecisionState> = {}): DecisionState => ({
  ...{ id: 'd', demandId: 'd', demandVersion: 1, ownerId: 'leader', open: true, entries, excluded: [], profilesAt: '' },
  demand: viewDemand(demandState('d'), 'matched'),
  ...more,
});
const docOf = (expansion: Expansion): Proposal =>
  expansion.kind === 'insert'
    ? { ...expansion.entry.doc, version: 1 }
    : { ...expansion.doc, version: expansion.doc.version + 1 };
const eventsOf = (expansion: Expansion): readonly EventDraft[] =>
  (expansion.kind === 'insert' ? expansion.entry.events : expansion.events) ?? [];

/** Expands one decision after the other; the proposals then, and the events of the last one by topic. */
function run(...decisions: readonly DecisionState[]) {
  const byId = new Map<string, Proposal>();
  let events: readonly EventDraft[] = [];
  let asked = 0;
  for (const [at, state] of decisions.entries()) {
    const asks = asksOf(state, at + 1, [...byId.values()]);
    asked = asks.length;
    const room = new Set(asks.map(({ proposalId }) => proposalId));
    const expansions = expandDecision(state, at + 1, [...byId.values()], NOW, room);
    for (const each of expansions) byId.set(docOf(each).id, JSON.parse(JSON.stringify(docOf(each))) as Proposal);
    events = expansions.flatMap(eventsOf);
  }
  const of = (topic: string) => events.filter((event) => event.topic === topic);
  return {
    asked,
    present: [...byId.values()],
    own: of(TOPICS.proposal).map(({ type }) => type),
    open: of(TOPICS.publicMatch).map(({ type, data }) => [type, (data as PublicMatch).status]),
  };
}

const both = [entry('f', 'o'), entry('g')];

describe('proposals that staff hold', () => {
  it('are written and told to nobody: no firm, no leader, no other system, and none is to be invited', () => {
    const { asked, present, own, open } = run(list(both, { held: true }));
    expect(own).toEqual([EVENTS.proposalProposed, EVENTS.proposalProposed]);
    expect([asked, open]).toEqual([0, []]);
    for (const proposal of present) {
      expect(proposal).toMatchObject({ status: 'proposed', held: true });
      for (const key of ['openDemand', 'reader', 'inviteKey', 'waitingKey', 'releasedAt'])
        expect(proposal).not.toHaveProperty(key);
    }
  });

  it('go out when the list is released', () => {
    const { asked, present, own, open } = run(list(both, { held: true }), list(both));
    expect(asked).toBe(1);
    expect(own).toEqual([EVENTS.proposalReleased, EVENTS.proposalProposed]);
    expect(open).toEqual([
      [EVENTS.proposalReleased, 'released'],
      [EVENTS.proposalProposed, 'proposed'],
    ]);
    expect(present.map(({ held, reader, inviteKey }) => [held, reader, inviteKey])).toEqual([
      [undefined, 'o', undefined],
      [undefined, undefined, 'g'],
    ]);
  });

  it('leave the list without anybody having heard of them', () => {
    const { own, open, present } = run(list(both, { held: true }), list([], { held: true, vetoed: ['f', 'g'] }));
    expect(own).toEqual([EVENTS.proposalWithdrawn, EVENTS.proposalWithdrawn]);
    expect(open).toEqual([]);
    expect(present.map(({ withdrawnBecause }) => withdrawnBecause)).toEqual(['by-staff', 'by-staff']);
  });

  it('are gone for others when the list is held after it was open, but for the firm that was told', () => {
    const { own, open, present } = run(list(both), list(both, { held: true }));
    expect(own).toEqual([EVENTS.proposalRevised]);
    expect(open).toEqual([[EVENTS.proposalWithdrawn, 'withdrawn']]);
    expect(present.map(({ status, held }) => [status, held])).toEqual([
      ['released', undefined],
      ['proposed', true],
    ]);
  });
});

describe('proposals to chosen firms', () => {
  const askedAt = (day: number) => ({ asked: { at: `2026-11-${day}T02:00:00.000Z`, until: NOW } });
  const chosen = (entries: readonly DecisionEntry[], more: Partial<DecisionState> = {}) =>
    list(entries, { chosen: true, ...more });
  const first = { ...entry('f', 'o'), ...askedAt(20) };

  it('go out at once, whatever room the firm has in its week, and no other system hears of them', () => {
    const { asked, present, own, open } = run(chosen([first]));
    expect([asked, own, open]).toEqual([0, [EVENTS.proposalReleased], []]);
    expect(present).toMatchObject([{ status: 'released', reader: 'o', asked: { until: NOW } }]);
  });

  it('end with the turn, and say why', () => {
    const over = { ended: [{ firmId: 'f', state: 'ran-out' }] } as const;
    const { present, own, open } = run(chosen([first]), chosen([], over));
    expect([own, open]).toEqual([[EVENTS.proposalWithdrawn], []]);
    expect(present).toMatchObject([{ status: 'withdrawn', withdrawnBecause: 'ran-out' }]);
  });

  it('are told again to a firm that is asked again, without what it had answered', () => {
    const again = { ...entry('f', 'o'), ...askedAt(21) };
    const { present, own } = run(chosen([first]), chosen([]), chosen([again]));
    expect(own).toEqual([EVENTS.proposalReleased]);
    expect(present[0]).toMatchObject({ status: 'released', asked: again.asked });
    expect(run(chosen([first]), chosen([{ ...first, score: 0.5 }])).own).toEqual([EVENTS.proposalRevised]);
  });

  it('are public matches from when the demand is for everybody', () => {
    const { present, open } = run(chosen([first]), list([entry('f', 'o')]));
    expect(open).toEqual([[EVENTS.proposalRevised, 'released']]);
    expect(present[0]).not.toHaveProperty('asked');
  });
});
