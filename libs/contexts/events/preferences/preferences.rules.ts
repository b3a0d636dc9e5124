import type { Wish } from '#contracts/matchmaking';
import { EVENTS } from '#contracts/topics';
import { type Failure, fail, type Result } from '#platform/errors/errors';
import type { Decision } from '#platform/store/change';
import type { Act } from '../act.js';
import { inPhase } from '../event/matchmaking.rules.js';
import { eventsErrors } from '../events.errors.js';
import type { Matchmaking, Registration } from '../events.store.js';
import { decided, inState } from '../registration/registration.rules.js';

export interface Preferences {
  readonly wishes: readonly Wish[];
  readonly blocked: readonly string[];
}

/**
 * The organisation says whom it wants to meet, in place of what it said before. `named` are the registrations at the
 * event of those that it names, in whatever state. What it says is in no event: its history tells only that it said something. */
export function givePreferences(
  registration: Registration,
  event: Matchmaking,
  { wishes, blocked }: Preferences,
  named: readonly Registration[],
  act: Act,
): Result<Decision<Registration>> {
  const refused =
    inPhase(event, ['preferences']) ??
    inState(registration, ['approved']) ??
    checkWishes(registration, event, wishes, named);
  if (refused) return fail(refused);
  return decided(
    registration,
    { wishes, blocked: [...new Set(blocked)] },
    act,
    EVENTS.registrationChanged,
    'preferences',
  );
}

function checkWishes(
  { side, demandIds: own, wishes: before }: Registration,
  { musts }: Matchmaking,
  wishes: readonly Wish[],
  named: readonly Registration[],
): Failure | undefined {
  const others = named.filter((other) => other.status === 'approved' && other.side !== side);
  const known = new Map(others.map((other) => [other.organisationId, other]));
  const noted = new Set(before.map(({ organisationId }) => organisationId));
  const said = new Set<string>();
  for (const [at, { organisationId, demandId }] of wishes.entries()) {
    const other = known.get(organisationId);
    // Staff may have noted it when they invited it, of somebody who has not said yet that it comes.
    if (!other && noted.has(organisationId)) continue;
    if (!other) return eventsErrors.not_a_participant({ id: organisationId }, `/wishes/${at}/organisationId`);
    const brought = side === 'leader' ? own : other.demandIds;
    if (demandId !== undefined && !brought.includes(demandId))
      return eventsErrors.not_its_demand({ id: demandId }, `/wishes/${at}/demandId`);
    const key = `${organisationId} ${demandId ?? ''}`;
    if (said.has(key)) return eventsErrors.wish_twice({}, `/wishes/${at}`);
    said.add(key);
  }
  const count = new Set(wishes.filter(({ wish }) => wish === 'must').map(({ organisationId }) => organisationId)).size;
  return count > musts[side] ? eventsErrors.too_many_musts({ most: musts[side], count }, '/wishes') : undefined;
}
