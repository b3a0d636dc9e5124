import type { ExcludedFirm } from '#contracts/match';
import type { Language } from '#platform/errors/errors';
import type { CurationHistoryEntry, MatchDecision, Proposal } from '../matching.store.js';
import { excludedView, reasonsView } from '../read/proposal.view.js';
import type { CuratedList } from './curate.handler.js';
import type { ContradictionsView, CurationHistoryView, CurationView, HeldListView } from './curation.dto.js';

/** A list as staff see it; `present` are the proposals of its demand. */
export function curationView(
  { decision, curation, held }: CuratedList,
  present: readonly Proposal[],
  language: Language,
): CurationView {
  const told = new Set(present.filter(({ releasedAt }) => releasedAt).map(({ firmId }) => firmId));
  return {
    demandId: decision.demandId,
    title: decision.demand.title,
    version: curation?.version ?? 0,
    held,
    open: decision.open,
    decidedAt: decision.decidedAt,
    weights: { ...curation?.weights },
    firms: decision.entries.map(({ organisationId, reasons, ...entry }) => ({
      ...entry,
      reachable: organisationId !== undefined,
      told: told.has(entry.firmId),
      reasons: reasonsView(reasons, decision.demand, 'staff', language),
    })),
    touches: (curation?.touches ?? []).map(({ confirmed, ...one }) => ({
      ...one,
      ...(confirmed ? { confirmed: [...confirmed] } : {}),
    })),
    excluded: excludedView(decision.excluded, language),
  };
}

export const contradictionsView = (
  firmId: string,
  firmName: string,
  contradicts: readonly ExcludedFirm[],
  language: Language,
): ContradictionsView => ({ firmId, firmName, contradicts: excludedView(contradicts, language) });

export function stepView(entry: CurationHistoryEntry): CurationHistoryView {
  const { at, byName, action, firmId, firmName, note, contradicts, weights } = entry;
  return {
    at,
    byName,
    action,
    ...(firmId ? { firmId } : {}),
    ...(firmName ? { firmName } : {}),
    ...(note ? { note } : {}),
    ...(contradicts ? { contradicts: [...contradicts] } : {}),
    ...(weights ? { weights } : {}),
  };
}

export function heldView({ demandId, demand, decidedAt, entries }: MatchDecision): HeldListView {
  const { title, ownerName } = demand;
  return { demandId, title, ...(ownerName ? { ownerName } : {}), decidedAt, firms: entries.length };
}
