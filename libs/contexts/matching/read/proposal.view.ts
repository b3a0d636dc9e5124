import type { DemandView } from '#contracts/demand';
import type { DecisionEntry, ExcludedFirm, MatchReasons, ProfileLine } from '#contracts/match';
import type { VerdictWhy } from '#engines/match/verdict/finding';
import { askedText, VERDICT_SENTENCES } from '#engines/match/verdict/texts';
import { fill, type Language } from '#platform/errors/errors';
import type { DecisionView, ExcludedView, FittingFirmView, ProposalView } from '../matching.dto.js';
import type { MatchDecision, Proposal } from '../matching.store.js';

export type Audience = 'firm' | 'leader' | 'staff';

/** What a reason code means to a person; a code that this version does not know as it is. */
export function reasonSentence(why: string, name: string, language: Language): string {
  const sentence = VERDICT_SENTENCES[why as VerdictWhy];
  return sentence ? fill(sentence[language], { name }) : why;
}

/** A proposal as its audience may see it: firms without the demand's secrets, leaders without the firm's. */
export function proposalView(proposal: Proposal, audience: Audience, language: Language): ProposalView {
  const { id, version, status, demandId, demand, rank } = proposal;
  const { withdrawnBecause, createdAt, updatedAt, releasedAt, seenAt, waiting, held, touch, asked, answer } = proposal;
  return {
    id,
    version,
    status,
    demandId,
    demand,
    ...fittingView(proposal, demand, audience, language),
    rank,
    ...(waiting && audience !== 'firm' ? { waiting } : {}),
    ...(held && audience === 'staff' ? { held } : {}),
    ...(touch && audience === 'staff' ? { touch } : {}),
    // Ranking has not found it, so that its score is no word on the firm. Why staff did it is not told.
    ...(touch === 'match' && audience === 'firm' ? { byStaff: true } : {}),
    ...(asked ? { asked: { ...asked } } : {}),
    ...(answer ? { answer: { ...answer, reasons: [...answer.reasons] } } : {}),
    ...(withdrawnBecause ? { withdrawnBecause } : {}),
    createdAt,
    updatedAt,
    ...(releasedAt ? { releasedAt } : {}),
    ...(seenAt ? { seenAt } : {}),
  };
}

/** A firm that fits a demand, as lists show it. */
export function fittingView(
  { firmId, firmName, region, tier, organisationId, score, reasons }: DecisionEntry,
  demand: DemandView,
  audience: Audience,
  language: Language,
): FittingFirmView {
  return {
    ...{ firmId, firmName, score },
    ...(region ? { region } : {}),
    ...(tier ? { tier } : {}),
    reachable: organisationId !== undefined,
    reasons: reasonsView(reasons, demand, audience, language),
  };
}

/** Reasons as their audience may see them, each with its sentence. */
export function reasonsView(reasons: MatchReasons, demand: DemandView, audience: Audience, language: Language) {
  const visible = audience === 'firm' ? visibleKeys(demand) : undefined;
  const own = audience === 'firm';
  const asked = new Map(demand.requirements.map((requirement) => [requirement.id, askedText(requirement)]));
  return {
    requirements: reasons.requirements
      .filter((reason) => visible?.has(reason.requirement) ?? true)
      .map(({ line, ...reason }) => ({
        ...reason,
        sentence: reasonSentence(reason.why, asked.get(reason.requirement) ?? reason.name, language),
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
    ...(decision.held ? { held: true } : {}),
    excluded: excludedView(decision.excluded, language),
  };
}

/** Firms that contradict a must, each with the reason as a sentence. */
export const excludedView = (excluded: readonly ExcludedFirm[], language: Language): ExcludedView[] =>
  excluded.map(({ name = '', ...firm }) => ({ ...firm, sentence: reasonSentence(firm.why, name, language) }));
