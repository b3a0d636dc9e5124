import { Injectable } from '@nestjs/common';
import type { CloseReason, DemandContent, Disclosure, ReviewCheck } from '#contracts/demand';
import { CIRCLES } from '#contracts/disclosure';
import { isStaff, ownsOrStaff, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked, Command } from '#platform/http/request';
import { idFrom, newId } from '#platform/ids';
import { changeDocument, type Decision, insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import {
  type Act,
  checkContent,
  closeDemand,
  demandEvents,
  markDemand,
  publishDemand,
  renewDemand,
  returnDemand,
  reviseDemand,
  submitDemand,
} from './demand.rules.js';
import { DEMANDS, type Demand } from './demand.store.js';

/** Runs the rules of a demand's life on the stored document. */
@Injectable()
export class DemandHandler {
  constructor(
    @InjectCollection(DEMANDS) private readonly demands: Collection<Demand>,
    private readonly clock: Clock,
  ) {}

  async create(content: DemandContent, caller: Principal, command: Command): Promise<Result<Demand>> {
    const act = this.act(caller);
    const organisation = caller.organisation;
    if (!organisation) return fail(commonErrors.forbidden({ allowed: 'leader, sme' }));
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

  revise(id: string, change: Partial<DemandContent>, asked: Asked): Promise<Result<Demand>> {
    return this.byOwner(id, asked, (demand, act) => reviseDemand(demand, change, act));
  }

  submit(id: string, asked: Asked): Promise<Result<Demand>> {
    const selfPublish = asked.caller.organisation?.selfPublish ?? false;
    return this.byOwner(id, asked, (demand, act) => submitDemand(demand, selfPublish, act));
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

  /** What the caller may see of it: nothing of a demand that is not public, unless owner or staff. */
  async read(id: string, caller: Principal): Promise<Result<{ demand: Demand; level: Disclosure }>> {
    const demand = await this.demands.get(id);
    if (!demand) return fail(commonErrors.not_found());
    const reader = isStaff(caller) ? 'staff' : caller.organisation?.id === demand.ownerId ? 'owner' : 'anybody';
    if (reader === 'anybody' && !demand.publishedAt) return fail(commonErrors.not_found());
    return ok({ demand, level: CIRCLES[reader].open });
  }

  /** The demand, for its owner and staff only. */
  async ownedOrStaff(id: string, caller: Principal): Promise<Result<Demand>> {
    const demand = await this.demands.get(id);
    return demand && ownsOrStaff(caller, demand.ownerId) ? ok(demand) : fail(commonErrors.not_found());
  }

  private byOwner(
    id: string,
    asked: Asked,
    decide: (demand: Demand, act: Act) => Result<Decision<Demand>>,
  ): Promise<Result<Demand>> {
    const owner = asked.caller.organisation?.id;
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
