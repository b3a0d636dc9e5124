import { Injectable } from '@nestjs/common';
import { canonical } from '#platform/canonical';
import { grouped } from '#platform/grouped';
import { InjectCollection } from '#platform/store/collections';
import { pagesOf } from '#platform/store/pages';
import type { Collection, Doc } from '#ports/store/store';
import { Unavailable } from '#ports/unavailable';
import {
  DEMAND_FACTS,
  type DemandFact,
  MEETING_FACTS,
  type MeetingFact,
  PROPOSAL_FACTS,
  type ProposalFact,
  RESPONSE_FACTS,
  type ResponseFact,
  SUMMARIES,
  type Summary,
  THREAD_FACTS,
  type ThreadFact,
} from '../insight.store.js';
import { type DemandFacts, type Made, summaryOf } from './funnel.rules.js';

/** Demands whose facts are in memory at once. */
const AT_ONCE = 100;
const MOST = 1000;
/** Each further try follows a write of another process. */
const TRIES = 20;

/** What a check of all figures has found. */
export interface FiguresChecked {
  readonly demands: number;
  readonly cases: number;
  /** Demands whose summary is not what their facts say. */
  readonly wrong: readonly string[];
}

/**
 * Keeps the summary of each demand: always made anew from all its facts, so that nothing can be counted twice or be
 * forgotten, whatever came in which order and wherever a process was killed.
 */
@Injectable()
export class Summaries {
  constructor(
    @InjectCollection(DEMAND_FACTS) private readonly demands: Collection<DemandFact>,
    @InjectCollection(PROPOSAL_FACTS) private readonly proposals: Collection<ProposalFact>,
    @InjectCollection(RESPONSE_FACTS) private readonly responses: Collection<ResponseFact>,
    @InjectCollection(THREAD_FACTS) private readonly threads: Collection<ThreadFact>,
    @InjectCollection(MEETING_FACTS) private readonly meetings: Collection<MeetingFact>,
    @InjectCollection(SUMMARIES) private readonly summaries: Collection<Summary>,
  ) {}

  /** Makes the summaries of these demands anew; of one that was not published (yet) there is none. */
  async refresh(demandIds: Iterable<string>): Promise<void> {
    const ids = [...new Set(demandIds)];
    for (let at = 0; at < ids.length; at += AT_ONCE) await this.refreshSome(ids.slice(at, at + AT_ONCE));
  }

  /** The demands in which these organisations have a case. */
  async demandsOf(organisationIds: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const facts of [this.proposals, this.responses, this.threads] as Collection<Doc & { demandId: string }>[])
      for (let at = 0; at < organisationIds.length; at += MOST)
        for (const { demandId } of await facts.manyBy('byOrganisation', organisationIds.slice(at, at + MOST)))
          found.add(demandId);
    return found;
  }

  /** The facts of one demand; undefined when it was never published. */
  async factsOf(demandId: string): Promise<DemandFacts | undefined> {
    return (await this.read([demandId]))[0];
  }

  /** Compares every summary with the facts. Reads everything once; for operators and tests. */
  async check(): Promise<FiguresChecked> {
    const wrong = new Set<string>();
    let [demands, cases] = [0, 0];
    for await (const page of pagesOf(this.demands)) {
      for (let at = 0; at < page.length; at += AT_ONCE) {
        const ids = page.slice(at, at + AT_ONCE).map(({ id }) => id);
        const kept = new Map((await this.summaries.many(ids)).map((summary) => [summary.id, summary]));
        for (const facts of await this.read(ids)) {
          const made = summaryOf(facts);
          demands += 1;
          cases += made.reached.reduce((sum, { stages: [told = 0] }) => sum + told, 0);
          if (!isSame(made, kept.get(made.id))) wrong.add(made.id);
        }
      }
    }
    for await (const page of pagesOf(this.summaries)) {
      const there = new Set((await this.demands.many(page.map(({ id }) => id))).map(({ id }) => id));
      for (const { id } of page) if (!there.has(id)) wrong.add(id);
    }
    return { demands, cases, wrong: [...wrong] };
  }

  /** Makes every summary anew, and removes those of demands that there are no facts of. */
  async refreshAll(): Promise<void> {
    for await (const page of pagesOf(this.demands)) await this.refresh(page.map(({ id }) => id));
    for await (const page of pagesOf(this.summaries)) {
      const there = new Set((await this.demands.many(page.map(({ id }) => id))).map(({ id }) => id));
      for (const { id, version } of page) if (!there.has(id)) await this.summaries.remove(id, version);
    }
  }

  private async refreshSome(demandIds: readonly string[]): Promise<void> {
    let rest = demandIds;
    for (let tries = 0; rest.length > 0; tries += 1) {
      if (tries === TRIES) throw new Unavailable('a summary that others do not write all the time');
      // In this order: whoever writes the summary after this has read the facts later.
      const kept = new Map((await this.summaries.many(rest)).map((summary) => [summary.id, summary]));
      const made = (await this.read(rest)).map(summaryOf).filter((one) => !isSame(one, kept.get(one.id)));
      const fresh = made.filter(({ id }) => !kept.has(id));
      const [inserted, saved] = await Promise.all([
        this.summaries.insert(fresh.map((one) => ({ doc: { ...one, changed: Date.now() } }))),
        Promise.all(
          made.flatMap((doc) => {
            const before = kept.get(doc.id);
            return before ? this.save(doc, before) : [];
          }),
        ),
      ]);
      rest = [...fresh.filter((_, at) => inserted[at]?.status !== 'done').map(({ id }) => id), ...saved.flat()];
    }
  }

  /** Ids of what another process has written meanwhile. */
  private async save(made: Made, { version, changed = 0 }: Summary): Promise<string[]> {
    const { status } = await this.summaries.save({ ...made, changed: Math.max(Date.now(), changed + 1), version });
    return status === 'done' ? [] : [made.id];
  }

  private async read(demandIds: readonly string[]): Promise<DemandFacts[]> {
    const demands = await this.demands.many(demandIds);
    if (demands.length === 0) return [];
    const ids = demands.map(({ id }) => id);
    const [proposals, responses, threads, meetings] = await Promise.all([
      this.proposals.manyBy('byDemand', ids),
      this.responses.manyBy('byDemand', ids),
      this.threads.manyBy('byDemand', ids),
      this.meetings.manyBy('byLeader', [...new Set(demands.map(({ ownerId }) => ownerId))]),
    ]);
    const of = {
      proposals: grouped(proposals, ({ demandId }) => demandId),
      responses: grouped(responses, ({ demandId }) => demandId),
      threads: grouped(threads, ({ demandId }) => demandId),
      meetings: grouped(meetings, ({ leaderId }) => leaderId),
    };
    return demands.map((demand) => ({
      demand,
      proposals: of.proposals.get(demand.id) ?? [],
      responses: of.responses.get(demand.id) ?? [],
      threads: of.threads.get(demand.id) ?? [],
      meetings: of.meetings.get(demand.ownerId) ?? [],
    }));
  }
}

function isSame(made: Made, kept: Summary | undefined): boolean {
  if (!kept) return false;
  const { version: _version, changed: _changed, ...said } = kept;
  return canonical(made) === canonical(said);
}
