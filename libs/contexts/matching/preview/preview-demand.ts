import { Injectable } from '@nestjs/common';
import type { DemandState } from '#contracts/demand';
import type { DecisionEntry } from '#contracts/match';
import { Clock, dayInChina } from '#platform/time/clock';
import type { Draft } from '../index/draft.js';
import { MatchIndex } from '../index/match-index.js';
import { loosened } from './draft-demand.js';

/** Musts that are tried without; each ranks once more. */
const MOST_TRIED = 8;

/** What becomes of the list when one must is only nice to have. */
export interface Loosening {
  readonly requirement: string;
  readonly name: string;
  /** Firms in the list then. */
  readonly fit: number;
  /** Those of them that are not in it now. */
  readonly more: readonly DecisionEntry[];
}

export interface Preview {
  readonly draft: Draft;
  readonly loosenings: readonly Loosening[];
}

/**
 * Ranks a demand that is being written as if it were published, and stores nothing. Each ranking is a turn of its own in
 * the index, so that decisions are not held up by somebody who types.
 */
@Injectable()
export class PreviewDemand {
  constructor(
    private readonly index: MatchIndex,
    private readonly clock: Clock,
  ) {}

  async preview(demand: DemandState): Promise<Preview> {
    const on = dayInChina(this.clock.now());
    const draft = await this.index.preview(demand, on);
    const present = new Set(draft.entries.map(({ firmId }) => firmId));
    // A must that excludes nobody changes nothing when it is loosened.
    const musts = new Map(draft.excluded.map(({ requirement = '', name = '' }) => [requirement, name]));
    const loosenings: Loosening[] = [];
    for (const [requirement, name] of [...musts].slice(0, MOST_TRIED)) {
      const { entries } = await this.index.preview(loosened(demand, requirement), on);
      const more = entries.filter(({ firmId }) => !present.has(firmId));
      loosenings.push({ requirement, name, fit: entries.length, more });
    }
    return { draft, loosenings };
  }
}
