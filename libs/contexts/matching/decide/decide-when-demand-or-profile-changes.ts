import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { type DemandEventData, viewDemand } from '#contracts/demand';
import type { DecisionState } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import { sha256 } from '#platform/ids';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import { Clock, dayInChina } from '#platform/time/clock';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { MatchIndex } from '../index/match-index.js';
import { DECISIONS, type MatchDecision, PROPOSALS, type Proposal } from '../matching.store.js';

const AT_ONCE = 100;

/**
 * Both ways of matching in one handler. A demand that is published, changed or closed is decided again; a profile that is
 * new, changed or gone leads to the open demands it could enter or leave, and these are decided again. A decision that
 * says nothing new is not written.
 */
@Controller()
export class DecideWhenDemandOrProfileChanges {
  constructor(
    private readonly index: MatchIndex,
    @InjectCollection(DECISIONS) private readonly decisions: Collection<MatchDecision>,
    @InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>,
    private readonly clock: Clock,
  ) {}

  @OnEvents({ group: 'matching.decide', topics: [TOPICS.demand, TOPICS.profile], batch: 500 })
  async handle(@Payload() events: readonly LogEvent[]): Promise<void> {
    const demands = events.filter((event) => event.topic === TOPICS.demand) as LogEvent<DemandEventData>[];
    const firmIds = [
      ...new Set(events.filter((event) => event.topic === TOPICS.profile).map((event) => event.subject)),
    ];
    const closed = newestOf(demands).filter((event) => event.data.demand.status !== 'published');
    await this.close(closed);
    const open = newestOf(demands).filter((event) => event.data.demand.status === 'published');
    const ids = new Set([...open.map((event) => event.subject), ...(await this.demandsOf(firmIds))]);
    for (const some of chunks([...ids], AT_ONCE)) await this.decide(some);
  }

  private async demandsOf(firmIds: readonly string[]): Promise<string[]> {
    if (firmIds.length === 0) return [];
    const [entering, standing] = await Promise.all([
      this.index.affectedBy(firmIds),
      this.proposals.manyBy('ofFirm', firmIds),
    ]);
    return [...entering, ...standing.map((proposal) => proposal.demandId)];
  }

  /** Ranks and writes; when another process was faster the index is asked again, so that the newest view wins. */
  private async decide(ids: readonly string[]): Promise<void> {
    let rest = ids;
    for (let attempt = 0; rest.length > 0; attempt += 1) {
      if (attempt === 8) throw new Error(`decisions of ${rest.length} demands were overtaken 8 times`);
      const drafts = await this.index.decide(rest, dayInChina(this.clock.now()));
      const states = drafts.map(
        ({ demand, entries, excluded }): DecisionState => ({
          id: demand.id,
          demandId: demand.id,
          demandVersion: demand.version,
          ownerId: demand.ownerId,
          demand: viewDemand(demand, 'matched'),
          open: true,
          entries,
          excluded,
        }),
      );
      rest = await this.write(states);
    }
  }

  private async close(events: readonly LogEvent<DemandEventData>[]): Promise<void> {
    const present = await this.decisions.many(events.map((event) => event.subject));
    const demands = new Map(events.map((event) => [event.subject, event.data.demand]));
    const states = present.map((decision): DecisionState => {
      const demand = demands.get(decision.id);
      const view = demand ? viewDemand(demand, 'matched') : decision.demand;
      const { digest: _d, decidedAt: _a, version: _v, ...state } = decision;
      return { ...state, demandVersion: view.version, demand: view, open: false, entries: [], excluded: [] };
    });
    const overtaken = await this.write(states);
    if (overtaken.length > 0) await this.close(events);
  }

  /** Ids whose decision was changed meanwhile by somebody else. */
  private async write(states: readonly DecisionState[]): Promise<string[]> {
    const present = new Map((await this.decisions.many(states.map((state) => state.id))).map((doc) => [doc.id, doc]));
    const at = this.clock.iso();
    const written = await Promise.all(
      states.map(async (state): Promise<string | undefined> => {
        const digest = sha256(JSON.stringify(state));
        const before = present.get(state.id);
        if (before?.digest === digest || (before && before.demandVersion > state.demandVersion)) return undefined;
        const doc = { ...state, digest, decidedAt: at };
        const event = { topic: TOPICS.decision, type: EVENTS.matchDecided, time: at, data: state };
        const result = before
          ? await this.decisions.save({ ...doc, version: before.version }, [event])
          : (await this.decisions.insert([{ doc, events: [event] }]))[0];
        return result?.status === 'done' ? undefined : state.id;
      }),
    );
    return written.filter((id) => id !== undefined);
  }
}

function newestOf<T>(events: readonly LogEvent<T>[]): LogEvent<T>[] {
  return [...new Map(events.map((event) => [event.subject, event])).values()];
}

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
