import { Injectable } from '@nestjs/common';
import type { TouchKind } from '#contracts/match';
import type { Times } from '#engines/match/by-hand';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import type { Decision } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock, dayInChina } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { changeOf, type DecisionChange } from '../changes/decision-change.js';
import { DecideDemands } from '../decide/decide-demands.js';
import type { Contradictions } from '../index/match-book.js';
import { MatchIndex } from '../index/match-index.js';
import { matchingErrors } from '../matching.errors.js';
import { type Curation, DECISIONS, type MatchDecision } from '../matching.store.js';
import {
  type Act,
  type Curated,
  setHeld,
  steeringOf,
  touch,
  untouch,
  untouched,
  usefulTimes,
  weigh,
} from './curation.rules.js';
import { Curations } from './curations.js';

export interface TouchInput {
  readonly kind: TouchKind;
  readonly reason?: string | undefined;
  readonly confirm: boolean;
}

/** A list, and what staff have laid down for it. */
export interface CuratedList extends Curated {
  readonly decision: MatchDecision;
}

/** Staff look through the list of an open demand: each step is written with its event, then the list is made again. */
@Injectable()
export class CurateHandler {
  constructor(
    @InjectCollection(DECISIONS) private readonly decisions: Collection<MatchDecision>,
    private readonly curations: Curations,
    private readonly index: MatchIndex,
    private readonly decider: DecideDemands,
    private readonly clock: Clock,
  ) {}

  async read(demandId: string): Promise<Result<CuratedList>> {
    const decision = await this.decisions.get(demandId);
    if (!decision) return fail(matchingErrors.not_matched());
    const curated = (await this.curations.of([demandId], [decision])).get(demandId);
    return ok({ decision, curation: curated?.curation, held: curated?.held ?? false });
  }

  /** A list that is held, or out, already is answered as it is. */
  async setHeld(demandId: string, held: boolean, note: string | undefined, asked: Asked): Promise<Result<CuratedList>> {
    const list = await this.read(demandId);
    if (!list.ok) return list;
    const { curation, decision, held: isHeld } = list.value;
    if (asked.version !== undefined && asked.version !== (curation?.version ?? 0)) return fail(commonErrors.stale());
    if (isHeld === held && decision.open && !decision.chosen) return list;
    return this.change(demandId, asked, (before, act) => setHeld(before, held, note, act));
  }

  weigh(demandId: string, times: Times, asked: Asked): Promise<Result<CuratedList>> {
    return this.change(demandId, asked, (before, act) => weigh(before, times, act));
  }

  untouch(demandId: string, firmId: string, asked: Asked): Promise<Result<CuratedList>> {
    return this.change(demandId, asked, (before, act) => untouch(before, firmId, act));
  }

  async touch(demandId: string, firmId: string, input: TouchInput, asked: Asked): Promise<Result<CuratedList>> {
    const found = await this.contradictions(demandId, firmId);
    if (!found.ok) return found;
    const { firmName, contradicts } = found.value;
    return this.change(demandId, asked, (before, act) =>
      touch(before, { firmId, firmName, contradicts, ...input }, act),
    );
  }

  /** What is to be said of a firm before it is put into the list. */
  async contradictions(demandId: string, firmId: string): Promise<Result<Contradictions>> {
    const found = await this.index.contradictions(demandId, firmId, this.today());
    return found ? ok(found) : fail(matchingErrors.may_not_meet());
  }

  /** What other weights would do to the list; nothing of it is kept. */
  async trial(demandId: string, times: Times): Promise<Result<DecisionChange>> {
    const list = await this.read(demandId);
    if (!list.ok) return list;
    const { decision, curation } = list.value;
    const at = this.clock.iso();
    const { touches } = curation ?? untouched(demandId, at);
    const steering = steeringOf({ touches, weights: usefulTimes(times) });
    const { drafts } = await this.index.decide([demandId], this.today(), { [demandId]: steering });
    const [draft] = drafts;
    if (!draft) return fail(matchingErrors.list_closed());
    return ok(changeOf(decision, { ...decision, entries: draft.entries, excluded: draft.excluded }, at));
  }

  private async change(
    demandId: string,
    { caller, command, version }: Asked,
    decide: (before: Curation, act: Act) => Result<Decision<Curation>>,
  ): Promise<Result<CuratedList>> {
    const list = await this.read(demandId);
    if (!list.ok) return list;
    const { decision } = list.value;
    if (!decision.open) return fail(matchingErrors.list_closed());
    if (decision.chosen) return fail(matchingErrors.list_chosen());
    const act = { by: caller, at: this.clock.iso() };
    const written = await this.curations.change(demandId, { cause: command.cause, version, at: act.at }, (before) =>
      decide(before, act),
    );
    if (!written.ok) return written;
    // Its event has it made again as well; who asks is to see what came of it.
    await this.decider.decide([demandId]);
    return this.read(demandId);
  }

  private today(): string {
    return dayInChina(this.clock.now());
  }
}
