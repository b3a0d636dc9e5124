import type { CurationChange, DecisionEntry, DecisionState, ExcludedFirm, Touch, TouchKind } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import { STEERED_PARTS, type Times } from '#engines/match/by-hand';
import type { Principal } from '#platform/access/access';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Decision } from '#platform/store/change';
import { isSteered, type Steering } from '../index/steering.js';
import { matchingErrors } from '../matching.errors.js';
import type { Curation, MatchDecision, MatchingSettings } from '../matching.store.js';

/** Firms that staff may touch in one list. */
export const MOST_TOUCHES = 50;

/** Who acts and when; the rules below are pure. */
export interface Act {
  readonly by: Pick<Principal, 'personId' | 'personName' | 'organisation' | 'role'>;
  readonly at: string;
}

/** A list as it is to be made: what staff have laid down for it, and whether it waits for them. */
export interface Curated {
  readonly curation: Curation | undefined;
  readonly held: boolean;
}

/** The list of a demand that nobody has touched. */
export const untouched = (demandId: string, at: string): Curation => ({
  id: demandId,
  version: 0,
  weights: {},
  touches: [],
  updatedAt: at,
});

/** Held is what staff say of the list; else what it was; else, for a list that is made for the first time, what the programme says. */
export function curatedOf(
  curation: Curation | undefined,
  before: MatchDecision | undefined,
  settings: MatchingSettings | undefined,
): Curated {
  const held = curation?.held ?? (before ? before.held === true : settings?.hold === true);
  return { curation, held };
}

const firmsOf = (touches: readonly Touch[], ...kinds: readonly TouchKind[]) =>
  touches.filter(({ kind }) => kinds.includes(kind));

export function steeringOf({ touches, weights }: Pick<Curation, 'touches' | 'weights'>): Steering {
  return {
    placed: firmsOf(touches, 'pin', 'match').map(({ firmId, confirmed = [] }) => ({ firmId, confirmed })),
    boosted: firmsOf(touches, 'boost').map(({ firmId }) => firmId),
    vetoed: firmsOf(touches, 'veto').map(({ firmId }) => firmId),
    times: weights as Times,
  };
}

/** How ranking is to steer the lists of which staff have said something. */
export function steeringsOf(curated: Iterable<Curated>): Record<string, Steering> {
  const steerings: Record<string, Steering> = {};
  for (const { curation } of curated) if (curation) steerings[curation.id] = steeringOf(curation);
  return steerings;
}

/** The entries, each with what staff have done to its place. */
export function touched(entries: readonly DecisionEntry[], curated: Curated | undefined): DecisionEntry[] {
  const kinds = new Map((curated?.curation?.touches ?? []).map(({ firmId, kind }) => [firmId, kind]));
  return entries.map((entry) => {
    const touch = kinds.get(entry.firmId);
    return touch ? { ...entry, touch } : entry;
  });
}

/** What a decision says of what staff have laid down. */
export function laidDown(curated: Curated | undefined): Pick<DecisionState, 'held' | 'steered' | 'vetoed'> {
  const steering = curated?.curation && steeringOf(curated.curation);
  const vetoed = steering?.vetoed ?? [];
  return {
    ...(curated?.held ? { held: true } : {}),
    ...(steering && isSteered(steering) ? { steered: true } : {}),
    ...(vetoed.length > 0 ? { vetoed } : {}),
  };
}

type Made = Result<Decision<Curation>>;
type Said = Omit<CurationChange, 'at' | 'byId' | 'byName'>;

const nameOf = ({ by }: Act): string => by.personName ?? by.organisation?.name ?? by.role;

function changed(before: Curation, change: Partial<Curation>, said: Said, act: Act): Made {
  const doc: Curation = { ...before, ...change, updatedAt: act.at };
  const { personId } = act.by;
  const data = {
    curation: { ...doc, version: before.version + 1 },
    change: { at: act.at, ...(personId ? { byId: personId } : {}), byName: nameOf(act), ...said },
  };
  return ok({ doc, events: [{ topic: TOPICS.curation, type: EVENTS.curationChanged, time: act.at, data }] });
}

/** Holds a list, so that nobody is told of what nobody was told of yet, or sends out what was held. */
export function setHeld(before: Curation, held: boolean, note: string | undefined, act: Act): Made {
  return changed(before, { held }, { action: held ? 'hold' : 'release', ...(note ? { note } : {}) }, act);
}

export interface TouchAsked {
  readonly firmId: string;
  readonly firmName: string;
  readonly kind: TouchKind;
  readonly reason?: string | undefined;
  readonly confirm: boolean;
  /** The musts that the firm contradicts. */
  readonly contradicts: readonly ExcludedFirm[];
}

/**
 * One thing at a time is done to a firm: what is done replaces what was. What keeps a firm out or puts it in by hand needs a
 * reason; a firm that contradicts a must is put or kept in the list only by somebody who has confirmed that.
 */
export function touch(before: Curation, asked: TouchAsked, act: Act): Made {
  const { firmId, firmName, kind, reason, contradicts } = asked;
  if ((kind === 'veto' || kind === 'match') && !reason) return fail(matchingErrors.touch_reason({}, '/reason'));
  const stands = kind === 'pin' || kind === 'match';
  const broken = stands ? contradicts : [];
  if (broken.length > 0 && !asked.confirm)
    return fail(matchingErrors.contradicts({ musts: namesOf(broken).join(', ') }));
  const others = before.touches.filter((each) => each.firmId !== firmId);
  if (others.length >= MOST_TOUCHES) return fail(matchingErrors.too_many_touches({ most: MOST_TOUCHES }));
  const one: Touch = {
    firmId,
    firmName,
    kind,
    ...(reason ? { reason } : {}),
    ...(broken.length > 0 ? { confirmed: broken.flatMap(({ requirement }) => requirement ?? []) } : {}),
    byName: nameOf(act),
    at: act.at,
  };
  const said = {
    action: kind,
    firmId,
    firmName,
    ...(reason ? { note: reason } : {}),
    ...(broken.length > 0 ? { contradicts: namesOf(broken) } : {}),
  };
  return changed(before, { touches: [...others, one] }, said, act);
}

const namesOf = (broken: readonly ExcludedFirm[]): string[] => broken.map(({ name = '' }) => name);

/** Takes back what was done to a firm. */
export function untouch(before: Curation, firmId: string, act: Act): Made {
  const one = before.touches.find((each) => each.firmId === firmId);
  if (!one) return fail(matchingErrors.not_touched());
  const touches = before.touches.filter((each) => each !== one);
  return changed(before, { touches }, { action: 'untouch', firmId, firmName: one.firmName }, act);
}

/** How many times each part counts from now on; once where nothing is said. */
export function weigh(before: Curation, asked: Times, act: Act): Made {
  const weights = usefulTimes(asked);
  return changed(before, { weights }, { action: 'weigh', weights }, act);
}

/** Without what counts once, in the order of the parts: the same weights are written the same. */
export function usefulTimes(asked: Times): Record<string, number> {
  return Object.fromEntries(
    STEERED_PARTS.flatMap((part): [string, number][] => {
      const times = asked[part];
      return times === undefined || times === 1 ? [] : [[part, times]];
    }),
  );
}
