import type {
  EventSide,
  Limits,
  Phase,
  RegistrationState,
  RegistrationStatus,
  Representative,
  Wish,
} from '#contracts/matchmaking';
import { EVENTS, TOPICS } from '#contracts/topics';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import { idFrom } from '#platform/ids';
import type { Decision } from '#platform/store/change';
import type { EventDraft } from '#ports/event';
import { type Act, changeOf } from '../act.js';
import { inPhase } from '../event/matchmaking.rules.js';
import { eventsErrors } from '../events.errors.js';
import type { Matchmaking, Registration } from '../events.store.js';

export const registrationId = (matchmakingId: string, organisationId: string): string =>
  idFrom('registration', matchmakingId, organisationId);

/** What others than itself and staff may know of a stored registration. */
export function registrationState(registration: Registration): RegistrationState {
  const { wishes: _w, blocked: _b, code: _c, codeKey: _ck, calendarHash: _h, ...rest } = registration;
  const { approvedKey: _a, sideKey: _s, ...state } = rest;
  return state;
}

export interface Entrant {
  readonly id: string;
  readonly name: string;
  readonly side: EventSide;
}

/** What an organisation says of itself when it comes. */
export interface RegistrationContent {
  readonly representatives: readonly Representative[];
  readonly demandIds: readonly string[];
}

/** What staff say for it when they invite it. */
interface SaidForIt {
  readonly limits?: Limits;
  readonly wishes?: readonly Wish[];
}

type Written = Omit<Registration, 'version'>;

/** A registration that did not exist; with its keys and event. */
export function newRegistration(
  event: Matchmaking,
  entrant: Entrant,
  { wishes = [], ...content }: RegistrationContent & SaidForIt,
  { origin, code }: { readonly origin: Registration['origin']; readonly code: string },
  act: Act,
): { doc: Written; events: EventDraft[] } {
  const status: RegistrationStatus = origin === 'invited' ? 'invited' : 'applied';
  const doc: Written = {
    id: registrationId(event.id, entrant.id),
    matchmakingId: event.id,
    matchmakingTitle: event.title,
    organisationId: entrant.id,
    organisationName: entrant.name,
    side: entrant.side,
    origin,
    status,
    ...content,
    tables: [],
    wishes,
    blocked: [],
    code,
    codeKey: `${event.id}:${code}`,
    createdAt: act.at,
    updatedAt: act.at,
  };
  const type = origin === 'invited' ? EVENTS.registrationInvited : EVENTS.registrationApplied;
  return { doc, events: registrationEvents({ ...doc, version: 1 }, type, act, status) };
}

function registrationEvents(after: Registration, type: string, act: Act, action: string, note?: string): EventDraft[] {
  const data = { registration: registrationState(after), change: changeOf(act, action, note) };
  return [{ topic: TOPICS.registration, type, time: act.at, data, key: after.id }];
}

/** Representatives without an id get the first free `p1`, `p2`, … */
export function withRepresentativeIds(
  given: readonly (Omit<Representative, 'id'> & { id?: string | undefined })[],
): Representative[] {
  const taken = new Set(given.map(({ id }) => id));
  let next = 1;
  return given.map((one) => {
    if (one.id !== undefined) return { ...one, id: one.id };
    while (taken.has(`p${next}`)) next += 1;
    taken.add(`p${next}`);
    return { ...one, id: `p${next}` };
  });
}

/** The first thing wrong with who comes, if any. */
export function checkRepresentatives(representatives: readonly Representative[]): Failure | undefined {
  const seen = new Set<string>();
  for (const [at, { id, absent }] of representatives.entries()) {
    if (seen.has(id)) return eventsErrors.representative_twice({ id }, `/representatives/${at}/id`);
    seen.add(id);
    const wrong = absent.findIndex(({ from, to }) => from >= to);
    if (wrong >= 0) return eventsErrors.span_order({}, `/representatives/${at}/absent/${wrong}/to`);
  }
  return undefined;
}

/** Who is there, or may yet be. */
export const COMING: readonly RegistrationStatus[] = ['invited', 'applied', 'approved'];

const OPEN: readonly Phase[] = ['registration', 'preferences'];
export const inRegistration = (event: Matchmaking): Failure | undefined => inPhase(event, OPEN);

/** The organisation says that it comes: who was invited takes part at once, others wait for staff. */
export function applyAgain(
  registration: Registration,
  event: Matchmaking,
  content: RegistrationContent,
  act: Act,
): Result<Decision<Registration>> {
  const { status, origin } = registration;
  const refused = inRegistration(event) ?? checkRepresentatives(content.representatives);
  if (refused) return fail(refused);
  if (status === 'applied' || status === 'approved' || status === 'rejected')
    return fail(eventsErrors.registered({ status }));
  const invited = origin === 'invited';
  const change = { ...content, status: invited ? ('approved' as const) : ('applied' as const) };
  return decided(registration, change, act, invited ? EVENTS.registrationChanged : EVENTS.registrationApplied, 'apply');
}

/** Who comes and with what, said anew; possible until there is a schedule. */
export function reviseRegistration(
  registration: Registration,
  event: Matchmaking,
  change: Partial<RegistrationContent> & { readonly tables?: readonly number[]; readonly limits?: Limits | undefined },
  act: Act,
): Result<Decision<Registration>> {
  const refused =
    inPhase(event, ['draft', 'registration', 'preferences', 'scheduling']) ??
    inState(registration, COMING) ??
    checkRepresentatives(change.representatives ?? []) ??
    checkPlaces(event, change);
  return refused ? fail(refused) : decided(registration, change, act, EVENTS.registrationChanged, 'revise');
}

function checkPlaces(
  event: Matchmaking,
  { tables = [], limits }: { readonly tables?: readonly number[]; readonly limits?: Limits | undefined },
): Failure | undefined {
  if (limits && limits.min > limits.max) return eventsErrors.limits_order({}, '/limits/min');
  const table = tables.find((number) => number > event.tables);
  return table === undefined ? undefined : eventsErrors.tables_few({ table, tables: event.tables }, '/tables');
}

/** Staff answer an application; a refusal can be taken back. */
export function decideRegistration(
  registration: Registration,
  event: Matchmaking,
  decision: 'approve' | 'reject',
  reason: string | undefined,
  act: Act,
): Result<Decision<Registration>> {
  const approve = decision === 'approve';
  const refused =
    inPhase(event, ['registration', 'preferences', 'scheduling']) ??
    inState(registration, approve ? ['applied', 'rejected'] : ['applied', 'approved']);
  if (refused) return fail(refused);
  const change = { status: approve ? ('approved' as const) : ('rejected' as const), reason };
  return decided(registration, change, act, EVENTS.registrationDecided, decision, reason);
}

/** The organisation does not come, or no longer. */
export function withdrawRegistration(
  registration: Registration,
  event: Matchmaking,
  reason: string | undefined,
  act: Act,
): Result<Decision<Registration>> {
  const refused =
    inPhase(event, ['registration', 'preferences', 'scheduling', 'provisional', 'final', 'live']) ??
    inState(registration, COMING);
  if (refused) return fail(refused);
  const status = registration.status === 'invited' ? ('declined' as const) : ('withdrawn' as const);
  return decided(registration, { status, reason }, act, EVENTS.registrationWithdrawn, status, reason);
}

export const inState = ({ status }: Registration, states: readonly RegistrationStatus[]): Failure | undefined =>
  states.includes(status) ? undefined : eventsErrors.registration_state({ status });

/** The changed document with its keys, and its event. */
export function decided(
  before: Registration,
  change: Partial<Registration>,
  act: Act,
  type: string,
  action: string,
  note?: string,
): Result<Decision<Registration>> {
  const { approvedKey: _approved, sideKey: _side, ...rest } = { ...before, ...change, updatedAt: act.at };
  const doc = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  ) as unknown as Registration;
  const { matchmakingId, side } = doc;
  const keys = doc.status === 'approved' ? { approvedKey: matchmakingId, sideKey: `${matchmakingId}:${side}` } : {};
  const events = registrationEvents({ ...doc, version: before.version + 1 }, type, act, action, note);
  return ok({ doc: { ...doc, ...keys }, events });
}
