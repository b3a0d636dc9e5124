import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, isStaff, type Principal } from '#platform/access/access';
import { orRefuse, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { PageOf, pageOptions, pageView } from '#platform/http/paging';
import { Caller } from '#platform/http/request';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { MatchmakingHandler } from '../event/matchmaking.handler.js';
import { type MeetingOutcome, OUTCOMES, REGISTRATIONS, type Registration } from '../events.store.js';
import { KnownThings } from '../known/known-things.js';
import { type DirectoryReader, participantView } from './participant.view.js';
import { ReadRegistrations } from './read-registrations.js';
import { BroughtDemandView, CandidateView, ParticipantsQuery, ParticipantView } from './registration.dto.js';
import { RegistrationHandler } from './registration.handler.js';
import { COMING, inState } from './registration.rules.js';

/** The most candidates that staff are shown. */
const MOST_CANDIDATES = 200;

@ApiTags('matchmaking events')
@Controller('matchmaking-events/:id')
export class DirectoryController {
  constructor(
    @InjectCollection(OUTCOMES) private readonly outcomes: Collection<MeetingOutcome>,
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    private readonly events: MatchmakingHandler,
    private readonly handler: RegistrationHandler,
    private readonly every: ReadRegistrations,
    private readonly known: KnownThings,
  ) {}

  @Get('participants')
  @Access({ any: ['staff', 'operator'], own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Whom a participant can meet: the other side by name, with fit where the two were matched',
    answer: PageOf(ParticipantView),
  })
  async participants(@Param('id') id: string, @Query() query: ParticipantsQuery, @Caller() caller: Principal) {
    const reader = await this.readerOf(id, query, caller);
    const { side } = reader;
    const page = await this.registrations.find('bySide', { eq: [`${id}:${side}`], ...pageOptions(query) });
    const own = reader.own?.side === 'leader' ? reader.own.demandIds : [];
    const brought = page.items.flatMap(({ demandIds }) => demandIds);
    const demands = await this.known.demands([...own, ...brought]);
    return pageView(page, (one) => participantView(one, reader, demands));
  }

  @Get('demands')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Public demands that leaders bring, those of the invited too',
    answer: BroughtDemandView,
    list: true,
  })
  async demands(@Param('id') id: string, @Caller() caller: Principal): Promise<BroughtDemandView[]> {
    orRefuse(await this.events.read(id, caller));
    const coming = (await this.every.of(id)).filter((one) => inState(one, COMING) === undefined);
    const demands = await this.known.demands(coming.flatMap(({ demandIds }) => demandIds));
    return coming.flatMap(({ organisationId: leaderId, organisationName: leaderName, demandIds }) =>
      demandIds.flatMap((demandId) => {
        const demand = demands.get(demandId);
        return demand ? [{ id: demandId, title: demand.title, leaderId, leaderName }] : [];
      }),
    );
  }

  @Get('candidates')
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Organisations proposed for demands of the event and not registered, the best fit first',
    answer: CandidateView,
    list: true,
  })
  async candidates(@Param('id') id: string, @Caller() caller: Principal): Promise<CandidateView[]> {
    orRefuse(await this.events.read(id, caller));
    const registered = await this.every.of(id);
    const demandIds = [...new Set(registered.flatMap((one) => one.demandIds))];
    const there = new Set(registered.map(({ organisationId }) => organisationId));
    const matches = (await this.known.matchesOf(demandIds)).sort((a, b) => b.score - a.score);
    const found = new Map<string, { fit: number; demandIds: string[] }>();
    for (const { organisationId, demandId, score } of matches) {
      if (there.has(organisationId)) continue;
      const one = found.get(organisationId) ?? { fit: score, demandIds: [] };
      found.set(organisationId, { ...one, demandIds: [...one.demandIds, demandId] });
    }
    const names = await this.known.organisations([...found.keys()].slice(0, MOST_CANDIDATES));
    return [...found].flatMap(([organisationId, candidate]) => {
      const organisation = names.get(organisationId);
      return organisation?.status === 'approved' ? [{ organisationId, name: organisation.name, ...candidate }] : [];
    });
  }

  /** Which side the reader looks at, how well they fit, and whom it has met. */
  private async readerOf(id: string, query: ParticipantsQuery, caller: Principal): Promise<DirectoryReader> {
    orRefuse(await this.events.read(id, caller));
    if (isStaff(caller)) return { side: query.side ?? ('leader' as const), fits: [], met: new Set() };
    const own = orRefuse(await this.handler.own(id, caller));
    const refused = inState(own, ['approved']);
    if (refused) throw new Refused([refused]);
    const asks = own.side === 'leader';
    const [fits, met] = await Promise.all([
      asks ? this.known.matchesOf(own.demandIds) : this.known.matchesTo(own.organisationId),
      this.outcomes.manyBy(asks ? 'met' : 'metSme', [own.organisationId]),
    ]);
    const others = met.map(({ leaderId, smeId }) => (asks ? smeId : leaderId));
    return { side: asks ? 'sme' : 'leader', own, fits, met: new Set(others) };
  }
}
