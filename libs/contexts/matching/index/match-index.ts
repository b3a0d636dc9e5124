import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { DemandEventData } from '#contracts/demand';
import type { DecisionEntry, DecisionState } from '#contracts/match';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import { callWorker, type WorkerHandle } from '#platform/worker/rpc';
import type { LogEvent } from '#ports/event';
import { Log, type Tail } from '#ports/log/log';
import type { BookStatistics, Draft, MatchBookMethods } from './match-book.js';

const FED_BY = [TOPICS.profile, TOPICS.demand] as const;

/**
 * All firms and all open demands in a worker thread, fed by the log from its start. Before anything is ranked it catches
 * up to the log's end as it was when asked, so that a demand and a profile arriving together cannot miss each other.
 */
@Injectable()
export class MatchIndex implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('matching.index');
  private worker: WorkerHandle<MatchBookMethods> | undefined;
  private tail: Promise<Tail> | undefined;
  /** Newest version of each profile fed so far. */
  private readonly firmVersions = new Map<string, number>();
  private caughtUp = false;
  private catchingUp: Promise<void> | undefined;

  constructor(private readonly log: Log) {}

  onApplicationBootstrap(): void {
    this.caughtUpOnce();
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.tail)?.close();
    await this.worker?.end();
  }

  /** Whether it has held, once, everything that was on the log at boot. A try that failed is made again. */
  caughtUpOnce(): boolean {
    const done = () => {
      this.caughtUp = true;
    };
    const failed = () => {
      this.catchingUp = undefined;
    };
    this.catchingUp ??= this.ready().then(done, failed);
    return this.caughtUp;
  }

  /** Ranks the firms of each demand that is open; demands that are not are left out. */
  async decide(demandIds: readonly string[], on: string): Promise<Draft[]> {
    return (await this.ready()).call.decide([...demandIds], on);
  }

  /** The open demands in whose lists these firms could now stand. */
  async affectedBy(firmIds: readonly string[]): Promise<string[]> {
    return (await this.ready()).call.affectedBy([...firmIds]);
  }

  /** The demands of these decisions that rest on a profile which has changed since, or is gone. */
  async outdated(decisions: readonly DecisionState[]): Promise<string[]> {
    await (await this.start().tail).reached(await this.log.end([TOPICS.profile]));
    const changed = ({ firmId, firmVersion }: DecisionEntry) => this.firmVersions.get(firmId) !== firmVersion;
    return decisions.filter(({ entries }) => entries.some(changed)).map(({ demandId }) => demandId);
  }

  async statistics(): Promise<BookStatistics> {
    return (await this.ready()).call.statistics();
  }

  /** Starting is safe to repeat: handlers may run before Nest has called the hook. */
  private start(): { worker: WorkerHandle<MatchBookMethods>; tail: Promise<Tail> } {
    this.worker ??= callWorker<MatchBookMethods>(new URL('./match.worker.js', import.meta.url), undefined);
    const worker = this.worker;
    this.tail ??= this.log.tail(FED_BY, '', (events) => this.feed(worker, events));
    return { worker, tail: this.tail };
  }

  private async ready(): Promise<WorkerHandle<MatchBookMethods>> {
    const { worker, tail } = this.start();
    await (await tail).reached(await this.log.end(FED_BY));
    return worker;
  }

  private async feed(worker: WorkerHandle<MatchBookMethods>, events: readonly LogEvent[]): Promise<void> {
    const newest = [...new Map(events.map((event) => [`${event.topic}/${event.subject}`, event])).values()];
    const profiles = newest.filter((event) => event.topic === TOPICS.profile);
    const demands = newest.filter((event) => event.topic === TOPICS.demand);
    const gone = profiles.filter((event) => event.type === EVENTS.profileRemoved).map((event) => event.subject);
    const firms = profiles
      .filter((event) => event.type !== EVENTS.profileRemoved)
      .map((event) => event.data as ProfileState);
    for (const id of gone) this.firmVersions.delete(id);
    for (const { id, version } of firms) this.firmVersions.set(id, version);
    await worker.call.apply(
      firms,
      gone,
      demands.map((event) => (event.data as DemandEventData).demand),
    );
    this.logger.debug({ msg: 'fed', firms: firms.length, demands: demands.length });
  }
}
