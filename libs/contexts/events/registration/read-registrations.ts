import { Injectable } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { REGISTRATIONS, type Registration } from '../events.store.js';

/** Reads all registrations of an event, in whatever state. */
@Injectable()
export class ReadRegistrations {
  constructor(@InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>) {}

  async of(matchmakingId: string): Promise<Registration[]> {
    const found: Registration[] = [];
    let after: string | undefined;
    do {
      const options = { eq: [matchmakingId], limit: 1000, ...(after === undefined ? {} : { after }) };
      const page = await this.registrations.find('byEvent', options);
      found.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    return found;
  }
}
