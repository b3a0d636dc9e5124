import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { ResponseEventData, ResponseState } from '#contracts/engagement';
import { EVENTS, TOPICS } from '#contracts/topics';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok } from '#platform/errors/errors';
import { OnEvents } from '#platform/messaging/on-events';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { answerProposal, proposalId } from '../expand/proposal.rules.js';
import { PROPOSALS, type Proposal } from '../matching.store.js';

/** A firm that responds to a demand is interested in it: its proposal is answered, and the ranking learns from it. */
@Controller()
export class AnswerWhenFirmResponds {
  constructor(@InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>) {}

  @OnEvents({ group: 'matching.responses', topics: [TOPICS.response], batch: 50 })
  async handle(@Payload() events: readonly LogEvent<ResponseEventData>[]): Promise<void> {
    const submitted = events.filter(({ type }) => type === EVENTS.responseSubmitted);
    await Promise.all(submitted.map(({ id, time, data }) => this.answer(data.response, time, id)));
  }

  /** Nothing where the firm was not told of the demand, or has said so itself. */
  private async answer(response: ResponseState, at: string, cause: string): Promise<void> {
    const { demandId, firmId, organisationId } = response;
    if (firmId === undefined) return;
    const said = { answer: 'interested', reasons: [], responseId: response.id, at } as const;
    await changeDocument(this.proposals, proposalId(demandId, firmId), { cause }, (proposal) => {
      const isTold = proposal.reader === organisationId && proposal.status === 'released';
      if (!isTold || proposal.answer?.answer === 'interested') return fail(commonErrors.not_found());
      const answered = answerProposal(proposal, said);
      return answered.ok ? ok(answered.value ?? { doc: proposal }) : answered;
    });
  }
}
