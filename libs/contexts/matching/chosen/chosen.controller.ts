import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { viewDemand } from '#contracts/disclosure';
import { Access, ownsOrStaff, type Principal } from '#platform/access/access';
import { type Language, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, Reader } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import { Clock, dayInChina } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { MatchIndex } from '../index/match-index.js';
import { matchingErrors } from '../matching.errors.js';
import { PROPOSALS, type Proposal } from '../matching.store.js';
import { excludedView, fittingView } from '../read/proposal.view.js';
import { CandidatesView, ChosenListView } from './chosen.dto.js';
import type { ChosenList } from './chosen.store.js';
import { ChosenLists } from './chosen-lists.js';

/** The firms that a demand is shown to and nobody else, for its owner and staff. */
@ApiTags('matching')
@Controller('demands/:id')
export class ChosenController {
  constructor(
    private readonly lists: ChosenLists,
    @InjectCollection(PROPOSALS) private readonly proposals: Collection<Proposal>,
    private readonly index: MatchIndex,
    private readonly clock: Clock,
  ) {}

  @Get('chosen-firms')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({ summary: 'The firms that a demand is shown to only, and how far each has come', answer: ChosenListView })
  async read(@Param('id') id: string, @Caller() caller: Principal): Promise<ChosenListView> {
    const list = await this.list(id, caller);
    return listView(list, await this.proposals.manyBy('ofDemand', [id]));
  }

  @Get('candidates')
  @Access({ any: ['staff', 'operator'], own: ['leader', 'sme'] })
  @Endpoint({
    summary: 'Firms that would fit a demand for chosen firms, best first, to choose from',
    description: 'Once it is handed in or published. Ranked as for everybody; nothing is stored and nobody is told.',
    answer: CandidatesView,
  })
  async candidates(@Param('id') id: string, @Caller() caller: Principal, @Reader() language: Language) {
    await this.list(id, caller);
    const found = await this.index.candidates(id, dayInChina(this.clock.now()));
    if (!found) return { firms: [], excluded: [] };
    const demand = viewDemand(found.demand, 'owner');
    return {
      firms: found.entries.map((entry) => fittingView(entry, demand, 'leader', language)),
      excluded: excludedView(found.excluded, language),
    };
  }

  private async list(id: string, caller: Principal): Promise<ChosenList> {
    const list = (await this.lists.of([id])).get(id);
    if (!list || !ownsOrStaff(caller, list.ownerId)) throw new Refused([matchingErrors.chosen_nothing()]);
    return list;
  }
}

function listView(
  { id, version, open, order, days, firms }: ChosenList,
  proposals: readonly Proposal[],
): ChosenListView {
  const byFirm = new Map(proposals.filter(({ asked }) => asked).map((proposal) => [proposal.firmId, proposal]));
  return {
    demandId: id,
    ...{ version, open, order },
    ...(days === undefined ? {} : { days }),
    firms: firms.map((firm) => {
      const proposal = byFirm.get(firm.firmId);
      const told = proposal && { proposalId: proposal.id, reachable: proposal.organisationId !== undefined };
      return { ...firm, ...told };
    }),
  };
}
