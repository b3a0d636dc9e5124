import type { OrganisationEventState } from '#contracts/identity';
import type { PublicDemand } from '#contracts/public-demand';
import type { PublicFirm } from '#contracts/public-firm';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import type { SearchDoc, SearchIndexSpec } from '#ports/search/search';
import {
  DEMAND_SEARCH,
  demandDoc,
  FIRM_SEARCH,
  firmDoc,
  ORGANISATION_SEARCH,
  organisationDoc,
} from './search.specs.js';

/** What one index is made of: the newest event of each subject. */
export interface Feed {
  readonly spec: SearchIndexSpec;
  readonly topic: string;
  /** May throw on what is no such event. */
  readonly doc: (data: unknown) => SearchDoc;
  /** Type of the event after which there is no document. */
  readonly removedBy: string;
}

export const FEEDS: readonly Feed[] = [
  { spec: DEMAND_SEARCH, topic: TOPICS.publicDemand, doc: (data) => demandDoc(data as PublicDemand), removedBy: '' },
  {
    spec: FIRM_SEARCH,
    topic: TOPICS.publicFirm,
    doc: (data) => firmDoc(data as PublicFirm),
    removedBy: EVENTS.profileRemoved,
  },
  {
    spec: ORGANISATION_SEARCH,
    topic: TOPICS.organisation,
    doc: (data) => organisationDoc(data as OrganisationEventState),
    removedBy: '',
  },
];

export interface Change {
  readonly upsert: SearchDoc[];
  readonly remove: string[];
}

/**
 * What a batch of events does to the index. An event of which no document can be made is left out and handed to `leftOut`:
 * it must not hold up all others for ever.
 */
export function changeOf(feed: Feed, events: readonly LogEvent[], leftOut: (event: LogEvent, error: unknown) => void) {
  const change: Change = { upsert: [], remove: [] };
  for (const event of new Map(events.map((one) => [one.subject, one])).values()) {
    if (event.type === feed.removedBy) change.remove.push(event.subject);
    else {
      try {
        change.upsert.push(wellFormed(feed.doc(event.data), event.subject));
      } catch (error) {
        leftOut(event, error);
      }
    }
  }
  return change;
}

function wellFormed(doc: SearchDoc, subject: string): SearchDoc {
  const isText = (value: unknown) =>
    typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
  const facets = Object.values(doc.facets).filter((value) => value !== undefined);
  if (doc.id !== subject) throw new Error('the event is not about its subject');
  if (![...Object.values(doc.text), ...facets].every(isText)) throw new Error('the event has fields that are no text');
  return doc;
}
