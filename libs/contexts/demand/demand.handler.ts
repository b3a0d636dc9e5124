import { Injectable } from '@nestjs/common';
import type { ChosenFirms, CloseReason, DemandContent, Disclosure, ReviewCheck } from '#contracts/demand';
import { circleFor } from '#contracts/disclosure';
import { isStaff, ownsOrStaff, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked, Command } from '#platform/http/request';
import { idFrom, newId } from '#platform/ids';
import { changeDocument, type Decision, insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { type ChosenAsked, NameFirms } from './chosen/name-firms.js';
import {
  type Act,
  checkContent,
  chooseFirms,
  closeDemand,
  demandEvents,
  markDemand,
  publishDemand,
  renewDemand,
  returnDemand,
  reviseDemand,
  submitDemand,
  takeBackDemand,
} from './demand.rules.js';
import { DEMANDS, type Demand } from './demand.store.js';

/** What is written of a demand; the firms that it is shown to are named by their ids. */
export type DemandWritten<C extends Partial<DemandContent>> = Omit<C, 'chosen'> & {
  readonly chosen?: ChosenAsked | undefined;
};

/** Runs the rules of a demand's life on the stored document. */
@Injectable()
export class DemandHandler {
  constructor(
    @InjectCollection(DEMANDS) private readonly demands: Collection<Demand>,
    private readonly firms: NameFirms,
    private readonly clock: Clock,
  ) {}

  async create(
    { chosen: asked, ...written }: DemandWritten<DemandContent>,
    caller: Principal,
    command: Command,
  ): Promise<Result<Demand>> {
    const act = this.act(caller);
    const organisation = caller.organisation;
    if (!organisation) return fail(commonErrors.forbidden({ allowed: 'leader, sme' }));
    const chosen = await this.named(asked, { ownerId: organisation.id, blocked: written.blocked }, '/chosen');
    if (!chosen.ok) return chosen;
    const content: DemandContent = { ...written, ...(chosen.value ? { chosen: chosen.value } : {}) };
    const refused = checkContent(content, act.at);
    if (refused) return fail(refused);
    const doc: Omit<Demand, 'version'> = {
      id: command.key ? idFrom('demand', command.key) : newId(),
      ownerId: organisation.id,
      ownerName: organisation.name,
      ...content,
      status: 'draft',
      createdAt: act.at,
      updatedAt: act.at,
    };
    return insertDocument(this.demands, doc, demandEvents(undefined, doc, 1, 'draft', act), { cause: command.cause });
  }

  async revise(id: string, written: DemandWritten<Partial<DemandContent>>, asked: Asked): Promise<Result<Demand>> {
    const { chosen: choice, ...change } = written;
    const demand = await this.own(id, asked.caller);
    if (!demand) return fail(commonErrors.not_found());
    const of = { ownerId: demand.ownerId, blocked: change.blocked ?? demand.blocked };
    const chosen = await this.named(choice, of, '/chosen');
    if (!chosen.ok) return chosen;
    const whole = 'chosen' in written ? { ...change, chosen: chosen.value } : change;
    return this.byOwner(id, asked, (current, act) => reviseDemand(current, whole, act));
  }

  /** Says which firms it is shown to; to everybody without a choice. */
  async choose(id: string, choice: ChosenAsked | undefined, asked: Asked): Promise<Result<Demand>> {
    const demand = await this.ownedOrStaff(id, asked.caller);
    if (!demand.ok) return demand;
    const chosen = await this.named(choice, demand.value, '');
    if (!chosen.ok) return chosen;
    const side = isStaff(asked.caller) ? 'staff' : 'owner';
    const choose = (current: Demand, act: Act) => chooseFirms(current, chosen.value, side, act);
    return side === 'staff' ? this.byAnyone(id, asked, choose) : this.byOwner(id, asked, choose);
  }

  submit(id: string, asked: Asked): Promise<Result<Demand>> {
    const selfPublish = asked.caller.organisation?.selfPublish ?? false;
    return this.byOwner(id, asked, (demand, act) => submitDemand(demand, selfPublish, act));
  }

  takeBack(id: string, asked: Asked): Promise<Result<Demand>> {
    return this.byOwner(id, asked, takeBackDemand);
  }

  renew(id: string, deadline: string, asked: Asked): Promise<Result<Demand>> {
    return this.byOwner(id, asked, (demand, act) => renewDemand(demand, deadline, act));
  }

  publish(id: string, checks: readonly ReviewCheck[], asked: Asked): Promise<Result<Demand>> {
    return this.byAnyone(id, asked, (demand, act) => publishDemand(demand, act, checks));
  }

  return(id: string, reason: string, checks: readonly ReviewCheck[], asked: Asked): Promise<Result<Demand>> {
    return this.byAnyone(id, asked, (demand, act) => returnDemand(demand, reason, act, checks));
  }

  mark(id: string, sensitive: boolean, asked: Asked): Promise<Result<Demand>> {
    const side = isStaff(asked.caller) ? 'staff' : 'owner';
    const mark = (demand: Demand, act: Act) => markDemand(demand, sensitive, side, act);
    return side === 'staff' ? this.byAnyone(id, asked, mark) : this.byOwner(id, asked, mark);
  }

  close(id: string, reason: CloseReason, note: string | undefined, asked: Asked): Promise<Result<Demand>> {
    const close = (demand: Demand, act: Act) => closeDemand(demand, reason, act, note);
    return isStaff(asked.caller) ? this.byAnyone(id, asked, close) : this.byOwner(id, asked, close);
  }

  /**
   * What the caller may see of it: nothing of a demand that is not public, unless owner or staff, or asked as one of the
   * firms that were chosen for it.
   */
  async read(id: string, caller: Principal): Promise<Result<{ demand: Demand; level: Disclosure }>> {
    const demand = await this.demands.get(id);
    if (!demand) return fail(commonErrors.not_found());
    const reader = isStaff(caller) ? 'staff' : caller.organisation?.id === demand.ownerId ? 'owner' : 'anybody';
    if (reader === 'anybody' && !demand.publishedAt) return fail(commonErrors.not_found());
    const asked = reader === 'anybody' && demand.chosen !== undefined && (await this.isAsked(demand, caller));
    const level = asked ? circleFor(demand, 'firm', 'matched') : circleFor(demand, reader, 'open');
    return level ? ok({ demand, level }) : fail(commonErrors.not_found());
  }

  /** The demand, for its owner and staff only. */
  async ownedOrStaff(id: string, caller: Principal): Promise<Result<Demand>> {
    const demand = await this.demands.get(id);
    return demand && ownsOrStaff(caller, demand.ownerId) ? ok(demand) : fail(commonErrors.not_found());
  }

  private async isAsked({ id }: Demand, { organisation }: Principal): Promise<boolean> {
    return organisation !== undefined && (await this.firms.isShown(id, organisation.id));
  }

  private async named(
    choice: ChosenAsked | undefined,
    of: Pick<Demand, 'ownerId' | 'blocked'>,
    pointer: string,
  ): Promise<Result<ChosenFirms | undefined>> {
    return choice ? this.firms.named(choice, of, pointer) : ok(undefined);
  }

  private async own(id: string, caller: Principal): Promise<Demand | undefined> {
    const demand = await this.demands.get(id);
    return demand && demand.ownerId === caller.organisation?.id ? demand : undefined;
  }

  private async byOwner(
    id: string,
    asked: Asked,
    decide: (demand: Demand, act: Act) => Result<Decision<Demand>>,
  ): Promise<Result<Demand>> {
    const owner = asked.caller.organisation?.id;
    // Before the version is compared: a refusal of the version would tell that there is such a demand.
    if (!(await this.own(id, asked.caller))) return fail(commonErrors.not_found());
    return this.byAnyone(id, asked, (demand, act) =>
      owner !== undefined && demand.ownerId === owner ? decide(demand, act) : fail(commonErrors.not_found()),
    );
  }

  private byAnyone(
    id: string,
    asked: Asked,
    decide: (demand: Demand, act: Act) => Result<Decision<Demand>>,
  ): Promise<Result<Demand>> {
    const act = this.act(asked.caller);
    const options = { cause: asked.command.cause, version: asked.version };
    return changeDocument(this.demands, id, options, (demand) => decide(demand, act));
  }

  private act(caller: Principal): Act {
    return { by: caller, at: this.clock.iso() };
  }
}
