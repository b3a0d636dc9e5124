import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok } from '#platform/errors/errors';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { DueWork } from '#platform/time/due-work';
import type { Collection } from '#ports/store/store';
import { ENGAGEMENTS, type Engagement, MESSAGES, type Message, RESPONSES, type Response } from '../engagement.store.js';
import { nextAlarm } from './alarm.rules.js';
import { ringResponse, ringThread } from './ring.js';

/** Reminds, and tells what is overdue, stalled or waits for an answer: each once, whatever is killed and restarted. */
@Injectable()
export class RingAlarms implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly ofThreads: DueWork<Engagement>;
  private readonly ofResponses: DueWork<Response>;

  constructor(
    @InjectCollection(ENGAGEMENTS) private readonly threads: Collection<Engagement>,
    @InjectCollection(RESPONSES) private readonly responses: Collection<Response>,
    @InjectCollection(MESSAGES) private readonly messages: Collection<Message>,
    clock: Clock,
  ) {
    const common = { index: 'due', clock, logger: new Logger('engagement.alarms') };
    this.ofThreads = new DueWork({
      ...{ ...common, collection: threads },
      handle: (thread, at) => this.ringThread(thread, at),
    });
    this.ofResponses = new DueWork({
      ...{ ...common, collection: responses },
      handle: (response, at) => this.ringResponse(response, at),
    });
  }

  onApplicationBootstrap(): void {
    this.ofThreads.start();
    this.ofResponses.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.ofThreads.stop(), this.ofResponses.stop()]);
  }

  /** Number of alarms rung. */
  async run(): Promise<number> {
    return (await this.ofThreads.run()) + (await this.ofResponses.run());
  }

  private async ringThread(thread: Engagement, at: string): Promise<number> {
    const isStalled = nextAlarm(thread)?.kind === 'stalled';
    const options = { eq: [thread.id], limit: 1, descending: true };
    const [last] = isStalled ? (await this.messages.find('byEngagement', options)).items : [];
    const rung = await changeDocument(this.threads, thread.id, { version: thread.version }, (current) => {
      const decision = ringThread(current, at, last?.at);
      return decision ? ok(decision) : fail(commonErrors.stale());
    });
    return rung.ok ? 1 : 0;
  }

  private async ringResponse({ id, version }: Response, at: string): Promise<number> {
    const rung = await changeDocument(this.responses, id, { version }, (current) => {
      const decision = ringResponse(current, at);
      return decision ? ok(decision) : fail(commonErrors.stale());
    });
    return rung.ok ? 1 : 0;
  }
}
