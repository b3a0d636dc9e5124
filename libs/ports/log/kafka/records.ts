import type { KafkaMessage } from 'kafkajs';
import type { LogEvent } from '#ports/event';
import { checkTopic } from './names.js';
import { largestEvent } from './topic-settings.js';

/** What goes to the broker. */
export interface Outgoing {
  /** Short name. */
  readonly topic: string;
  readonly key: string;
  /** JSON; null is a tombstone. */
  readonly value: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

const most = 10_000;
/** The structured mode of the CloudEvents binding for Kafka. */
const structured = { 'content-type': 'application/cloudevents+json; charset=utf-8' };

export function outgoing(events: readonly LogEvent[]): Outgoing[] {
  if (events.length > most) throw new Error(`at most 10,000 events can be appended at once, not ${events.length}`);
  return events.map((event) => {
    for (const part of ['topic', 'partitionkey', 'id'] as const) {
      if (typeof event[part] !== 'string' || event[part] === '') throw new Error(`an event needs a ${part}`);
    }
    checkTopic(event.topic);
    const value = JSON.stringify(event);
    const bytes = Buffer.byteLength(value);
    if (bytes > largestEvent) throw new Error(`the event ${event.id} is too large for the log: ${bytes} bytes`);
    return { topic: event.topic, key: event.partitionkey, value, headers: structured };
  });
}

export type Incoming = Pick<KafkaMessage, 'key' | 'value' | 'headers' | 'offset' | 'timestamp'>;

export type Read =
  | { readonly kind: 'event'; readonly event: LogEvent }
  /** A tombstone. */
  | { readonly kind: 'nothing' }
  /** Not written by this log. `event` holds what was found, so that it can be shown and set aside. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly event: LogEvent };

/** `place` names the record, such as `topic/partition/offset`. */
export function read(message: Incoming, topic: string, place: string): Read {
  if (message.value === null) return { kind: 'nothing' };
  const text = message.value.toString('utf8');
  try {
    const event = JSON.parse(text) as LogEvent | null;
    if (typeof event?.partitionkey === 'string' && typeof event.topic === 'string') return { kind: 'event', event };
  } catch {
    // Told below, with the text.
  }
  const reason = `the record ${place} is no event`;
  return { kind: 'unreadable', reason, event: wrapped(message, topic, place, text) };
}

function wrapped(message: Incoming, topic: string, place: string, text: string): LogEvent {
  const key = message.key?.toString('utf8') ?? '';
  return {
    specversion: '1.0',
    id: place,
    source: '/rulian/unreadable',
    type: 'record.unreadable',
    subject: key,
    time: new Date(Number(message.timestamp)).toISOString(),
    datacontenttype: 'application/json',
    data: text,
    sequence: 0,
    partitionkey: key,
    topic,
  };
}

export function header(message: Incoming, name: string): string | undefined {
  const value = message.headers?.[name];
  return value === undefined || Array.isArray(value) ? undefined : value.toString();
}
