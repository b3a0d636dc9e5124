import { Injectable } from '@nestjs/common';
import type { RejectReason } from '#contracts/engagement';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { idFrom, newId } from '#platform/ids';
import { changeDocument, type Decision } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { type Act, actOf } from '../act.js';
import { engagementErrors } from '../engagement.errors.js';
import { CHOICES, type Choice, RESPONSES, type Response } from '../engagement.store.js';
import { Standings } from '../known/standing.js';
import { askQuestion, chooseResponse, rejectResponse, shortlistResponse } from './response.rules.js';

/** What the owner of a demand does with the responses to it. */
@Injectable()
export class DecideHandler {
  constructor(
    @InjectCollection(RESPONSES) private readonly responses: Collection<Response>,
    @InjectCollection(CHOICES) private readonly choices: Collection<Choice>,
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  shortlist(id: string, shortlisted: boolean, asked: Asked): Promise<Result<Response>> {
    return this.change(id, asked, (response, act) => shortlistResponse(response, shortlisted, act));
  }

  reject(id: string, reason: RejectReason, note: string | undefined, asked: Asked): Promise<Result<Response>> {
    return this.change(id, asked, (response, act) => rejectResponse(response, reason, note, act));
  }

  ask(id: string, text: string, asked: Asked): Promise<Result<Response>> {
    const questionId = asked.command.key ? idFrom('question', asked.command.key) : newId();
    return this.change(id, asked, (response, act) => askQuestion(response, questionId, text, act));
  }

  /**
   * The place among the chosen first, then the response. Cut off in between, the same choice again has its place and goes
   * on; a place whose response cannot be chosen any more is free for another.
   */
  async choose(id: string, asked: Asked): Promise<Result<Response>> {
    const response = await this.responses.get(id);
    if (!response || !isReceived(response, asked)) return fail(commonErrors.not_found());
    const repeated = asked.command.cause && (await this.responses.recall(id, asked.command.cause));
    if (repeated) return ok(repeated);
    if (asked.version !== undefined && asked.version !== response.version) return fail(commonErrors.stale());
    const possible = chooseResponse(response, actOf(asked.caller, 'leader', this.clock.iso()));
    if (!possible.ok) return possible;
    const placed = await this.place(response);
    return placed.ok ? this.change(id, asked, chooseResponse) : placed;
  }

  private async place({ id, demandId }: Response): Promise<Result<Choice>> {
    const wanted = (await this.standings.demand(demandId))?.wanted ?? 0;
    await this.choices.insert([{ doc: { id: demandId, chosen: [] } }]);
    const held = (await this.choices.get(demandId))?.chosen ?? [];
    const free = (await this.responses.many([...held]))
      .filter(({ status }) => !HOLDS_PLACE.has(status))
      .map((one) => one.id);
    return changeDocument(this.choices, demandId, {}, (choice) => {
      const chosen = choice.chosen.filter((one) => one !== id && !free.includes(one));
      return chosen.length < wanted
        ? ok({ doc: { ...choice, chosen: [...chosen, id] } })
        : fail(engagementErrors.choice_full({ wanted }));
    });
  }

  private change(
    id: string,
    asked: Asked,
    decide: (response: Response, act: Act) => Result<Decision<Response>>,
  ): Promise<Result<Response>> {
    const act = actOf(asked.caller, 'leader', this.clock.iso());
    const options = { cause: asked.command.cause, version: asked.version };
    return changeDocument(this.responses, id, options, (response) =>
      isReceived(response, asked) ? decide(response, act) : fail(commonErrors.not_found()),
    );
  }
}

/** Chosen, or about to be. */
const HOLDS_PLACE: ReadonlySet<string> = new Set(['submitted', 'shortlisted', 'chosen']);

/** Its demand is the caller's, and it was handed in. */
const isReceived = (response: Response, { caller }: Asked): boolean =>
  response.inbox !== undefined && response.ownerId === caller.organisation?.id;
