import { describe, expect, it } from '@jest/globals';
import type { DemandState } from '#contracts/demand';
import { viewDemand } from '#contracts/disclosure';
import type { MatchReasons, RequirementReason } from '#contracts/match';
import { VERDICT_SENTENCES } from '#engines/match/verdict/texts';
import { demandState, NOW, requirement } from '#test/kit/makers';
import type { MatchDecision, Proposal } from '../matching.store.js';
import { decisionView, proposalView, reasonSentence } from './proposal.view.js';

/** Everything in capitals is kept back from matched firms. */
const demand = demandState('d', {
  requirements: [
    requirement('r1', '公差'),
    requirement('r2', 'SECRET-NDA', { disclosure: 'nda', target: 'SECRET-TARGET' }),
  ],
  certificates: [{ name: 'SECRET-CERTIFICATE', must: true }],
  process: 'SECRET-PROCESS',
  regions: { values: ['SECRET-REGION'], must: true },
  budget: { max: 987_654_321 },
  blocked: ['SECRET-RIVAL'],
  disclosure: { certificates: 'nda', process: 'owner', regions: 'nda' },
});

const reason = (key: string, name: string, more: Partial<RequirementReason> = {}): RequirementReason => ({
  requirement: key,
  name,
  must: true,
  state: 'likely',
  why: 'stated',
  ...more,
});

const reasons: MatchReasons = {
  requirements: [
    reason('r1', '公差', { line: { field: 'equipment', text: 'FIRM-SECRET 磨齿机', hidden: true } }),
    reason('r2', 'SECRET-NDA', { line: { field: 'products', text: '齿轮' } }),
    reason('certificate:SECRET-CERTIFICATE', 'SECRET-CERTIFICATE', { why: 'silent', state: 'unknown' }),
    reason('process', 'SECRET-PROCESS'),
    reason('region', 'SECRET-REGION', { why: 'region-unknown', state: 'unknown' }),
  ],
  shared: [
    { field: 'products', text: '精密齿轮', words: ['齿轮'] },
    { field: 'cases', text: 'FIRM-SECRET 案例', words: ['FIRM-SECRET'], date: '2031-01-01', hidden: true },
  ],
  missing: ['certificate:SECRET-CERTIFICATE', 'region'],
};

const proposal = (of: DemandState = demand, more: Partial<Proposal> = {}): Proposal => ({
  id: 'p',
  version: 3,
  demandId: 'd',
  demandVersion: 1,
  ownerId: 'leader',
  demand: viewDemand(of, 'matched'),
  firmId: 'f',
  firmName: '甲公司',
  organisationId: 'o',
  score: 0.42,
  rank: 1,
  reasons,
  status: 'released',
  createdAt: NOW,
  updatedAt: NOW,
  releasedAt: NOW,
  digest: 'digest',
  decisionVersion: 7,
  reader: 'o',
  ...more,
});

describe('a proposal as the firm sees it', () => {
  const view = proposalView(proposal(), 'firm', 'zh');

  it('holds nothing of what the leader keeps back', () => {
    expect(JSON.stringify(view).match(/(?<!FIRM-)SECRET|987654321/g)).toBeNull();
    expect(view.reasons.requirements.map(({ requirement }) => requirement)).toEqual(['r1']);
    expect(view.reasons.missing).toEqual([]);
  });

  it('shows the firm its own lines, those it hides from others too', () => {
    expect(view.reasons.requirements[0]?.line).toEqual({ field: 'equipment', text: 'FIRM-SECRET 磨齿机' });
    expect(view.reasons.shared[1]).toEqual({
      field: 'cases',
      text: 'FIRM-SECRET 案例',
      words: ['FIRM-SECRET'],
      date: '2031-01-01',
    });
  });

  it('shows what the leader has opened', () => {
    const open = proposal({ ...demand, disclosure: { certificates: 'matched' } });
    const { requirements, missing } = proposalView(open, 'firm', 'zh').reasons;
    expect(requirements.map(({ requirement }) => requirement)).toEqual([
      'r1',
      'certificate:SECRET-CERTIFICATE',
      'process',
      'region',
    ]);
    expect(missing).toEqual(['certificate:SECRET-CERTIFICATE', 'region']);
  });

  it('says that staff have put it in by hand, and not what else they have done', () => {
    expect(proposalView(proposal(demand, { touch: 'match' }), 'firm', 'zh')).toMatchObject({ byStaff: true });
    for (const touch of ['match', 'pin', 'boost'] as const)
      expect(proposalView(proposal(demand, { touch }), 'firm', 'zh')).not.toHaveProperty('touch');
    expect(proposalView(proposal(demand, { touch: 'pin' }), 'firm', 'zh')).not.toHaveProperty('byStaff');
    expect(proposalView(proposal(demand, { touch: 'match' }), 'leader', 'zh')).not.toHaveProperty('byStaff');
  });

  it('has none of the keys of the store', () => {
    for (const key of ['digest', 'decisionVersion', 'reader', 'organisationId', 'ownerId']) {
      expect(view).not.toHaveProperty(key);
    }
    expect(view).toMatchObject({ id: 'p', version: 3, reachable: true, score: 0.42, releasedAt: NOW });
  });
});

describe.each(['leader', 'staff'] as const)('a proposal as the %s sees it', (audience) => {
  const view = proposalView(proposal(), audience, 'en');

  it('says where a line stands that the firm keeps to itself, and nothing of it', () => {
    expect(JSON.stringify(view)).not.toContain('FIRM-SECRET');
    expect(JSON.stringify(view)).not.toContain('2031');
    expect(view.reasons.requirements[0]?.line).toEqual({ field: 'equipment' });
    expect(view.reasons.shared).toEqual([{ field: 'products', text: '精密齿轮', words: ['齿轮'] }, { field: 'cases' }]);
  });

  it('has the reasons of all that was asked', () => {
    expect(view.reasons.requirements.map(({ requirement }) => requirement)).toEqual(
      reasons.requirements.map(({ requirement }) => requirement),
    );
    expect(view.reasons.missing).toEqual(reasons.missing);
  });
});

describe('sentences', () => {
  const codes = Object.keys(VERDICT_SENTENCES);

  it.each(codes)('say %s in both languages with the name of what was asked', (why) => {
    const [zh, en] = [reasonSentence(why, '甲乙', 'zh'), reasonSentence(why, 'X-1', 'en')];
    expect(zh).toMatch(/甲乙/);
    expect(zh.replace('甲乙', '')).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/X-1/);
    expect(en).not.toMatch(/\p{Script=Han}|\{/u);
  });
});

describe('the decision as the leader sees it', () => {
  it('names what excluded a firm, also where it is kept back from firms', () => {
    const decision: MatchDecision = {
      ...{ id: 'd', version: 2, demandId: 'd', demandVersion: 1, ownerId: 'leader', open: true, entries: [] },
      demand: viewDemand(demand, 'matched'),
      excluded: [
        { firmId: 'f', firmName: '甲公司', why: 'region-outside', requirement: 'region', name: '山东省' },
        { firmId: 'g', firmName: '乙公司', why: 'certificate-expired', requirement: 'certificate:X', name: 'X' },
      ],
      profilesAt: '17',
      digest: 'digest',
      decidedAt: NOW,
    };
    expect(decisionView(decision, 'zh')).toEqual({
      demandId: 'd',
      demandVersion: 1,
      decidedAt: NOW,
      proposed: 0,
      excluded: [
        {
          firmId: 'f',
          firmName: '甲公司',
          why: 'region-outside',
          requirement: 'region',
          sentence: '不在所需地域：山东省',
        },
        {
          firmId: 'g',
          firmName: '乙公司',
          why: 'certificate-expired',
          requirement: 'certificate:X',
          sentence: '“X”已过期',
        },
      ],
    });
  });
});
