import { callWorker, type WorkerHandle } from '#platform/worker/rpc';
import type { LogEvent } from '#ports/event';
import { Unavailable } from '#ports/unavailable';
import {
  type DeadLetter,
  type HandleBatch,
  type Lag,
  type LetterCount,
  Log,
  type Position,
  type SubscribeOptions,
  type Subscription,
  type Tail,
  type TailHandle,
} from '../log.js';
import { openReading } from './database.js';
import { Group, type Surroundings } from './group.js';
import { decode, encode } from './position.js';
import { Reader } from './reader.js';
import { rememberedIds } from './recent-ids.js';
import { rowsFrom } from './rows.js';
import type { WriterMethods, WriterSettings } from './shapes.js';
import { EmbeddedTail } from './tail.js';
import { Turns } from './turns.js';

export interface EmbeddedLogOptions {
  /** The last events whose repeats are stored once and which compaction leaves alone. Default 20,000. */
  readonly recent?: number;
  /** Appended events between two runs of compaction. Default 10,000. */
  readonly compactEvery?: number;
  /** ms since the epoch, for dead letters and due times. Default Date.now. */
  readonly now?: () => number;
  /** Told of failing handlers, commits and reads. Default: nobody. */
  readonly warn?: (message: string) => void;
}

/** The log in one SQLite file, `<folder>/log.db`: one thread writes, the main thread reads. One process per folder. */
export class EmbeddedLog extends Log {
  private readonly groups = new Map<string, Group | 'joining'>();
  private readonly tails = new Set<EmbeddedTail>();
  private readonly around: Surroundings;
  private closing: Promise<void> | undefined;

  private constructor(
    private readonly writer: WorkerHandle<WriterMethods>,
    private readonly reader: Reader,
    /** Last event known to be committed. */
    private head: number,
    options: EmbeddedLogOptions,
  ) {
    super();
    this.around = {
      reader,
      turns: new Turns(),
      commit: (progress) => this.written(this.writer.call.commit(progress)),
      now: options.now ?? Date.now,
      warn: options.warn ?? (() => {}),
    };
  }

  /** Creates what is missing. Throws when another process has the folder open. */
  static async open(folder: string, options: EmbeddedLogOptions = {}): Promise<EmbeddedLog> {
    const { recent = rememberedIds, compactEvery = 10_000 } = options;
    const settings: WriterSettings = { folder, recent, compactEvery };
    const writer = callWorker<WriterMethods>(new URL('./writer.worker.js', import.meta.url), settings);
    try {
      const head = await writer.call.open();
      return new EmbeddedLog(writer, new Reader(openReading(folder)), head, options);
    } catch (error) {
      await writer.end();
      throw error;
    }
  }

  async append(events: readonly LogEvent[]): Promise<void> {
    this.mustBeOpen();
    const rows = rowsFrom(events);
    if (rows.length === 0) return;
    const last = await this.written(this.writer.call.append(rows));
    this.head = Math.max(this.head, last);
    const topics = new Set(rows.map(([topic]) => topic));
    for (const loop of this.loops()) if ([...topics].some((topic) => loop.hears(topic))) loop.wake();
  }

  async subscribe(
    group: string,
    topics: readonly string[],
    handle: HandleBatch,
    options: SubscribeOptions = {},
  ): Promise<Subscription> {
    this.mustBeOpen();
    check(group, topics, options);
    if (this.groups.has(group)) throw new Error(`group ${group} is subscribed already`);
    this.groups.set(group, 'joining');
    try {
      const positions = await this.written(this.writer.call.join(group, [...new Set(topics)]));
      this.mustBeOpen();
      const made: Group = new Group(group, new Map(Object.entries(positions)), handle, options, this.around, () => {
        if (this.groups.get(group) === made) this.groups.delete(group);
      });
      this.groups.set(group, made);
      return made.start();
    } catch (error) {
      this.groups.delete(group);
      throw error;
    }
  }

  async tail(topics: readonly string[], from: Position, handle: TailHandle): Promise<Tail> {
    this.mustBeOpen();
    if (topics.length === 0) throw new Error('a tail needs a topic');
    const around = { ...this.around, head: () => this.head, decode: (position: Position) => this.decode(position) };
    const left = () => this.tails.delete(made);
    const made = new EmbeddedTail(new Set(topics), this.decode(from), handle, around, left);
    this.tails.add(made);
    return made.start();
  }

  async end(topics: readonly string[]): Promise<Position> {
    this.mustBeOpen();
    const last = this.reader.last(topics);
    this.head = Math.max(this.head, last);
    return encode(last);
  }

  async lag(group?: string): Promise<Lag[]> {
    this.mustBeOpen();
    const answer: Lag[] = [];
    for (const { group: name, topic, seq } of this.reader.groups()) {
      if (group !== undefined && name !== group) continue;
      const loop = this.groups.get(name);
      const live = loop === 'joining' ? undefined : loop;
      const behind = await this.reader.count(topic, Math.max(seq, live?.position(topic) ?? 0));
      const events = behind + this.reader.setAside(name, topic);
      answer.push({ group: name, topic, events, ...(live?.stopped === undefined ? {} : { stopped: live.stopped }) });
    }
    return answer;
  }

  async reset(group: string, position: Position): Promise<void> {
    this.mustBeOpen();
    if (this.groups.has(group)) throw new Error(`group ${group} is subscribed; close it before you move it`);
    const known = await this.written(this.writer.call.reset(group, this.decode(position)));
    if (!known) throw new Error(`there is no group ${group}`);
  }

  async deadLetters(options: { group?: string; after?: string; limit: number }): Promise<DeadLetter[]> {
    this.mustBeOpen();
    return this.reader.deadLetters(options.group, letterNumber(options.after ?? ''), options.limit);
  }

  async deadLetter(id: string): Promise<DeadLetter | undefined> {
    this.mustBeOpen();
    return this.reader.deadLetter(letterNumber(id));
  }

  async deadLetterCounts(cap: number): Promise<LetterCount[]> {
    this.mustBeOpen();
    return this.reader.letterCounts(cap);
  }

  async replayDeadLetter(id: string): Promise<boolean> {
    this.mustBeOpen();
    const group = await this.written(this.writer.call.replay(letterNumber(id)));
    const loop = group === undefined ? undefined : this.groups.get(group);
    if (loop !== 'joining') loop?.wake(true);
    return group !== undefined;
  }

  async dropDeadLetter(id: string): Promise<boolean> {
    this.mustBeOpen();
    return this.written(this.writer.call.drop(letterNumber(id)));
  }

  /** Waits for the batches under way and commits them. */
  close(): Promise<void> {
    this.closing ??= this.finish();
    return this.closing;
  }

  /**
   * Lets go at once: no batch is waited for, nothing handled is committed any more, as if the process had died. What
   * `append` acknowledged stays. For tests of what comes after a crash.
   */
  async abandon(): Promise<void> {
    for (const loop of this.loops()) loop.leave();
    this.closing ??= this.release();
    await this.closing;
  }

  private async finish(): Promise<void> {
    try {
      await Promise.all([...this.loops()].map((loop) => loop.close()));
    } finally {
      await this.release();
    }
  }

  private async release(): Promise<void> {
    try {
      await this.written(this.writer.call.close());
    } finally {
      await this.writer.end();
      this.reader.close();
    }
  }

  private *loops(): Iterable<Group | EmbeddedTail> {
    for (const group of this.groups.values()) if (group !== 'joining') yield group;
    yield* this.tails;
  }

  private decode(position: Position): number {
    return decode(position, this.head);
  }

  private mustBeOpen(): void {
    if (this.closing) throw new Error('the event log is closed');
  }

  /** Whatever the writing thread fails with (disk full, thread gone), the caller may try again later. */
  private async written<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (cause) {
      throw new Unavailable('the event log', { cause });
    }
  }
}

/** 0, which no letter has, for what is no id of one. */
function letterNumber(id: string): number {
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0;
}

function check(group: string, topics: readonly string[], { batch = 200, tries = 5 }: SubscribeOptions): void {
  if (group === '') throw new Error('a group needs a name');
  if (topics.length === 0) throw new Error(`group ${group} needs a topic`);
  if (!Number.isInteger(batch) || batch < 1 || batch > 1000) throw new Error(`group ${group}: batch is 1 to 1000`);
  if (!Number.isInteger(tries) || tries < 1) throw new Error(`group ${group}: tries is 1 or more`);
}
