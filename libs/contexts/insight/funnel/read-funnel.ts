import { Injectable } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import { pagesOf } from '#platform/store/pages';
import type { Collection } from '#ports/store/store';
import { FIRM_FACTS, type FirmFact, SUMMARIES, type Summary, TOLD_FIRMS, type ToldFirm } from '../insight.store.js';

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

/** What is read anew when it is older than {@link FRESH_MS}, once for all who ask meanwhile. */
class Fresh<T> {
  private kept: { readonly at: number; readonly value: Promise<T> } | undefined;

  constructor(private readonly read: () => Promise<T>) {}

  get(): Promise<T> {
    if (!this.kept || performance.now() - this.kept.at >= FRESH_MS) {
      const kept = { at: performance.now(), value: this.read() };
      this.kept = kept;
      // What failed is asked again the next time.
      kept.value.catch(() => {
        if (this.kept === kept) this.kept = undefined;
      });
    }
    return this.kept.value;
  }
}

/** The figures as they stand, at most two seconds old. */
@Injectable()
export class ReadFunnel {
  private readonly kept = {
    all: new Fresh(() => this.readAll()),
    reach: new Fresh(() => this.count()),
  };

  constructor(
    @InjectCollection(SUMMARIES) private readonly summaries: Collection<Summary>,
    @InjectCollection(FIRM_FACTS) private readonly firms: Collection<FirmFact>,
    @InjectCollection(TOLD_FIRMS) private readonly told: Collection<ToldFirm>,
  ) {}

  /** Every demand's summary. */
  all(): Promise<readonly Summary[]> {
    return this.kept.all.get();
  }

  /** How many firms the platform has brought something. */
  reach(): Promise<Reach> {
    return this.kept.reach.get();
  }

  private async readAll(): Promise<readonly Summary[]> {
    const all: Summary[] = [];
    for await (const page of pagesOf(this.summaries)) all.push(...page);
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
