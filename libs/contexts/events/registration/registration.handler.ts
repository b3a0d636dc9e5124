import { Injectable } from '@nestjs/common';
import type { Limits, Phase, Representative, Wish } from '#contracts/matchmaking';
import type { Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Failure, fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { changeDocument, type Decision, insertedOf } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import type { Act } from '../act.js';
import { inPhase } from '../event/matchmaking.rules.js';
import { eventsErrors } from '../events.errors.js';
import { MATCHMAKINGS, type Matchmaking, REGISTRATIONS, type Registration } from '../events.store.js';
import { insertWithCodes, isTaken } from './door-codes.js';
import { Entrants, type Entry, MOST_DEMANDS } from './entrants.js';
import {
  applyAgain,
  checkRepresentatives,
  decideRegistration,
  inRegistration,
  newRegistration,
  registrationId,
  reviseRegistration,
  withdrawRegistration,
} from './registration.rules.js';

/** Organisations at one event. */
export const MOST_PARTICIPANTS = 2000;

/** Phases in which staff invite. */
export const INVITING: readonly Phase[] = ['draft', 'registration', 'preferences'];

/** Somebody whom staff invite, with what they know of it. */
export interface Invited {
  readonly organisationId: string;
  readonly demandIds?: readonly string[] | undefined;
  readonly limits?: Limits | undefined;
  readonly wishes?: readonly Wish[] | undefined;
}

export interface Said {
  readonly representatives?: readonly Representative[] | undefined;
  readonly demandIds?: readonly string[] | undefined;
}

/** Who comes to an event: invited by staff, or applying. */
@Injectable()
export class RegistrationHandler {
  constructor(
    @InjectCollection(MATCHMAKINGS) private readonly events: Collection<Matchmaking>,
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    private readonly entrants: Entrants,
    private readonly clock: Clock,
  ) {}

  /** Staff invite; who is there already stays as it is. */
  async invite(id: string, asked: readonly Invited[], caller: Principal): Promise<Result<Registration[]>> {
    const event = await this.events.get(id);
    if (!event) return fail(commonErrors.not_found());
    const refused = inPhase(event, INVITING);
    if (refused) return fail(refused);
    const entries = await this.entrants.of(asked, (at) => `/organisations/${at}/`);
    if (!entries.ok) return entries;
    const act = this.act(caller);
    const made = entries.value.map((entry, at) => (code: string) => {
      const { limits, wishes } = asked[at] ?? {};
      const content = { ...contentOf(entry, {}), ...(limits ? { limits } : {}), ...(wishes ? { wishes } : {}) };
      return newRegistration(event, entry.entrant, content, { origin: 'invited', code }, act);
    });
    if ((await insertWithCodes(this.registrations, made)).some(isTaken)) return fail(commonErrors.stale());
    return ok(await this.registrations.many(entries.value.map(({ entrant }) => registrationId(id, entrant.id))));
  }

  /** Staff choose a demand for the event: its leader is invited with it, or brings it too. */
  async bring(id: string, demandId: string, asked: Asked): Promise<Result<Registration>> {
    const [demand] = await this.entrants.demandsOf([demandId]);
    if (!demand) return fail(commonErrors.not_found());
    const { ownerId: organisationId } = demand;
    const there = await this.registrations.get(registrationId(id, organisationId));
    if (!there) {
      const invited = await this.invite(id, [{ organisationId, demandIds: [demandId] }], asked.caller);
      return invited.ok ? ok(invited.value[0] as Registration) : invited;
    }
    // One that is closed by now must not stand in the way.
    const brought = (await this.entrants.demandsOf(there.demandIds)).map((one) => one.id);
    if (brought.includes(demandId)) return ok(there);
    if (brought.length >= MOST_DEMANDS) return fail(eventsErrors.demands_many({ most: MOST_DEMANDS }));
    return this.revise(id, organisationId, { demandIds: [...brought, demandId] }, asked);
  }

  /** The organisation says that it comes. */
  async apply(id: string, said: Said, asked: Asked): Promise<Result<Registration>> {
    const found = await this.eventAndEntry(id, said, asked.caller);
    if (!found.ok) return found;
    const { event, entry } = found.value;
    const content = contentOf(entry, said);
    const refused = inRegistration(event) ?? checkRepresentatives(content.representatives) ?? (await this.full(id));
    if (refused) return fail(refused);
    const act = this.act(asked.caller);
    const own = registrationId(id, entry.entrant.id);
    if (await this.registrations.get(own))
      return this.change(own, asked, (one) => applyAgain(one, event, content, act));
    const made = (code: string) => newRegistration(event, entry.entrant, content, { origin: 'applied', code }, act);
    const [written] = await insertWithCodes(this.registrations, [made], asked.command.cause);
    return insertedOf(written);
  }

  /** Who comes and with what: by the organisation itself, or for it by staff, who also give tables and limits. */
  async revise(
    id: string,
    organisationId: string,
    said: Said & { readonly tables?: readonly number[]; readonly limits?: Limits | undefined },
    asked: Asked,
  ): Promise<Result<Registration>> {
    const event = await this.events.get(id);
    if (!event) return fail(commonErrors.not_found());
    if (said.demandIds) {
      const entries = await this.entrants.of([{ organisationId, demandIds: said.demandIds }], () => '/');
      if (!entries.ok) return entries;
    }
    const taken = await this.tableTaken(id, organisationId, said.tables ?? []);
    if (taken) return fail(taken);
    const own = registrationId(id, organisationId);
    return this.change(own, asked, (one) => reviseRegistration(one, event, said as object, this.act(asked.caller)));
  }

  async decide(
    id: string,
    organisationId: string,
    { decision, reason }: { readonly decision: 'approve' | 'reject'; readonly reason?: string | undefined },
    asked: Asked,
  ): Promise<Result<Registration>> {
    const event = await this.events.get(id);
    if (!event) return fail(commonErrors.not_found());
    const full = decision === 'approve' ? await this.full(id) : undefined;
    if (full) return fail(full);
    const own = registrationId(id, organisationId);
    return this.change(own, asked, (one) => decideRegistration(one, event, decision, reason, this.act(asked.caller)));
  }

  async withdraw(id: string, reason: string | undefined, asked: Asked): Promise<Result<Registration>> {
    const event = await this.events.get(id);
    const organisation = asked.caller.organisation;
    if (!event || !organisation) return fail(eventsErrors.not_registered());
    const own = registrationId(id, organisation.id);
    return this.change(own, asked, (one) => withdrawRegistration(one, event, reason, this.act(asked.caller)));
  }

  /** The caller's own registration. */
  async own(id: string, caller: Principal): Promise<Result<Registration>> {
    const organisation = caller.organisation;
    const found = organisation && (await this.registrations.get(registrationId(id, organisation.id)));
    return found ? ok(found) : fail(eventsErrors.not_registered());
  }

  private async eventAndEntry(
    id: string,
    said: Said,
    { organisation }: Principal,
  ): Promise<Result<{ event: Matchmaking; entry: Entry }>> {
    const event = await this.events.get(id);
    if (!event || event.phase === 'draft' || !organisation) return fail(commonErrors.not_found());
    const entries = await this.entrants.of([{ organisationId: organisation.id, demandIds: said.demandIds }], () => '/');
    if (!entries.ok) return entries;
    return ok({ event, entry: entries.value[0] as Entry });
  }

  private async full(id: string): Promise<Failure | undefined> {
    const there = await this.registrations.count('approved', [id], MOST_PARTICIPANTS);
    return there < MOST_PARTICIPANTS ? undefined : eventsErrors.full({ most: MOST_PARTICIPANTS });
  }

  private async tableTaken(
    id: string,
    organisationId: string,
    tables: readonly number[],
  ): Promise<Failure | undefined> {
    if (tables.length === 0) return undefined;
    const others = await this.registrations.manyBy('approved', [id]);
    for (const { organisationId: other, organisationName: name, tables: theirs } of others) {
      const table = other === organisationId ? undefined : theirs.find((number) => tables.includes(number));
      if (table !== undefined) return eventsErrors.table_of_another({ table, name }, '/tables');
    }
    return undefined;
  }

  private change(
    id: string,
    asked: Asked,
    decide: (registration: Registration) => Result<Decision<Registration>>,
  ): Promise<Result<Registration>> {
    return changeDocument(this.registrations, id, { cause: asked.command.cause, version: asked.version }, decide);
  }

  private act(caller: Principal): Act {
    return { by: caller, at: this.clock.iso() };
  }
}

/** Somebody comes: where nobody is named, one person in the organisation's name. */
function contentOf({ entrant, demandIds }: Entry, { representatives = [] }: Said) {
  const nobody = representatives.length === 0;
  const anyone = [{ id: 'p1', name: entrant.name, absent: [], demandIds: [] }];
  return { representatives: nobody ? anyone : representatives, demandIds };
}
