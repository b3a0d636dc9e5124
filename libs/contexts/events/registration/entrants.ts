import { Injectable } from '@nestjs/common';
import { fail, ok, type Result } from '#platform/errors/errors';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { eventsErrors } from '../events.errors.js';
import { KNOWN_DEMANDS, KNOWN_ORGANISATIONS, type KnownDemand, type KnownOrganisation } from '../known/known.store.js';
import type { Entrant } from './registration.rules.js';

/** Somebody who may come, with the demands that they bring. */
export interface Entry {
  readonly entrant: Entrant;
  readonly demandIds: readonly string[];
}

/** Most demands of one leader at one event. */
export const MOST_DEMANDS = 50;

/** Looks up organisations and their demands for registrations. */
@Injectable()
export class Entrants {
  constructor(
    @InjectCollection(KNOWN_ORGANISATIONS) private readonly organisations: Collection<KnownOrganisation>,
    @InjectCollection(KNOWN_DEMANDS) private readonly demands: Collection<KnownDemand>,
  ) {}

  /** Those of the demands that are public. */
  demandsOf(ids: readonly string[]): Promise<KnownDemand[]> {
    return this.demands.many(ids);
  }

  /**
   * Approved organisations with demands of theirs: those named, else all that a leader has published. `place` names the
   * input in refusals.
   */
  async of(
    asked: readonly { readonly organisationId: string; readonly demandIds?: readonly string[] | undefined }[],
    place: (at: number) => string,
  ): Promise<Result<Entry[]>> {
    const ids = [...new Set(asked.map(({ organisationId }) => organisationId))];
    const [organisations, demands] = await Promise.all([
      this.organisations.many(ids),
      this.demands.manyBy('byOwner', ids),
    ]);
    const known = new Map(organisations.map((organisation) => [organisation.id, organisation]));
    const entries: Entry[] = [];
    for (const [at, { organisationId, demandIds }] of asked.entries()) {
      const organisation = known.get(organisationId);
      if (organisation?.status !== 'approved')
        return fail(eventsErrors.organisation_unknown({ id: organisationId }, `${place(at)}organisationId`));
      const { id, name, kind } = organisation;
      if (kind === 'staff') return fail(eventsErrors.staff_stay_away({ id }, `${place(at)}organisationId`));
      const own = demands.filter(({ ownerId }) => ownerId === id).map((demand) => demand.id);
      const wrong = demandIds?.find((demandId) => !own.includes(demandId));
      if (wrong !== undefined) return fail(eventsErrors.demand_unknown({ id: wrong }, `${place(at)}demandIds`));
      const all = kind === 'leader' ? own.slice(0, MOST_DEMANDS) : [];
      entries.push({ entrant: { id, name, side: kind }, demandIds: demandIds ?? all });
    }
    return ok(entries);
  }
}
