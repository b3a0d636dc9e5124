import type { DecisionState } from '#contracts/match';

/** What is kept of a decision: which firms it names. */
export interface DecidedList {
  readonly demandId: string;
  /** Version of the decision: larger is newer. */
  readonly version: number;
  readonly demandVersion: number;
  readonly open: boolean;
  /** The firms proposed, best first. */
  readonly firmIds: readonly string[];
  /** Staff have steered it: it is not what ranking gives. */
  readonly steered?: boolean;
  /** Firms named as excluded by a must. */
  readonly excludedIds: readonly string[];
}

/** The part of a decision that is worth keeping; `version` is its event's sequence. */
export function decidedList(decision: DecisionState, version: number): DecidedList {
  const { demandId, demandVersion, open, entries, excluded, steered } = decision;
  const firmIds = entries.map(({ firmId }) => firmId);
  const excludedIds = excluded.map(({ firmId }) => firmId);
  return { demandId, version, demandVersion, open, firmIds, excludedIds, ...(steered ? { steered } : {}) };
}

/**
 * The newest decision of each open demand, as the log tells it, whichever process has decided. A list may be heard of
 * before its demand and is kept apart from it.
 */
export class DecidedLists {
  private readonly byDemand = new Map<string, DecidedList>();
  /** By firm, the demands whose decision names it. */
  private readonly naming = new Map<string, Set<string>>();

  /** Takes the decision unless it knows a newer one; one that is not open leaves nothing behind. */
  put(list: DecidedList): void {
    const before = this.byDemand.get(list.demandId);
    if (before && before.version > list.version) return;
    if (before) this.forget(before);
    if (list.open) this.remember(list);
  }

  /** All that are known. */
  all(): DecidedList[] {
    return [...this.byDemand.values()];
  }

  /** The firms that ranking has given for this version of the demand, best first; undefined when it is not known to be decided, or steered. */
  of(demandId: string, demandVersion: number): readonly string[] | undefined {
    const list = this.byDemand.get(demandId);
    return list?.demandVersion === demandVersion && !list.steered ? list.firmIds : undefined;
  }

  /** The version of the newest decision; undefined where none is known. */
  version(demandId: string): number | undefined {
    return this.byDemand.get(demandId)?.version;
  }

  /** Whether the newest decision names the firm, as proposed or as excluded. */
  isNamed(demandId: string, firmId: string): boolean {
    return this.naming.get(firmId)?.has(demandId) ?? false;
  }

  /** All firms that are proposed for a demand. */
  proposed(): Set<string> {
    return new Set([...this.byDemand.values()].flatMap(({ firmIds }) => firmIds));
  }

  /** The demands whose decision names the firm, as proposed or as excluded. */
  demandsNaming(firmId: string): Iterable<string> {
    return this.naming.get(firmId) ?? [];
  }

  private remember(list: DecidedList): void {
    const { demandId } = list;
    this.byDemand.set(demandId, list);
    for (const firmId of named(list)) this.naming.set(firmId, (this.naming.get(firmId) ?? new Set()).add(demandId));
  }

  private forget(list: DecidedList): void {
    const { demandId } = list;
    this.byDemand.delete(demandId);
    for (const firmId of named(list)) {
      const demands = this.naming.get(firmId);
      demands?.delete(demandId);
      if (demands?.size === 0) this.naming.delete(firmId);
    }
  }
}

const named = ({ firmIds, excludedIds }: DecidedList): string[] => [...firmIds, ...excludedIds];
