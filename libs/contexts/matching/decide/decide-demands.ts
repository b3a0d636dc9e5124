import { Injectable } from '@nestjs/common';
import { type DemandEventData, viewDemand } from '#contracts/demand';
import type { DecisionState } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import { sha256 } from '#platform/ids';
import { InjectCollection } from '#platform/store/collections';
import { Clock, dayInChina } from '#platform/time/clock';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { MatchIndex } from '../index/match-index.js';
import { DECISIONS, type MatchDecision } from '../matching.store.js';

const AT_ONCE = 100;

/** Writes decisions: one document per demand, and only when it says something new. */
@Injectable()
export class DecideDemands {
  constructor(
    private readonly index: MatchIndex,
    @InjectCollection(DECISIONS) private readonly decisions: Collection<MatchDecision>,
    private readonly clock: Clock,
  ) {}

  /** Decides the demands that are open on what is known now. */
  async decide(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += AT_ONCE) await this.decideSome(ids.slice(at, at + AT_ONCE));
  }

  /** Ranks and writes; when another process was faster the index is asked again, so that the newest view wins. */
  private async decideSome(ids: readonly string[]): Promise<void> {
    let rest = ids;
    for (let attempt = 0; rest.length > 0; attempt += 1) {
      if (attempt === 8) throw new Error(`decisions of ${rest.length} demands were overtaken 8 times`);
      // Before the index is asked: whoever writes from now on may have seen more, and then this draft must not win.
      const present = await this.decisions.many(rest);
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
      rest = await this.write(states, present);
    }
  }

  /** Empties the lists of demands that were decided and are not open any more. */
  async close(events: readonly LogEvent<DemandEventData>[]): Promise<void> {
    const present = await this.decisions.many(events.map((event) => event.subject));
    const demands = new Map(events.map((event) => [event.subject, event.data.demand]));
    const states = present.map((decision): DecisionState => {
      const demand = demands.get(decision.id);
      const view = demand ? viewDemand(demand, 'matched') : decision.demand;
      const { digest: _d, decidedAt: _a, version: _v, ...state } = decision;
      return { ...state, demandVersion: view.version, demand: view, open: false, entries: [], excluded: [] };
    });
    const overtaken = await this.write(states, present);
    if (overtaken.length > 0) await this.close(events);
  }

  /** Ids whose decision was changed meanwhile by somebody else. */
  private async write(states: readonly DecisionState[], present: readonly MatchDecision[]): Promise<string[]> {
    const byId = new Map(present.map((decision) => [decision.id, decision]));
    const at = this.clock.iso();
    const written = await Promise.all(
      states.map(async (state): Promise<string | undefined> => {
        const digest = digestOf(state);
        const before = byId.get(state.id);
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

/** Of what is said: that a profile was written again says nothing by itself. */
function digestOf(state: DecisionState): string {
  return sha256(JSON.stringify(state, (name, value: unknown) => (name === 'firmVersion' ? undefined : value)));
}
