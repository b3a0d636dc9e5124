import { describe, expect, it } from '@jest/globals';
import { ORGANISATION_STATES, type OrganisationStatus } from '#contracts/identity';
import { EVENTS, TOPICS } from '#contracts/topics';
import { NOW } from '#test/kit/makers';
import type { Organisation } from '../identity.store.js';
import {
  decideOrganisation,
  ORGANISATION_DECISIONS,
  type OrganisationDecision,
  trustOrganisation,
} from './decide-organisation.js';

const CODE = '91370200264574251E';
const organisation = (status: OrganisationStatus, more: Partial<Organisation> = {}): Organisation => ({
  id: 'o',
  version: 4,
  name: '甲公司',
  nameKey: '甲公司',
  kind: 'sme',
  creditCode: CODE,
  ...(status === 'rejected' ? {} : { codeKey: CODE }),
  status,
  selfPublish: false,
  founderId: 'p',
  createdAt: NOW,
  ...more,
});

/** The state each decision leads to, by hand; '-' where it is not possible. */
const TABLE: Readonly<Record<OrganisationDecision, Readonly<Record<OrganisationStatus, OrganisationStatus | '-'>>>> = {
  approve: { pending: 'approved', approved: '-', rejected: '-', suspended: '-' },
  reject: { pending: 'rejected', approved: '-', rejected: '-', suspended: '-' },
  suspend: { pending: '-', approved: 'suspended', rejected: '-', suspended: '-' },
  reinstate: { pending: '-', approved: '-', rejected: '-', suspended: 'approved' },
};
const EVENT = {
  approve: EVENTS.organisationApproved,
  reject: EVENTS.organisationRejected,
  suspend: EVENTS.organisationSuspended,
  reinstate: EVENTS.organisationApproved,
};
const all = ORGANISATION_DECISIONS.flatMap((decision) =>
  ORGANISATION_STATES.map((from) => [decision, from, TABLE[decision][from]] as const),
);
const decide = (decision: OrganisationDecision, from: Organisation, more = {}) =>
  decideOrganisation(from, { decision, reason: '理由', ...more }, 'person:s', NOW);

describe('a decision on an organisation', () => {
  it.each(all)('%s of a %s one leads to %s', (decision, from, to) => {
    const result = decide(decision, organisation(from));
    if (to === '-') {
      expect(result).toMatchObject({
        ok: false,
        failure: { code: 'identity.decision_not_possible', params: { status: from } },
      });
      return;
    }
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value.doc).toMatchObject({
      status: to,
      reason: '理由',
      decidedAt: NOW,
      decidedBy: 'person:s',
      version: 4,
    });
    expect(result.value.events).toEqual([
      {
        topic: TOPICS.organisation,
        type: EVENT[decision],
        time: NOW,
        data: expect.objectContaining({ id: 'o', status: to, reason: '理由' }),
      },
    ]);
    expect(result.value.events?.[0]?.data).not.toHaveProperty('codeKey');
  });

  it.each([
    ['reject', 'pending', 'identity.reason_needed'],
    ['suspend', 'approved', 'identity.reason_needed'],
    ['approve', 'pending', 'ok'],
    ['reinstate', 'suspended', 'ok'],
  ] as const)('%s without a reason: %s → %s', (decision, from, code) => {
    const result = decide(decision, organisation(from), { reason: undefined });
    expect(result.ok ? 'ok' : result.failure.code).toBe(code);
    if (!result.ok) expect(result.failure.pointer).toBe('/reason');
  });

  it('frees the credit code when it is no, and only then', () => {
    const keyAfter = (decision: OrganisationDecision, from: OrganisationStatus) => {
      const result = decide(decision, organisation(from));
      return result.ok ? result.value.doc.codeKey : 'refused';
    };
    expect(keyAfter('reject', 'pending')).toBeUndefined();
    expect(keyAfter('approve', 'pending')).toBe(CODE);
    expect(keyAfter('suspend', 'approved')).toBe(CODE);
    expect(keyAfter('reinstate', 'suspended')).toBe(CODE);
  });

  it('forgets the reason of the decision before', () => {
    const result = decide('reinstate', organisation('suspended', { reason: '违规' }), { reason: undefined });
    expect(result.ok && result.value.doc).not.toHaveProperty('reason');
  });

  it.each([
    [undefined, false, false],
    [undefined, true, true],
    [true, false, true],
    [false, true, false],
  ])('asked to trust it (%s) when it was trusted (%s) leaves it %s', (selfPublish, before, after) => {
    const result = decide('approve', organisation('pending', { selfPublish: before }), { selfPublish });
    expect(result.ok && result.value.doc.selfPublish).toBe(after);
  });
});

describe('the trust in an organisation', () => {
  it('is given and taken back with who did it and when, without an event', () => {
    const given = trustOrganisation(organisation('approved'), true, 'person:s', NOW);
    expect(given).toEqual({
      ok: true,
      value: { doc: organisation('approved', { selfPublish: true, trust: { by: 'person:s', at: NOW } }) },
    });
    const trusted = organisation('approved', { selfPublish: true });
    const taken = trustOrganisation(trusted, false, 'person:s', NOW);
    expect(taken.ok && taken.value.doc.selfPublish).toBe(false);
    const same = trustOrganisation(trusted, true, 'person:s', NOW);
    expect(same.ok && same.value.doc).toEqual(trusted);
  });

  it.each(['pending', 'rejected', 'suspended'] as const)('is not given to one that is %s', (status) => {
    expect(trustOrganisation(organisation(status), true, 'person:s', NOW)).toMatchObject({
      ok: false,
      failure: { code: 'identity.decision_not_possible' },
    });
  });
});
