import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, ownsOrStaff, type Principal } from '#platform/access/access';
import { type Language, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf } from '#platform/http/paging';
import { Caller, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { DecisionChangeView } from '../matching.dto.js';
import { matchingErrors } from '../matching.errors.js';
import { DECISIONS, type MatchDecision } from '../matching.store.js';
import { reasonSentence } from '../read/proposal.view.js';
import type { DecisionChange } from './decision-change.js';

/** What changes of a demand did to the firms that were proposed for it. */
@ApiTags('matching')
@Controller()
export class ChangesController {
  constructor(@InjectCollection(DECISIONS) private readonly decisions: Collection<MatchDecision>) {}

  @Get('demands/:id/decision/changes')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Who came, went and moved when a demand was changed, and why; the last five changes, newest first',
    answer: PageOf(DecisionChangeView),
  })
  async changes(@Param('id') id: string, @Caller() caller: Principal, @Reader() language: Language) {
    const decision = await this.decisions.get(id);
    if (!decision || !ownsOrStaff(caller, decision.ownerId)) throw new Refused([matchingErrors.not_matched()]);
    return { items: (decision.changes ?? []).map((change) => changeView(change, language)) };
  }
}

export function changeView({ firms, ...change }: DecisionChange, language: Language): DecisionChangeView {
  return {
    ...change,
    firms: firms.map(({ excluded, verdicts, ...firm }) => ({
      ...firm,
      verdicts: [...verdicts],
      ...(excluded ? { excluded: reasonSentence(excluded.why, excluded.name ?? '', language) } : {}),
    })),
  };
}
