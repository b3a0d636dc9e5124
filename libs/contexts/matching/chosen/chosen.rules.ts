import type { DemandState } from '#contracts/demand';
import type { AskedFirm, ChosenEventData, ChosenListState, ChosenState, DecisionState } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { EventDraft } from '#ports/event';
import type { Steering } from '../index/steering.js';
import type { ChosenList } from './chosen.store.js';

// Who of the chosen firms is asked when (定向揭榜). Pure: the same happening twice changes nothing the second time.

const DAY_MS = 86_400_000;

/** States in which the demand is shown to the firm. */
const SHOWN: readonly ChosenState[] = ['asked', 'answered'];
const isShown = ({ state }: Pick<AskedFirm, 'state'>): boolean => SHOWN.includes(state);

/** What happens to a firm of the list, and in which states it counts. A response that was late by a moment still counts. */
const COUNTS: Readonly<Record<Happening, readonly ChosenState[]>> = {
  answered: ['waiting', 'asked', 'declined', 'withdrew', 'rejected', 'ran-out'],
  declined: ['asked'],
  withdrew: ['answered'],
  rejected: ['answered'],
  gone: ['asked', 'answered'],
};
export type Happening = 'answered' | 'declined' | 'withdrew' | 'rejected' | 'gone';

export interface Happened {
  readonly firmId: string;
  readonly what: Happening;
  /** When, as the event says. */
  readonly time: string;
}

export interface Change {
  readonly doc: ChosenList;
  readonly events: readonly EventDraft[];
}

type Content = Pick<ChosenListState, 'ownerId' | 'title' | 'open' | 'deadline' | 'order' | 'days' | 'firms'>;

/** The list of a demand that has none yet; undefined for one that is shown to everybody. */
export function beginList(demand: DemandState, at: string): Change | undefined {
  if (!demand.chosen) return undefined;
  const none: ChosenList = {
    ...{ id: demand.id, version: 0, ownerId: demand.ownerId, title: demand.title, open: false },
    ...{ deadline: demand.deadline, order: demand.chosen.order, firms: [], updatedAt: at },
  };
  return written(none, followed(none, demand), at);
}

/** Brings the list in line with its demand; undefined where that changes nothing. */
export function followDemand(before: ChosenList, demand: DemandState, at: string): Change | undefined {
  return written(before, followed(before, demand), at);
}

function followed(before: ChosenList, demand: DemandState): Content {
  const { ownerId, title, deadline, chosen } = demand;
  const { order = before.order, days } = chosen ?? before;
  const open = demand.status === 'published' && chosen !== undefined;
  const firms = chosen ? chosenFirms(before.firms, chosen.firms) : before.firms;
  return {
    ...{ ownerId, title, deadline, order, open },
    ...(days === undefined ? {} : { days }),
    // A demand that opens again gives those who were asked when it ended a new term.
    firms: open && !before.open ? firms.map(waitAgain) : firms,
  };
}

const waitAgain = (firm: AskedFirm): AskedFirm => {
  const { firmId, firmName, state } = firm;
  return state === 'asked' ? { firmId, firmName, state: 'waiting' } : firm;
};

/** Who is chosen anew waits; who is asked and chosen no more is out; of others who are chosen no more nothing is left. */
function chosenFirms(
  before: readonly AskedFirm[],
  chosen: readonly Pick<AskedFirm, 'firmId' | 'firmName'>[],
): AskedFirm[] {
  const known = new Map(before.map((firm) => [firm.firmId, firm]));
  const wanted = chosen.map(({ firmId, firmName }): AskedFirm => {
    const firm = known.get(firmId);
    return firm && firm.state !== 'removed' ? firm : { firmId, firmName, state: 'waiting' };
  });
  const ids = new Set(chosen.map(({ firmId }) => firmId));
  const out = before.filter(({ firmId, state }) => !ids.has(firmId) && (isShown({ state }) || state === 'removed'));
  return [...wanted, ...out.map((firm): AskedFirm => ({ ...firm, state: 'removed' }))];
}

/** Something has happened to a firm of the list; undefined where it changes nothing. `at` is now. */
export function noteFirm(before: ChosenList, { firmId, what, time }: Happened, at: string): Change | undefined {
  // What is older than the asking was said the last time.
  const counts = ({ state, askedAt = '' }: AskedFirm) => COUNTS[what].includes(state) && time >= askedAt;
  const firms = before.firms.map((firm) => (firm.firmId === firmId && counts(firm) ? move(firm, what, at) : firm));
  return written(before, { ...before, firms }, at);
}

/** Time has passed; undefined where nobody's term is over. */
export const passTime = (before: ChosenList, at: string): Change | undefined => written(before, before, at);

function move({ endedAt: _e, ...firm }: AskedFirm, state: ChosenState, at: string): AskedFirm {
  return { ...firm, state, ...(isShown({ state }) ? {} : { endedAt: at }) };
}

/** Ends the terms that are over and asks whose turn it is. */
function advanced(list: Content, at: string): readonly AskedFirm[] {
  if (!list.open || list.deadline <= at) return list.firms;
  const ended = list.firms.map((firm) =>
    firm.state === 'asked' && firm.askedUntil !== undefined && firm.askedUntil <= at ? move(firm, 'ran-out', at) : firm,
  );
  const busy = list.order === 'in-turn' && ended.some(isShown);
  const first = ended.findIndex(({ state }) => state === 'waiting');
  return ended.map((firm, place) => {
    const turn = firm.state === 'waiting' && !busy && (list.order === 'at-once' || place === first);
    return turn ? ask(firm, list, at) : firm;
  });
}

function ask({ firmId, firmName }: AskedFirm, { days, deadline }: Content, at: string): AskedFirm {
  const term = days === undefined ? deadline : new Date(Date.parse(at) + days * DAY_MS).toISOString();
  const until = days === undefined ? {} : { askedUntil: term < deadline ? term : deadline };
  return { firmId, firmName, state: 'asked', askedAt: at, ...until };
}

function written(before: ChosenList, content: Content, at: string): Change | undefined {
  const firms = advanced(content, at);
  const { ownerId, title, open, deadline, order, days } = content;
  const state: ChosenListState = {
    ...{ id: before.id, version: before.version, ownerId, title, open, deadline, order, firms },
    ...(days === undefined ? {} : { days }),
    updatedAt: before.updatedAt,
  };
  const { dueKey: _d, ...known } = before;
  if (before.version > 0 && isSame(known, state)) return undefined;
  const now = { ...state, updatedAt: at };
  const due = dueOf(now);
  const data: ChosenEventData = { list: { ...now, version: before.version + 1 }, moved: movedOf(before.firms, firms) };
  return {
    doc: { ...now, ...(due ? { dueKey: due } : {}) },
    events: [{ topic: TOPICS.chosen, type: EVENTS.chosenChanged, time: at, data }],
  };
}

const sorted = (list: ChosenListState): string =>
  JSON.stringify(Object.entries(list).sort(([a], [b]) => (a < b ? -1 : 1)));
const isSame = (a: ChosenListState, b: ChosenListState): boolean => sorted(a) === sorted(b);

/** When the next term is over. */
function dueOf({ open, firms, deadline }: ChosenListState): string | undefined {
  if (!open) return undefined;
  // What ends with the demand ends by that.
  return firms
    .flatMap(({ state, askedUntil }) => (state === 'asked' && askedUntil && askedUntil < deadline ? [askedUntil] : []))
    .sort()
    .at(0);
}

function movedOf(before: readonly AskedFirm[], now: readonly AskedFirm[]): ChosenEventData['moved'] {
  const was = new Map(before.map(({ firmId, state }) => [firmId, state]));
  return now
    .filter(({ firmId, state }) => was.get(firmId) !== state)
    .map(({ firmId, firmName, state }) => ({ firmId, firmName, state }));
}

/** Ranking names those to whom it is shown, whatever speaks against them, and nobody else. */
export function steeringOfChosen(list: ChosenList | undefined): Steering {
  const placed = (list?.firms ?? []).filter(isShown).map(({ firmId }) => ({ firmId, confirmed: [] }));
  return { placed, boosted: [], vetoed: [], times: {}, only: true };
}

/** What a decision says of the choice it rests on. */
export function saysOfChosen(
  decision: Pick<DecisionState, 'entries'>,
  list: ChosenList | undefined,
): Pick<DecisionState, 'entries' | 'chosen' | 'ended'> {
  const firms = list?.firms ?? [];
  const terms = new Map(firms.map((firm) => [firm.firmId, firm]));
  const order = new Map(firms.map(({ firmId }, place) => [firmId, place]));
  const entries = [...decision.entries]
    .sort((a, b) => (order.get(a.firmId) ?? 0) - (order.get(b.firmId) ?? 0))
    .map((entry, place) => {
      const { askedAt = '', askedUntil } = terms.get(entry.firmId) ?? {};
      return { ...entry, rank: place + 1, asked: { at: askedAt, ...(askedUntil ? { until: askedUntil } : {}) } };
    });
  const ended = firms
    .filter((firm) => firm.state !== 'waiting' && !isShown(firm))
    .map(({ firmId, state }) => ({ firmId, state }));
  return { entries, chosen: true, ...(ended.length > 0 ? { ended } : {}) };
}
