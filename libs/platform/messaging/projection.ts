import { canonical } from '#platform/canonical';
import { pagesOf } from '#platform/store/pages';
import type { LogEvent } from '#ports/event';
import type { Log, Position } from '#ports/log/log';
import type { Collection, Doc, Written } from '#ports/store/store';
import { isUnavailable, Unavailable } from '#ports/unavailable';

/** A document that says what the newest event of its subject says. */
export interface Projected extends Doc {
  /** Sequence of that event. */
  readonly seen: number;
}

/** What a rebuild has done, in documents. */
export interface Rebuilt {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Ids of what was written and removed. */
class Done {
  readonly written = new Set<string>();
  readonly removed = new Set<string>();
}

type Due<T, D> = (event: LogEvent<D>, present: T | undefined) => boolean;

/** Each further try follows a write of another process. */
const TRIES = 20;
const MOST = 500;

/**
 * Keeps in a collection what the events of one topic say last of each subject. Several processes may do so at once, with
 * the same events: a newer event wins, whoever is first.
 */
export class Projection<T extends Projected, D> {
  /**
   * `project` makes the document of an event, its id being the event's subject and `seen` its sequence; undefined where
   * the event says that there is none any more. (An older event that comes once more after that brings the document back
   * until the one that removes it has come once more as well, as the log's order promises.)
   */
  constructor(
    private readonly documents: Collection<T>,
    private readonly topic: string,
    private readonly project: (event: LogEvent<D>) => Omit<T, 'version'> | undefined,
  ) {}

  /** Brings in events, in whatever order and however often they come. */
  async apply(events: readonly LogEvent<D>[]): Promise<void> {
    // The first event of a subject that says nothing has nothing to take back either.
    const telling = newestOf(events).filter((event) => event.sequence > 1 || this.project(event));
    await this.settle(telling, (event, present) => (present?.seen ?? 0) < event.sequence);
  }

  /**
   * Makes every document what its newest event on the log says, up to the end at the time of the call, also where `seen`
   * says that nothing is to be done; removes those without an event. In place, beside live handlers and other rebuilds:
   * what they write meanwhile stays. Reads the topic twice and keeps ids and
   * numbers of all documents in memory, not the documents.
   */
  async rebuild(log: Log): Promise<Rebuilt> {
    // In this order: what is stored now has its event below the end.
    const before = await this.versions();
    const newest = await this.sequences(log, await log.end([this.topic]));
    const orphans = [...before].filter(([id]) => !newest.has(id));
    const isWrong: Due<T, D> = (event, present) => {
      // What was written since the start and is newer than this event stays, gone ones too.
      const untouched = before.get(event.subject) === present?.version;
      return (untouched || (present?.seen ?? Infinity) <= event.sequence) && !isSame(this.project(event), present);
    };
    const [done, gone] = [new Done(), new Set<string>()];
    await this.read(log, await log.end([this.topic]), async (events) => {
      const last = newestOf(events).filter(({ subject, sequence }) => sequence >= (newest.get(subject) ?? Infinity));
      for (const event of last) if (!this.project(event)) gone.add(event.subject);
      await this.settle(last, isWrong, done);
    });
    const removed = done.removed.size + (await this.removeUntouched(orphans));
    return { written: done.written.size, unchanged: newest.size - gone.size - done.written.size, removed };
  }

  /** Writes what is due, again after what others wrote meanwhile. */
  private async settle(events: readonly LogEvent<D>[], isDue: Due<T, D>, done = new Done()): Promise<void> {
    let rest = events;
    for (let tries = 0; rest.length > 0; tries += 1) {
      if (tries === TRIES) throw new Unavailable('a document that others do not write all the time');
      const overtaken: LogEvent<D>[] = [];
      for (let at = 0; at < rest.length; at += MOST) {
        for (const { event, status } of await this.write(rest.slice(at, at + MOST), isDue)) {
          if (status === 'stale' || status === 'duplicate') overtaken.push(event);
          else (this.project(event) ? done.written : done.removed).add(event.subject);
        }
      }
      rest = overtaken;
    }
  }

  private async write(events: readonly LogEvent<D>[], isDue: Due<T, D>) {
    const stored = await this.documents.many(events.map(({ subject }) => subject));
    const present = new Map(stored.map((doc) => [doc.id, doc]));
    const due = events.filter((event) => isDue(event, present.get(event.subject)));
    const fresh = due.filter((event) => !present.has(event.subject) && this.project(event));
    const known = due.filter((event) => present.has(event.subject));
    const docs = fresh.flatMap((event) => this.project(event) ?? []);
    const inserted = await this.documents.insert(docs.map((doc) => ({ doc })));
    const saved = await Promise.all(known.map((event) => this.overwrite(event, present.get(event.subject) as T)));
    const written = [...inserted, ...saved];
    return [...fresh, ...known].map((event, at) => ({ event, status: written[at]?.status }));
  }

  private overwrite(event: LogEvent<D>, { id, version }: T): Promise<Written<T>> {
    const doc = this.project(event);
    return doc ? this.documents.save({ ...doc, version } as unknown as T) : this.documents.remove(id, version);
  }

  /** Versions of the documents by id. */
  private async versions(): Promise<Map<string, number>> {
    const versions = new Map<string, number>();
    for await (const page of pagesOf(this.documents, MOST))
      for (const { id, version } of page) versions.set(id, version);
    return versions;
  }

  /** The highest sequence of each subject on the log. */
  private async sequences(log: Log, end: Position): Promise<Map<string, number>> {
    const newest = new Map<string, number>();
    await this.read(log, end, async (events) => {
      for (const { subject, sequence } of events) newest.set(subject, Math.max(sequence, newest.get(subject) ?? 0));
    });
    return newest;
  }

  /** Hands over the topic from its start to `end`, and maybe what comes after. */
  private async read(log: Log, end: Position, take: (events: readonly LogEvent<D>[]) => Promise<void>): Promise<void> {
    let fail: (error: unknown) => void = () => undefined;
    const failed = new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
    const tail = await log.tail([this.topic], '', async (events) => {
      try {
        await take((events as readonly LogEvent<D>[]).filter((event) => this.isReadable(event)));
      } catch (error) {
        // A tail repeats whatever fails, without end: only what can go through later is left to it.
        if (isUnavailable(error)) throw error;
        fail(error);
      }
    });
    try {
      await Promise.race([tail.reached(end), failed]);
    } finally {
      await tail.close();
    }
  }

  /** What no document can be made of is a dead letter of the live handler, and says nothing here. */
  private isReadable(event: LogEvent<D>): boolean {
    try {
      this.project(event);
      return true;
    } catch {
      return false;
    }
  }

  /** One that was written since has an event by now. */
  private async removeUntouched(documents: readonly (readonly [id: string, version: number])[]): Promise<number> {
    let removed = 0;
    for (let at = 0; at < documents.length; at += MOST) {
      const part = documents.slice(at, at + MOST);
      const answers = await Promise.all(part.map(([id, version]) => this.documents.remove(id, version)));
      removed += answers.filter(({ status }) => status === 'done').length;
    }
    return removed;
  }
}

/** The event of the highest sequence of each subject. */
function newestOf<D>(events: readonly LogEvent<D>[]): LogEvent<D>[] {
  const newest = new Map<string, LogEvent<D>>();
  for (const event of events) {
    if (event.sequence >= (newest.get(event.subject)?.sequence ?? 0)) newest.set(event.subject, event);
  }
  return [...newest.values()];
}

function isSame<T extends Projected>(wanted: Omit<T, 'version'> | undefined, present: T | undefined): boolean {
  if (!wanted || !present) return !wanted && !present;
  return canonical({ ...wanted, version: present.version }) === canonical(present);
}
