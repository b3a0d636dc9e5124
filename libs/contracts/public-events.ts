import type { PublicMatch } from './match.js';
import type { PublicDemand } from './public-demand.js';
import type { PublicFirm, PublicFirmGone } from './public-firm.js';

// What other systems get. `npm run contracts` makes the JSON Schemas in schemas/ of these types and their comments.

/** CloudEvents 1.0, structured JSON, with the extensions sequence, partitionkey, topic and traceparent. */
interface Envelope {
  readonly specversion: '1.0';
  /** Unique over all events: a repeat carries the same id. */
  readonly id: string;
  /** The kind of document that changed. */
  readonly source: string;
  /** Id of the document that changed, and key of the message. */
  readonly subject: string;
  /**
   * UTC.
   * @format date-time
   */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /**
   * Version of the document after the change: of two events of one subject the larger is the newer.
   * @asType integer
   * @minimum 1
   */
  readonly sequence: number;
  /** Events of one key keep their order. */
  readonly partitionkey: string;
  /** W3C Trace Context. */
  readonly traceparent?: string;
}

/** A demand was published, or one that is public has changed. Data are its whole public state after the change. */
export interface PublicDemandEvent extends Envelope {
  readonly topic: 'public.demand';
  readonly type: 'demand.published' | 'demand.revised' | 'demand.renewed' | 'demand.closed';
  readonly data: PublicDemand;
}

/** The profile of a firm is new or has changed. Data are its whole public state after the change. */
export interface PublicFirmChanged extends Envelope {
  readonly topic: 'public.firm';
  readonly type: 'profile.imported' | 'profile.created' | 'profile.changed' | 'profile.claimed';
  readonly data: PublicFirm;
}

/** The profile of a firm was removed: forget what you know of it. */
export interface PublicFirmRemoved extends Envelope {
  readonly topic: 'public.firm';
  readonly type: 'profile.removed';
  readonly data: PublicFirmGone;
}

export type PublicFirmEvent = PublicFirmChanged | PublicFirmRemoved;

/** A demand and a firm were matched, or a match has changed. Data are its whole public state after the change. */
export interface PublicMatchEvent extends Envelope {
  readonly topic: 'public.match';
  readonly type: 'proposal.proposed' | 'proposal.released' | 'proposal.revised' | 'proposal.withdrawn';
  readonly data: PublicMatch;
}

export type PublicEvent = PublicDemandEvent | PublicFirmEvent | PublicMatchEvent;

type DraftOf<E extends PublicEvent> = E extends PublicEvent ? Pick<E, 'topic' | 'type' | 'time' | 'data'> : never;

/** What a use case may say in public; the store completes it into a {@link PublicEvent}. */
export type PublicDraft = DraftOf<PublicEvent>;
