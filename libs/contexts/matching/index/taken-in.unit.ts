import { describe, expect, it } from '@jest/globals';
import type { DemandEventData } from '#contracts/demand';
import type { DecisionEntry } from '#contracts/match';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import { createAnalyser } from '#engines/match/analysis';
import type { LogEvent } from '#ports/event';
import { plainModel } from '#test/kit/plain-model';
import { Market } from '#test/kit/simulation/market';
import { Random } from '#test/soak/random';
import type { DecidedList } from './decided-lists.js';
import type { Draft } from './draft.js';
import { type DecisionVersion, MatchBook } from './match-book.js';

const TODAY = '2026-11-22';
const TOMORROW = '2026-11-23';
const analyser = createAnalyser();

const named = ({ firmId, region, rank, reasons }: DecisionEntry) => JSON.stringify({ firmId, region, rank, reasons });
const said = ({ entries, excluded }: Draft) => JSON.stringify([entries.map(named), excluded]);

/** A book with the decisions that were taken on it, as a process and its store hold them. */
class Desk {
  private readonly book = new MatchBook(analyser, plainModel);
  private readonly other = new MatchBook(analyser, plainModel);
  readonly decided = new Map<string, { readonly said: string; readonly version: number }>();
  private told = 0;
  /** Decisions that the book has not heard of yet: they come with the next changes, or before it is asked. */
  private unheard: DecidedList[] = [];

  hear(events: readonly LogEvent[]): void {
    this.told += 1;
    const of = (topic: string) => events.filter((event) => event.topic === topic);
    const gone = of(TOPICS.profile).filter(({ type }) => type === EVENTS.profileRemoved);
    const profiles = of(TOPICS.profile).filter(({ type }) => type !== EVENTS.profileRemoved);
    const demands = of(TOPICS.demand).map(({ data }) => (data as DemandEventData).demand);
    for (const book of [this.book, this.other]) {
      book.apply(
        profiles.map(({ data }) => data as ProfileState),
        gone.map(({ subject }) => subject),
        demands,
        this.unheard,
      );
    }
    this.unheard = [];
  }

  affectedBy(firmIds: readonly string[], on: string): string[] {
    if (this.unheard.length > 0) this.hear([]);
    return this.book.affectedBy(firmIds, on);
  }

  outdated(decisions: readonly DecisionVersion[], on: string): string[] {
    if (this.unheard.length > 0) this.hear([]);
    return this.book.outdated(decisions, on);
  }

  decide(ids: readonly string[], settles: (id: string) => boolean): void {
    const { told } = this;
    for (const draft of this.book.decide(ids, TODAY)) {
      const { id: demandId, version: demandVersion } = draft.demand;
      const before = this.decided.get(demandId);
      const version = before?.said === said(draft) ? before.version : (before?.version ?? 0) + 1;
      this.decided.set(demandId, { said: said(draft), version });
      const firmIds = draft.entries.map(({ firmId }) => firmId);
      const excludedIds = draft.excluded.map(({ firmId }) => firmId);
      const list = { demandId, version, demandVersion, open: true, firmIds, excludedIds };
      this.unheard.push(list);
      if (settles(demandId)) this.book.settle([{ demandId, demandVersion, version, on: TODAY, told }]);
    }
  }

  /** Demands whose decision is not what a ranking of the same firms says in another book, in which nothing is settled. */
  wrong(market: Market): string[] {
    const drafts = this.other.decide([...market.demands.keys()], TODAY);
    return drafts.flatMap((draft) => (this.decided.get(draft.demand.id)?.said === said(draft) ? [] : draft.demand.id));
  }
}

describe.each([1, 2])('changes that are known before they are asked about, seed %i', (seed) => {
  const random = new Random(seed);
  const market = new Market(random);
  const desk = new Desk();
  desk.hear(market.open());
  const all = [...market.demands.keys()];
  desk.decide(all, () => true);

  /** Hears some changes; answers the firms of each batch, to be asked about later. */
  function changes(batches: number): string[][] {
    return Array.from({ length: batches }, () => {
      const events = Array.from({ length: 1 + random.below(4) }, () => market.changeProfile());
      const newest = [...new Map(events.map((event) => [event.subject, event])).values()];
      desk.hear(newest);
      return newest.map(({ subject }) => subject);
    });
  }

  it('leave no decision wrong that is not ranked again for them', () => {
    let [asked, ranked, repeated] = [0, 0, 0];
    for (let round = 0; round < 20; round += 1) {
      const known = changes(1 + random.below(8));
      for (const [at, firms] of known.entries()) {
        // The newest come first now and then, as other partitions are.
        const late = random.chance(0.2) ? (known[known.length - 1 - at] ?? firms) : firms;
        for (const ids of [firms, late]) {
          const affected = desk.affectedBy(ids, TODAY);
          // Ranked for another day, what was taken in counts for nothing.
          repeated += desk.affectedBy(ids, TOMORROW).length;
          desk.decide(affected, () => random.chance(0.8));
          [asked, ranked] = [asked + 1, ranked + affected.length];
        }
      }
      expect(desk.wrong(market)).toEqual([]);
    }
    expect(ranked).toBeGreaterThan(0);
    expect(ranked).toBeLessThan(repeated / 1.5);
    expect(asked).toBeGreaterThan(100);
  });

  it('leave no decision wrong that is not outdated by them', () => {
    let [outdated, kept] = [0, 0];
    for (let round = 0; round < 30; round += 1) {
      changes(1 + random.below(3));
      const decisions = all.map((demandId) => ({ demandId, version: desk.decided.get(demandId)!.version }));
      const ids = desk.outdated(decisions, TODAY);
      const wrong = desk.wrong(market);
      expect(wrong.filter((id) => !ids.includes(id))).toEqual([]);
      desk.decide(ids, () => true);
      [outdated, kept] = [outdated + ids.length, kept + all.length - ids.length];
    }
    expect(outdated).toBeGreaterThan(0);
    expect(kept).toBeGreaterThan(outdated);
  });

  it('are not taken for known where the decision is of another version or another day', () => {
    const [demandId] = all as [string];
    const { version } = desk.decided.get(demandId)!;
    desk.decide(all, () => true);
    changes(1);
    expect(desk.outdated([{ demandId, version: version + 1 }], TODAY)).toEqual([demandId]);
    expect(desk.outdated([{ demandId, version }], TOMORROW)).toEqual([demandId]);
  });
});
