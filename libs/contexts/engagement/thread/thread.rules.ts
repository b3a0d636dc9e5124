import type { Stage } from '#contracts/disclosure';
import {
  type EndingReason,
  type EngagementChange,
  type EngagementEventData,
  type EngagementState,
  type EngagementStep,
  type Party,
  type PersonRef,
  STEPS,
  type StepKind,
} from '#contracts/engagement';
import { EVENTS, TOPICS } from '#contracts/topics';
import { fail, ok, type Result } from '#platform/errors/errors';
import { idFrom } from '#platform/ids';
import type { Decision } from '#platform/store/change';
import type { EventDraft } from '#ports/event';
import type { Entry } from '#ports/store/store';
import type { Act } from '../act.js';
import { nextAlarm, toldAlready } from '../alarms/alarm.rules.js';
import { engagementErrors } from '../engagement.errors.js';
import type { Engagement } from '../engagement.store.js';

type Decided = Result<Decision<Engagement>>;
type Stored = Omit<Engagement, 'version'>;

/** One thread for each demand and organisation: the id says so. */
export const engagementId = (demandId: string, organisationId: string): string =>
  idFrom('engagement', demandId, organisationId);

const FIRST_CONTACT_MS = 7 * 24 * 3_600_000;

const EVENT_OF = {
  open: EVENTS.engagementOpened,
  plan: EVENTS.engagementPlanned,
  done: EVENTS.engagementAdvanced,
  skipped: EVENTS.engagementAdvanced,
  reassign: EVENTS.engagementReassigned,
  orphan: EVENTS.engagementOrphaned,
  end: EVENTS.engagementEnded,
  'name-readers': EVENTS.engagementReadersNamed,
  remind: EVENTS.engagementReminded,
  overrun: EVENTS.engagementOverran,
  stall: EVENTS.engagementStalled,
} as const;

/** What happened, and what it is about. */
export interface Happened extends Pick<EngagementEventData, 'step' | 'party'> {
  readonly action: string;
  readonly note?: string | undefined;
}

/** What others may know of a stored thread: all but the keys that list it. */
export function engagementState({
  leaderKey: _l,
  firmKey: _f,
  orphanKey: _o,
  dueAt: _d,
  ...state
}: Engagement): EngagementState {
  return state;
}

function event(type: string, doc: Engagement, { action, note, step, party }: Happened, act: Act): EventDraft {
  const change: EngagementChange = { at: act.at, ...act.by, action, ...(note ? { note } : {}) };
  const about = { ...(step ? { step } : {}), ...(party ? { party } : {}) };
  const data: EngagementEventData = { engagement: engagementState(doc), change, ...about };
  return { topic: TOPICS.engagement, type, time: act.at, data };
}

/** The keys follow the state; emptied fields leave the document. */
function keyed<T extends Stored>({ leaderKey: _l, firmKey: _f, orphanKey: _o, dueAt: _d, ...thread }: T): T {
  const kept = Object.fromEntries(Object.entries(thread).filter(([, value]) => value !== undefined)) as unknown as T;
  if (kept.status === 'ended') return kept;
  const { leader, firm } = kept;
  const orphaned = [leader, firm].some((owner) => owner === undefined || owner.gone);
  const alarm = nextAlarm(kept);
  return {
    ...kept,
    ...(alarm ? { dueAt: alarm.at } : {}),
    ...(leader ? { leaderKey: leader.id } : {}),
    ...(firm ? { firmKey: firm.id } : {}),
    ...(orphaned ? { orphanKey: 'orphan' } : {}),
  };
}

/** Writes a change with its event. */
export function decided(
  before: Engagement,
  change: Partial<Engagement>,
  kind: keyof typeof EVENT_OF,
  act: Act,
  about: Partial<Happened> = {},
): Decision<Engagement> {
  const after = keyed({ ...before, ...change, updatedAt: act.at });
  const told = { ...after, version: before.version + 1 };
  return { doc: after, events: [event(EVENT_OF[kind], told, { action: kind, ...about }, act)] };
}

export type Opening = Pick<
  Engagement,
  | 'demandId'
  | 'demandTitle'
  | 'ownerId'
  | 'ownerName'
  | 'organisationId'
  | 'firmName'
  | 'firmId'
  | 'region'
  | 'responseId'
> & { readonly leader?: PersonRef; readonly firm?: PersonRef };

/** A thread begins; the first step is due in a week. */
export function openThread(opening: Opening, act: Act): Required<Entry<Engagement>> {
  const due = new Date(Date.parse(act.at) + FIRST_CONTACT_MS).toISOString();
  const { leader, firm } = opening;
  // Of both it is the leader's to come forward; who has turned to the other by itself sees to it.
  const first: EngagementStep['owner'] = leader ? { ...leader, side: 'leader' } : firm && { ...firm, side: 'firm' };
  const steps = STEPS.map(
    (kind): EngagementStep => ({
      ...{ kind, status: 'todo', evidence: [] },
      ...(kind === 'contact' ? { due, ...(first ? { owner: first } : {}) } : {}),
    }),
  );
  const doc = keyed<Stored>({
    id: engagementId(opening.demandId, opening.organisationId),
    ...opening,
    ...{ status: 'open', steps, activeAt: act.at, createdAt: act.at, updatedAt: act.at },
  });
  return { doc, events: [event(EVENTS.engagementOpened, { ...doc, version: 1 }, { action: 'open' }, act)] };
}

export interface StepPlan {
  readonly owner?: EngagementStep['owner'];
  readonly due?: string;
  readonly evidence?: readonly string[];
  readonly amount?: number;
  readonly note?: string;
}

/** Either side says who sees to a step, by when, and what there is of it already. */
export function planStep(thread: Engagement, kind: StepKind, plan: StepPlan, act: Act): Decided {
  return onStep(thread, kind, (step) => {
    if (plan.due !== undefined && plan.due !== step.due && plan.due <= act.at)
      return fail(engagementErrors.due_past({}, '/due'));
    const told = plan.due === step.due ? step.told : toldAlready(plan.due, act.at);
    const planned = { kind, status: 'todo' as const, evidence: [], ...plan, ...(told ? { told } : {}) };
    return ok(decided(thread, withStep(thread, planned, act), 'plan', act, { step: kind, action: `plan ${kind}` }));
  });
}

/**
 * A step is done or not needed. That the NDA is signed is said by the owner of the demand alone, as it opens what the
 * owner keeps for after it.
 */
export function closeStep(
  thread: Engagement,
  kind: StepKind,
  outcome: 'done' | 'skipped',
  said: Pick<StepPlan, 'evidence' | 'amount' | 'note'>,
  act: Act,
): Decided {
  return onStep(thread, kind, (step) => {
    if (kind === 'nda' && outcome === 'done' && act.by.side !== 'leader') return fail(engagementErrors.nda_by_leader());
    const closed = { ...step, ...said, status: outcome, closedAt: act.at, closedByName: act.by.byName };
    const about = { step: kind, action: `${outcome} ${kind}`, note: said.note };
    return ok(decided(thread, withStep(thread, closed, act), outcome, act, about));
  });
}

function onStep(thread: Engagement, kind: StepKind, decide: (step: EngagementStep) => Decided): Decided {
  if (thread.status === 'ended') return fail(engagementErrors.thread_ended());
  const step = thread.steps.find((one) => one.kind === kind);
  if (!step) return fail(engagementErrors.step_unknown({ steps: STEPS.join(', ') }));
  return step.status === 'todo' ? decide(step) : fail(engagementErrors.step_closed());
}

const withStep = (thread: Engagement, step: EngagementStep, act: Act): Partial<Engagement> => ({
  steps: thread.steps.map((one) => (one.kind === step.kind ? step : one)),
  activeAt: act.at,
});

/** Somebody else sees to it on one side; steps that the one before had go over. */
export function reassign(thread: Engagement, party: Party, person: PersonRef, act: Act): Decided {
  if (thread.status === 'ended') return fail(engagementErrors.thread_ended());
  const before = thread[party];
  const steps = thread.steps.map((step) => {
    const isTheirs = step.status === 'todo' && step.owner?.side === party && step.owner.id === before?.id;
    return isTheirs ? { ...step, owner: { ...person, side: party } } : step;
  });
  const note = [before?.name, person.name].filter(Boolean).join(' → ');
  const change = { [party]: { id: person.id, name: person.name }, steps, activeAt: act.at };
  return ok(decided(thread, change, 'reassign', act, { party, note }));
}

/** The owner of the demand says which people of the firm may read what is kept for named readers. */
export function nameReaders(thread: Engagement, readers: readonly PersonRef[], act: Act): Decided {
  if (act.by.side !== 'leader') return fail(engagementErrors.readers_by_leader());
  if (thread.status === 'ended') return fail(engagementErrors.thread_ended());
  const note = readers.map(({ name }) => name).join('、');
  return ok(decided(thread, { readers, activeAt: act.at }, 'name-readers', act, { note }));
}

/** The owner of one side has left, or is back. Undefined where nothing changes. */
export function noteLeaving(
  thread: Engagement,
  party: Party,
  gone: boolean,
  act: Act,
): Decision<Engagement> | undefined {
  const owner = thread[party];
  if (!owner || thread.status === 'ended' || (owner.gone ?? false) === gone) return undefined;
  const { id, name } = owner;
  const change = { [party]: { id, name, ...(gone ? { gone } : {}) } };
  return gone
    ? decided(thread, change, 'orphan', act, { party, note: name })
    : decided(thread, change, 'reassign', act, { party, note: name });
}

export function endThread(thread: Engagement, reason: EndingReason, note: string | undefined, act: Act): Decided {
  if (thread.status === 'ended') return fail(engagementErrors.thread_ended());
  if (reason === 'other' && !note) return fail(engagementErrors.note_missing({}, '/note'));
  const ending = { reason, ...(note ? { note } : {}), side: act.by.side };
  return ok(decided(thread, { status: 'ended', ending, activeAt: act.at }, 'end', act, { note: note ?? reason }));
}

const isUnderNda = ({ steps }: Pick<EngagementState, 'steps'>): boolean =>
  steps.some(({ kind, status }) => kind === 'nda' && status === 'done');

/** How far a person of the firm has come: the NDA opens what is kept for after it, and names count from then on. */
export function stageOf(thread: Pick<EngagementState, 'steps' | 'readers'>, personId: string | undefined): Stage {
  if (!isUnderNda(thread)) return 'matched';
  return thread.readers?.some(({ id }) => id === personId) ? 'named' : 'nda';
}
