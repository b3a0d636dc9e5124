import type { DemandState } from '#contracts/demand';
import type { DecisionEntry, ExcludedFirm, MatchReasons, RequirementReason } from '#contracts/match';
import type { ProfileDisclosure, ProfileGuarded } from '#contracts/profile';
import type { Asked, Checked, Explanation } from '#engines/match/explain';
import { chanceOf } from '#engines/match/rank/calibration';
import type { MatchFirm } from '#engines/match/types';

/** A firm of the book. */
export interface Firm {
  readonly match: MatchFirm;
  /** Tells firms apart by what their profiles say: see `sayingOf`. */
  readonly saying: string;
  readonly version: number;
  readonly organisationId?: string;
  readonly creditCode?: string;
  readonly disclosure: Readonly<Partial<Record<ProfileGuarded, ProfileDisclosure>>>;
}

/** The ranked firms of one demand. */
export interface Draft {
  readonly demand: DemandState;
  readonly entries: DecisionEntry[];
  readonly excluded: ExcludedFirm[];
}

/** A firm that is to stand in a list: `odds` are the logarithm of the odds that staff would release it. */
export interface Ranked {
  readonly firm: Firm;
  readonly odds: number;
  readonly explanation: Explanation;
}

/** The entries of a list, which is sorted. */
export function entriesOf(demand: DemandState, ranked: readonly Ranked[]): DecisionEntry[] {
  return ranked.map((each, at) => entry(demand, each, at + 1));
}

function entry(demand: DemandState, { firm, odds, explanation }: Ranked, rank: number): DecisionEntry {
  const { id, name, region, tier } = firm.match;
  return {
    firmId: id,
    firmName: name,
    ...(firm.organisationId ? { organisationId: firm.organisationId } : {}),
    ...(region ? { region } : {}),
    ...(tier ? { tier } : {}),
    rank,
    // Two decimals: a score that moves less says nothing new to anybody.
    score: Math.round(chanceOf(odds) * 100) / 100,
    reasons: reasons(demand, firm, explanation),
  };
}

/** Stable name of what is asked: the requirement's id, `certificate:<name>`, `process` or `region`. */
export function keyOf(demand: DemandState, asked: Asked): string {
  if (asked.kind === 'requirement') return demand.requirements[asked.index]?.id ?? '';
  if (asked.kind === 'certificate') return `certificate:${asked.name}`;
  return asked.kind === 'regions' ? 'region' : 'process';
}

function reasons(demand: DemandState, firm: Firm, explanation: Explanation): MatchReasons {
  const requirements = explanation.checked.map(
    ({ requirement: asked, state, why, line }: Checked): RequirementReason => {
      const shown = line && (keepsBack(firm, line.field) ? { ...line, hidden: true } : line);
      return {
        requirement: keyOf(demand, asked),
        name: asked.name,
        must: asked.must,
        state,
        why,
        ...(shown ? { line: shown } : {}),
      };
    },
  );
  const shared = explanation.shared.map(({ line, terms }) => ({
    ...line,
    words: terms,
    ...(keepsBack(firm, line.field) ? { hidden: true } : {}),
  }));
  const missing = requirements.filter((r) => r.must && r.state === 'unknown').map((r) => r.requirement);
  return { requirements, shared, missing };
}

/** The firm shows this part of its profile to nobody else. */
function keepsBack(firm: Firm, field: string): boolean {
  return (firm.disclosure as Readonly<Record<string, ProfileDisclosure | undefined>>)[field] === 'owner';
}

/** A firm that contradicts a must. */
export function exclusion(
  demand: DemandState,
  firm: Firm,
  { requirement, why }: { requirement: Asked; why: string },
): ExcludedFirm {
  const { id, name } = firm.match;
  return { firmId: id, firmName: name, why, requirement: keyOf(demand, requirement), name: requirement.name };
}
