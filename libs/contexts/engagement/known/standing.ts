import { Injectable } from '@nestjs/common';
import type { DemandState, DemandView } from '#contracts/demand';
import { circleFor, viewDemand } from '#contracts/disclosure';
import type { Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { engagementErrors } from '../engagement.errors.js';
import {
  KNOWN_DEMANDS,
  KNOWN_FIRMS,
  KNOWN_MATCHES,
  type KnownDemand,
  type KnownFirm,
  type KnownMatch,
  pairOf,
} from './known.store.js';

/** A demand and a firm: what they are to one another. */
export interface Standing {
  readonly demand: DemandState;
  /** The demand as the firm may see it. */
  readonly view: DemandView;
  readonly firm?: KnownFirm;
  /** Whether a proposal to the organisation is released and stands. */
  readonly matched: boolean;
}

/** Finds how an organisation stands to a demand. */
@Injectable()
export class Standings {
  constructor(
    @InjectCollection(KNOWN_DEMANDS) private readonly demands: Collection<KnownDemand>,
    @InjectCollection(KNOWN_FIRMS) private readonly firms: Collection<KnownFirm>,
    @InjectCollection(KNOWN_MATCHES) private readonly matches: Collection<KnownMatch>,
  ) {}

  /** For an organisation that wants to respond; refused where it may not. */
  async of(demandId: string, caller: Principal): Promise<Result<Standing>> {
    const [demand, organisation] = [await this.demand(demandId), caller.organisation];
    if (!demand || !organisation) return fail(commonErrors.not_found());
    if (demand.ownerId === organisation.id) return fail(engagementErrors.own_demand());
    const [[firm], matches] = await Promise.all([
      this.firms.manyBy('byOrganisation', [organisation.id]),
      this.matches.manyBy('byPair', [pairOf(demandId, organisation.id)]),
    ]);
    const matched = matches.some(stands);
    const level = circleFor(demand, 'firm', matched ? 'matched' : 'open');
    // It was asked once, so it is told nothing new by the reason.
    if (!level) return fail(matches.length > 0 ? engagementErrors.asked_no_more() : commonErrors.not_found());
    const names = [organisation.id, firm?.id, firm?.creditCode];
    if (demand.blocked.some((name) => names.includes(name))) return fail(engagementErrors.not_open_to_you());
    return ok({ demand, view: viewDemand(demand, level), matched, ...(firm ? { firm } : {}) });
  }

  /** One that is or was public. */
  async demand(id: string): Promise<DemandState | undefined> {
    const demand = await this.written(id);
    return demand?.publishedAt ? demand : undefined;
  }

  /** One in any state: for its owner and staff. */
  async written(id: string): Promise<DemandState | undefined> {
    return (await this.demands.get(id))?.demand;
  }

  /** Whether a proposal to the organisation is released and stands. */
  async isMatched(demandId: string, organisationId: string): Promise<boolean> {
    return (await this.matches.manyBy('byPair', [pairOf(demandId, organisationId)])).some(stands);
  }
}

const stands = ({ over }: KnownMatch): boolean => !over;

/** Whether responses are still taken. */
export const isOpen = ({ status, deadline }: DemandState, at: string): boolean =>
  status === 'published' && deadline > at;
