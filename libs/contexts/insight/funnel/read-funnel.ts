import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import { foundPages, pagesOf } from '#platform/store/pages';
import type { Collection } from '#ports/store/store';
import { FIRM_FACTS, type FirmFact, SUMMARIES, type Summary, TOLD_FIRMS, type ToldFirm } from '../insight.store.js';
import type { Counted } from './columns.js';
import { FunnelTable } from './funnel-table.js';

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

/** A summary that has been read, and when it was written. */
interface News {
  readonly changed: number;
  readonly counted: Counted;
}

/**
 * The figures as they stand, at most two seconds old. The summaries stay in memory, and only those that have changed are read:
 * with a million proposals all of them are tens of megabytes.
 */
@Injectable()
export class ReadFunnel {
  private readonly kept = {
    table: new Fresh(() => this.refresh()),
    reach: new Fresh(() => this.count()),
  };
  /** When the summaries of the table were written. */
  private readonly known = new Map<string, number>();
  private newest = FunnelTable.empty();
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

  /** Every demand's summary. */
  table(): Promise<FunnelTable> {
    return this.kept.table.get();
  }

  /** How many firms the platform has brought something. */
  reach(): Promise<Reach> {
    return this.kept.reach.get();
  }

  private async refresh(): Promise<FunnelTable> {
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
    return this.newest;
  }

  private async readWhole(): Promise<void> {
    const start = Date.now();
    const gone = new Set(this.known.keys());
    const news: News[] = [];
    for await (const page of pagesOf(this.summaries, PAGE)) {
      for (const { id } of page) gone.delete(id);
      news.push(...this.newsOf(page));
      await setImmediate();
    }
    this.take(news, gone);
    if (this.readAt === 0) this.readAt = start;
    this.wholeAt = performance.now();
  }

  private async readChanged(): Promise<void> {
    // By this clock: a writer whose clock is ahead must not hide the others, and many that were written at once are not read for ever.
    const start = Date.now();
    const range = { gte: Math.min(this.readAt, start) - OVERLAP_MS };
    const news: News[] = [];
    for await (const page of foundPages(this.summaries, 'byChange', { range, limit: PAGE }))
      news.push(...this.newsOf(page));
    this.take(news);
    this.readAt = start;
  }

  /** Those that the table does not know as they are. */
  private newsOf(summaries: readonly Summary[]): News[] {
    // Those of an earlier release do not say when they were written.
    return summaries
      .filter(({ id, changed = 0 }) => this.isNews(id, changed))
      .map((summary) => ({ changed: summary.changed ?? 0, counted: this.newest.counted(summary) }));
  }

  private isNews(id: string, changed: number): boolean {
    return changed > (this.known.get(id) ?? Number.NEGATIVE_INFINITY);
  }

  private take(read: readonly News[], gone: ReadonlySet<string> = new Set()): void {
    // While all are read, a later reading may have brought some that are newer.
    const news = read.filter(({ changed, counted }) => this.isNews(counted.demand.id, changed));
    if (news.length + gone.size === 0) return;
    for (const { changed, counted } of news) this.known.set(counted.demand.id, changed);
    for (const id of gone) this.known.delete(id);
    this.newest = this.newest.with(
      news.map(({ counted }) => counted),
      gone,
    );
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
