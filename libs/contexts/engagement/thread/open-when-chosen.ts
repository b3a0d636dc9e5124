import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { ResponseEventData } from '#contracts/engagement';
import { EVENTS, TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { ENGAGEMENTS, type Engagement } from '../engagement.store.js';
import { Standings } from '../known/standing.js';
import { Owners } from './owners.js';
import { openThread } from './thread.rules.js';

/** A response that is chosen goes on as a thread: who chose it and who handed it in see to it. */
@Controller()
export class OpenWhenChosen {
  constructor(
    @InjectCollection(ENGAGEMENTS) private readonly threads: Collection<Engagement>,
    private readonly standings: Standings,
    private readonly owners: Owners,
  ) {}

  @OnEvents({ group: 'engagement.threads', topics: [TOPICS.response] })
  async handle(@Payload() events: readonly LogEvent<ResponseEventData>[]): Promise<void> {
    const chosen = events.filter(({ type }) => type === EVENTS.responseChosen);
    await Promise.all(chosen.map((event) => this.open(event)));
  }

  /** Nothing where the leader has begun one already. */
  private async open({ id, data: { response, change } }: LogEvent<ResponseEventData>): Promise<void> {
    const { demandId, demandTitle, ownerId, organisationId, firmName, firmId, region, submittedBy } = response;
    const demand = await this.standings.demand(demandId);
    const { at, byId, byName } = change;
    const entry = openThread(
      {
        ...{ demandId, demandTitle, ownerId, ownerName: demand?.ownerName ?? '', organisationId, firmName },
        ...(firmId ? { firmId } : {}),
        ...(region ? { region } : {}),
        responseId: response.id,
        ...(byId ? { leader: { id: byId, name: byName } } : {}),
        ...(submittedBy ? { firm: submittedBy } : {}),
      },
      { at, by: { ...(byId ? { byId } : {}), byName, side: 'leader' } },
    );
    const [written] = await this.threads.insert([entry], id);
    if (written?.status === 'done') await this.owners.check(written.doc, at);
  }
}
