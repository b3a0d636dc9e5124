import { describe, expect, it } from '@jest/globals';
import type { ChosenFirms, DemandState } from '#contracts/demand';
import type { ChosenEventData } from '#contracts/match';
import { demandState, NOW } from '#test/kit/makers';
import {
  beginList,
  type Change,
  followDemand,
  type Happening,
  noteFirm,
  passTime,
  steeringOfChosen,
} from './chosen.rules.js';
import type { ChosenList } from './chosen.store.js';

const at = (days: number): string => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
const firms = (...ids: string[]) => ids.map((id) => ({ firmId: id, firmName: `${id}公司` }));
const chosen = (more: Partial<ChosenFirms> = {}): ChosenFirms => ({
  ...{ order: 'in-turn', days: 7, firms: firms('a', 'b', 'c') },
  ...more,
});
const demand = (choice: ChosenFirms, more: Partial<DemandState> = {}) => demandState('d', { chosen: choice, ...more });

/** The document as the store keeps it. */
function kept(change: Change | undefined): ChosenList {
  if (!change) throw new Error('nothing has changed');
  return { ...change.doc, version: change.doc.version + 1 };
}
const begun = (choice = chosen(), more: Partial<DemandState> = {}) => kept(beginList(demand(choice, more), NOW));
const states = ({ firms: all }: ChosenList) => all.map(({ firmId, state }) => `${firmId} ${state}`);
const note = (list: ChosenList, firmId: string, what: Happening, day: number) =>
  noteFirm(list, { firmId, what, time: at(day) }, at(day));
const movedIn = (change: Change | undefined) =>
  ((change?.events[0]?.data as ChosenEventData | undefined)?.moved ?? []).map(({ firmId, state }) => [firmId, state]);

describe('chosen firms that are asked one after the other', () => {
  it('are asked by their order, each with its term, and none before the demand is published', () => {
    expect(states(begun(chosen(), { status: 'submitted' }))).toEqual(['a waiting', 'b waiting', 'c waiting']);
    const list = begun();
    expect(states(list)).toEqual(['a asked', 'b waiting', 'c waiting']);
    expect(list).toMatchObject({ open: true, dueKey: at(7) });
    expect(list.firms[0]).toMatchObject({ askedAt: NOW, askedUntil: at(7) });
  });

  it.each(['declined', 'gone'] as const)('pass the turn on when one is %s', (what) => {
    const after = note(begun(), 'a', what, 2);
    expect(states(kept(after))).toEqual([`a ${what}`, 'b asked', 'c waiting']);
    expect(kept(after)).toMatchObject({ dueKey: at(9) });
    expect(movedIn(after)).toEqual([
      ['a', what],
      ['b', 'asked'],
    ]);
  });

  it('pass the turn on when the term is over, once', () => {
    const list = begun();
    expect(passTime(list, at(6.99))).toBeUndefined();
    const after = kept(passTime(list, at(7)));
    expect(states(after)).toEqual(['a ran-out', 'b asked', 'c waiting']);
    expect(passTime(after, at(7))).toBeUndefined();
  });

  it('are not asked while a response stands, and are once it is taken back or rejected', () => {
    const answered = kept(note(begun(), 'a', 'answered', 1));
    expect(states(answered)).toEqual(['a answered', 'b waiting', 'c waiting']);
    expect(answered.dueKey).toBeUndefined();
    expect(passTime(answered, at(30))).toBeUndefined();
    for (const what of ['withdrew', 'rejected'] as const)
      expect(states(kept(note(answered, 'a', what, 3)))).toEqual([`a ${what}`, 'b asked', 'c waiting']);
  });

  it('are heard also when the response was late by a moment', () => {
    const late = kept(passTime(begun(), at(7)));
    expect(states(kept(note(late, 'a', 'answered', 7.01)))).toEqual(['a answered', 'b asked', 'c waiting']);
  });

  it('are not moved by what was said before they were asked, or comes twice', () => {
    const list = kept(note(begun(), 'a', 'declined', 2));
    expect(note(list, 'a', 'declined', 2)).toBeUndefined();
    expect(note(list, 'b', 'declined', 1)).toBeUndefined();
    expect(note(list, 'x', 'declined', 3)).toBeUndefined();
  });

  it('end with the demand, and those who were asked get a new term when it opens again', () => {
    const closed = kept(followDemand(begun(), demand(chosen(), { status: 'closed' }), at(1)));
    expect(closed.dueKey).toBeUndefined();
    expect(passTime(closed, at(60))).toBeUndefined();
    const again = kept(followDemand(closed, demand(chosen()), at(20)));
    expect(again.firms[0]).toMatchObject({ state: 'asked', askedAt: at(20), askedUntil: at(27) });
  });

  it('have no longer than the demand is open', () => {
    const list = begun(chosen({ days: 90 }), { deadline: at(10) });
    expect(list.firms[0]).toMatchObject({ askedUntil: at(10) });
    expect([list.dueKey, passTime(list, at(10))]).toEqual([undefined, undefined]);
  });
});

describe('a choice that changes', () => {
  it('asks those who are added and lets go those who are left out', () => {
    const list = begun(chosen({ order: 'at-once' }));
    expect(states(list)).toEqual(['a asked', 'b asked', 'c asked']);
    const after = kept(followDemand(list, demand(chosen({ order: 'at-once', firms: firms('d', 'b') })), at(1)));
    expect(states(after)).toEqual(['d asked', 'b asked', 'a removed', 'c removed']);
    const back = kept(followDemand(after, demand(chosen({ order: 'at-once', firms: firms('d', 'b', 'a') })), at(2)));
    expect(back.firms.find(({ firmId }) => firmId === 'a')).toMatchObject({ state: 'asked', askedAt: at(2) });
  });

  it('asks all who wait when they are not to wait for one another any more', () => {
    const after = kept(followDemand(begun(), demand(chosen({ order: 'at-once' })), at(1)));
    expect(states(after)).toEqual(['a asked', 'b asked', 'c asked']);
    expect(after.firms.map(({ askedUntil }) => askedUntil)).toEqual([at(7), at(8), at(8)]);
  });

  it('shows it to nobody once it is open to everybody: others find their firms', () => {
    const { chosen: _c, ...open } = demand(chosen());
    const after = kept(followDemand(begun(), open, at(1)));
    expect(after.open).toBe(false);
    expect(beginList(open, NOW)).toBeUndefined();
  });

  it('says nothing when nothing changes', () => {
    expect(followDemand(begun(), demand(chosen()), at(1))).toBeUndefined();
  });
});

it('has ranking name those who are asked and have answered, and nobody else', () => {
  const list = kept(note(begun(chosen({ order: 'at-once' })), 'b', 'declined', 1));
  expect(steeringOfChosen(list)).toMatchObject({ only: true, placed: [{ firmId: 'a' }, { firmId: 'c' }] });
  expect(steeringOfChosen(undefined)).toMatchObject({ only: true, placed: [] });
});
