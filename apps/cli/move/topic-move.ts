import type { Position } from '#ports/log/log';
import type { Mark, Notes, TopicNote } from './notes.js';
import type { Source } from './source.js';
import type { Target } from './target.js';

/**
 * Carries one topic over, in order. How far it has come is noted after each page: cut off in between, the next run
 * appends that page once more (at least once, never less, and the newest event of a key stays the last one).
 */
export class TopicMove {
  private constructor(
    readonly topic: string,
    private readonly source: Source,
    private readonly target: Target,
    private readonly notes: Notes,
    private note: TopicNote,
  ) {}

  static async begin(topic: string, source: Source, target: Target, notes: Notes): Promise<TopicMove> {
    return new TopicMove(topic, source, target, notes, await notes.topic(topic));
  }

  /** Number of events up to `seq` that are still to come. */
  left(seq: number): number {
    return this.source.log.count(this.topic, this.note.seq, seq);
  }

  /** Appends the events up to number `seq`. */
  async copyTo(seq: number, done: (events: number) => void): Promise<void> {
    for (const { events, last } of this.source.log.events(this.topic, this.note.seq, seq)) {
      await this.target.log.append(events);
      await this.set({ ...this.note, seq: last });
      done(events.length);
    }
  }

  /**
   * Notes the position after what has come so far, before anything more is appended. No group stands before number
   * `from`: marks that are of no use then are given up.
   */
  async mark(from = 0): Promise<void> {
    const { seq, marks } = this.note;
    const here = marks.some((mark) => mark.seq === seq);
    const all: Mark[] = here ? [...marks] : [...marks, { seq, position: await this.target.log.end(this.topic) }];
    const kept = all.filter((_, place) => (all[place + 1]?.seq ?? Number.POSITIVE_INFINITY) > from);
    if (!here || kept.length < marks.length) await this.set({ seq, marks: kept });
  }

  /** The last position noted that is not beyond number `seq`: a group that stands there misses nothing. */
  positionAt(seq: number): Position {
    return this.note.marks.findLast((mark) => mark.seq <= seq)?.position ?? '';
  }

  private async set(note: TopicNote): Promise<void> {
    await this.notes.setTopic(this.topic, note);
    this.note = note;
  }
}
