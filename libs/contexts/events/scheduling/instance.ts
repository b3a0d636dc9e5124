import type { PlannedMeeting, Representative, WishKind } from '#contracts/matchmaking';
import { type Instance, type LockedMeeting, type Pair, type Party, tablesIn } from '#engines/schedule/types';
import { slotsOf, slotsTouched } from '../event/slots.js';
import type { Matchmaking, Registration } from '../events.store.js';
import type { KnownMatch } from '../known/known.store.js';

/** What a wish of one side adds to the fit, which is 0 to 1. */
const WISH_WORTH = 0.5;
/** What is left of a pair that has met at an event before and does not ask for it again. */
const MET_BEFORE = 0.5;

/** All that a schedule is made of. */
export interface Grounds {
  readonly event: Matchmaking;
  /** Those that take part. */
  readonly registrations: readonly Registration[];
  readonly matches: readonly Pick<KnownMatch, 'demandId' | 'organisationId' | 'score'>[];
  /** Pairs of organisations that have met before, as {@link pairKey} names them. */
  readonly met: ReadonlySet<string>;
  /** Meetings that stay. */
  readonly locked: readonly PlannedMeeting[];
  /** Meetings that may be held, whatever is said of the two today; the locked ones among them. */
  readonly listed: readonly PlannedMeeting[];
}

export const pairKey = (leaderId: string, smeId: string): string => `${leaderId}:${smeId}`;

/** Names a representative in an instance. */
export const partyId = (organisationId: string, person: string): string => `${organisationId}:${person}`;

export function partyOf(id: string): { organisationId: string; person: string } {
  const at = id.indexOf(':');
  return { organisationId: id.slice(0, at), person: id.slice(at + 1) };
}

/** The event as the engine takes it. Pure; `checkInstance` judges the outcome. */
export function instanceOf(grounds: Grounds): Instance {
  const { event, registrations, locked, listed } = grounds;
  const slots = slotsOf(event);
  const parties = registrations.flatMap((registration) =>
    registration.representatives.map((person, at) => partyFor(registration, person, at, grounds, slots)),
  );
  const pairs = pairsOf(grounds);
  const instance = {
    name: event.title,
    slots: slots.length,
    tables: event.tables,
    parties,
    pairs: withListed(pairs, listed),
    locked: locked.map(lockedMeeting),
  };
  return withAgreed(instance, listed);
}

/** Room for what staff have agreed with both sides: a table, a meeting or a slot more than there would be. */
function withAgreed(instance: Instance, listed: readonly PlannedMeeting[]): Instance {
  const agreed = listed.filter((one) => one.agreed).map(lockedMeeting);
  if (agreed.length === 0) return instance;
  const all = listed.map(lockedMeeting);
  const of = (id: string) => (one: LockedMeeting) => one.leader === id || one.sme === id;
  const parties = instance.parties.map((party): Party => {
    const slots = agreed.filter(of(party.id)).map(({ slot }) => slot);
    if (slots.length === 0) return party;
    const unavailable = party.unavailable.filter((slot) => !slots.includes(slot));
    return { ...party, unavailable, maxMeetings: Math.max(party.maxMeetings, all.filter(of(party.id)).length) };
  });
  const tables = Array.from({ length: instance.slots }, (_, slot) => {
    const numbers = agreed.filter((one) => one.slot === slot).map(({ table = 0 }) => table);
    return Math.max(tablesIn(instance, slot) ?? 0, ...numbers);
  });
  return { ...instance, parties, tables };
}

function partyFor(
  { organisationId, side, tables, limits, representatives }: Registration,
  { id, absent }: Representative,
  at: number,
  { event }: Grounds,
  slots: ReturnType<typeof slotsOf>,
): Party {
  const { min, max } = limits ?? event.limits[side];
  // Own tables go to the representatives in turn, what is over to the first.
  const own = tables.filter((_, place) => place === at || (at === 0 && place >= representatives.length));
  return {
    id: partyId(organisationId, id),
    side,
    capacity: 1,
    maxMeetings: max,
    minMeetings: min,
    unavailable: slotsTouched(slots, absent),
    firm: organisationId,
    ...(side === 'leader' && own.length > 0 ? { tables: own } : {}),
  };
}

function pairsOf({ registrations, matches, met }: Grounds): Pair[] {
  const scores = new Map<string, number>();
  for (const { demandId, organisationId, score } of matches) scores.set(`${demandId}:${organisationId}`, score);
  const said = new Map(registrations.map((one) => [one.organisationId, wishesOf(one)]));
  const leaders = registrations.filter(({ side }) => side === 'leader');
  const smes = registrations.filter(({ side }) => side === 'sme');
  const pairs: Pair[] = [];
  for (const leader of leaders) {
    for (const sme of smes) {
      if (leader.blocked.includes(sme.organisationId) || sme.blocked.includes(leader.organisationId)) continue;
      const known = met.has(pairKey(leader.organisationId, sme.organisationId));
      for (const person of leader.representatives) {
        const worth = worthOf(leader, person, sme, known, { scores, said });
        if (!worth) continue;
        for (const other of sme.representatives) {
          const names = {
            leader: partyId(leader.organisationId, person.id),
            sme: partyId(sme.organisationId, other.id),
          };
          pairs.push({ ...names, ...worth });
        }
      }
    }
  }
  return pairs;
}

type Said = ReadonlyMap<string, WishKind>;

/** Wishes by organisation, and by organisation and demand. */
function wishesOf({ wishes }: Registration): Said {
  return new Map(wishes.map(({ organisationId, demandId = '', wish }) => [`${organisationId} ${demandId}`, wish]));
}

interface Known {
  readonly scores: ReadonlyMap<string, number>;
  readonly said: ReadonlyMap<string, Said>;
}

/** What a meeting is worth; undefined when the two are not to meet. */
function worthOf(
  leader: Registration,
  person: Representative,
  sme: Registration,
  known: boolean,
  { scores, said }: Known,
): Pick<Pair, 'weight' | 'must'> | undefined {
  const asks = (demandId: string) => said.get(leader.organisationId)?.get(`${sme.organisationId} ${demandId}`);
  const answers = (demandId: string) => said.get(sme.organisationId)?.get(`${leader.organisationId} ${demandId}`);
  if (asks('') === 'no' || answers('') === 'no') return undefined;
  const brought = leader.demandIds.filter((id) => person.demandIds.length === 0 || person.demandIds.includes(id));
  const open = brought.filter((id) => asks(id) !== 'no' && answers(id) !== 'no');
  if (brought.length > 0 && open.length === 0) return undefined;
  const score = Math.max(0, ...open.map((id) => scores.get(`${id}:${sme.organisationId}`) ?? 0));
  const wanted = strongest(['', ...open].map(asks));
  const offered = strongest(['', ...open].map(answers));
  if (score === 0 && !wanted && !offered) return undefined;
  const fresh = known && !wanted && !offered ? MET_BEFORE : 1;
  const sum = fresh * score + (wanted ? WISH_WORTH : 0) + (offered ? WISH_WORTH : 0);
  const must = wanted === 'must' || (offered === 'must' && (wanted !== undefined || score > 0));
  return { weight: Math.round(sum * 1000) / 1000, ...(must ? { must } : {}) };
}

function strongest(wishes: readonly (WishKind | undefined)[]): WishKind | undefined {
  return wishes.includes('must') ? 'must' : wishes.find((wish) => wish === 'would');
}

/** A meeting that was planned may stay, also where the two would not be brought together today. */
function withListed(pairs: readonly Pair[], planned: readonly PlannedMeeting[]): Pair[] {
  const listed = new Set(pairs.map(({ leader, sme }) => `${leader} ${sme}`));
  const missing = planned.map(lockedMeeting).filter(({ leader, sme }) => !listed.has(`${leader} ${sme}`));
  return [...pairs, ...missing.map(({ leader, sme }) => ({ leader, sme, weight: 0 }))];
}

function lockedMeeting({ leaderId, leaderPerson, smeId, smePerson, slot, table }: PlannedMeeting): LockedMeeting {
  return { leader: partyId(leaderId, leaderPerson), sme: partyId(smeId, smePerson), slot, table };
}
