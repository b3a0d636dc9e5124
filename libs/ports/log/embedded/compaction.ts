import { type Connection, rowsOf } from './database.js';

/** Events looked at in one slice: some milliseconds of the writing thread. */
const slice = 250;

/**
 * Removes events that have a newer one of their key. Walks each topic once, from where the last run ended: every event
 * passed takes away the older ones of its key. Goes no further than the slowest group of the topic and leaves the last
 * `recent` events alone.
 */
export class Compaction {
  private readonly topics;
  private readonly next;
  private readonly remove;
  private readonly advance;

  constructor(
    private readonly db: Connection,
    private readonly recent: number,
  ) {
    this.topics = rowsOf<[topic: string, compacted: number, slowest: number | null]>(
      db,
      'SELECT name, compacted, (SELECT min(seq) FROM member WHERE member.topic = name) FROM topic',
    );
    this.next = rowsOf<[seq: number | null]>(
      db,
      'SELECT max(seq) FROM (SELECT seq FROM event WHERE topic = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?)',
    );
    this.remove = db.prepare(`DELETE FROM event WHERE seq IN (
      SELECT old.seq FROM event AS new CROSS JOIN event AS old
      WHERE new.topic = ?1 AND new.seq > ?2 AND new.seq <= ?3
        AND old.topic = new.topic AND old.key = new.key AND old.seq < new.seq)`);
    this.advance = db.prepare('UPDATE topic SET compacted = ? WHERE name = ?');
  }

  /** One slice; false when there is nothing left to do now. `last` is the newest event of the log. */
  step(last: number): boolean {
    for (const [topic, compacted, slowest] of this.topics()) {
      const limit = Math.min(slowest ?? last, last - this.recent);
      if (limit <= compacted) continue;
      const upTo = this.next(topic, compacted, limit, slice)[0]?.[0] ?? limit;
      this.db.exec('BEGIN IMMEDIATE');
      try {
        this.remove.run(topic, compacted, upTo);
        this.advance.run(upTo, topic);
        this.db.exec('COMMIT');
      } catch (error) {
        this.db.exec('ROLLBACK');
        throw error;
      }
      return true;
    }
    return false;
  }
}
