import type { EventSide } from '#contracts/matchmaking';
import type { Registration } from '../events.store.js';
import type { KnownDemand, KnownMatch } from '../known/known.store.js';
import type { ParticipantView } from './registration.dto.js';

/** Who looks at the participants of an event. */
export interface DirectoryReader {
  /** The side that is looked at. */
  readonly side: EventSide;
  /** The reader's registration; staff have none. */
  readonly own?: Registration;
  /** How well the reader's demands, or the reader itself, fit. */
  readonly fits: readonly Pick<KnownMatch, 'demandId' | 'organisationId' | 'score'>[];
  /** Organisations that the reader has met at an event. */
  readonly met: ReadonlySet<string>;
}

/**
 * A participant as the other side sees it. A leader that reads sees its own demands beside each firm, those that the firm fits
 * first: about these it can wish. A firm sees what the leader brings, as far as anybody may know whose it is. Pure.
 */
export function participantView(
  { organisationId, organisationName, demandIds }: Registration,
  { side, own, fits, met }: DirectoryReader,
  demands: ReadonlyMap<string, KnownDemand>,
): ParticipantView {
  const asks = own?.side === 'leader';
  const scores = new Map<string, number>();
  for (const { demandId, organisationId: fitting, score } of fits)
    if (!asks || fitting === organisationId) scores.set(demandId, score);
  const shown = (asks ? own.demandIds : demandIds).flatMap((id) => {
    const demand = demands.get(id);
    if (!demand || !(asks || demand.named)) return [];
    const fit = scores.get(id);
    return [{ id, title: demand.title, ...(fit === undefined ? {} : { fit }) }];
  });
  const best = Math.max(-1, ...shown.map(({ fit = -1 }) => fit));
  return {
    organisationId,
    name: organisationName,
    side,
    demands: shown.sort((a, b) => (b.fit ?? -1) - (a.fit ?? -1)),
    ...(best < 0 ? {} : { fit: best }),
    ...(met.has(organisationId) ? { metBefore: true } : {}),
  };
}
