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

function pairsOf(grounds: Grounds): Pair[] {
  const { registrations, met } = grounds;
  const known = knownOf(grounds);
  const leaders = registrations.filter(({ side }) => side === 'leader');
  const smes = registrations.filter(({ side }) => side === 'sme');
  const pairs: Pair[] = [];
  for (const leader of leaders) {
    const concerned = concernedBy(leader, known);
    for (const sme of smes) {
      if (!concerned.has(sme.organisationId)) continue;
      if (leader.blocked.includes(sme.organisationId) || sme.blocked.includes(leader.organisationId)) continue;
      const again = met.has(pairKey(leader.organisationId, sme.organisationId));
      for (const person of leader.representatives) {
        const worth = worthOf(leader, person, sme, again, known);
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

/** What one organisation says of another: by demand, of the whole under the empty name. */
type Said = ReadonlyMap<string, WishKind>;

interface Known {
  /** By demand: how well each organisation fits it. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** By who says it and of whom. */
  readonly said: ReadonlyMap<string, ReadonlyMap<string, Said>>;
  /** Who says something of an organisation. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Of the hundred thousand pairs of a large event a few are matched or wished for: these are looked up, not all asked about. */
function knownOf({ registrations, matches }: Grounds): Known {
  const scores = new Map<string, Map<string, number>>();
  for (const { demandId, organisationId, score } of matches) inner(scores, demandId).set(organisationId, score);
  const said = new Map<string, Map<string, Map<string, WishKind>>>();
  const named = new Map<string, Set<string>>();
  for (const { organisationId: who, wishes } of registrations)
    for (const { organisationId, demandId = '', wish } of wishes) {
      inner(inner(said, who), organisationId).set(demandId, wish);
      named.set(organisationId, (named.get(organisationId) ?? new Set()).add(who));
    }
  return { scores, said, named };
}

function inner<V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const found = map.get(key) ?? new Map<string, V>();
  map.set(key, found);
  return found;
}

/** The organisations that fit a demand of the leader, that it names, or that name it: no others meet it. */
function concernedBy({ organisationId, demandIds }: Registration, { scores, said, named }: Known): Set<string> {
  return new Set([
    ...demandIds.flatMap((demandId) => [...(scores.get(demandId)?.keys() ?? [])]),
    ...(said.get(organisationId)?.keys() ?? []),
    ...(named.get(organisationId) ?? []),
  ]);
}

/** What a meeting is worth; undefined when the two are not to meet. */
function worthOf(
  leader: Registration,
  person: Representative,
  sme: Registration,
  known: boolean,
  { scores, said }: Known,
): Pick<Pair, 'weight' | 'must'> | undefined {
  const byLeader = said.get(leader.organisationId)?.get(sme.organisationId);
  const bySme = said.get(sme.organisationId)?.get(leader.organisationId);
  const asks = (demandId: string) => byLeader?.get(demandId);
  const answers = (demandId: string) => bySme?.get(demandId);
  if (asks('') === 'no' || answers('') === 'no') return undefined;
  const brought = leader.demandIds.filter((id) => person.demandIds.length === 0 || person.demandIds.includes(id));
  const open = brought.filter((id) => asks(id) !== 'no' && answers(id) !== 'no');
  if (brought.length > 0 && open.length === 0) return undefined;
  const score = Math.max(0, ...open.map((id) => scores.get(id)?.get(sme.organisationId) ?? 0));
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
