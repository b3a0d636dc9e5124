import { setImmediate } from 'node:timers/promises';
import type { LogEvent } from '#ports/event';
import type { DeadLetter, LetterCount } from '../log.js';
import { type Connection, rowsOf } from './database.js';

export interface Stored {
  readonly seq: number;
  readonly event: LogEvent;
}

export interface Aside {
  readonly id: number;
  readonly attempts: number;
  readonly event: LogEvent;
}

/** Characters of JSON parsed at a time: some milliseconds of the main thread. */
const most = 1_000_000;
/** Index entries counted at a time: below a millisecond. */
const countSlice = 20_000;

/** The reading connection of the main thread. All methods are synchronous and bounded, `count` yields in between. */
export class Reader {
  private readonly merges = new Map<number, (...params: unknown[]) => [number, string][]>();
  private readonly counted = rowsOf<[number, number | null]>(
    this.db,
    'SELECT count(*), max(seq) FROM (SELECT seq FROM event WHERE topic = ? AND seq > ? ORDER BY seq LIMIT ?)',
  );
  private readonly newest = rowsOf<[number | null]>(this.db, 'SELECT max(seq) FROM event WHERE topic = ?');
  private readonly asideRows = rowsOf<[number, number, string]>(
    this.db,
    'SELECT id, attempts, body FROM aside WHERE grp = ? AND due <= ? ORDER BY due, id LIMIT ?',
  );
  private readonly firstDue = rowsOf<[number | null]>(this.db, 'SELECT min(due) FROM aside WHERE grp = ?');
  private readonly asideCount = rowsOf<[number]>(this.db, 'SELECT count(*) FROM aside WHERE grp = ? AND topic = ?');
  private readonly members = rowsOf<[string, string, number]>(
    this.db,
    'SELECT grp, topic, seq FROM member ORDER BY grp, topic',
  );
  private readonly letters = rowsOf<LetterRow>(
    this.db,
    'SELECT id, grp, reason, at, body FROM dead WHERE id > ? ORDER BY id LIMIT ?',
  );
  private readonly lettersOf = rowsOf<LetterRow>(
    this.db,
    'SELECT id, grp, reason, at, body FROM dead WHERE grp = ? AND id > ? ORDER BY id LIMIT ?',
  );

  private readonly letter = rowsOf<LetterRow>(this.db, 'SELECT id, grp, reason, at, body FROM dead WHERE id = ?');
  private readonly nextGroup = rowsOf<[string | null]>(this.db, 'SELECT min(grp) FROM dead WHERE grp > ?');
  private readonly letterCount = rowsOf<[number]>(
    this.db,
    'SELECT count(*) FROM (SELECT 1 FROM dead WHERE grp = ? LIMIT ?)',
  );

  constructor(private readonly db: Connection) {}

  /**
   * The next events of some topics, each after its own position, in the order they were appended. `ended` tells that
   * there were no more; a batch is shorter than `limit` also when it grows large.
   */
  after(positions: ReadonlyMap<string, number>, limit: number): { batch: Stored[]; ended: boolean } {
    const rows = this.merge(positions.size)(...[...positions].flat(), limit);
    const batch: Stored[] = [];
    let size = 0;
    for (const [seq, body] of rows) {
      size += body.length;
      if (size > most && batch.length > 0) return { batch, ended: false };
      batch.push({ seq, event: JSON.parse(body) as LogEvent });
    }
    return { batch, ended: rows.length < limit };
  }

  /** Newest `seq` of the topics, 0 when they are empty. */
  last(topics: readonly string[]): number {
    return topics.reduce((max, topic) => Math.max(max, this.newest(topic)[0]?.[0] ?? 0), 0);
  }

  async count(topic: string, after: number): Promise<number> {
    let total = 0;
    for (let from = after; ; await setImmediate()) {
      const [count, to] = this.counted(topic, from, countSlice)[0] ?? [0, null];
      total += count;
      if (count < countSlice || to === null) return total;
      from = to;
    }
  }

  asides(group: string, now: number, limit: number): Aside[] {
    return this.asideRows(group, now, limit).map(([id, attempts, body]) => ({
      id,
      attempts,
      event: JSON.parse(body) as LogEvent,
    }));
  }

  /** When the next set-aside event of the group is due, ms since the epoch. */
  due(group: string): number | undefined {
    return this.firstDue(group)[0]?.[0] ?? undefined;
  }

  setAside(group: string, topic: string): number {
    return this.asideCount(group, topic)[0]?.[0] ?? 0;
  }

  groups(): { group: string; topic: string; seq: number }[] {
    return this.members().map(([group, topic, seq]) => ({ group, topic, seq }));
  }

  deadLetters(group: string | undefined, after: number, limit: number): DeadLetter[] {
    const rows = group === undefined ? this.letters(after, limit) : this.lettersOf(group, after, limit);
    return rows.map(letterOf);
  }

  deadLetter(id: number): DeadLetter | undefined {
    return this.letter(id).map(letterOf)[0];
  }

  /** Goes from group to group over the index, and in each no further than `cap`. */
  letterCounts(cap: number): LetterCount[] {
    const counts: LetterCount[] = [];
    for (let group = this.nextGroup('')[0]?.[0]; group; group = this.nextGroup(group)[0]?.[0]) {
      counts.push({ group, letters: this.letterCount(group, cap)[0]?.[0] ?? 0 });
    }
    return counts;
  }

  close(): void {
    this.db.close();
  }

  /** SQLite merges the branches row by row off the index: no sort, no more rows than the limit. */
  private merge(topics: number) {
    const known = this.merges.get(topics);
    if (known) return known;
    const branch = 'SELECT seq, body FROM event WHERE topic = ? AND seq > ?';
    const sql = `${Array(topics).fill(branch).join(' UNION ALL ')} ORDER BY 1 LIMIT ?`;
    const made = rowsOf<[number, string]>(this.db, sql);
    this.merges.set(topics, made);
    return made;
  }
}

type LetterRow = [id: number, group: string, reason: string, at: string, body: string];

function letterOf([id, group, reason, at, body]: LetterRow): DeadLetter {
  return { id: String(id), group, reason, at, event: JSON.parse(body) as LogEvent };
}
