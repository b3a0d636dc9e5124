import {
  type Limits,
  type MatchmakingContent,
  type MatchmakingState,
  PHASES,
  type Phase,
} from '#contracts/matchmaking';
import { EVENTS, TOPICS } from '#contracts/topics';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import type { Decision } from '#platform/store/change';
import type { EventDraft } from '#ports/event';
import { type Act, changeOf } from '../act.js';
import { eventsErrors } from '../events.errors.js';
import type { Matchmaking } from '../events.store.js';
import { beginsAt, slotsOf } from './slots.js';

const SESSION_HOURS = 14;
/** A schedule of more would only be a slip of a finger. */
const MOST_SLOTS = 200;

/** From where to where staff may take an event. A step back opens again what was closed too early. */
const MOVES: Readonly<Record<Phase, readonly Phase[]>> = {
  draft: ['registration'],
  registration: ['preferences', 'draft'],
  preferences: ['scheduling', 'registration'],
  scheduling: ['provisional', 'preferences'],
  provisional: ['final', 'scheduling'],
  final: ['live'],
  live: ['closed'],
  closed: ['reported'],
  reported: [],
};

/** What others may know of a stored event: all but the keys by which it is found. */
export function matchmakingState({ listedKey: _key, remindAt: _at, ...state }: Matchmaking): MatchmakingState {
  return state;
}

/** The first thing wrong with what staff say of an event, if any. */
export function checkMatchmaking(content: MatchmakingContent): Failure | undefined {
  return checkTimes(content) ?? checkLimits(content.limits.leader, 'leader') ?? checkLimits(content.limits.sme, 'sme');
}

function checkTimes(content: MatchmakingContent): Failure | undefined {
  for (const list of ['sessions', 'breaks', 'programme'] as const) {
    const wrong = content[list].findIndex(({ from, to }) => from >= to);
    if (wrong >= 0) return eventsErrors.span_order({}, `/${list}/${wrong}/to`);
  }
  const { sessions } = content;
  const long = sessions.findIndex(({ from, to }) => Date.parse(to) - Date.parse(from) > SESSION_HOURS * 3_600_000);
  if (long >= 0) return eventsErrors.session_long({ hours: SESSION_HOURS }, `/sessions/${long}/to`);
  const sorted = [...sessions].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (sorted.some(({ from }, at) => at > 0 && from < (sorted[at - 1]?.to ?? '')))
    return eventsErrors.sessions_overlap({}, '/sessions');
  const slots = slotsOf(content).length;
  return slots > MOST_SLOTS ? eventsErrors.too_many_slots({ slots, most: MOST_SLOTS }, '/sessions') : undefined;
}

const checkLimits = ({ min, max }: Limits, side: string): Failure | undefined =>
  min > max ? eventsErrors.limits_order({}, `/limits/${side}/min`) : undefined;

/** Refuses what cannot be done in the event's phase. */
export function inPhase({ phase }: Pick<MatchmakingState, 'phase'>, allowed: readonly Phase[]): Failure | undefined {
  return allowed.includes(phase) ? undefined : eventsErrors.not_in_phase({ phase, allowed: allowed.join(', ') });
}

/** The event of one change, with the whole state. */
export function matchmakingEvents(
  after: Omit<Matchmaking, 'version'>,
  version: number,
  act: Act,
  [type, action, note]: readonly [type: string, action: string, note?: string],
): EventDraft[] {
  const data = { matchmaking: matchmakingState({ ...after, version }), change: changeOf(act, action, note) };
  return [{ topic: TOPICS.matchmaking, type, time: act.at, data }];
}

/** A new event, a draft. */
export function draftMatchmaking(
  id: string,
  content: MatchmakingContent,
  act: Act,
): Result<{ doc: Omit<Matchmaking, 'version'>; events: EventDraft[] }> {
  const refused = checkMatchmaking(content);
  if (refused) return fail(refused);
  const doc = { id, ...content, phase: 'draft' as const, createdAt: act.at, updatedAt: act.at };
  return ok({ doc, events: matchmakingEvents(doc, 1, act, [EVENTS.matchmakingDrafted, 'draft']) });
}

const BEFORE_SCHEDULING: readonly Phase[] = ['draft', 'registration', 'preferences', 'scheduling'];

/** Staff change what was said of it; times, tables and limits only until a schedule stands on them. */
export function reviseMatchmaking(
  event: Matchmaking,
  change: Partial<MatchmakingContent>,
  act: Act,
): Result<Decision<Matchmaking>> {
  const { title: _title, place: _place, about: _about, ...grounds } = change;
  const touchesGrounds = Object.keys(grounds).length > 0;
  const allowed = touchesGrounds ? BEFORE_SCHEDULING : PHASES.filter((phase) => phase !== 'reported');
  const refused = inPhase(event, allowed) ?? checkMatchmaking({ ...event, ...change });
  if (refused) return fail(refused);
  return decided(event, change, act, [EVENTS.matchmakingChanged, 'revise']);
}

/** Staff take the event to another phase. */
export function moveMatchmaking(event: Matchmaking, to: Phase, act: Act): Result<Decision<Matchmaking>> {
  const allowed = MOVES[event.phase];
  if (!allowed.includes(to))
    return fail(eventsErrors.move({ from: event.phase, to, allowed: allowed.join(', ') || 'none' }));
  if (to !== 'draft' && slotsOf(event).length === 0) return fail(eventsErrors.no_slots());
  const { remindAt: _no, ...rest } = event;
  const remindAt = to === 'final' ? reminderOf(event, act.at) : undefined;
  return decided(rest, { phase: to, ...(remindAt ? { remindAt } : {}) }, act, [
    EVENTS.matchmakingMoved,
    'move',
    `${event.phase} → ${to}`,
  ]);
}

/** How long before the first meeting those who have one are reminded. */
const REMINDER_HOURS = 24;

/** When to remind of an event; undefined where its schedule is final later than that. */
function reminderOf(event: Matchmaking, now: string): string | undefined {
  const begins = slotsOf(event)[0]?.from;
  if (begins === undefined) return undefined;
  const at = new Date(Date.parse(begins) - REMINDER_HOURS * 3_600_000).toISOString();
  return at > now ? at : undefined;
}

/** The reminder is sent: nobody is reminded twice. */
export function remindedOf({ remindAt: _at, ...event }: Matchmaking, act: Act): Result<Decision<Matchmaking>> {
  return decided(event, {}, act, [EVENTS.matchmakingChanged, 'remind']);
}

function decided(
  before: Matchmaking,
  change: Partial<Matchmaking>,
  act: Act,
  told: readonly [string, string, string?],
): Result<Decision<Matchmaking>> {
  const { listedKey: _key, ...rest } = { ...before, ...change, updatedAt: act.at };
  const doc = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  ) as unknown as Matchmaking;
  const begins = beginsAt(doc);
  const after = doc.phase === 'draft' || begins === undefined ? doc : { ...doc, listedKey: begins };
  return ok({ doc: after, events: matchmakingEvents(after, before.version + 1, act, told) });
}
