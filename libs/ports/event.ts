/**
 * The one event shape of the house: CloudEvents 1.0, structured JSON, plus the extension attributes
 * `sequence`, `partitionkey`, `causationid`, `topic` and `traceparent`
 * (https://github.com/cloudevents/spec, core v1.0.2 and its extensions).
 */
export interface LogEvent<T = unknown> {
  readonly specversion: '1.0';
  /** Unique over all events; derived from collection, document, version and place, so a repeat carries the same id. */
  readonly id: string;
  /** `/rulian/<collection>`. */
  readonly source: string;
  /** `noun.past_tense`, e.g. `demand.published`. */
  readonly type: string;
  /** Id of the document that changed. */
  readonly subject: string;
  /** UTC, ISO 8601 with milliseconds. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** Full state of the aggregate after the change (topics are compacted: the last event of a key is enough). */
  readonly data: T;
  /** Version of the document after the change: larger is newer. */
  readonly sequence: number;
  /** Order is kept among events of one key within a topic. */
  readonly partitionkey: string;
  readonly topic: string;
  /** Id of the event or hash of the command that led to this one; never on a topic that outsiders read. */
  readonly causationid?: string;
  readonly traceparent?: string;
}

/** What a use case says has happened; the store completes it into a {@link LogEvent}. */
export interface EventDraft<T = unknown> {
  readonly topic: string;
  readonly type: string;
  readonly time: string;
  readonly data: T;
  /** Defaults to the document's id. */
  readonly key?: string;
}

/** Id of the event in this place of the write that gave the document this version. */
export const eventId = (collection: string, documentId: string, version: number, place: number): string =>
  `${collection}/${documentId}/${version}/${place}`;

/**
 * Topics that outsiders read. What they carry says nothing of causes: a hash of what somebody asked for tells who guesses
 * the right words, such as a budget, that they are right.
 */
const isPublic = (topic: string): boolean => topic.startsWith('public.');

/** Completes a draft. Pure: the same document, version and place give the same event, whatever trace led to it. */
export function completeEvent(
  collection: string,
  documentId: string,
  version: number,
  place: number,
  draft: EventDraft,
  cause: string | undefined,
  traceparent?: string,
): LogEvent {
  return {
    specversion: '1.0',
    id: eventId(collection, documentId, version, place),
    source: `/rulian/${collection}`,
    type: draft.type,
    subject: documentId,
    time: draft.time,
    datacontenttype: 'application/json',
    data: draft.data,
    sequence: version,
    partitionkey: draft.key ?? documentId,
    topic: draft.topic,
    ...(cause === undefined || isPublic(draft.topic) ? {} : { causationid: cause }),
    ...(traceparent === undefined || isPublic(draft.topic) ? {} : { traceparent }),
  };
}
