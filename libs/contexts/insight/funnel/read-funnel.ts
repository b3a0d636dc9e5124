import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import { foundPages, pagesOf } from '#platform/store/pages';
import type { Collection } from '#ports/store/store';
import { FIRM_FACTS, type FirmFact, SUMMARIES, type Summary, TOLD_FIRMS, type ToldFirm } from '../insight.store.js';
import { type Counted, countedOf, Regions } from './funnel.rules.js';

/** How old figures may be. Many people look at the same ones; a page asks for several at once. */
const FRESH_MS = 2000;
/** What was written a little before the last reading is read again: writes end in another order, by clocks that differ. */
const OVERLAP_MS = 30_000;
/** How often everything is read again, which finds what was removed and what a clock that is behind has hidden. */
const WHOLE_MS = 600_000;
/** Documents that are read without a pause for others: a few milliseconds. */
const PAGE = 100;
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

/**
 * The figures as they stand, at most two seconds old. The summaries stay in memory, and only those that have changed are read:
 * with a million proposals all of them are tens of megabytes.
 */
@Injectable()
export class ReadFunnel {
  readonly regions = new Regions();
  private readonly kept = {
    all: new Fresh(() => this.refresh()),
    reach: new Fresh(() => this.count()),
  };
  private readonly known = new Map<string, { readonly changed: number; readonly counted: Counted }>();
  private ordered: readonly Counted[] = [];
  /** When what has changed was read last, or all was read first: ms of this clock. */
  private readAt = 0;
  /** When all was read, by `performance.now()`. */
  private wholeAt = Number.NEGATIVE_INFINITY;
  private readingWhole: Promise<void> | undefined;

  constructor(
    @InjectCollection(SUMMARIES) private readonly summaries: Collection<Summary>,
    @InjectCollection(FIRM_FACTS) private readonly firms: Collection<FirmFact>,
    @InjectCollection(TOLD_FIRMS) private readonly told: Collection<ToldFirm>,
  ) {}

  /** Every demand's summary, the one published last first. */
  all(): Promise<readonly Counted[]> {
    return this.kept.all.get();
  }

  /** How many firms the platform has brought something. */
  reach(): Promise<Reach> {
    return this.kept.reach.get();
  }

  private async refresh(): Promise<readonly Counted[]> {
    const first = this.wholeAt === Number.NEGATIVE_INFINITY;
    if (performance.now() - this.wholeAt >= WHOLE_MS) {
      this.readingWhole ??= this.readWhole().finally(() => {
        this.readingWhole = undefined;
      });
      // Later ones go on beside the questions; one that fails is made again with the next.
      if (first) await this.readingWhole;
      else this.readingWhole.catch(() => undefined);
    }
    if (!first) await this.readChanged();
    return this.ordered;
  }

  private async readWhole(): Promise<void> {
    const start = Date.now();
    const gone = new Set(this.known.keys());
    for await (const page of pagesOf(this.summaries, PAGE)) {
      for (const { id } of page) gone.delete(id);
      this.take(page);
      await setImmediate();
    }
    for (const id of gone) this.known.delete(id);
    this.order();
    if (this.readAt === 0) this.readAt = start;
    this.wholeAt = performance.now();
  }

  private async readChanged(): Promise<void> {
    // By this clock: a writer whose clock is ahead must not hide the others, and many that were written at once are not read for ever.
    const start = Date.now();
    const range = { gte: Math.min(this.readAt, start) - OVERLAP_MS };
    let changed = false;
    for await (const page of foundPages(this.summaries, 'byChange', { range, limit: PAGE }))
      changed = this.take(page) || changed;
    this.readAt = start;
    if (changed) this.order();
  }

  /** Whether one of these was not known as it is. */
  private take(summaries: readonly Summary[]): boolean {
    let changed = false;
    for (const summary of summaries) {
      // Those of an earlier release do not say when they were written.
      const { id, changed: written = 0 } = summary;
      const known = this.known.get(id);
      if (known && known.changed >= written) continue;
      this.known.set(id, { changed: written, counted: countedOf(summary, this.regions) });
      changed = true;
    }
    return changed;
  }

  private order(): void {
    const all = [...this.known.values()].map(({ counted }) => counted);
    this.ordered = all.sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
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
