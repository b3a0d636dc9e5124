import type { Position } from '../log.js';

/** Per topic (short name) and partition the offset of the next record. What is not in it stands at the start. */
export class Offsets {
  private readonly byTopic = new Map<string, Map<number, number>>();

  /** Throws on what is no position of this log, such as one of another adapter. */
  static decode(position: Position): Offsets {
    const offsets = new Offsets();
    if (position === '') return offsets;
    for (const [topic, partitions] of Object.entries(parsed(position))) {
      for (const [partition, offset] of Object.entries(partitions)) offsets.set(topic, Number(partition), offset);
    }
    return offsets;
  }

  encode(): Position {
    const topics = [...this.byTopic].map(([topic, partitions]) => [topic, Object.fromEntries(partitions)]);
    return topics.length === 0 ? '' : JSON.stringify(Object.fromEntries(topics));
  }

  get(topic: string, partition: number): number {
    return this.byTopic.get(topic)?.get(partition) ?? 0;
  }

  set(topic: string, partition: number, next: number): void {
    const partitions = this.byTopic.get(topic) ?? new Map<number, number>();
    this.byTopic.set(topic, partitions.set(partition, next));
  }

  has(topic: string): boolean {
    return this.byTopic.has(topic);
  }

  topics(): string[] {
    return [...this.byTopic.keys()];
  }

  *entries(): Iterable<readonly [topic: string, partition: number, next: number]> {
    for (const [topic, partitions] of this.byTopic) {
      for (const [partition, next] of partitions) yield [topic, partition, next];
    }
  }

  /** Whether these stand at `other` or further, as far as topics are concerned that `hears` is true of. */
  cover(other: Offsets, hears: (topic: string) => boolean): boolean {
    for (const [topic, partition, next] of other.entries()) {
      if (hears(topic) && this.get(topic, partition) < next) return false;
    }
    return true;
  }
}

function parsed(position: Position): Record<string, Record<string, number>> {
  const refuse = () => new Error(`"${position.slice(0, 200)}" is no position of the Kafka event log`);
  let value: unknown;
  try {
    value = JSON.parse(position);
  } catch {
    throw refuse();
  }
  if (!isRecord(value)) throw refuse();
  for (const partitions of Object.values(value)) {
    if (!isRecord(partitions)) throw refuse();
    for (const [partition, offset] of Object.entries(partitions)) {
      if (!/^\d+$/.test(partition) || !Number.isSafeInteger(offset) || Number(offset) < 0) throw refuse();
    }
  }
  return value as Record<string, Record<string, number>>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
