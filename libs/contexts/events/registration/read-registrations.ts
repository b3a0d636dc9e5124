import { Injectable } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import { foundPages } from '#platform/store/pages';
import type { Collection } from '#ports/store/store';
import { REGISTRATIONS, type Registration } from '../events.store.js';

/** Reads all registrations of an event, in whatever state. */
@Injectable()
export class ReadRegistrations {
  constructor(@InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>) {}

  async of(matchmakingId: string): Promise<Registration[]> {
    const found: Registration[] = [];
    const options = { eq: [matchmakingId], limit: 1000 };
    for await (const page of foundPages(this.registrations, 'byEvent', options)) found.push(...page);
    return found;
  }
}
