import { Injectable } from '@nestjs/common';
import type { ResponseContent } from '#contracts/engagement';
import type { Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { changeDocument, type Decision } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { type Act, actOf } from '../act.js';
import { engagementErrors } from '../engagement.errors.js';
import { RESPONSES, type Response } from '../engagement.store.js';
import { isOpen, type Standing, Standings } from '../known/standing.js';
import { conditionsOf, type Missing, missingOf } from './missing.js';
import {
  answerQuestion,
  checkContent,
  EMPTY,
  type FirmNames,
  responseId,
  submitResponse,
  withdrawResponse,
  writeResponse,
} from './response.rules.js';

/** A response with what it does not say yet. */
export interface Written {
  readonly response: Response;
  readonly missing: readonly Missing[];
}

/** What a firm does with its response to a demand. */
@Injectable()
export class RespondHandler {
  constructor(
    @InjectCollection(RESPONSES) private readonly responses: Collection<Response>,
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  /** The response of the caller's organisation to a demand. */
  async read(demandId: string, caller: Principal): Promise<Result<Written>> {
    const response = await this.responses.get(responseId(demandId, caller.organisation?.id ?? ''));
    return response ? ok({ response, missing: await this.missing(response, caller) }) : fail(commonErrors.not_found());
  }

  /** Keeps what the firm has written; the first time makes the draft. */
  async write(demandId: string, content: ResponseContent, asked: Asked): Promise<Result<Written>> {
    const at = this.clock.iso();
    const found = await this.standings.of(demandId, asked.caller);
    if (!found.ok) return found;
    const { demand, view, firm } = found.value;
    if (!isOpen(demand, at)) return fail(engagementErrors.demand_over());
    const wrong = checkContent(content, conditionsOf(demand));
    if (wrong) return fail(wrong);
    const missing = missingOf(content, view, firm !== undefined);
    const firmName = asked.caller.organisation?.name ?? '';
    const region = firm?.region ? { region: firm.region } : {};
    const names = { firmName, ...(firm ? { firmId: firm.id, ...region } : {}) };
    const made = await this.begin(found.value, names, asked, at);
    if (!made.ok) return made;
    const act = actOf(asked.caller, 'firm', at);
    const options = { cause: asked.command.cause, version: made.value ? undefined : asked.version };
    const written = await changeDocument(
      this.responses,
      responseId(demandId, asked.caller.organisation?.id ?? ''),
      options,
      (response) => writeResponse(response, content, names, missing, act),
    );
    return written.ok ? ok({ response: written.value, missing }) : written;
  }

  async submit(id: string, asked: Asked): Promise<Result<Written>> {
    const response = await this.own(id, asked.caller);
    if (!response) return fail(commonErrors.not_found());
    const found = await this.standings.of(response.demandId, asked.caller);
    if (!found.ok) return found;
    const { demand, view, firm } = found.value;
    const submitted = await this.change(id, asked, (current, act) => {
      if (!isOpen(demand, act.at)) return fail(engagementErrors.demand_over());
      return submitResponse(current, missingOf(current, view, firm !== undefined), act);
    });
    return submitted.ok
      ? ok({ response: submitted.value, missing: missingOf(submitted.value, view, firm !== undefined) })
      : submitted;
  }

  withdraw(id: string, reason: string | undefined, asked: Asked): Promise<Result<Response>> {
    return this.change(id, asked, (response, act) => withdrawResponse(response, reason, act));
  }

  answer(id: string, questionId: string, text: string, asked: Asked): Promise<Result<Response>> {
    return this.change(
      id,
      asked,
      (response, act) => answerQuestion(response, questionId, text, act) ?? fail(commonErrors.not_found()),
    );
  }

  /** What the response does not say; nothing where the demand is not known any more. */
  async missing(response: Response, caller: Principal): Promise<readonly Missing[]> {
    const found = await this.standings.of(response.demandId, caller);
    return found.ok ? missingOf(response, found.value.view, found.value.firm !== undefined) : [];
  }

  /** True when the draft was made now. */
  private async begin(
    { demand, view }: Standing,
    names: FirmNames,
    { caller, version }: Asked,
    at: string,
  ): Promise<Result<boolean>> {
    const organisationId = caller.organisation?.id ?? '';
    const id = responseId(demand.id, organisationId);
    if (await this.responses.get(id)) return ok(false);
    if (version !== undefined) return fail(commonErrors.stale());
    const doc: Omit<Response, 'version'> = {
      ...{ id, demandId: demand.id, demandTitle: demand.title, ownerId: demand.ownerId, organisationId, ...names },
      ...(view.ownerName ? { ownerName: view.ownerName } : {}),
      ...{ status: 'draft', ...EMPTY, questions: [], createdAt: at, updatedAt: at },
    };
    await this.responses.insert([{ doc }]);
    return ok(true);
  }

  private async own(id: string, caller: Principal): Promise<Response | undefined> {
    const response = await this.responses.get(id);
    return response && response.organisationId === caller.organisation?.id ? response : undefined;
  }

  private change(
    id: string,
    { caller, command, version }: Asked,
    decide: (response: Response, act: Act) => Result<Decision<Response>>,
  ): Promise<Result<Response>> {
    const act = actOf(caller, 'firm', this.clock.iso());
    return changeDocument(this.responses, id, { cause: command.cause, version }, (response) =>
      response.organisationId === caller.organisation?.id ? decide(response, act) : fail(commonErrors.not_found()),
    );
  }
}
