import type { LogEvent } from '#ports/event';
import type { Row } from './shapes.js';

/** The rows to store. Throws when there are over 10,000 or one has no topic, key or id. */
export function rowsFrom(events: readonly LogEvent[]): Row[] {
  if (events.length > 10_000) throw new Error(`append takes up to 10,000 events, not ${events.length}`);
  return events.map((event) => {
    const { topic, partitionkey, id } = event;
    for (const [name, value] of Object.entries({ topic, partitionkey, id })) {
      if (typeof value !== 'string' || value === '') throw new Error(`an event without ${name} cannot be appended`);
    }
    return [topic, partitionkey, id, JSON.stringify(event)];
  });
}
