import type {
  ChosenFirms,
  CloseReason,
  DemandContent,
  DemandStatus,
  Requirement,
  ReviewCheck,
} from '#contracts/demand';
import { type PublicDemand, publicDemand } from '#contracts/public-demand';
import type { PublicDemandEvent, PublicDraft } from '#contracts/public-events';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Principal } from '#platform/access/access';
import { canonical } from '#platform/canonical';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import type { Decision } from '#platform/store/change';
import type { EventDraft } from '#ports/event';
import { demandErrors } from './demand.errors.js';
import { type Demand, demandState } from './demand.store.js';

/** Who acts and when; the rules below are pure. */
export interface Act {
  readonly by: Pick<Principal, 'personId' | 'personName' | 'organisation' | 'role'>;
  readonly at: string;
}

type Written = Omit<Demand, 'version'>;

const YEAR = 366 * 86_400_000;

/** The first thing wrong with the content, if any. */
export function checkContent(content: DemandContent, now: string): Failure | undefined {
  return (
    checkDeadline(content.deadline, now) ??
    checkDates(content.dates) ??
    checkBudget(content.budget) ??
    checkRequirements(content.requirements) ??
    checkTerm(content.chosen)
  );
}

function checkDeadline(deadline: string, now: string): Failure | undefined {
  if (deadline <= now) return demandErrors.deadline_past({ deadline }, '/deadline');
  const latest = new Date(Date.parse(now) + YEAR).toISOString();
  return deadline > latest ? demandErrors.deadline_far({ latest }, '/deadline') : undefined;
}

function checkDates(dates: DemandContent['dates']): Failure | undefined {
  const days = [dates?.sample, dates?.pilot, dates?.mass].filter((day) => day !== undefined);
  const sorted = days.every((day, i) => i === 0 || day >= (days[i - 1] as string));
  return sorted ? undefined : demandErrors.dates_order({}, '/dates');
}

function checkBudget(budget: DemandContent['budget']): Failure | undefined {
  const wrong = budget?.min !== undefined && budget.max !== undefined && budget.min > budget.max;
  return wrong ? demandErrors.budget_order({}, '/budget') : undefined;
}

function checkRequirements(requirements: readonly Requirement[]): Failure | undefined {
  const seen = new Set<string>();
  for (const [i, { id }] of requirements.entries()) {
    if (seen.has(id)) return demandErrors.requirement_twice({ id }, `/requirements/${i}/id`);
    seen.add(id);
  }
  return undefined;
}

function checkTerm(chosen: ChosenFirms | undefined): Failure | undefined {
  const missing = chosen?.order === 'in-turn' && chosen.days === undefined;
  return missing ? demandErrors.chosen_days({}, '/chosen/days') : undefined;
}

/** A demand for chosen firms that nobody was chosen for would be shown to nobody. */
const checkChosen = ({ chosen }: Pick<DemandContent, 'chosen'>): Failure | undefined =>
  chosen && chosen.firms.length === 0 ? demandErrors.chosen_nobody({}, '/chosen/firms') : undefined;

/** What everybody could read once is not kept to chosen firms any more. */
const checkWidth = ({ publishedAt, chosen }: Demand, after: Pick<DemandContent, 'chosen'>): Failure | undefined =>
  publishedAt !== undefined && !chosen && after.chosen ? demandErrors.chosen_too_late({}, '/chosen') : undefined;

/** Requirements without an id get the first free `r1`, `r2`, … */
export function withIds(
  requirements: readonly (Omit<Requirement, 'id'> & { id?: string | undefined })[],
): Requirement[] {
  const taken = new Set(requirements.map((requirement) => requirement.id));
  let next = 1;
  return requirements.map((requirement) => {
    if (requirement.id !== undefined) return { ...requirement, id: requirement.id };
    while (taken.has(`r${next}`)) next += 1;
    taken.add(`r${next}`);
    return { ...requirement, id: `r${next}` };
  });
}

/** What is said with a change beside what it changes. */
interface Said {
  readonly note?: string | undefined;
  readonly checks?: readonly ReviewCheck[];
}

/** The events of one change: the full state for our processes, and for everybody the public copy once it is public. */
export function demandEvents(
  before: Demand | undefined,
  after: Written,
  version: number,
  action: Action,
  act: Act,
  { note, checks = [] }: Said = {},
): EventDraft[] {
  const state = demandState({ ...after, version });
  const change = {
    at: act.at,
    ...(act.by.personId ? { byId: act.by.personId } : {}),
    byName: act.by.personName ?? act.by.organisation?.name ?? act.by.role,
    action,
    ...(note ? { note } : {}),
    ...(checks.length > 0 ? { checks } : {}),
    fields: before ? changedFields(before, after) : [],
  };
  const type = EVENT_OF[action];
  const events: EventDraft[] = [{ topic: TOPICS.demand, type, time: act.at, data: { demand: state, change } }];
  const copy = publicDemand(state);
  if (copy) events.push(publicDraft(type, act.at, copy));
  return events;
}

const EVENT_OF = {
  draft: EVENTS.demandDrafted,
  revise: EVENTS.demandRevised,
  submit: EVENTS.demandSubmitted,
  return: EVENTS.demandReturned,
  mark: EVENTS.demandMarked,
  unmark: EVENTS.demandMarked,
  approve: EVENTS.demandApproved,
  publish: EVENTS.demandPublished,
  renew: EVENTS.demandRenewed,
  close: EVENTS.demandClosed,
  choose: EVENTS.demandRevised,
  'take-back': EVENTS.demandRevised,
} as const;
type Action = keyof typeof EVENT_OF;

/** What can happen to a demand that is public. */
const PUBLIC_TYPES: readonly PublicDemandEvent['type'][] = [
  EVENTS.demandPublished,
  EVENTS.demandRevised,
  EVENTS.demandRenewed,
  EVENTS.demandClosed,
];

function publicDraft(happened: (typeof EVENT_OF)[Action], time: string, data: PublicDemand): PublicDraft {
  const type = PUBLIC_TYPES.find((each) => each === happened);
  if (!type) throw new Error(`${happened} is no event of a public demand`);
  return { topic: TOPICS.publicDemand, type, time, data };
}

const BOOKKEEPING = new Set(['id', 'version', 'updatedAt', 'dueKey', 'createdAt', 'approval']);

function changedFields(before: Demand, after: Written) {
  const old = before as unknown as Record<string, unknown>;
  const now = after as unknown as Record<string, unknown>;
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !BOOKKEEPING.has(name));
  return names
    .filter((name) => canonical(old[name]) !== canonical(now[name]))
    .map((field) => ({ field, from: old[field], to: now[field] }));
}

function decided(
  before: Demand,
  change: Partial<Written>,
  action: Action,
  act: Act,
  said: Said = {},
): Result<Decision<Demand>> {
  const after = tidy({ ...before, ...change, updatedAt: act.at });
  return ok({ doc: after, events: demandEvents(before, after, before.version + 1, action, act, said) });
}

/** `dueKey` follows status and deadline; emptied fields leave the document. */
function tidy(demand: Demand): Demand {
  const { dueKey: _old, ...rest } = demand;
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as unknown as Demand;
  return demand.status === 'published' ? { ...kept, dueKey: demand.deadline } : kept;
}

const inState = (demand: Demand, states: readonly DemandStatus[], action: string): Failure | undefined =>
  states.includes(demand.status) ? undefined : demandErrors.not_in_state({ status: demand.status, action });

/** A leader changes the content; of a published demand too: who was told is told of it or let go. */
export function reviseDemand(demand: Demand, change: Partial<DemandContent>, act: Act): Result<Decision<Demand>> {
  return rewrite(demand, change, ['draft', 'returned', 'published'], 'revise', act);
}

/**
 * Owner or staff say which firms it is shown to, or open it to everybody; staff also while they look at it. Firms that are
 * added to a published demand are asked, those that are taken out are not any more.
 */
export function chooseFirms(
  demand: Demand,
  chosen: ChosenFirms | undefined,
  side: 'owner' | 'staff',
  act: Act,
): Result<Decision<Demand>> {
  const submitted: readonly DemandStatus[] = side === 'staff' ? ['submitted'] : [];
  return rewrite(demand, { chosen }, ['draft', 'returned', 'published', ...submitted], 'choose', act);
}

function rewrite(
  demand: Demand,
  change: Partial<DemandContent>,
  states: readonly DemandStatus[],
  action: 'revise' | 'choose',
  act: Act,
): Result<Decision<Demand>> {
  const after = { ...demand, ...change };
  const refused =
    inState(demand, states, action) ??
    checkContent(after, act.at) ??
    checkWidth(demand, after) ??
    (demand.status === 'published' || demand.status === 'submitted' ? checkChosen(after) : undefined);
  return refused ? fail(refused) : decided(demand, change, action, act);
}

/** A leader hands it in. Trusted organisations publish at once what is not sensitive. */
export function submitDemand(demand: Demand, selfPublish: boolean, act: Act): Result<Decision<Demand>> {
  const refused =
    inState(demand, ['draft', 'returned'], 'submit') ?? checkContent(demand, act.at) ?? checkChosen(demand);
  if (refused) return fail(refused);
  return selfPublish && !demand.sensitive
    ? publish(demand, act)
    : decided(demand, { status: 'submitted', returnReason: undefined }, 'submit', act);
}

/** Its owner takes back what staff have not published yet, to change it; a first look does not count any more. */
export function takeBackDemand(demand: Demand, act: Act): Result<Decision<Demand>> {
  const refused = inState(demand, ['submitted'], 'take-back');
  return refused ? fail(refused) : decided(demand, { status: 'draft', approval: undefined }, 'take-back', act);
}

/**
 * Staff publish what was handed in. A sensitive demand takes two people: the first look is kept, and the demand goes out
 * with the second, which must be somebody else's.
 */
export function publishDemand(demand: Demand, act: Act, checks: readonly ReviewCheck[] = []): Result<Decision<Demand>> {
  const refused = inState(demand, ['submitted'], 'publish') ?? checkContent(demand, act.at) ?? checkChosen(demand);
  if (refused) return fail(refused);
  if (!demand.sensitive) return publish(demand, act, checks);
  const { personId, personName = '' } = act.by;
  if (!personId) return fail(demandErrors.person_needed());
  if (demand.approval?.byId === personId) return fail(demandErrors.second_person());
  if (demand.approval) return publish(demand, act, checks);
  const approval = { byId: personId, byName: personName, at: act.at, checks };
  return decided(demand, { approval }, 'approve', act, { checks });
}

function publish(demand: Demand, act: Act, checks: readonly ReviewCheck[] = []): Result<Decision<Demand>> {
  const change = { status: 'published', publishedAt: act.at, returnReason: undefined, approval: undefined } as const;
  return decided(demand, change, 'publish', act, { checks });
}

/** Staff send it back with a reason. */
export function returnDemand(
  demand: Demand,
  reason: string,
  act: Act,
  checks: readonly ReviewCheck[] = [],
): Result<Decision<Demand>> {
  const refused = inState(demand, ['submitted'], 'return');
  if (refused) return fail(refused);
  const change = { status: 'returned', returnReason: reason, approval: undefined } as const;
  return decided(demand, change, 'return', act, { note: reason, checks });
}

/**
 * Owner and staff may mark a demand as sensitive until it is published. The owner may take its own mark away while it writes;
 * nobody takes away that of staff: who could, could publish alone.
 */
export function markDemand(
  demand: Demand,
  sensitive: boolean,
  side: 'owner' | 'staff',
  act: Act,
): Result<Decision<Demand>> {
  const states: readonly DemandStatus[] = sensitive ? ['draft', 'returned', 'submitted'] : ['draft', 'returned'];
  const refused = inState(demand, states, sensitive ? 'mark' : 'unmark');
  if (refused) return fail(refused);
  if (!sensitive && (side === 'staff' || demand.sensitive === 'staff')) return fail(demandErrors.mark_stays());
  if (!sensitive) return decided(demand, { sensitive: undefined }, 'unmark', act);
  return decided(demand, { sensitive: demand.sensitive === 'staff' ? 'staff' : side }, 'mark', act);
}

export function closeDemand(
  demand: Demand,
  closeReason: CloseReason,
  act: Act,
  note?: string,
): Result<Decision<Demand>> {
  const from: readonly DemandStatus[] =
    closeReason === 'withdrawn' ? ['draft', 'submitted', 'returned', 'published'] : ['published'];
  const refused = inState(demand, from, 'close');
  if (refused) return fail(refused);
  return decided(demand, { status: 'closed', closeReason, closedAt: act.at, approval: undefined }, 'close', act, {
    note,
  });
}

/** A new deadline: for a published demand, or for one that has expired, which is open again then. */
export function renewDemand(demand: Demand, deadline: string, act: Act): Result<Decision<Demand>> {
  const expired = demand.status === 'closed' && demand.closeReason === 'expired';
  const refused =
    (expired ? undefined : inState(demand, ['published'], 'renew')) ?? checkContent({ ...demand, deadline }, act.at);
  if (refused) return fail(refused);
  return decided(demand, { status: 'published', deadline, closeReason: undefined, closedAt: undefined }, 'renew', act);
}
