import { Injectable } from '@nestjs/common';
import { isStaff, type Principal } from '#platform/access/access';
import { notedAccess } from '#platform/access/noted-access';
import { commonErrors } from '#platform/errors/common.errors';
import { Refused } from '#platform/errors/errors';
import { type PageQuery, type PageView, pageOptions, pageView } from '#platform/http/paging';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import {
  ENGAGEMENT_HISTORY,
  ENGAGEMENTS,
  type Engagement,
  type EngagementHistoryEntry,
  MESSAGES,
  type Message,
} from '../engagement.store.js';
import { Standings } from '../known/standing.js';
import type { EngagementHistoryView } from '../response/response.dto.js';
import { historyView } from '../response/response.view.js';
import { NoteAccess } from './note-access.js';
import type { EngagementsQuery, EngagementView, MessageView } from './thread.dto.js';
import { circleIn, engagementView, mayRead, messageView, wholeView } from './thread.view.js';

/** Threads as those concerned and staff read them. */
@Injectable()
export class ReadThreads {
  constructor(
    @InjectCollection(ENGAGEMENTS) private readonly threads: Collection<Engagement>,
    @InjectCollection(MESSAGES) private readonly posted: Collection<Message>,
    @InjectCollection(ENGAGEMENT_HISTORY) private readonly past: Collection<EngagementHistoryEntry>,
    private readonly standings: Standings,
    private readonly access: NoteAccess,
    private readonly clock: Clock,
  ) {}

  async one(id: string, caller: Principal): Promise<EngagementView> {
    return this.whole(await this.readable(id, caller), caller);
  }

  /** With the demand as the caller may see it. That somebody sees what is confidential is noted before it is shown. */
  async whole(thread: Engagement, caller: Principal): Promise<EngagementView> {
    const demand = await this.standings.demand(thread.demandId);
    const at = this.clock.iso();
    await this.access.note(demand && notedAccess(demand, circleIn(thread, caller), 'thread', caller, at));
    return wholeView(thread, demand, caller);
  }

  async list(query: EngagementsQuery, caller: Principal): Promise<PageView<EngagementView>> {
    const options = { ...pageOptions(query), descending: true };
    if (isStaff(caller)) {
      const page = query.orphaned
        ? await this.threads.find('orphans', { eq: ['orphan'], ...options })
        : await this.threads.find('byAge', options);
      return pageView(page, engagementView);
    }
    const side = query.side ?? (caller.role === 'leader' ? 'leader' : 'firm');
    const index = side === 'leader' ? 'byLeader' : 'byFirm';
    return pageView(
      await this.threads.find(index, { eq: [caller.organisation?.id ?? ''], ...options }),
      engagementView,
    );
  }

  async messages(id: string, query: PageQuery, caller: Principal): Promise<PageView<MessageView>> {
    const thread = await this.readable(id, caller);
    const options = { eq: [thread.id], ...pageOptions(query), descending: true };
    return pageView(await this.posted.find('byEngagement', options), messageView);
  }

  async history(id: string, query: PageQuery, caller: Principal): Promise<PageView<EngagementHistoryView>> {
    const thread = await this.readable(id, caller);
    const options = { eq: [thread.id], ...pageOptions(query), descending: true };
    return pageView(await this.past.find('byAbout', options), historyView);
  }

  private async readable(id: string, caller: Principal): Promise<Engagement> {
    const thread = await this.threads.get(id);
    if (!thread || !mayRead(thread, caller)) throw new Refused([commonErrors.not_found()]);
    return thread;
  }
}
