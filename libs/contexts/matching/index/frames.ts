import { BoundedMap } from '#platform/bounded-map';
import type { Kept, RankedList } from './demand-ranking.js';

/** Demands whose last ranking is kept; some ten kilobytes each. */
const MOST = 20_000;

/** A ranking of one version of a demand. */
interface Held extends Kept {
  readonly demandVersion: number;
}

/**
 * The last ranking of each demand in this process, in which a firm that has changed is scored by itself. It counts only
 * while the list that was decided is the one that it gave: what was ranked here and not written says nothing, and what
 * another process has decided otherwise is ranked again.
 */
export class Frames {
  private readonly kept = new BoundedMap<string, Held>(MOST);

  keep(demandId: string, demandVersion: number, { list, excluded: _e, ...ranked }: RankedList): void {
    const firmIds = list.map(({ firm }) => firm.match.id);
    this.kept.set(demandId, { demandVersion, firmIds, ...ranked });
  }

  /** The last ranking of this version of a demand if it gave these firms; undefined where it is to be ranked again. */
  of(demandId: string, demandVersion: number, decided: readonly string[] | undefined): Kept | undefined {
    const kept = this.kept.get(demandId);
    if (!kept || !decided || kept.demandVersion !== demandVersion) return undefined;
    const { firmIds } = kept;
    return firmIds.length === decided.length && firmIds.every((id, at) => id === decided[at]) ? kept : undefined;
  }

  forget(demandId: string): void {
    this.kept.delete(demandId);
  }
}
