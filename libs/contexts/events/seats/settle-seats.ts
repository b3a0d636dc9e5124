import { Injectable, Logger } from '@nestjs/common';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import { HandlesDue } from '#platform/time/due-work';
import type { Collection } from '#ports/store/store';
import { SEAT_OFFERS, type SeatOffer } from '../events.store.js';
import { SeatOffersHandler } from './seat-offers.handler.js';

/** Offers of seats lapse when nobody has answered in time; one that both sides agreed to goes into the plan, also after a kill. */
@Injectable()
export class SettleSeats extends HandlesDue<SeatOffer> {
  constructor(
    @InjectCollection(SEAT_OFFERS) offers: Collection<SeatOffer>,
    private readonly handler: SeatOffersHandler,
    clock: Clock,
  ) {
    super({ collection: offers, index: 'due', clock, logger: new Logger('events.seats') });
  }

  protected handle(offer: SeatOffer, at: string): Promise<number> {
    return this.handler.due(offer, at);
  }
}
