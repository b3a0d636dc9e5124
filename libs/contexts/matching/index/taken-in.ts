import { BoundedMap } from '#platform/bounded-map';

/** Firms whose last change is dated. One that is not here counts as changed just now: more work, nothing lost. */
const MOST_DATED = 200_000;
/** Changes that are told one by one; asking about more takes longer than ranking. */
const MOST_RECENT = 200;

/** A decision that says what this process has ranked, as it was written here or found in the store. */
export interface StandingDecision {
  readonly demandId: string;
  readonly demandVersion: number;
  /** Version of the decision. */
  readonly version: number;
  /** The day it was ranked for. */
  readonly on: string;
  /** Batches that the index had been told before it was looked at whether somebody else has decided. */
  readonly told: number;
}

/**
 * Which changes of firms the demands' decisions have taken in. A change that was known here before the decision was read
 * and ranked needs no second ranking: whoever decides later has seen it too, and a decision that was taken on less and is
 * written after all meets it when it is expanded. docs/decisions/0024.
 */
export class TakenIn {
  private readonly changedIn = new BoundedMap<string, number>(MOST_DATED);
  private readonly standing = new Map<string, StandingDecision>();
  private recent: { readonly firmId: string; readonly batch: number }[] = [];
  private batch = 0;

  /** A batch of events begins. */
  next(): void {
    this.batch += 1;
  }

  changed(firmId: string): void {
    this.changedIn.set(firmId, this.batch);
    this.recent.push({ firmId, batch: this.batch });
    if (this.recent.length > 2 * MOST_RECENT) this.recent = this.recent.slice(-MOST_RECENT - 1);
  }

  settle(decision: StandingDecision): void {
    const known = this.standing.get(decision.demandId);
    if (!known || known.told <= decision.told) this.standing.set(decision.demandId, decision);
  }

  forget(demandId: string): void {
    this.standing.delete(demandId);
  }

  /** Whether the list of this version of a demand has been ranked for the day and stands, the firm's last change taken in. */
  has(demandId: string, demandVersion: number, firmId: string, on: string): boolean {
    const standing = this.standing.get(demandId);
    if (standing?.demandVersion !== demandVersion || standing.on !== on) return false;
    return standing.told >= (this.changedIn.get(firmId) ?? Number.POSITIVE_INFINITY);
  }

  /** The firms that have changed since this decision; undefined where that is not known, and for very many. */
  since(demandId: string, version: number, on: string): Set<string> | undefined {
    const standing = this.standing.get(demandId);
    if (standing?.version !== version || standing.on !== on) return undefined;
    const { told } = standing;
    const from = this.recent.findLastIndex(({ batch }) => batch <= told) + 1;
    const all = from > 0 || told === 0 ? this.recent.slice(from) : undefined;
    return all && all.length <= MOST_RECENT ? new Set(all.map(({ firmId }) => firmId)) : undefined;
  }
}
