import { Injectable } from '@nestjs/common';
import type { DemandState } from '#contracts/demand';
import { viewDemand } from '#contracts/disclosure';
import type { DecisionState } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import { sha256 } from '#platform/ids';
import { InjectCollection } from '#platform/store/collections';
import { Clock, dayInChina } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { changesAfter } from '../changes/decision-change.js';
import { saysOfChosen, steeringOfChosen } from '../chosen/chosen.rules.js';
import type { ChosenList } from '../chosen/chosen.store.js';
import { ChosenLists } from '../chosen/chosen-lists.js';
import { type Curated, laidDown, steeringsOf, touched } from '../curate/curation.rules.js';
import { Curations } from '../curate/curations.js';
import type { Draft } from '../index/draft.js';
import { MatchIndex } from '../index/match-index.js';
import type { StandingDecision } from '../index/taken-in.js';
import { DECISIONS, type MatchDecision } from '../matching.store.js';

const AT_ONCE = 50;
/** While the decisions of one lot are written, the index ranks the next. */
const LANES = 2;
const TRIES = 8;

/** Writes decisions: one document per demand, and only when it says something new. */
@Injectable()
export class DecideDemands {
  constructor(
    private readonly index: MatchIndex,
    @InjectCollection(DECISIONS) private readonly decisions: Collection<MatchDecision>,
    private readonly curations: Curations,
    private readonly chosenLists: ChosenLists,
    private readonly clock: Clock,
  ) {}

  /** The demands whose lists a change of these firms may have changed. */
  affectedBy(firmIds: readonly string[]): Promise<string[]> {
    return this.index.affectedBy(firmIds, dayInChina(this.clock.now()));
  }

  /** Decides anew those of these demands for whose decision firms that have changed since make a difference. */
  async decideOutdated(decisions: readonly MatchDecision[]): Promise<void> {
    await this.decide(await this.index.outdated(decisions, dayInChina(this.clock.now())));
  }

  /** Decides the demands that are open on what is known now. */
  async decide(ids: readonly string[]): Promise<void> {
    const count = Math.ceil(ids.length / AT_ONCE);
    const lots = Array.from({ length: count }, (_, at) => ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE)).values();
    const lane = async () => {
      for (const lot of lots) await this.decideSome(lot);
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  /** Ranks and writes; when another process was faster the index is asked again, so that the newest view wins. */
  private async decideSome(ids: readonly string[]): Promise<void> {
    let rest = ids;
    for (let attempt = 0; rest.length > 0; attempt += 1) {
      if (attempt === TRIES) throw new Error(`decisions of ${rest.length} demands were overtaken ${TRIES} times`);
      // Before the index is asked: whoever writes from now on may have seen more, and then this draft must not win.
      const { told } = this.index;
      const on = dayInChina(this.clock.now());
      const present = await this.decisions.many(rest);
      const curated = await this.curations.of(rest, present);
      const chosen = await this.chosenLists.of(rest);
      const steerings = { ...steeringsOf(curated.values()), ...chosenSteerings(chosen) };
      const { drafts, profilesAt } = await this.index.decide(rest, on, steerings);
      const states = drafts.map(
        (draft): DecisionState => ({
          ...about(draft.demand),
          open: true,
          profilesAt,
          ...(draft.demand.chosen
            ? { ...saysOfChosen(draft, chosen.get(draft.demand.id)), excluded: [], steered: true }
            : steeredBy(draft, curated.get(draft.demand.id))),
        }),
      );
      const { standing, overtaken } = await this.write(states, present);
      this.index.settle(standing.map((decision) => ({ ...decision, on, told })));
      rest = overtaken;
    }
  }

  /**
   * Empties the lists of demands that are not open any more. One that was published and has no decision yet gets an empty
   * one: another process may be about to write what it ranked while the demand was open, and must find it overtaken.
   */
  async close(demands: readonly DemandState[]): Promise<void> {
    let rest = demands;
    for (let attempt = 0; rest.length > 0; attempt += 1) {
      if (attempt === TRIES) throw new Error(`the ends of ${rest.length} demands were overtaken ${TRIES} times`);
      const present = await this.decisions.many(rest.map(({ id }) => id));
      const byId = new Map(present.map((decision) => [decision.id, decision]));
      const states = rest
        .filter(({ id, publishedAt }) => publishedAt !== undefined || byId.has(id))
        .map((demand): DecisionState => ({ ...about(demand), ...NOTHING, ...heldStill(byId.get(demand.id)) }));
      const overtaken = new Set((await this.write(states, present)).overtaken);
      rest = rest.filter(({ id }) => overtaken.has(id));
    }
  }

  /** Writes those that say something new. */
  private async write(states: readonly DecisionState[], present: readonly MatchDecision[]): Promise<Outcome> {
    const byId = new Map(present.map((decision) => [decision.id, decision]));
    const at = this.clock.iso();
    const standing: Standing[] = [];
    const overtaken: string[] = [];
    const write = async (state: DecisionState): Promise<void> => {
      const digest = digestOf(state);
      const before = byId.get(state.id);
      const { demandId, demandVersion } = state;
      if (before?.digest === digest) standing.push({ demandId, demandVersion, version: before.version });
      if (before?.digest === digest || (before && before.demandVersion > state.demandVersion)) return;
      const changes = changesAfter(before, state, at);
      const heldKey = state.open && state.held ? { heldKey: at } : {};
      const doc = { ...state, digest, decidedAt: at, ...(changes.length > 0 ? { changes } : {}), ...heldKey };
      const event = { topic: TOPICS.decision, type: EVENTS.matchDecided, time: at, data: state };
      const result = before
        ? await this.decisions.save({ ...doc, version: before.version }, [event])
        : (await this.decisions.insert([{ doc, events: [event] }]))[0];
      if (result?.status === 'done') standing.push({ demandId, demandVersion, version: result.doc.version });
      else overtaken.push(state.id);
    };
    await Promise.all(states.map(write));
    return { standing, overtaken };
  }
}

/** Of demands that are open to chosen firms; others are ranked as staff have it. */
const chosenSteerings = (lists: ReadonlyMap<string, ChosenList>) =>
  Object.fromEntries([...lists.values()].filter(({ open }) => open).map((list) => [list.id, steeringOfChosen(list)]));

const steeredBy = ({ entries, excluded }: Draft, curated: Curated | undefined) => ({
  entries: touched(entries, curated),
  excluded,
  ...laidDown(curated),
});

type Standing = Pick<StandingDecision, 'demandId' | 'demandVersion' | 'version'>;

interface Outcome {
  /** Decisions in the store that say what was to be written. */
  readonly standing: readonly Standing[];
  /** Ids whose decision was changed meanwhile by somebody else. */
  readonly overtaken: readonly string[];
}

const NOTHING = { open: false, entries: [], excluded: [], profilesAt: '' } as const;

/** A demand that opens again waits for staff as it did before. */
const heldStill = (before: MatchDecision | undefined) => (before?.held ? { held: true } : {});

const about = (demand: DemandState) => ({
  id: demand.id,
  demandId: demand.id,
  demandVersion: demand.version,
  ownerId: demand.ownerId,
  demand: viewDemand(demand, 'matched'),
  ...(demand.chosen ? { chosen: true } : {}),
});

/** Of what is said: that it was looked at again says nothing by itself. */
function digestOf({ profilesAt: _p, ...said }: DecisionState): string {
  return sha256(JSON.stringify(said));
}
