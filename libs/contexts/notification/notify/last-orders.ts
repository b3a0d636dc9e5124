import { Injectable } from '@nestjs/common';
import { BoundedMap } from '#platform/bounded-map';
import { Lanes } from '#platform/lanes';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { NOTICES, type Notice } from '../notification.store.js';
import { NO_ORDER, orderNumber } from './order.js';

const MOST_PEOPLE = 100_000;
const READS_AT_A_TIME = 16;

/**
 * The number of each person's last notice, as far as this process knows: it has written it, read it or heard of it. May
 * be too low when another process has just written; the unique place of notices shows that.
 */
@Injectable()
export class LastOrders {
  private readonly known = new BoundedMap<string, number>(MOST_PEOPLE);
  private readonly reading = new Lanes(READS_AT_A_TIME);

  constructor(@InjectCollection(NOTICES) private readonly notices: Collection<Notice>) {}

  /** By person id; 0 for those without a notice. Reads what is not known. */
  async of(personIds: readonly string[]): Promise<Map<string, number>> {
    const numbers = await Promise.all(personIds.map(async (id) => this.known.get(id) ?? (await this.read(id))));
    return new Map(personIds.map((id, place) => [id, numbers[place] as number]));
  }

  /** Order of the person's newest notice as it stands in the store; {@link NO_ORDER} when there is none. */
  async stored(personId: string): Promise<string> {
    const page = await this.reading.run(() =>
      this.notices.find('byPerson', { eq: [personId], descending: true, limit: 1 }),
    );
    return page.items[0]?.order ?? NO_ORDER;
  }

  /** The person has a notice of this number, here or elsewhere. */
  saw(personId: string, number: number): void {
    this.known.set(personId, Math.max(number, this.known.get(personId) ?? 0));
  }

  /** To be read again. */
  forget(personIds: Iterable<string>): void {
    for (const id of personIds) this.known.delete(id);
  }

  private async read(personId: string): Promise<number> {
    this.saw(personId, orderNumber(await this.stored(personId)));
    return this.known.get(personId) ?? 0;
  }
}
