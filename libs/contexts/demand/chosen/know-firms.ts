import { Controller, HttpCode, Post } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ApiTags } from '@nestjs/swagger';
import type { ProposalState } from '#contracts/match';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import { Access } from '#platform/access/access';
import { Endpoint } from '#platform/http/openapi';
import { OnEvents } from '#platform/messaging/on-events';
import { Projection } from '#platform/messaging/projection';
import { RebuiltView, rebuiltTogether } from '#platform/messaging/rebuilt.view';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import { Log } from '#ports/log/log';
import type { Collection } from '#ports/store/store';
import { KNOWN_FIRMS, type KnownFirm, pairOf, SHOWN_DEMANDS, type ShownDemand } from './known.store.js';

const firmsFromEvents = (known: Collection<KnownFirm>) =>
  new Projection<KnownFirm, Partial<ProfileState>>(known, TOPICS.profile, ({ type, subject, sequence, data }) => {
    const { name, organisationId, creditCode } = data;
    if (name === undefined || type === EVENTS.profileRemoved) return undefined;
    return {
      ...{ id: subject, name, seen: sequence },
      ...(organisationId ? { organisationId } : {}),
      ...(creditCode ? { creditCode } : {}),
    };
  });

const shownFromEvents = (shown: Collection<ShownDemand>) =>
  new Projection<ShownDemand, ProposalState>(shown, TOPICS.proposal, ({ subject, sequence, data }) => {
    const { demandId, organisationId, status, asked } = data;
    if (!asked || !organisationId || status !== 'released') return undefined;
    return { id: subject, pair: pairOf(demandId, organisationId), seen: sequence };
  });

/** Keeps which firms there are, and which of them a demand for chosen firms is shown to. */
@ApiTags('operations')
@Controller('operations/projections')
export class KnowFirms {
  constructor(
    @InjectCollection(KNOWN_FIRMS) private readonly firms: Collection<KnownFirm>,
    @InjectCollection(SHOWN_DEMANDS) private readonly shown: Collection<ShownDemand>,
    private readonly log: Log,
  ) {}

  @OnEvents({ group: 'demand.firms', topics: [TOPICS.profile], batch: 500 })
  knowFirms(@Payload() events: readonly LogEvent<Partial<ProfileState>>[]): Promise<void> {
    return firmsFromEvents(this.firms).apply(events);
  }

  @OnEvents({ group: 'demand.shown', topics: [TOPICS.proposal] })
  knowShown(@Payload() events: readonly LogEvent<ProposalState>[]): Promise<void> {
    return shownFromEvents(this.shown).apply(events);
  }

  @Post('demand')
  @HttpCode(200)
  @Access({ any: ['operator'] })
  @Endpoint({ summary: 'Mend what demands know of firms and proposals, from the log', answer: RebuiltView })
  async rebuild(): Promise<RebuiltView> {
    return rebuiltTogether([
      await firmsFromEvents(this.firms).rebuild(this.log),
      await shownFromEvents(this.shown).rebuild(this.log),
    ]);
  }
}
