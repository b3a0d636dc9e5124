import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { Repeating } from '#platform/time/repeating';
import { Files } from '#ports/files/files';
import type { Collection } from '#ports/store/store';
import { type AttachedFile, FILES } from './file.store.js';

const EVERY_MS = 3_600_000;
const PAGE = 200;
/** Longer than any upload takes: until then its bytes may be there without anything known of them. */
const UNKNOWN_FOR_MS = 24 * 3_600_000;

/** Removes bytes that belong to no file: left by a process that was killed while it took one in or away. Safe in many processes. */
@Injectable()
export class SweepFiles implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly repeating: Repeating;

  constructor(
    @InjectCollection(FILES) private readonly known: Collection<AttachedFile>,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {
    this.repeating = new Repeating(() => this.run(), EVERY_MS, new Logger('engagement.files'));
  }

  onApplicationBootstrap(): void {
    this.repeating.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.repeating.stop();
  }

  /** Number removed. */
  async run(): Promise<number> {
    const before = new Date(Date.parse(this.clock.iso()) - UNKNOWN_FOR_MS).toISOString();
    let removed = 0;
    for (let after: string | undefined; ; ) {
      const page = await this.files.list({ limit: PAGE, ...(after === undefined ? {} : { after }) });
      after = page.at(-1)?.id;
      if (after === undefined) return removed;
      const old = page.filter(({ at }) => at < before).map(({ id }) => id);
      const wanted = new Set((await this.known.manyBy('byContent', old)).map(({ content }) => content));
      for (const id of old.filter((one) => !wanted.has(one))) {
        await this.files.remove(id);
        removed += 1;
      }
    }
  }
}
