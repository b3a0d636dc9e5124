import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { LogEvent } from '#ports/event';
import { EmbeddedLog } from '#ports/log/embedded/embedded-log';
import { SqliteStore } from '#ports/store/sqlite/sqlite-store';

// Nest's own logger would write what the tests provoke.
Logger.overrideLogger(false);

/** A store in a temporary folder; what it publishes is kept in `published`. */
export class TemporaryStore {
  readonly published: LogEvent[] = [];

  private constructor(
    readonly folder: string,
    readonly store: SqliteStore,
  ) {
    store.publishTo(async (events) => void this.published.push(...events));
  }

  static async open(): Promise<TemporaryStore> {
    const folder = await mkdtemp(join(tmpdir(), 'rulian-test-'));
    return new TemporaryStore(folder, await SqliteStore.open(folder));
  }

  /** Types of the events published so far on a topic, in order. */
  async types(topic: string): Promise<string[]> {
    return (await this.events(topic)).map((event) => event.type);
  }

  async events<T>(topic: string): Promise<LogEvent<T>[]> {
    await this.store.flushed();
    return this.published.filter((event) => event.topic === topic) as LogEvent<T>[];
  }

  async destroy(): Promise<void> {
    await this.store.close();
    await rm(this.folder, { recursive: true });
  }
}

/** Store and log in a temporary folder; the store publishes to the log, and what it published is kept. */
export class TemporaryHouse {
  readonly published: LogEvent[] = [];

  private constructor(
    readonly folder: string,
    readonly log: EmbeddedLog,
    readonly store: SqliteStore,
  ) {
    store.publishTo(async (events) => {
      await log.append(events);
      this.published.push(...events);
    });
  }

  static async open(): Promise<TemporaryHouse> {
    const folder = await mkdtemp(join(tmpdir(), 'rulian-test-'));
    const log = await EmbeddedLog.open(folder);
    return new TemporaryHouse(folder, log, await SqliteStore.open(folder));
  }

  async events<T>(topic: string): Promise<LogEvent<T>[]> {
    await this.store.flushed();
    return this.published.filter((event) => event.topic === topic) as LogEvent<T>[];
  }

  async destroy(): Promise<void> {
    await this.store.close();
    await this.log.close();
    await rm(this.folder, { recursive: true });
  }
}
