import { Injectable } from '@nestjs/common';
import type { ProposalAnswer } from '#contracts/match';
import type { Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { answerProposal, seeProposal } from '../expand/proposal.rules.js';
import { PROPOSALS, type Proposal } from '../matching.store.js';

/** A firm answers a proposal that was released to it: interested, or not for us. It may change its mind while it is open. */
@Injectable()
export class AnswerHandler {
  constructor(
    @InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>,
    private readonly clock: Clock,
  ) {}

  /** Notes that somebody of the firm has opened it. */
  async see(id: string, { caller, command }: Asked): Promise<Result<Proposal>> {
    const before = await this.proposals.get(id);
    if (!before || !isTold(before, caller)) return fail(commonErrors.not_found());
    if (before.seenAt) return ok(before);
    return changeDocument(this.proposals, id, { cause: command.cause }, (current) =>
      ok(seeProposal(current, this.clock.iso()) ?? { doc: current }),
    );
  }

  async answer(
    id: string,
    said: Omit<ProposalAnswer, 'at'>,
    { caller, command, version }: Asked,
  ): Promise<Result<Proposal>> {
    const at = this.clock.iso();
    const decide = (current: Proposal) =>
      isTold(current, caller) ? answerProposal(current, { ...said, at }) : fail(commonErrors.not_found());
    const before = await this.proposals.get(id);
    const nothingNew = before && decide(before);
    if (before && nothingNew?.ok && !nothingNew.value) return ok(before);
    return changeDocument(this.proposals, id, { cause: command.cause, version }, (current) => {
      const answered = decide(current);
      return answered.ok ? ok(answered.value ?? { doc: current }) : answered;
    });
  }
}

const isTold = ({ reader }: Proposal, caller: Principal): boolean =>
  reader !== undefined && reader === caller.organisation?.id;
