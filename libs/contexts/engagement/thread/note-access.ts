import { Injectable } from '@nestjs/common';
import type { AccessState } from '#contracts/access';
import { EVENTS, TOPICS } from '#contracts/topics';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { THREAD_ACCESSES, type ThreadAccess } from '../engagement.store.js';

/** Notes who is shown what is confidential of a demand; its owner reads of it with the demand. */
@Injectable()
export class NoteAccess {
  constructor(@InjectCollection(THREAD_ACCESSES) private readonly accesses: Collection<ThreadAccess>) {}

  /** Durable when it resolves, so that nothing is shown that is not noted. Nothing to note is no failure. */
  async note(noted: AccessState | undefined): Promise<void> {
    if (!noted) return;
    const event = { topic: TOPICS.access, type: EVENTS.accessNoted, time: noted.at, data: noted };
    await this.accesses.insert([{ doc: noted, events: [event] }]);
  }
}
