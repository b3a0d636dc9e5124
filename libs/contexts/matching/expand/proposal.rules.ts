import type { DecisionEntry, DecisionState, ProposalState, PublicMatch } from '#contracts/match';
import type { PublicDraft, PublicMatchEvent } from '#contracts/public-events';
import { EVENTS, TOPICS } from '#contracts/topics';
import { idFrom, sha256 } from '#platform/ids';
import type { EventDraft } from '#ports/event';
import type { Entry } from '#ports/store/store';
import type { Proposal } from '../matching.store.js';

type Written = Omit<Proposal, 'version'>;

/** One proposal per demand and firm: the id says so. */
export const proposalId = (demandId: string, firmId: string): string => idFrom('proposal', demandId, firmId);

export type Expansion =
  | { readonly kind: 'insert'; readonly entry: Entry<Proposal> }
  | { readonly kind: 'save'; readonly doc: Proposal; readonly events: readonly EventDraft[] };

/** What a decision changes among the proposals of its demand. Pure; the same decision again changes nothing. */
export function expandDecision(
  decision: DecisionState,
  version: number,
  present: readonly Proposal[],
  at: string,
): Expansion[] {
  const byFirm = new Map(present.map((proposal) => [proposal.firmId, proposal]));
  const wanted = new Set(decision.entries.map((entry) => entry.firmId));
  const standing = decision.entries.flatMap(
    (entry) => stand(decision, version, entry, byFirm.get(entry.firmId), at) ?? [],
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
): Expansion | undefined {
  const { rank, ...rest } = entry;
  const digest = sha256(JSON.stringify([rest, decision.demandVersion, decision.demand.ownerName]));
  if (before && before.decisionVersion >= version) return undefined;
  if (before && isOpen(before) && before.digest === digest && before.rank === rank) return undefined;
  // A firm with an account is told at once; for the others staff see a firm to invite.
  const status = entry.organisationId === undefined ? 'proposed' : 'released';
  const told = before?.releasedAt !== undefined && before.organisationId === entry.organisationId;
  const releasedAt = status === 'released' ? ((told ? before?.releasedAt : undefined) ?? at) : before?.releasedAt;
  const doc = withKeys({
    id: proposalId(decision.demandId, entry.firmId),
    demandId: decision.demandId,
    demandVersion: decision.demandVersion,
    ownerId: decision.ownerId,
    demand: decision.demand,
    ...rest,
    rank,
    status,
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
    ...(releasedAt ? { releasedAt } : {}),
    digest,
    decisionVersion: version,
  });
  const type =
    status === 'released' && !told
      ? EVENTS.proposalReleased
      : before
        ? EVENTS.proposalRevised
        : EVENTS.proposalProposed;
  return write(doc, before, type, at);
}

function leave(decision: DecisionState, version: number, before: Proposal, at: string): Expansion {
  const expired = decision.demand.closeReason === 'expired';
  const because = decision.open ? 'fits-no-longer' : (decision.demand.closeReason ?? 'withdrawn');
  const doc = withKeys({
    ...before,
    demand: decision.demand,
    demandVersion: decision.demandVersion,
    status: expired ? 'expired' : 'withdrawn',
    withdrawnBecause: because,
    updatedAt: at,
    decisionVersion: version,
  });
  return write(doc, before, EVENTS.proposalWithdrawn, at);
}

function write(doc: Written, before: Proposal | undefined, type: PublicMatchEvent['type'], at: string): Expansion {
  const version = (before?.version ?? 0) + 1;
  const open: PublicDraft = { topic: TOPICS.publicMatch, type, time: at, data: publicMatch(doc) };
  const events = [{ topic: TOPICS.proposal, type, time: at, data: proposalState(doc, version) }, open];
  return before
    ? { kind: 'save', doc: { ...doc, version: before.version }, events }
    : { kind: 'insert', entry: { doc, events } };
}

/** The keys that list a proposal where it belongs, and nowhere else. */
function withKeys(doc: Written): Written {
  const { openDemand: _d, reader: _r, inviteKey: _i, ...rest } = doc;
  const open = isOpen(doc);
  return {
    ...rest,
    ...(open ? { openDemand: doc.demandId } : {}),
    ...(doc.releasedAt && doc.organisationId ? { reader: doc.organisationId } : {}),
    ...(open && doc.organisationId === undefined ? { inviteKey: doc.firmId } : {}),
  };
}

export function proposalState(doc: Written, version: number): ProposalState {
  const { digest: _g, decisionVersion: _v, openDemand: _d, reader: _r, inviteKey: _i, ...state } = doc;
  return { ...state, version };
}

function publicMatch(doc: Written): PublicMatch {
  const { id, demandId, demand, firmId, firmName, score, rank, status } = doc;
  return { id, demandId, demandTitle: demand.title, demandType: demand.type, firmId, firmName, score, rank, status };
}
