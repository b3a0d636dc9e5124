import { describe, expect, it } from '@jest/globals';
import { EVENTS, TOPICS } from '#contracts/topics';
import { NOW, profileState } from '#test/kit/makers';
import type { Claim, Profile } from '../capability.store.js';
import { claimRefusal, decideClaim, handOver, newClaim } from './claim.rules.js';

const CODE = '91370200264574251E';
const OTHER_CODE = '91370200MA0000001J';
const LATER = '2026-11-23T02:00:00.000Z';

const profile = (more: Partial<Profile> = {}): Profile => ({
  ...profileState('f', { name: '甲公司' }),
  nameKey: '甲公司',
  ...more,
});
const claimant = { id: 'o', name: '甲公司', creditCode: CODE };
const claim = (more: Partial<Claim> = {}): Claim => ({
  ...(newClaim(profile(), claimant, NOW).doc as Omit<Claim, 'version'>),
  version: 1,
  ...more,
});

describe('whether an organisation may have a profile', () => {
  it.each([
    ['nobody has it', {}, claimant, undefined],
    ['the credit codes agree', { creditCode: CODE }, claimant, undefined],
    ['the organisation has no code', { creditCode: CODE }, { id: 'o', name: '甲公司' }, undefined],
    ['it has it already', { organisationId: 'o', creditCode: CODE }, claimant, undefined],
    ['another has it', { organisationId: 'p' }, claimant, 'capability.claimed'],
    ['the credit codes differ', { creditCode: OTHER_CODE }, claimant, 'capability.code_differs'],
    [
      'another has it and the codes differ',
      { organisationId: 'p', creditCode: OTHER_CODE },
      claimant,
      'capability.claimed',
    ],
  ])('when %s', (_, more, who, code) => {
    expect(claimRefusal(profile(more), who)?.code).toBe(code);
  });
});

describe('a new claim', () => {
  it('waits, names both sides and is told', () => {
    const { doc, events } = newClaim(profile(), claimant, NOW);
    const state = {
      profileId: 'f',
      firmName: '甲公司',
      organisationId: 'o',
      organisationName: '甲公司',
      status: 'requested',
    };
    expect(doc).toMatchObject({ ...state, openKey: 'o:f', createdAt: NOW });
    expect(events).toEqual([
      { topic: TOPICS.claim, type: EVENTS.claimRequested, time: NOW, data: { id: doc.id, ...state } },
    ]);
  });

  it('has an id of its own each time, the same for the same moment', () => {
    const id = (who: string, of: string, at: string) =>
      newClaim(profile({ id: of }), { ...claimant, id: who }, at).doc.id;
    const ids = [id('o', 'f', NOW), id('p', 'f', NOW), id('o', 'g', NOW), id('o', 'f', LATER)];
    expect(new Set(ids).size).toBe(4);
    expect(id('o', 'f', NOW)).toBe(ids[0]);
  });
});

describe('the answer to a claim', () => {
  it.each([
    [true, 'accepted'],
    [false, 'refused'],
  ])('%s leaves it %s, open no longer, and is told with its reason', (accept, status) => {
    const decided = decideClaim(claim(), accept, '理由', 'person:s', LATER);
    if (!decided.ok) throw new Error(decided.failure.code);
    expect(decided.value.doc).toMatchObject({ status, reason: '理由', decidedAt: LATER, decidedBy: 'person:s' });
    expect(decided.value.doc).not.toHaveProperty('openKey');
    expect(decided.value.events).toEqual([
      expect.objectContaining({ type: EVENTS.claimDecided, data: expect.objectContaining({ status, reason: '理由' }) }),
    ]);
  });

  it.each(['accepted', 'refused'] as const)('is not given twice: %s', (status) => {
    const again = decideClaim(claim({ status }), true, undefined, 'person:s', LATER);
    expect(again).toMatchObject({ ok: false, failure: { code: 'capability.claim_decided' } });
  });
});

describe('a profile that is handed over', () => {
  it('belongs to the organisation and gets its code where it has none', () => {
    const handed = handOver(profile({ products: ['齿轮'] }), claimant, LATER);
    if (!handed.ok) throw new Error(handed.failure.code);
    expect(handed.value.doc).toMatchObject({
      organisationId: 'o',
      creditCode: CODE,
      completeness: 25,
      updatedAt: LATER,
    });
    expect(handed.value.events?.map(({ topic, type }) => [topic, type])).toEqual([
      [TOPICS.profile, EVENTS.profileClaimed],
      [TOPICS.publicFirm, EVENTS.profileClaimed],
    ]);
    expect(handed.value.events?.[1]?.data).toMatchObject({ claimed: true });
    expect(handed.value.events?.[1]?.data).not.toHaveProperty('organisationId');
  });

  it('stays with whom it belongs to', () => {
    expect(handOver(profile({ organisationId: 'p' }), claimant, LATER)).toMatchObject({
      ok: false,
      failure: { code: 'capability.claimed' },
    });
  });
});
