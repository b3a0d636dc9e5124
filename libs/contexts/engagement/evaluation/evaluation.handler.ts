import { Injectable } from '@nestjs/common';
import type { Criterion } from '#contracts/evaluation';
import { isStaff, ownsOrStaff, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { type Decision, writeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { type Act, actOf } from '../act.js';
import { engagementErrors } from '../engagement.errors.js';
import { RESPONSES, type Response } from '../engagement.store.js';
import { KNOWN_FIRMS, type KnownFirm } from '../known/known.store.js';
import { Standings } from '../known/standing.js';
import { Owners } from '../thread/owners.js';
import { MOST } from './evaluation.dto.js';
import { handIn, leaveOut, type SetUp, setUp } from './evaluation.rules.js';
import { EVALUATIONS, type Evaluation } from './evaluation.store.js';

/** An evaluation with the responses that it is about. */
export interface Evaluated {
  readonly evaluation: Evaluation;
  readonly responses: readonly Response[];
}

/** Responses that their firms have taken back are not judged. */
export const goneOf = (responses: readonly Response[]): ReadonlySet<string> =>
  new Set(responses.filter(({ inbox }) => inbox === undefined).map(({ id }) => id));

/** Several people judge the responses to a demand, each without knowing what the others say. */
@Injectable()
export class EvaluationHandler {
  constructor(
    @InjectCollection(EVALUATIONS) private readonly evaluations: Collection<Evaluation>,
    @InjectCollection(RESPONSES) private readonly responses: Collection<Response>,
    @InjectCollection(KNOWN_FIRMS) private readonly firms: Collection<KnownFirm>,
    private readonly standings: Standings,
    private readonly owners: Owners,
    private readonly clock: Clock,
  ) {}

  async read(demandId: string, caller: Principal): Promise<Result<Evaluated>> {
    const evaluation = await this.evaluations.get(demandId);
    if (!evaluation || !ownsOrStaff(caller, evaluation.ownerId)) return fail(commonErrors.not_found());
    return ok({ evaluation, responses: await this.responses.many([...evaluation.responseIds]) });
  }

  /** What is shortlisted now is judged, or where nothing is, what is in. Evaluators are people who may read them anyway. */
  async setUp(
    demandId: string,
    criteria: readonly Criterion[],
    evaluatorIds: readonly string[],
    asked: Asked,
  ): Promise<Result<Evaluated>> {
    const demand = await this.standings.demand(demandId);
    if (!demand || !ownsOrStaff(asked.caller, demand.ownerId)) return fail(commonErrors.not_found());
    const ids = [...new Set(evaluatorIds)];
    const found = await this.owners.findActive(ids);
    if (found.length < ids.length) return fail(engagementErrors.person_unknown({}, '/evaluatorIds'));
    const others = found.map(({ organisationId }) => organisationId).filter((one) => one !== demand.ownerId);
    if ((await this.firms.manyBy('byOrganisation', [...new Set(others)])).length > 0)
      return fail(engagementErrors.evaluator_of_firm({}, '/evaluatorIds'));
    const open = await this.toJudge(demandId);
    if (!open) return fail(engagementErrors.evaluation_many({ most: MOST.responses }));
    const { ownerId, title: demandTitle } = demand;
    const what: SetUp = {
      ...{ demandId, ownerId, demandTitle, criteria, responseIds: open.map(({ id }) => id) },
      evaluators: found.map(({ id, name, organisationId }) => ({ id, name, organisationId })),
    };
    return this.write(demandId, asked, (before, act) => setUp(before, what, act));
  }

  async handIn(responseId: string, scores: Record<string, number>, note: string | undefined, asked: Asked) {
    const response = await this.responses.get(responseId);
    const list = response && (await this.read(response.demandId, asked.caller));
    if (!response || !list?.ok) return fail(commonErrors.not_found());
    const { personId } = asked.caller;
    if (!personId) return fail(engagementErrors.no_evaluator());
    const gone = goneOf(list.value.responses);
    return this.write(response.demandId, asked, (before, act) => {
      if (!before) return fail(commonErrors.not_found());
      return handIn(before, { personId, responseId, scores, ...(note ? { note } : {}), at: act.at }, gone, act);
    });
  }

  async leaveOut(demandId: string, personId: string, asked: Asked): Promise<Result<Evaluated>> {
    const list = await this.read(demandId, asked.caller);
    if (!list.ok) return list;
    const gone = goneOf(list.value.responses);
    return this.write(demandId, asked, (before, act) =>
      before ? leaveOut(before, personId, gone, act) : fail(commonErrors.not_found()),
    );
  }

  /** Undefined where there are too many. */
  private async toJudge(demandId: string): Promise<readonly Response[] | undefined> {
    for (const status of ['shortlisted', 'submitted']) {
      const page = await this.responses.find('byDemandStatus', { eq: [demandId, status], limit: MOST.responses });
      if (page.items.length > 0) return page.next === undefined ? page.items : undefined;
    }
    return [];
  }

  private async write(
    demandId: string,
    { caller, command, version }: Asked,
    decide: (before: Evaluation | undefined, act: Act) => Result<Decision<Evaluation>>,
  ): Promise<Result<Evaluated>> {
    const act = actOf(caller, isStaff(caller) ? 'staff' : 'leader', this.clock.iso());
    const written = await writeDocument(this.evaluations, demandId, { cause: command.cause, version }, (doc) =>
      decide(doc, act),
    );
    return written.ok ? this.read(demandId, caller) : written;
  }
}
