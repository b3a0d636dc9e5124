import type { DemandView } from '#contracts/demand';
import type { MatchReasons, ProfileLine } from '#contracts/match';
import { fill, type Language } from '#platform/errors/errors';
import type { DecisionView, ProposalView } from '../matching.dto.js';
import type { MatchDecision, Proposal } from '../matching.store.js';

export type Audience = 'firm' | 'leader' | 'staff';

/** What a reason code means to a person. */
const SENTENCES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'certificate-valid': { zh: '持有“{name}”，在有效期内', en: 'Holds “{name}”, in force' },
  'certificate-undated': { zh: '列有“{name}”，未注明有效期', en: 'Names “{name}” without its validity' },
  'certificate-expired': { zh: '“{name}”已过期', en: '“{name}” has expired' },
  'certificate-not-named': { zh: '档案中没有提到“{name}”', en: 'The profile does not name “{name}”' },
  'region-inside': { zh: '位于所需地域：{name}', en: 'Is in the region asked for: {name}' },
  'region-outside': { zh: '不在所需地域：{name}', en: 'Is outside the region asked for: {name}' },
  'region-unknown': { zh: '档案未能说明是否位于{name}', en: 'The profile does not tell whether it is in {name}' },
  'line-found': { zh: '档案中有与“{name}”相符的内容', en: 'A line of the profile speaks of “{name}”' },
  'line-found-figure-open': {
    zh: '档案提到“{name}”，数值需核对',
    en: 'A line speaks of “{name}”; the figure is to be compared',
  },
  'line-denies': {
    zh: '档案中关于“{name}”的内容像是否定、计划或外协',
    en: 'What the profile says of “{name}” reads like a denial, a plan or another firm’s work',
  },
  'no-line': { zh: '档案中没有提到“{name}”', en: 'The profile says nothing of “{name}”' },
};

export function reasonSentence(why: string, name: string, language: Language): string {
  const sentence = SENTENCES[why];
  return sentence ? fill(sentence[language], { name }) : why;
}

/** A proposal as its audience may see it: firms without the demand's secrets, leaders without the firm's. */
export function proposalView(proposal: Proposal, audience: Audience, language: Language): ProposalView {
  const { id, version, status, demandId, demand, firmId, firmName, region, tier, organisationId, score, rank } =
    proposal;
  const { withdrawnBecause, createdAt, updatedAt, releasedAt } = proposal;
  return {
    id,
    version,
    status,
    demandId,
    demand,
    firmId,
    firmName,
    ...(region ? { region } : {}),
    ...(tier ? { tier } : {}),
    reachable: organisationId !== undefined,
    score,
    rank,
    reasons: reasonsView(proposal.reasons, demand, audience, language),
    ...(withdrawnBecause ? { withdrawnBecause } : {}),
    createdAt,
    updatedAt,
    ...(releasedAt ? { releasedAt } : {}),
  };
}

function reasonsView(reasons: MatchReasons, demand: DemandView, audience: Audience, language: Language) {
  const visible = audience === 'firm' ? visibleKeys(demand) : undefined;
  const own = audience === 'firm';
  return {
    requirements: reasons.requirements
      .filter((reason) => visible?.has(reason.requirement) ?? true)
      .map(({ line, ...reason }) => ({
        ...reason,
        sentence: reasonSentence(reason.why, reason.name, language),
        ...(line ? { line: lineView(line, own) } : {}),
      })),
    shared: reasons.shared.map((line) => lineView(line, own)),
    missing: reasons.missing.filter((key) => visible?.has(key) ?? true),
  };
}

/** Keys of what the demand's matched view still shows: a reason must not name what the leader keeps back. */
function visibleKeys(demand: DemandView): ReadonlySet<string> {
  return new Set([
    ...demand.requirements.map((requirement) => requirement.id),
    ...demand.certificates.map((certificate) => `certificate:${certificate.name}`),
    ...(demand.regions ? ['region'] : []),
    ...(demand.process ? ['process'] : []),
  ]);
}

function lineView(line: ProfileLine & { readonly words?: readonly string[] }, own: boolean) {
  const { hidden, text, date, field, words } = line;
  if (hidden && !own) return { field };
  return { field, text, ...(date ? { date } : {}), ...(words ? { words: [...words] } : {}) };
}

export function decisionView(decision: MatchDecision, language: Language): DecisionView {
  return {
    demandId: decision.demandId,
    demandVersion: decision.demandVersion,
    decidedAt: decision.decidedAt,
    proposed: decision.entries.length,
    excluded: decision.excluded.map(({ name = '', ...firm }) => ({
      ...firm,
      sentence: reasonSentence(firm.why, name, language),
    })),
  };
}
