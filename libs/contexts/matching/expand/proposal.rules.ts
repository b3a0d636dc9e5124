import type { DecisionEntry, DecisionState, ProposalAnswer, ProposalState, PublicMatch } from '#contracts/match';
import type { PublicDraft, PublicMatchEvent } from '#contracts/public-events';
import { EVENTS, TOPICS } from '#contracts/topics';
import { fail, ok, type Result } from '#platform/errors/errors';
import { idFrom, sha256 } from '#platform/ids';
import type { EventDraft } from '#ports/event';
import type { Entry } from '#ports/store/store';
import { matchingErrors } from '../matching.errors.js';
import type { Proposal } from '../matching.store.js';
import type { Ask } from '../release/allowance.rules.js';

type Written = Omit<Proposal, 'version'>;

/** One proposal per demand and firm: the id says so. */
export const proposalId = (demandId: string, firmId: string): string => idFrom('proposal', demandId, firmId);

export type Expansion =
  | { readonly kind: 'insert'; readonly entry: Entry<Proposal> }
  | { readonly kind: 'save'; readonly doc: Proposal; readonly events: readonly EventDraft[] };

/**
 * The proposals of a decision of which a firm with an account is to hear for the first time; none while staff hold it. Chosen
 * firms are told at once, as their term begins: they need no room in their week.
 */
export function asksOf(decision: DecisionState, version: number, present: readonly Proposal[]): Ask[] {
  if (decision.held || decision.chosen) return [];
  const byFirm = new Map(present.map((proposal) => [proposal.firmId, proposal]));
  return decision.entries.flatMap(({ firmId, organisationId, score }) => {
    const before = byFirm.get(firmId);
    if (organisationId === undefined || isTold(before, organisationId)) return [];
    if (before && before.decisionVersion >= version) return [];
    return [{ organisationId, proposalId: proposalId(decision.demandId, firmId), score }];
  });
}

/** The firm's term was over, and it is chosen once more: it is told again, and what it said then is no answer. */
const isAskedAnew = ({ asked }: DecisionEntry, before: Proposal | undefined): boolean =>
  asked !== undefined && before?.asked !== undefined && before.asked.at < asked.at;

const isTold = (before: Proposal | undefined, organisationId: string | undefined): boolean =>
  before?.releasedAt !== undefined && before.organisationId === organisationId;

/**
 * What a decision changes among the proposals of its demand; `allowed` are those that there is room for in their firm's
 * week. Pure; the same decision again changes nothing.
 */
export function expandDecision(
  decision: DecisionState,
  version: number,
  present: readonly Proposal[],
  at: string,
  allowed: ReadonlySet<string>,
): Expansion[] {
  const byFirm = new Map(present.map((proposal) => [proposal.firmId, proposal]));
  const wanted = new Set(decision.entries.map((entry) => entry.firmId));
  const standing = decision.entries.flatMap(
    (entry) => stand(decision, version, entry, byFirm.get(entry.firmId), at, allowed) ?? [],
  );
  const leaving = present
    .filter((proposal) => !wanted.has(proposal.firmId) && isOpen(proposal) && proposal.decisionVersion < version)
    .map((proposal) => leave(decision, version, proposal, at));
  return [...standing, ...leaving];
}

const isOpen = (proposal: Pick<Proposal, 'status'>): boolean =>
  proposal.status === 'proposed' || proposal.status === 'released';

function stand(
  decision: DecisionState,
  version: number,
  entry: DecisionEntry,
  before: Proposal | undefined,
  at: string,
  allowed: ReadonlySet<string>,
): Expansion | undefined {
  const { rank, ...rest } = entry;
  const digest = sha256(JSON.stringify([rest, decision.demandVersion, decision.demand.ownerName]));
  if (before && before.decisionVersion >= version) return undefined;
  const anew = isAskedAnew(entry, before);
  const told = !anew && isTold(before, entry.organisationId);
  const held = decision.held === true && !told;
  const same = before && before.digest === digest && before.rank === rank && Boolean(before.held) === held;
  if (same && isOpen(before)) return undefined;
  // A firm with an account is told when its week has room; for the others staff see a firm to invite.
  const id = proposalId(decision.demandId, entry.firmId);
  const mayGo = decision.chosen === true || allowed.has(id);
  const waiting = !held && entry.organisationId !== undefined && !told && !mayGo;
  const status = entry.organisationId === undefined || waiting || held ? 'proposed' : 'released';
  const releasedAt = status === 'released' ? ((told ? before?.releasedAt : undefined) ?? at) : before?.releasedAt;
  const doc = withKeys({
    id,
    demandId: decision.demandId,
    demandVersion: decision.demandVersion,
    ownerId: decision.ownerId,
    demand: decision.demand,
    ...rest,
    rank,
    status,
    ...(waiting ? { waiting } : {}),
    ...(held ? { held } : {}),
    ...(before && !anew && before.organisationId === entry.organisationId ? keptOf(before) : {}),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    ...(releasedAt ? { releasedAt } : {}),
    digest,
    decisionVersion: version,
  });
  const type =
    status === 'released' && !told
      ? EVENTS.proposalReleased
      : before && !before.held
        ? EVENTS.proposalRevised
        : EVENTS.proposalProposed;
  return write(doc, before, type, at);
}

/** What the firm has done with its proposal stays when the demand is decided again. */
const keptOf = ({ seenAt, answer }: Proposal) => ({ ...(seenAt ? { seenAt } : {}), ...(answer ? { answer } : {}) });

/** Somebody of the firm has opened it; only the first time counts. Pure. */
export function seeProposal(
  before: Proposal,
  at: string,
): { doc: Proposal; events: readonly EventDraft[] } | undefined {
  if (before.seenAt) return undefined;
  const doc = { ...before, seenAt: at };
  const data = proposalState(doc, before.version + 1);
  return { doc, events: [{ topic: TOPICS.proposal, type: EVENTS.proposalSeen, time: at, data }] };
}

/** The firm's answer to a proposal that it was told of and that is open; the same answer again changes nothing. Pure. */
export function answerProposal(
  before: Proposal,
  { at, ...said }: ProposalAnswer,
): Result<{ doc: Proposal; events: readonly EventDraft[] } | undefined> {
  if (before.status !== 'released') return fail(matchingErrors.not_open());
  if (said.answer === 'declined' && said.reasons.length === 0)
    return fail(matchingErrors.reason_missing({}, '/reasons'));
  const { at: _at, ...known } = before.answer ?? { at };
  if (JSON.stringify(known) === JSON.stringify(said)) return ok(undefined);
  const doc = { ...before, answer: { ...said, at }, updatedAt: at };
  const data = proposalState(doc, before.version + 1);
  return ok({ doc, events: [{ topic: TOPICS.proposal, type: EVENTS.proposalAnswered, time: at, data }] });
}

/** What waited for room in its firm's week goes out. Pure. */
export function releaseWaiting(
  { waiting: _w, ...before }: Proposal,
  at: string,
): { doc: Proposal; events: readonly EventDraft[] } {
  const doc = withKeys({ ...before, status: 'released', releasedAt: at, updatedAt: at });
  return { doc: { ...doc, version: before.version }, events: eventsOf(doc, before, EVENTS.proposalReleased, at) };
}

function leave(decision: DecisionState, version: number, before: Proposal, at: string): Expansion {
  const expired = decision.demand.closeReason === 'expired';
  const because = decision.open ? whyNot(decision, before.firmId) : (decision.demand.closeReason ?? 'withdrawn');
  const { waiting: _w, held: _h, ...rest } = before;
  const doc = withKeys({
    ...rest,
    demand: decision.demand,
    demandVersion: decision.demandVersion,
    status: expired ? 'expired' : 'withdrawn',
    withdrawnBecause: because,
    updatedAt: at,
    decisionVersion: version,
  });
  return write(doc, before, EVENTS.proposalWithdrawn, at);
}

function whyNot({ vetoed, ended }: DecisionState, firmId: string): string {
  const over = ended?.find((one) => one.firmId === firmId);
  if (over) return over.state;
  return vetoed?.includes(firmId) ? 'by-staff' : 'fits-no-longer';
}

function write(doc: Written, before: Proposal | undefined, type: PublicMatchEvent['type'], at: string): Expansion {
  const events = eventsOf(doc, before, type, at);
  return before
    ? { kind: 'save', doc: { ...doc, version: before.version }, events }
    : { kind: 'insert', entry: { doc, events } };
}

function eventsOf(
  doc: Written,
  before: Pick<Proposal, 'version' | 'held' | 'status'> | undefined,
  type: PublicMatchEvent['type'],
  at: string,
): EventDraft[] {
  const version = (before?.version ?? 0) + 1;
  const own: EventDraft = { topic: TOPICS.proposal, type, time: at, data: proposalState(doc, version) };
  return [own, ...publicDrafts(doc, before, type, at)];
}

/** Nobody outside hears of what is shown to chosen firms only, or of what staff hold; of what is held after it was open, others hear that it is gone. */
function publicDrafts(
  doc: Written,
  before: Pick<Proposal, 'held' | 'status'> | undefined,
  type: PublicMatchEvent['type'],
  at: string,
): PublicDraft[] {
  if (doc.asked) return [];
  const wasOpen = before !== undefined && !before.held && isOpen(before);
  const copy = publicMatch(doc);
  if (doc.held) {
    if (!wasOpen) return [];
    const gone = { ...copy, status: 'withdrawn' } as const;
    return [{ topic: TOPICS.publicMatch, type: EVENTS.proposalWithdrawn, time: at, data: gone }];
  }
  if (before?.held && !isOpen(doc)) return [];
  return [{ topic: TOPICS.publicMatch, type, time: at, data: copy }];
}

/** The keys that list a proposal where it belongs, and nowhere else; what staff hold is in their own list only. */
function withKeys(doc: Written): Written {
  const { openDemand: _d, reader: _r, inviteKey: _i, waitingKey: _w, ...rest } = doc;
  const open = isOpen(doc) && !doc.held;
  return {
    ...rest,
    ...(open ? { openDemand: doc.demandId } : {}),
    ...(doc.releasedAt && doc.organisationId ? { reader: doc.organisationId } : {}),
    ...(open && doc.organisationId === undefined ? { inviteKey: doc.firmId } : {}),
    ...(open && doc.waiting && doc.organisationId ? { waitingKey: doc.organisationId } : {}),
  };
}

export function proposalState(doc: Written, version: number): ProposalState {
  const { digest: _g, decisionVersion: _v, openDemand: _d, reader: _r, inviteKey: _i, waitingKey: _w, ...state } = doc;
  return { ...state, version };
}

function publicMatch(doc: Written): PublicMatch {
  const { id, demandId, demand, firmId, firmName, score, rank, status } = doc;
  return { id, demandId, demandTitle: demand.title, demandType: demand.type, firmId, firmName, score, rank, status };
}
