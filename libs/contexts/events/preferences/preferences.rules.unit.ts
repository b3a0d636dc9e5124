import { describe, expect, it } from '@jest/globals';
import type { Matchmaking, Registration } from '../events.store.js';
import { newRegistration } from '../registration/registration.rules.js';
import { givePreferences } from './preferences.rules.js';

const act = { by: { role: 'sme', subject: 'p' }, at: '2026-11-26T08:00:00.000Z' } as never;
const event = { id: 'e', title: '卡位入链', phase: 'preferences', musts: 3 } as unknown as Matchmaking;
const who = (id: string, side: 'leader' | 'sme', status: Registration['status'] = 'approved'): Registration => ({
  ...newRegistration(event, { id, name: id, side }, { representatives: [], demandIds: ['d'] }, origin, act).doc,
  status,
  version: 1,
});
const origin = { origin: 'invited', code: '000001' } as const;

/** What becomes of an SME's wish to meet L, when these are the registrations that it names. */
const wish = (...named: Registration[]) => {
  const said = { wishes: [{ organisationId: 'L', wish: 'would' as const }], blocked: [] };
  const changed = givePreferences(who('S', 'sme'), event, said, named, act);
  return changed.ok ? 'ok' : changed.failure.code;
};

describe('a wish', () => {
  it('is taken for a participant of the other side', () => {
    expect(wish(who('L', 'leader'))).toBe('ok');
  });

  it.each([
    ['that is at no event', []],
    ['whose registration is not approved', [who('L', 'leader', 'applied')]],
    ['that has withdrawn', [who('L', 'leader', 'withdrawn')]],
    ['of the same side', [who('L', 'sme')]],
  ])('is refused for somebody %s', (_, named) => {
    expect(wish(...named)).toBe('matchmaking.not_a_participant');
  });
});
