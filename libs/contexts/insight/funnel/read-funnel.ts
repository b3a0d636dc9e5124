import { Injectable } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { FIRM_FACTS, type FirmFact, SUMMARIES, type Summary, TOLD_FIRMS, type ToldFirm } from '../insight.store.js';

const PAGE = 1000;
/** How old figures may be. Many people look at the same ones; a page asks for several at once. */
const FRESH_MS = 2000;
const MOST_FIRMS = 10_000_000;

/** How many firms were told of a demand at least once. */
export interface Reach {
  readonly told: number;
  /** With an account here. */
  readonly registered: number;
  readonly firms: number;
}

/** The figures as they stand, at most two seconds old. */
@Injectable()
export class ReadFunnel {
  private read: { readonly at: number; readonly all: Promise<readonly Summary[]> } | undefined;
  private counted: { readonly at: number; readonly reach: Promise<Reach> } | undefined;

  constructor(
    @InjectCollection(SUMMARIES) private readonly summaries: Collection<Summary>,
    @InjectCollection(FIRM_FACTS) private readonly firms: Collection<FirmFact>,
    @InjectCollection(TOLD_FIRMS) private readonly told: Collection<ToldFirm>,
  ) {}

  /** Every demand's summary. */
  all(): Promise<readonly Summary[]> {
    this.read = fresh(this.read) ?? { at: performance.now(), all: this.readAll() };
    // What failed is asked again the next time.
    this.read.all.catch(() => {
      this.read = undefined;
    });
    return this.read.all;
  }

  /** How many firms the platform has brought something. */
  reach(): Promise<Reach> {
    this.counted = fresh(this.counted) ?? { at: performance.now(), reach: this.count() };
    this.counted.reach.catch(() => {
      this.counted = undefined;
    });
    return this.counted.reach;
  }

  private async readAll(): Promise<readonly Summary[]> {
    const all: Summary[] = [];
    let after: string | undefined;
    do {
      const page = await this.summaries.scan({ limit: PAGE, ...(after === undefined ? {} : { after }) });
      all.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    return all.sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  }

  private async count(): Promise<Reach> {
    const [told, firms, registered] = await Promise.all([
      this.told.count('all', [], MOST_FIRMS),
      this.firms.count('all', [], MOST_FIRMS),
      this.firms.count('byOrganisation', [], MOST_FIRMS),
    ]);
    return { told, firms, registered };
  }
}

const fresh = <T extends { readonly at: number }>(kept: T | undefined): T | undefined =>
  kept && performance.now() - kept.at < FRESH_MS ? kept : undefined;
