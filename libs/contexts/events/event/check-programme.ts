import { Injectable } from '@nestjs/common';
import type { ProgrammeItem } from '#contracts/matchmaking';
import type { Failure } from '#platform/errors/errors';
import { eventsErrors } from '../events.errors.js';
import type { KnownDemand, KnownOrganisation } from '../known/known.store.js';
import { KnownThings } from '../known/known-things.js';

/** Checks that what publishing sessions name is there and belongs together. */
@Injectable()
export class CheckProgramme {
  constructor(private readonly known: KnownThings) {}

  /** The first thing wrong with what is named, if any. */
  async wrong(programme: readonly ProgrammeItem[]): Promise<Failure | undefined> {
    const named = (key: 'leaderId' | 'demandId') => programme.flatMap((item) => item[key] ?? []);
    const [organisations, demands] = await Promise.all([
      this.known.organisations(named('leaderId')),
      this.known.demands(named('demandId')),
    ]);
    for (const [at, item] of programme.entries()) {
      const failure = wrongWith(item, organisations, demands, `/programme/${at}`);
      if (failure) return failure;
    }
    return undefined;
  }
}

function wrongWith(
  { leaderId, demandId }: ProgrammeItem,
  organisations: ReadonlyMap<string, KnownOrganisation>,
  demands: ReadonlyMap<string, KnownDemand>,
  place: string,
): Failure | undefined {
  const leader = leaderId === undefined ? undefined : organisations.get(leaderId);
  if (leaderId !== undefined && (leader?.kind !== 'leader' || leader.status !== 'approved'))
    return eventsErrors.programme_leader({ id: leaderId }, `${place}/leaderId`);
  if (demandId === undefined) return undefined;
  const demand = demands.get(demandId);
  if (!demand) return eventsErrors.programme_demand({ id: demandId }, `${place}/demandId`);
  if (leaderId === undefined) return undefined;
  if (demand.ownerId !== leaderId) return eventsErrors.demand_unknown({ id: demandId }, `${place}/demandId`);
  // Together the two would tell everybody whose demand it is.
  return demand.named ? undefined : eventsErrors.programme_secret({}, `${place}/leaderId`);
}
