import type { GroupPlace } from '#ports/log/embedded/export';
import type { Position } from '#ports/log/log';
import type { Notes } from './notes.js';
import type { Reporter } from './reporter.js';
import type { Source } from './source.js';
import type { Target } from './target.js';
import { TopicMove } from './topic-move.js';

export interface MovedEvents {
  /** Appended in this run. */
  readonly events: number;
  /** On the standalone's log and left for a later run. */
  readonly waiting: number;
}

/**
 * While the standalone runs: what all groups of a topic have handled. The rest waits, so that the last run can tell the
 * groups apart.
 */
export async function moveHandledEvents(
  source: Source,
  target: Target,
  notes: Notes,
  reporter: Reporter,
): Promise<MovedEvents> {
  let [events, waiting] = [0, 0];
  const places = source.log.places();
  for (const topic of source.log.topics()) {
    const move = await TopicMove.begin(topic, source, target, notes);
    const own = places.filter((place) => place.topic === topic).map(({ seq }) => seq);
    const upTo = own.length > 0 ? Math.min(...own) : source.log.lastOf(topic);
    events += await moveTo(move, upTo, reporter);
    await move.mark(upTo);
    waiting += move.left(Number.MAX_SAFE_INTEGER);
  }
  return { events, waiting };
}

/**
 * When nothing comes any more: everything, with a mark where each group stands. The groups are placed there afterwards:
 * each hears what it had not handled and nothing of what it had.
 */
export async function moveAllEvents(
  source: Source,
  target: Target,
  notes: Notes,
  reporter: Reporter,
): Promise<MovedEvents & { readonly groups: ReadonlyMap<string, ReadonlyMap<string, Position>> }> {
  const places = source.log.places();
  const groups = new Map<string, Map<string, Position>>();
  let events = 0;
  for (const topic of source.log.topics()) {
    const own = places.filter((place) => place.topic === topic).sort((a, b) => a.seq - b.seq);
    const move = await TopicMove.begin(topic, source, target, notes);
    for (const { seq } of own) {
      events += await moveTo(move, seq, reporter);
      await move.mark();
    }
    events += await moveTo(move, Number.MAX_SAFE_INTEGER, reporter);
    await move.mark();
    for (const place of own) setPlace(groups, place, move.positionAt(place.seq));
  }
  return { events, waiting: 0, groups };
}

/** Events that were committed and never sent come last, in the order of their commits; those the log has are left out. */
export async function moveUnsent({ store, log }: Source, target: Target, notes: Notes): Promise<number> {
  const fresh = log.repeats();
  let events = 0;
  for (let after = await notes.unsent(); ; ) {
    const page = store.unsent(after);
    if (!page) return events;
    const missing = fresh(page.events);
    await target.log.append(missing);
    await notes.setUnsent(page.last);
    events += missing.length;
    after = page.last;
  }
}

async function moveTo(move: TopicMove, seq: number, reporter: Reporter): Promise<number> {
  const events = move.left(seq);
  if (events === 0) return 0;
  reporter.begin(`events of ${move.topic}`, events);
  await move.copyTo(seq, (done) => reporter.done(done));
  reporter.end();
  return events;
}

function setPlace(groups: Map<string, Map<string, Position>>, { group, topic }: GroupPlace, position: Position): void {
  groups.set(group, (groups.get(group) ?? new Map<string, Position>()).set(topic, position));
}
