import { join } from 'node:path';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  Optional,
} from '@nestjs/common';
import type { DemandEventData, DemandState } from '#contracts/demand';
import type { DecisionState } from '#contracts/match';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import { readDictionary } from '#engines/match/dictionary';
import { CONFIG, type Config } from '#platform/config/config';
import { onceAvailable } from '#platform/messaging/once-available';
import { callWorker, type WorkerHandle } from '#platform/worker/rpc';
import type { LogEvent } from '#ports/event';
import { Log, type Position, type Tail } from '#ports/log/log';
import { isUnavailable } from '#ports/unavailable';
import { Meanings } from '../meaning/meanings.js';
import type { Advised } from './advice.js';
import type { Breakdown } from './breakdown.js';
import { decidedList } from './decided-lists.js';
import type { Draft } from './draft.js';
import type { LikeDemand } from './like-demands.js';
import type { IndexThread } from './match.worker.js';
import type { BookStatistics, Contradictions, Coverage, DecisionVersion, MatchBookMethods } from './match-book.js';
import { demandMeaning } from './match-input.js';
import type { Steering } from './steering.js';
import type { StandingDecision } from './taken-in.js';

/** An image is written anew after so many events, and at most every so often: it costs some seconds of the thread where there is much. */
const KEEP = { events: 5_000, everyMs: 10 * 60_000, lookMs: 30_000 };

const FED_BY = [TOPICS.profile, TOPICS.demand, TOPICS.decision] as const;

/** How long handlers may wait for the index when the process ends. */
const STOP_MS = 2000;

/** The ranked firms of some open demands. */
export interface Ranking {
  readonly drafts: readonly Draft[];
  /** Every profile event up to here was known when they were ranked. */
  readonly profilesAt: Position;
}

/**
 * All firms, all open demands and which firms were proposed for them, in a worker thread, fed by the log from its start,
 * or from where the image ends that a former process has left in `indexFolder`.
 * Before anything is ranked it catches up to the log's end as it was when asked, so that a demand and a profile arriving
 * together cannot miss each other. Every matching process has one; none knows what another has not put on the log.
 */
@Injectable()
export class MatchIndex implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('matching.index');
  private worker: WorkerHandle<MatchBookMethods> | undefined;
  private tail: Promise<Tail> | undefined;
  private readonly stopping = new AbortController();
  private patience: NodeJS.Timeout | undefined;
  private caughtUp = false;
  private batches = 0;
  /** The log has been taken in up to here, and so many events since the last image, which was written then. */
  private fedTo: Position = '';
  private unkept = 0;
  private keptAt = 0;
  private keeping: NodeJS.Timeout | undefined;
  protected readonly keep = KEEP;
  private catchingUp: Promise<void> | undefined;

  constructor(
    private readonly log: Log,
    @Inject(CONFIG)
    private readonly config: Pick<Config, 'dictionary' | 'indexFolder' | 'matchShards'> = {
      dictionary: '',
      indexFolder: '',
      matchShards: 1,
    },
    @Optional() private readonly meanings?: Meanings,
  ) {
    // What is wrong with it is said at boot, not by a thread that cannot start.
    readDictionary(config.dictionary);
  }

  onApplicationBootstrap(): void {
    this.caughtUpOnce();
    if (!this.file) return;
    this.keeping = setInterval(() => void this.keepWhenDue(), this.keep.lookMs);
    this.keeping.unref();
  }

  /**
   * Handlers under way may still need the index for a moment; after that they would hold up the end of the process, and
   * what they do is done again later.
   */
  beforeApplicationShutdown(): void {
    clearInterval(this.keeping);
    this.stopping.abort();
    void this.meanings?.stop();
    this.patience = setTimeout(() => void this.closeTail(), STOP_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.patience);
    await this.closeTail();
    await this.worker?.end();
  }

  private async closeTail(): Promise<void> {
    await this.tail?.then(
      (tail) => tail.close(),
      () => undefined,
    );
  }

  /** Whether it has held, once, everything that was on the log at boot. A try that failed is made again. */
  caughtUpOnce(): boolean {
    this.catchingUp ??= this.ready().then(
      () => {
        this.caughtUp = true;
      },
      () => {
        this.catchingUp = undefined;
      },
    );
    return this.caughtUp;
  }

  /** Ranks the firms of each demand that is open, as staff steer it; demands that are not are left out. */
  async decide(
    demandIds: readonly string[],
    on: string,
    steerings: Readonly<Record<string, Steering>> = {},
  ): Promise<Ranking> {
    const { worker, profilesAt } = await this.ready();
    if (this.meanings) await this.meanings.understood(await worker.call.meaningsOf([...demandIds]));
    return { drafts: await worker.call.decide([...demandIds], on, steerings), profilesAt };
  }

  /** The musts of an open demand that a firm contradicts; undefined where it may not stand in the list. */
  async contradictions(demandId: string, firmId: string, on: string): Promise<Contradictions | undefined> {
    return (await this.ready()).worker.call.contradictions(demandId, firmId, on);
  }

  /** Demands that ask for much the same; undefined for one that is neither open nor waits for its publication. */
  async like(demandId: string): Promise<LikeDemand[] | undefined> {
    return (await this.ready()).worker.call.like(demandId);
  }

  /** The firms that would fit a demand which is open or handed in, best first, as if it were for everybody. */
  async candidates(demandId: string, on: string): Promise<Draft | undefined> {
    return (await this.ready()).worker.call.candidates(demandId, on);
  }

  /** The firms that a demand which says this would be proposed to, as if it were open now. */
  async preview(state: DemandState, on: string): Promise<Draft> {
    const { worker } = await this.ready();
    await this.meanings?.understood([demandMeaning(state)]);
    return worker.call.preview(state, on);
  }

  /** What a firm could add to its profile for a demand; undefined where it is not in the demand's list. */
  async advise(demandId: string, firmId: string, on: string): Promise<Advised | undefined> {
    return (await this.ready()).worker.call.advise(demandId, firmId, on);
  }

  /** Why a firm has its probability for a demand; undefined where the demand is not open or there is no such firm. */
  async breakdown(demandId: string, firmId: string, on: string): Promise<Breakdown | undefined> {
    return (await this.ready()).worker.call.breakdown(demandId, firmId, on);
  }

  /** How many of the firms are proposed for an open demand. */
  async coverage(): Promise<Coverage> {
    return (await this.ready()).worker.call.coverage();
  }

  /** The open demands whose newest decision names one of these firms, or in whose lists they would stand on that day. */
  async affectedBy(firmIds: readonly string[], on: string): Promise<string[]> {
    return (await this.ready()).worker.call.affectedBy([...firmIds], on);
  }

  /** Batches of the log that the index has been told. */
  get told(): number {
    return this.batches;
  }

  /** Tells the index of decisions that say what it has ranked. One that it does not hear of is ranked once more. */
  settle(decisions: readonly StandingDecision[]): void {
    if (decisions.length === 0) return;
    this.worker?.call
      .settle([...decisions])
      .catch((error: unknown) => this.logger.debug({ msg: 'decisions are not settled', error }));
  }

  /**
   * The demands of the open ones of these decisions that were taken before the newest profile event was known, but for
   * those to which none of the firms that have changed since makes a difference.
   */
  async outdated(decisions: readonly (DecisionState & DecisionVersion)[], on: string): Promise<string[]> {
    const now = await this.log.end([TOPICS.profile]);
    const before = decisions.filter(({ open, profilesAt }) => open && profilesAt !== now);
    if (before.length === 0) return [];
    const { worker } = await this.ready();
    return worker.call.outdated(
      before.map(({ demandId, version }) => ({ demandId, version })),
      on,
    );
  }

  async statistics(): Promise<BookStatistics> {
    return (await this.ready()).worker.call.statistics();
  }

  /**
   * Where the image is kept. There is none beside vectors: firms are told of from the start of the log, so that each gets its own;
   * and none of shards, which read the log in a part of the time.
   */
  private get file(): string | undefined {
    const { indexFolder, matchShards } = this.config;
    return indexFolder === '' || this.meanings || matchShards > 1 ? undefined : join(indexFolder, 'match-index.image');
  }

  /** The thread that holds the book. */
  protected open(): WorkerHandle<MatchBookMethods> {
    const { file } = this;
    const { dictionary, matchShards: shards } = this.config;
    const data: IndexThread = { dictionary, shards, ...(file ? { file } : {}) };
    return callWorker<MatchBookMethods>(new URL('./match.worker.js', import.meta.url), data);
  }

  /** Writes an image of what the index holds, when it is worth it. Without one the next process reads the log from its start. */
  private async keepWhenDue(): Promise<void> {
    const { events, everyMs } = this.keep;
    if (!this.caughtUp || this.unkept < events || Date.now() - this.keptAt < everyMs) return;
    this.keptAt = Date.now();
    this.unkept = 0;
    try {
      // What is applied before the image is made and lies behind this position is told again; that changes nothing.
      await this.worker?.call.keep(this.fedTo);
      this.logger.debug({ msg: 'an image of the index is written', ms: Date.now() - this.keptAt });
    } catch (error) {
      this.logger.warn({ msg: 'no image of the index is written', error });
    }
  }

  private async follow(worker: WorkerHandle<MatchBookMethods>): Promise<Tail> {
    const from = await worker.call.startedAt();
    const tail = (position: Position) =>
      this.log.tail(FED_BY, position, (events, reached) => this.feed(worker, events, reached));
    try {
      this.fedTo = from;
      return await tail(from);
    } catch (error) {
      if (from === '' || isUnavailable(error)) throw error;
      this.logger.warn({ msg: 'the image of the index is of another log; it is filled from the start', error });
      await worker.call.startAnew();
      this.fedTo = '';
      return await tail('');
    }
  }

  /** Starting is safe to repeat: handlers may run before Nest has called the hook. */
  private start(): { worker: WorkerHandle<MatchBookMethods>; tail: Promise<Tail> } {
    this.worker ??= this.open();
    const worker = this.worker;
    this.meanings?.start({
      sayingsOf: (ids) => worker.call.sayingsOf(ids),
      learn: (firms, texts) => worker.call.learn(firms, texts),
    });
    this.tail ??= onceAvailable(
      'the index',
      () => this.follow(worker),
      (line) => this.logger.warn(line),
      this.stopping.signal,
    );
    return { worker, tail: this.tail };
  }

  private async ready(): Promise<{ worker: WorkerHandle<MatchBookMethods>; profilesAt: Position }> {
    const { worker, tail } = this.start();
    const ends = [this.log.end([TOPICS.profile]), this.log.end([TOPICS.demand, TOPICS.decision])] as const;
    const [fed, profilesAt, others] = await Promise.all([tail, ...ends]);
    await fed.reached(profilesAt);
    await fed.reached(others);
    return { worker, profilesAt };
  }

  private async feed(
    worker: WorkerHandle<MatchBookMethods>,
    events: readonly LogEvent[],
    position: Position,
  ): Promise<void> {
    const newest = [...new Map(events.map((event) => [`${event.topic}/${event.subject}`, event])).values()];
    const of = (topic: string) => newest.filter((event) => event.topic === topic);
    const gone = of(TOPICS.profile).filter((event) => event.type === EVENTS.profileRemoved);
    const firms = of(TOPICS.profile).filter((event) => event.type !== EVENTS.profileRemoved);
    const demands = this.readEach(of(TOPICS.demand), (event) => (event.data as DemandEventData).demand);
    const decisions = this.readEach(of(TOPICS.decision), (event) =>
      decidedList(event.data as DecisionState, event.sequence),
    );
    const leftOut = await worker.call.apply(
      firms.map((event) => event.data as ProfileState),
      gone.map((event) => event.subject),
      demands,
      decisions,
    );
    this.tellMeanings(
      firms.map(({ subject }) => subject),
      demands,
    );
    this.batches += 1;
    this.fedTo = position;
    this.unkept += events.length;
    for (const reason of leftOut) this.logger.error({ msg: 'an event is left out of the index', reason });
    this.logger.debug({ msg: 'fed', firms: firms.length, demands: demands.length, decisions: decisions.length });
  }

  private tellMeanings(firmIds: readonly string[], demands: readonly DemandState[]): void {
    if (!this.meanings) return;
    this.meanings.firmsHaveChanged(firmIds);
    for (const demand of demands)
      if (demand.status === 'published' || demand.status === 'submitted')
        this.meanings.demandAsks(demandMeaning(demand));
  }

  /** An event of which nothing can be made is a dead letter of who handles it; the index goes on without it. */
  private readEach<T>(events: readonly LogEvent[], read: (event: LogEvent) => T): T[] {
    return events.flatMap((event) => {
      try {
        return [read(event)];
      } catch (error) {
        this.logger.error({ msg: 'an event is left out of the index', event: event.id, error });
        return [];
      }
    });
  }
}
