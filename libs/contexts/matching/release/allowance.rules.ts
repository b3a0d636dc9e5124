import type { Doc } from '#ports/store/store';

/** A proposal that may go out, or went out, to a firm. */
export interface Grant {
  readonly proposalId: string;
  readonly at: string;
}

/** What a firm was told lately; the id is its organisation's. */
export interface Allowance extends Doc {
  /** Of the last week, in order of time. */
  readonly granted: readonly Grant[];
  /** When to look again whether something that waits may go out; present while something may wait. */
  readonly dueAt?: string;
}

/** A proposal that should go out to a firm. */
export interface Ask {
  readonly organisationId: string;
  readonly proposalId: string;
  readonly score: number;
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** Best first, equals by id. */
export const byScore = (a: Ask, b: Ask): number => b.score - a.score || (a.proposalId < b.proposalId ? -1 : 1);

const ofThisWeek = (granted: readonly Grant[], at: string): Grant[] =>
  granted.filter((grant) => Date.parse(grant.at) + WEEK_MS > Date.parse(at));

/**
 * Grants what there is room for, best first; what was granted before is granted again and takes no further room. Pure:
 * the same asks on what came out give the same.
 */
export function grantRoom(
  before: readonly Grant[],
  asks: readonly Ask[],
  cap: number,
  at: string,
): { readonly granted: readonly Grant[]; readonly allowed: ReadonlySet<string> } {
  const granted = ofThisWeek(before, at);
  const known = new Set(granted.map(({ proposalId }) => proposalId));
  const allowed = new Set<string>();
  for (const { proposalId } of [...asks].sort(byScore)) {
    if (!known.has(proposalId)) {
      if (granted.length >= cap) continue;
      granted.push({ proposalId, at });
      known.add(proposalId);
    }
    allowed.add(proposalId);
  }
  return { granted, allowed };
}

/** When there will be room for one more: now, or a week after the grant that is in its way. */
export function roomAt(before: readonly Grant[], cap: number, at: string): string {
  const granted = ofThisWeek(before, at);
  const inTheWay = granted[granted.length - cap];
  return inTheWay ? new Date(Date.parse(inTheWay.at) + WEEK_MS).toISOString() : at;
}
