import { Injectable } from '@nestjs/common';
import type { EndingReason, Party, PersonRef, StepKind } from '#contracts/engagement';
import { isStaff, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked } from '#platform/http/request';
import { idFrom, newId } from '#platform/ids';
import { changeDocument, type Decision, insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { type Act, actOf } from '../act.js';
import { engagementErrors } from '../engagement.errors.js';
import { ENGAGEMENTS, type Engagement, MESSAGES, type Message } from '../engagement.store.js';
import { KNOWN_FIRMS, type KnownFirm } from '../known/known.store.js';
import { isOpen, Standings } from '../known/standing.js';
import { Owners } from './owners.js';
import { postedMessage } from './post-message.js';
import {
  closeStep,
  endThread,
  engagementId,
  nameReaders,
  type Opening,
  openThread,
  planStep,
  reassign,
  type StepPlan,
} from './thread.rules.js';
import { partyOf } from './thread.view.js';

/** What the two sides of a thread do. */
@Injectable()
export class ThreadHandler {
  constructor(
    @InjectCollection(ENGAGEMENTS) private readonly threads: Collection<Engagement>,
    @InjectCollection(MESSAGES) private readonly messages: Collection<Message>,
    @InjectCollection(KNOWN_FIRMS) private readonly firms: Collection<KnownFirm>,
    private readonly standings: Standings,
    private readonly owners: Owners,
    private readonly clock: Clock,
  ) {}

  /** The owner of a demand turns to a firm by itself. A thread that is there is answered as it is. */
  async open(demandId: string, firmId: string, { caller }: Asked): Promise<Result<Engagement>> {
    const demand = await this.standings.demand(demandId);
    const organisation = caller.organisation;
    if (!demand || !organisation || demand.ownerId !== organisation.id) return fail(commonErrors.not_found());
    const firm = await this.firms.get(firmId);
    if (!firm) return fail(engagementErrors.firm_unreachable({}, '/firmId'));
    if (firm.organisationId === organisation.id) return fail(engagementErrors.own_demand());
    const leader = personOf(caller);
    return this.begin(
      {
        ...{ demandId, demandTitle: demand.title, ownerId: organisation.id, ownerName: demand.ownerName },
        ...{ organisationId: firm.organisationId, firmName: firm.name, firmId },
        ...(firm.region ? { region: firm.region } : {}),
        ...(leader ? { leader } : {}),
      },
      actOf(caller, 'leader', this.clock.iso()),
    );
  }

  /** Opens the thread, or answers that of somebody who was faster. */
  private async begin(opening: Opening, act: Act): Promise<Result<Engagement>> {
    const entry = openThread(opening, act);
    const [written] = await this.threads.insert([entry]);
    if (written?.status === 'done' || written?.status === 'already') return ok(written.doc);
    const present = await this.threads.get(entry.doc.id);
    return present ? ok(present) : fail(commonErrors.stale());
  }

  /**
   * A firm that a demand was proposed to turns to its owner, as to sign an NDA before it responds. Any other could make its own way
   * to what matched firms see. A thread that is there is answered as it is.
   */
  async approach(demandId: string, { caller }: Asked): Promise<Result<Engagement>> {
    const present = await this.threads.get(engagementId(demandId, caller.organisation?.id ?? ''));
    if (present) return ok(present);
    const act = actOf(caller, 'firm', this.clock.iso());
    const found = await this.standings.of(demandId, caller);
    if (!found.ok) return found;
    const { demand, view, firm, matched } = found.value;
    const { id: organisationId = '', name = '' } = caller.organisation ?? {};
    if (!matched) return fail(engagementErrors.not_proposed());
    if (!isOpen(demand, act.at)) return fail(engagementErrors.demand_over());
    // A thread names both sides; its owner shows itself when it chooses or turns to the firm.
    if (!view.ownerName) return fail(engagementErrors.owner_hidden());
    const person = personOf(caller);
    return this.begin(
      {
        ...{ demandId, demandTitle: demand.title, ownerId: demand.ownerId, ownerName: view.ownerName, organisationId },
        ...{ firmName: firm?.name ?? name, ...(firm ? { firmId: firm.id } : {}) },
        ...(firm?.region ? { region: firm.region } : {}),
        ...(person ? { firm: person } : {}),
      },
      act,
    );
  }

  /** `personId` must be of the caller's organisation. */
  async plan(
    id: string,
    kind: StepKind,
    { personId, ...plan }: Omit<StepPlan, 'owner'> & { readonly personId?: string },
    asked: Asked,
  ): Promise<Result<Engagement>> {
    const present = await this.threads.get(id);
    if (!present || !partyOf(present, asked.caller)) return fail(commonErrors.not_found());
    const person = personId ? await this.owners.find(personId, asked.caller.organisation?.id) : undefined;
    if (personId && !person) return fail(engagementErrors.person_unknown({}, '/personId'));
    return this.change(id, asked, (thread, act, side) => {
      const before = thread.steps.find((step) => step.kind === kind)?.owner;
      // One side plans again and leaves the person of the other as they are.
      const owner = person ? { ...person, side } : before?.side === side ? undefined : before;
      return planStep(thread, kind, { ...plan, ...(owner ? { owner } : {}) }, act);
    });
  }

  closeStep(
    id: string,
    kind: StepKind,
    outcome: 'done' | 'skipped',
    said: Pick<StepPlan, 'evidence' | 'amount' | 'note'>,
    asked: Asked,
  ): Promise<Result<Engagement>> {
    return this.change(id, asked, (thread, act) => closeStep(thread, kind, outcome, said, act));
  }

  end(id: string, reason: EndingReason, note: string | undefined, asked: Asked): Promise<Result<Engagement>> {
    return this.change(id, asked, (thread, act) => endThread(thread, reason, note, act));
  }

  /** A side hands over within its organisation; staff do so for either side. */
  async handOver(id: string, personId: string, side: Party | undefined, asked: Asked): Promise<Result<Engagement>> {
    const thread = await this.threads.get(id);
    const own = thread && partyOf(thread, asked.caller);
    if (!thread || !(own || isStaff(asked.caller))) return fail(commonErrors.not_found());
    const party = own ?? side;
    if (!party) return fail(engagementErrors.side_needed({}, '/side'));
    if (own && side && side !== own) return fail(engagementErrors.person_unknown({}, '/side'));
    const person = await this.owners.find(personId, party === 'leader' ? thread.ownerId : thread.organisationId);
    if (!person) return fail(engagementErrors.person_unknown({}, '/personId'));
    const act = actOf(asked.caller, own ?? 'staff', this.clock.iso());
    const options = { cause: asked.command.cause, version: asked.version };
    const changed = await changeDocument(this.threads, id, options, (current) => reassign(current, party, person, act));
    return changed.ok ? ok(await this.owners.check(changed.value, act.at)) : changed;
  }

  /** `personIds` must be active people of the firm. */
  async nameReaders(id: string, personIds: readonly string[], asked: Asked): Promise<Result<Engagement>> {
    const thread = await this.threads.get(id);
    if (!thread || !partyOf(thread, asked.caller)) return fail(commonErrors.not_found());
    const ids = [...new Set(personIds)];
    const people = await this.owners.findAll(ids, thread.organisationId);
    if (people.length < ids.length) return fail(engagementErrors.person_unknown({}, '/personIds'));
    return this.change(id, asked, (current, act) => nameReaders(current, people, act));
  }

  async post(id: string, text: string, { caller, command }: Asked): Promise<Result<Message>> {
    const thread = await this.threads.get(id);
    const side = thread && partyOf(thread, caller);
    if (!thread || !side) return fail(commonErrors.not_found());
    const messageId = command.key ? idFrom('message', command.key) : newId();
    const repeated = command.cause && (await this.messages.recall(messageId, command.cause));
    if (repeated) return ok(repeated);
    if (thread.status === 'ended') return fail(engagementErrors.thread_ended());
    const { at, by } = actOf(caller, side, this.clock.iso());
    const { doc, events } = postedMessage(thread, messageId, side, { at, by, said: { text } });
    return insertDocument(this.messages, doc, events, { cause: command.cause });
  }

  /** The first of the side who does something sees to it from then on, where nobody does. */
  private change(
    id: string,
    { caller, command, version }: Asked,
    decide: (thread: Engagement, act: Act, side: Party) => Result<Decision<Engagement>>,
  ): Promise<Result<Engagement>> {
    const at = this.clock.iso();
    const person = personOf(caller);
    return changeDocument(this.threads, id, { cause: command.cause, version }, (thread) => {
      const side = partyOf(thread, caller);
      if (!side) return fail(commonErrors.not_found());
      const seen = person && !thread[side] ? { ...thread, [side]: person } : thread;
      return decide(seen, actOf(caller, side, at), side);
    });
  }
}

export function personOf({ personId, personName = '' }: Principal): PersonRef | undefined {
  return personId ? { id: personId, name: personName } : undefined;
}
