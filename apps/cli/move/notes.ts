import type { Position } from '#ports/log/log';
import type { MongoImport } from '#ports/store/mongo/import';

/** Which standalone goes where. */
export interface TargetNote {
  readonly source: string;
  /** Id of the Kafka cluster. */
  readonly cluster: string;
  readonly prefix: string;
  readonly startedAt: string;
  /** When it was moved for good; times are ISO 8601. */
  readonly finalAt?: string;
}

/** The position on Kafka after all events of a topic up to number `seq` of the standalone. */
export interface Mark {
  readonly seq: number;
  readonly position: Position;
}

export interface TopicNote {
  /** Events up to this number are on Kafka. */
  readonly seq: number;
  /** Ascending. */
  readonly marks: readonly Mark[];
}

/** Events that never reached the standalone's log and are on Kafka, up to this number. */
interface UnsentNote {
  readonly seq: number;
}

/** What a move remembers in the database it writes to, so that the next run goes on from there. */
export class Notes {
  constructor(private readonly store: MongoImport) {}

  target(): Promise<TargetNote | undefined> {
    return this.store.note<TargetNote>('target');
  }

  setTarget(note: TargetNote): Promise<void> {
    return this.store.setNote('target', note);
  }

  async topic(topic: string): Promise<TopicNote> {
    return (await this.store.note<TopicNote>(`topic ${topic}`)) ?? { seq: 0, marks: [] };
  }

  setTopic(topic: string, note: TopicNote): Promise<void> {
    return this.store.setNote(`topic ${topic}`, note);
  }

  async unsent(): Promise<number> {
    return (await this.store.note<UnsentNote>('unsent'))?.seq ?? 0;
  }

  setUnsent(seq: number): Promise<void> {
    return this.store.setNote('unsent', { seq } satisfies UnsentNote);
  }
}
