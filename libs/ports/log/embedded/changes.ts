import { type Connection, rowsOf } from './database.js';
import type { RecentIds } from './recent-ids.js';
import type { Progress, Row } from './shapes.js';

/** The statements of the writing connection. Each method runs inside a transaction of the caller. */
export class Changes {
  private readonly addEvent = this.db.prepare('INSERT INTO event(topic, key, id, body) VALUES(?, ?, ?, ?)');
  private readonly addTopic = this.db.prepare('INSERT INTO topic VALUES(?, 0) ON CONFLICT DO NOTHING');
  private readonly addMember = this.db.prepare('INSERT INTO member VALUES(?, ?, 0) ON CONFLICT DO NOTHING');
  private readonly moveMember = this.db.prepare('UPDATE member SET seq = max(seq, ?) WHERE grp = ? AND topic = ?');
  private readonly resetMember = this.db.prepare('UPDATE member SET seq = ? WHERE grp = ?');
  private readonly positions = rowsOf<[string, number]>(this.db, 'SELECT topic, seq FROM member WHERE grp = ?');
  private readonly addDead = this.db.prepare('INSERT INTO dead(grp, reason, at, body) VALUES(?, ?, ?, ?)');
  private readonly addAside = this.db.prepare(
    'INSERT INTO aside(grp, topic, due, attempts, body) VALUES(?, ?, ?, ?, ?)',
  );
  private readonly removeAside = this.db.prepare('DELETE FROM aside WHERE id = ?');
  private readonly letter = rowsOf<[string, string]>(this.db, 'SELECT grp, body FROM dead WHERE id = ?');
  private readonly removeDead = this.db.prepare('DELETE FROM dead WHERE id = ?');
  private readonly topics = new Set<string>();

  constructor(
    private readonly db: Connection,
    private readonly recent: RecentIds,
  ) {}

  /** Answers what was stored. */
  append(rows: readonly Row[]): readonly Row[] {
    const fresh = this.recent.fresh(rows);
    for (const [topic, key, id, body] of fresh) {
      if (!this.topics.has(topic)) this.addTopic.run(topic);
      this.topics.add(topic);
      this.addEvent.run(topic, key, id, body);
    }
    return fresh;
  }

  /** After a rollback nothing remembered is sure. */
  forget(): void {
    this.topics.clear();
  }

  commit({ group, positions, dead, later, removed }: Progress): void {
    for (const [topic, seq] of Object.entries(positions)) this.moveMember.run(seq, group, topic);
    for (const { body, reason, at } of dead) this.addDead.run(group, reason, at, body);
    for (const { topic, due, attempts, body } of later) this.addAside.run(group, topic, due, attempts, body);
    for (const id of removed) this.removeAside.run(id);
  }

  join(group: string, topics: readonly string[]): Record<string, number> {
    for (const topic of topics) this.addMember.run(group, topic);
    return Object.fromEntries(this.positions(group).filter(([topic]) => topics.includes(topic)));
  }

  reset(group: string, seq: number): boolean {
    return this.resetMember.run(seq, group).changes > 0;
  }

  replay(id: number): string | undefined {
    const [found] = this.letter(id);
    if (!found) return undefined;
    const [group, body] = found;
    const { topic } = JSON.parse(body) as { topic: string };
    this.addAside.run(group, topic, 0, 0, body);
    this.removeDead.run(id);
    return group;
  }

  drop(id: number): boolean {
    return this.removeDead.run(id).changes > 0;
  }
}
