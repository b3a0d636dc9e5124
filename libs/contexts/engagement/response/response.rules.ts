import type {
  EngagementChange,
  RejectReason,
  RequirementAnswer,
  ResponseContent,
  ResponseEventData,
  ResponseState,
  ResponseStatus,
} from '#contracts/engagement';
import { EVENTS, TOPICS } from '#contracts/topics';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import { idFrom } from '#platform/ids';
import type { Decision } from '#platform/store/change';
import type { EventDraft } from '#ports/event';
import type { Act } from '../act.js';
import { waitedTooLong } from '../alarms/alarm.rules.js';
import { engagementErrors } from '../engagement.errors.js';
import type { Response } from '../engagement.store.js';
import type { Condition, Missing } from './missing.js';

/** One response for each demand and organisation: the id says so. */
export const responseId = (demandId: string, organisationId: string): string =>
  idFrom('response', demandId, organisationId);

export const EMPTY: ResponseContent = { answers: [], team: [], milestones: [], freeTimes: [] };

const MOST_QUESTIONS = 20;

const EVENT_OF = {
  submit: EVENTS.responseSubmitted,
  revise: EVENTS.responseRevised,
  withdraw: EVENTS.responseWithdrawn,
  shortlist: EVENTS.responseShortlisted,
  unshortlist: EVENTS.responseUnshortlisted,
  ask: EVENTS.responseAsked,
  answer: EVENTS.responseAnswered,
  reject: EVENTS.responseRejected,
  choose: EVENTS.responseChosen,
  wait: EVENTS.responseWaited,
} as const;
type Action = keyof typeof EVENT_OF;

type Decided = Result<Decision<Response>>;

/** The first thing wrong with the content, if any. */
export function checkContent(content: ResponseContent, conditions: readonly Condition[]): Failure | undefined {
  const known = new Set(conditions.map(({ key }) => key));
  const seen = new Set<string>();
  for (const [at, { requirement: id }] of content.answers.entries()) {
    if (!known.has(id)) return engagementErrors.unknown_requirement({ id }, `/answers/${at}/requirement`);
    if (seen.has(id)) return engagementErrors.requirement_twice({ id }, `/answers/${at}/requirement`);
    seen.add(id);
  }
  const { min, max } = content.price ?? {};
  if (min !== undefined && max !== undefined && min > max) return engagementErrors.price_order({}, '/price');
  const wrong = content.freeTimes.findIndex(({ from, to }) => from >= to);
  return wrong < 0 ? undefined : engagementErrors.time_order({}, `/freeTimes/${wrong}`);
}

/** What others may know of a stored response: all but the key that lists it. */
export function responseState({ inbox: _i, dueAt: _d, ...state }: Response): ResponseState {
  return state;
}

/** Handed in, and the next word is the leader's: neither decided nor asked something that the firm has not answered. */
export const awaitsLeader = ({ status, questions }: Response): boolean =>
  status === 'submitted' && questions.every(({ answer }) => answer !== undefined);

/** Writes a change with its event. */
export function decidedResponse(
  before: Response,
  change: Partial<Response>,
  action: Action,
  act: Act,
  note?: string,
): Decision<Response> {
  const after = tidy({ ...before, ...change, updatedAt: act.at });
  return { doc: after, events: [event(after, before.version + 1, action, act, note)] };
}

function event(doc: Response, version: number, action: Action, act: Act, note?: string): EventDraft<ResponseEventData> {
  const change: EngagementChange = { at: act.at, ...act.by, action, ...(note ? { note } : {}) };
  const response = responseState({ ...doc, version });
  return { topic: TOPICS.response, type: EVENT_OF[action], time: act.at, data: { response, change } };
}

/** The leader sees what was handed in; emptied fields leave the document. */
function tidy({ inbox: _old, dueAt: _d, ...response }: Response): Response {
  const entries = Object.entries(response).filter(([, value]) => value !== undefined);
  const kept = Object.fromEntries(entries) as unknown as Response;
  if (kept.status === 'draft') return kept;
  const { status, submittedAt, waitedAt } = kept;
  const waits = status === 'submitted' && submittedAt && !waitedAt;
  return { ...kept, inbox: kept.demandId, ...(waits ? { dueAt: waitedTooLong(submittedAt) } : {}) };
}

const inState = (response: Response, states: readonly ResponseStatus[], action: string): Failure | undefined =>
  states.includes(response.status) ? undefined : engagementErrors.not_in_state({ status: response.status, action });

const LIVE: readonly ResponseStatus[] = ['submitted', 'shortlisted'];

export const needed = (missing: readonly Missing[]): Failure | undefined => {
  const items = missing.filter((one) => one.needed).map(({ item, name }) => name ?? item);
  return items.length === 0 ? undefined : engagementErrors.incomplete({ count: items.length, items: items.join(', ') });
};

/** Who responds. */
export type FirmNames = Pick<ResponseState, 'firmName' | 'firmId' | 'region'>;

/**
 * The firm writes. A draft takes anything and nobody hears of it; one that was handed in stays so, and so stays complete.
 * What was withdrawn is a draft again.
 */
export function writeResponse(
  response: Response,
  content: ResponseContent,
  firm: FirmNames,
  missing: readonly Missing[],
  act: Act,
): Decided {
  const cleared = { plan: undefined, price: undefined, ip: undefined };
  const change = { ...cleared, ...content, ...firm };
  if (response.status === 'draft' || response.status === 'withdrawn') {
    const draft = {
      status: 'draft',
      submittedAt: undefined,
      submittedBy: undefined,
      withdrawnBecause: undefined,
      updatedAt: act.at,
    } as const;
    return ok({ doc: tidy({ ...response, ...change, ...draft } as unknown as Response) });
  }
  const refused = inState(response, LIVE, 'change') ?? needed(missing);
  return refused ? fail(refused) : ok(decidedResponse(response, change as Partial<Response>, 'revise', act));
}

export function submitResponse(response: Response, missing: readonly Missing[], act: Act): Decided {
  const refused = inState(response, ['draft'], 'submit') ?? needed(missing);
  if (refused) return fail(refused);
  const { byId, byName } = act.by;
  const submittedBy = byId ? { id: byId, name: byName } : undefined;
  const change = {
    status: 'submitted',
    submittedAt: act.at,
    submittedBy,
    rejection: undefined,
    waitedAt: undefined,
  } as const;
  return ok(decidedResponse(response, change as Partial<Response>, 'submit', act));
}

export function withdrawResponse(response: Response, reason: string | undefined, act: Act): Decided {
  const refused = inState(response, LIVE, 'withdraw');
  const change = { status: 'withdrawn', ...(reason ? { withdrawnBecause: reason } : {}) } as const;
  return refused ? fail(refused) : ok(decidedResponse(response, change, 'withdraw', act, reason));
}

/** The leader puts it on its shortlist or takes it off; what is so already stays. */
export function shortlistResponse(response: Response, shortlisted: boolean, act: Act): Decided {
  const refused = inState(response, LIVE, 'shortlist');
  if (refused) return fail(refused);
  const status = shortlisted ? 'shortlisted' : 'submitted';
  if (response.status === status) return ok({ doc: response });
  return ok(decidedResponse(response, { status }, shortlisted ? 'shortlist' : 'unshortlist', act));
}

export function rejectResponse(response: Response, reason: RejectReason, note: string | undefined, act: Act): Decided {
  const refused = inState(response, LIVE, 'reject');
  if (refused) return fail(refused);
  if (reason === 'other' && !note) return fail(engagementErrors.note_missing({}, '/note'));
  const rejection = { reason, ...(note ? { note } : {}) };
  return ok(
    decidedResponse(response, { status: 'rejected', rejection, decidedAt: act.at }, 'reject', act, note ?? reason),
  );
}

export function chooseResponse(response: Response, act: Act): Decided {
  const refused = inState(response, LIVE, 'choose');
  return refused
    ? fail(refused)
    : ok(decidedResponse(response, { status: 'chosen', decidedAt: act.at }, 'choose', act));
}

export function askQuestion(response: Response, id: string, text: string, act: Act): Decided {
  const refused = inState(response, LIVE, 'ask');
  if (refused) return fail(refused);
  if (response.questions.length >= MOST_QUESTIONS)
    return fail(engagementErrors.questions_full({ max: MOST_QUESTIONS }));
  const question = { id, text, at: act.at, byName: act.by.byName };
  return ok(decidedResponse(response, { questions: [...response.questions, question] }, 'ask', act, text));
}

/** Undefined: there is no such question. */
export function answerQuestion(response: Response, id: string, text: string, act: Act): Decided | undefined {
  const question = response.questions.find((one) => one.id === id);
  if (!question) return undefined;
  const refused = inState(response, LIVE, 'answer') ?? (question.answer && engagementErrors.question_answered());
  if (refused) return fail(refused);
  const answer = { text, at: act.at, byName: act.by.byName };
  const questions = response.questions.map((one) => (one.id === id ? { ...one, answer } : one));
  return ok(decidedResponse(response, { questions }, 'answer', act, text));
}

/** Input as content: lists that are left out are empty. */
export function contentOf(input: {
  readonly answers?: readonly (Omit<RequirementAnswer, 'evidence'> & { readonly evidence?: readonly string[] })[];
  readonly [field: string]: unknown;
}): ResponseContent {
  const answers = (input.answers ?? []).map((answer) => ({ ...answer, evidence: answer.evidence ?? [] }));
  const said = Object.entries({ ...input, answers }).filter(([, value]) => value !== undefined);
  return { ...EMPTY, ...Object.fromEntries(said) } as ResponseContent;
}
