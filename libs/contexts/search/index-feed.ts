import { Logger } from '@nestjs/common';
import { backoff, pause, reasonOf } from '#ports/log/backoff';
import type { Log } from '#ports/log/log';
import type { Search } from '#ports/search/search';
import { isUnavailable, Unavailable } from '#ports/unavailable';
import type { Feed } from './feeds.js';
import { Following, isLost } from './following.js';
import { Slot } from './slot.js';

/** Milliseconds between two looks whether an index nobody writes to is still the one it was. */
const LOOK_MS = 30_000;

interface Session {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/**
 * Keeps one search index up with the log, for as long as the process lives: when the index is deleted or replaced it is
 * opened again and filled from where it stands, when the search is away it is tried again without end.
 */
export class IndexFeed {
  private readonly logger = new Logger('search.feed');
  private readonly leaving = new AbortController();
  private readonly current = new Slot<Following>();
  private session: Session | undefined;
  private rebuilding: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;
  private caughtUp = false;
  private tried: () => void = () => undefined;

  constructor(
    private readonly feed: Feed,
    private readonly log: Log,
    private readonly search: Search,
    private readonly lookMs = LOOK_MS,
  ) {}

  /** Whether the index has held, once, everything that was on the log when this was started. */
  get caughtUpOnce(): boolean {
    return this.caughtUp;
  }

  /** Resolves after the first try to open the index, however it went. */
  async start(): Promise<void> {
    const tried = new Promise<void>((resolve) => {
      this.tried = resolve;
    });
    this.begin();
    void this.catchUp();
    this.timer = setInterval(() => this.look(), this.lookMs);
    this.timer.unref();
    await tried;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.leaving.abort();
    this.current.end(new Error(`search index ${this.feed.spec.name} is not fed any more`));
    await this.rebuilding.catch(() => undefined);
    await this.end();
  }

  /** Somebody has found the index gone. */
  lose(): void {
    this.current.value?.lose();
  }

  /** Resolves when the index holds everything that is on the log now, whatever happens to it in between. */
  async reachEnd(): Promise<void> {
    const position = await this.log.end([this.feed.topic]);
    for (;;) {
      const following = await this.current.get();
      try {
        return await following.reached(position);
      } catch (error) {
        // Closed because the index is opened again, or switched: the next one will reach it.
        if (following === this.current.value) throw error;
      }
    }
  }

  /**
   * Fills a fresh index from the start of the log beside the live one and switches when it has caught up. When it fails the
   * live index stays and goes on being fed. Throws Unavailable when the fresh index was taken away meanwhile, and
   * `search.rebuild.running`.
   */
  async rebuild(): Promise<void> {
    const rebuild = await this.search.rebuild(this.feed.spec.name);
    const work = this.fillAndSwitch(rebuild);
    this.rebuilding = work;
    await work;
  }

  private async fillAndSwitch(rebuild: Awaited<ReturnType<Search['rebuild']>>): Promise<void> {
    let fresh: Following | undefined;
    try {
      fresh = await Following.open(this.log, this.feed, rebuild.writer, '');
      await this.filled(fresh);
      await this.end();
      await this.filled(fresh);
      await this.published(rebuild.publish);
    } catch (error) {
      await this.giveUp(fresh, rebuild.abandon);
      throw isLost(error) ? new Unavailable('the search index, replaced while it was being rebuilt,') : error;
    }
    if (this.leaving.signal.aborted) await fresh.close();
    else this.begin(fresh);
  }

  private async giveUp(fresh: Following | undefined, abandon: () => Promise<void>): Promise<void> {
    await fresh?.close();
    await abandon().catch((error: unknown) => this.warn('a rebuild could not be dropped', error));
    if (!this.leaving.signal.aborted && !this.session) this.begin();
  }

  /** Resolves when the fresh index has reached the log's end; rejects when it is lost or the process stops first. */
  private async filled(fresh: Following): Promise<void> {
    const position = await this.log.end([this.feed.topic]);
    const gone = fresh.lost.then(() => {
      throw Object.assign(new Error('the fresh index is lost'), { code: 'search.index.lost' });
    });
    const stopping = aborted(this.leaving.signal).then(() => {
      throw new Error('the process stops');
    });
    await Promise.race([fresh.reached(position), gone, stopping]);
  }

  /** Switching may be repeated: when its answer is lost it has happened, and does not happen again. */
  private async published(publish: () => Promise<void>): Promise<void> {
    for (let failures = 1; ; failures++) {
      try {
        return await publish();
      } catch (error) {
        if (!isUnavailable(error) || this.leaving.signal.aborted) throw error;
        this.warn('the rebuilt index cannot be switched to yet', error);
      }
      await pause(backoff(failures), this.leaving.signal);
    }
  }

  private begin(first?: Following): void {
    const stop = new AbortController();
    this.session = { stop, done: this.keep(stop.signal, first) };
  }

  private async end(): Promise<void> {
    const session = this.session;
    this.session = undefined;
    session?.stop.abort();
    await session?.done;
  }

  private async keep(signal: AbortSignal, first: Following | undefined): Promise<void> {
    let next = first;
    for (let failures = 0; !signal.aborted; ) {
      const following = next ?? (await this.open());
      next = undefined;
      this.tried();
      if (following) await this.until(following, signal);
      failures = following?.progressed ? 1 : failures + 1;
      await pause(backoff(failures), signal);
    }
  }

  private async open(): Promise<Following | undefined> {
    try {
      const writer = await this.search.open(this.feed.spec);
      return await Following.open(this.log, this.feed, writer, await writer.position());
    } catch (error) {
      this.warn('a search index cannot be opened', error);
      return undefined;
    }
  }

  /** Until the index is lost, or the session stops. */
  private async until(following: Following, signal: AbortSignal): Promise<void> {
    this.current.set(following);
    await Promise.race([following.lost, aborted(signal)]);
    this.current.clear();
    if (!signal.aborted) this.warn('a search index was deleted or replaced; it is opened again');
    await following.close();
  }

  private async catchUp(): Promise<void> {
    const { signal } = this.leaving;
    for (let failures = 1; !signal.aborted && !this.caughtUp; failures++) {
      try {
        await this.reachEnd();
        this.caughtUp = true;
      } catch {
        await pause(backoff(failures), signal);
      }
    }
  }

  private look(): void {
    this.current.value?.look().catch((error: unknown) => this.warn('a search index cannot be looked at', error));
  }

  private warn(msg: string, error?: unknown): void {
    const reason = error === undefined ? {} : { reason: reasonOf(error) };
    this.logger.warn({ msg, index: this.feed.spec.name, ...reason });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
