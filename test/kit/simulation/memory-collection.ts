import { completeEvent, type EventDraft, type LogEvent } from '#ports/event';
import { Collection, type CollectionSpec, type Doc, type Entry, type Scalar, type Written } from '#ports/store/store';
import type { Random } from '#test/soak/random';
import type { Records } from './memory-log.js';
import type { Turns } from './turns.js';

interface Stored<T> {
  readonly doc: T;
  readonly causes: readonly string[];
}

/** Documents of one kind in memory, and the events of their writes on the way to the log, in order for each document. */
export class Shelf<T extends Doc> {
  readonly docs = new Map<string, Stored<T>>();
  private readonly unsent = new Map<string, LogEvent[]>();
  private sending = false;

  constructor(
    readonly spec: CollectionSpec<T>,
    private readonly records: Records,
    private readonly turns: Turns,
    private readonly random: Random,
  ) {}

  all(): T[] {
    return [...this.docs.values()].map(({ doc }) => doc);
  }

  write(doc: T, events: readonly EventDraft[], cause: string | undefined): Written<T> {
    const { name } = this.spec;
    const causes = [...(this.docs.get(doc.id)?.causes ?? []), ...(cause === undefined ? [] : [cause])].slice(-16);
    this.docs.set(doc.id, { doc: JSON.parse(JSON.stringify(doc)) as T, causes });
    const drafts = JSON.parse(JSON.stringify(events)) as EventDraft[];
    const made = drafts.map((draft, place) => completeEvent(name, doc.id, doc.version, place, draft, cause));
    if (made.length > 0) this.unsent.set(doc.id, [...(this.unsent.get(doc.id) ?? []), ...made]);
    void this.send();
    return { status: 'done', doc };
  }

  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    while (this.unsent.size > 0) {
      await this.turns.take(`${this.spec.name} outbox`);
      const id = this.random.pick([...this.unsent.keys()]);
      this.records.append(this.unsent.get(id) ?? []);
      // At least once: now and then the answer is lost and all of it is sent again.
      if (this.random.chance(0.95)) this.unsent.delete(id);
    }
    this.sending = false;
  }
}

/** One process's way to a {@link Shelf}: each call happens at some time and answers at some later time. */
export class MemoryCollection<T extends Doc> extends Collection<T> {
  constructor(
    private readonly shelf: Shelf<T>,
    private readonly turns: Turns,
    private readonly lane: string,
  ) {
    super();
  }

  async get(id: string): Promise<T | undefined> {
    return (await this.many([id]))[0];
  }

  many(ids: readonly string[]): Promise<T[]> {
    return this.turns.call(this.lane, () => ids.flatMap((id) => this.stored(id) ?? []));
  }

  manyBy(index: string, values: readonly Scalar[]): Promise<T[]> {
    const [field = ''] = this.shelf.spec.indexes[index]?.fields ?? [];
    const fieldOf = (doc: T) => (doc as unknown as Readonly<Record<string, Scalar | undefined>>)[field];
    return this.turns.call(this.lane, () =>
      this.shelf.all().filter((doc) => values.includes(fieldOf(doc) ?? Number.NaN)),
    );
  }

  insert(entries: readonly Entry<T>[], cause?: string): Promise<Written<T>[]> {
    return this.turns.call(this.lane, () =>
      entries.map(({ doc, events = [] }): Written<T> => {
        if (!this.shelf.docs.has(doc.id)) return this.shelf.write({ ...doc, version: 1 } as T, events, cause);
        return this.already(doc.id, cause) ?? { status: 'duplicate', index: 'id' };
      }),
    );
  }

  save(doc: T, events: readonly EventDraft[] = [], cause?: string): Promise<Written<T>> {
    return this.turns.call(this.lane, () => {
      const repeated = this.already(doc.id, cause);
      if (repeated) return repeated;
      if (this.stored(doc.id)?.version !== doc.version) return { status: 'stale' };
      return this.shelf.write({ ...doc, version: doc.version + 1 }, events, cause);
    });
  }

  find = notHere;
  count = notHere;
  scan = notHere;
  recall = notHere;
  remove = notHere;

  private stored(id: string): T | undefined {
    return this.shelf.docs.get(id)?.doc;
  }

  private already(id: string, cause: string | undefined): Written<T> | undefined {
    const doc = this.stored(id);
    const known = cause !== undefined && this.shelf.docs.get(id)?.causes.includes(cause);
    return doc && known ? { status: 'already', doc } : undefined;
  }
}

async function notHere(): Promise<never> {
  throw new Error('a simulation has no such thing');
}
