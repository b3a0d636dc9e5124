import { Injectable } from '@nestjs/common';
import type { MatchmakingContent, Phase } from '#contracts/matchmaking';
import { isStaff, type Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import type { Asked, Command } from '#platform/http/request';
import { idFrom, newId } from '#platform/ids';
import { changeDocument, insertDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { EventDraft } from '#ports/event';
import type { Collection } from '#ports/store/store';
import type { Act } from '../act.js';
import { MATCHMAKINGS, type Matchmaking, REGISTRATIONS, type Registration } from '../events.store.js';
import { registrationId } from '../registration/registration.rules.js';
import { CheckProgramme } from './check-programme.js';
import { draftMatchmaking, moveMatchmaking, reviseMatchmaking } from './matchmaking.rules.js';

/** Runs the rules of an event's life on the stored document. */
@Injectable()
export class MatchmakingHandler {
  constructor(
    @InjectCollection(MATCHMAKINGS) private readonly events: Collection<Matchmaking>,
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    private readonly programme: CheckProgramme,
    private readonly clock: Clock,
  ) {}

  async create(content: MatchmakingContent, caller: Principal, command: Command): Promise<Result<Matchmaking>> {
    const id = command.key ? idFrom('matchmaking', command.key) : newId();
    const wrong = await this.programme.wrong(content.programme);
    if (wrong) return fail(wrong);
    const drafted = draftMatchmaking(id, content, this.act(caller));
    if (!drafted.ok) return drafted;
    return insertDocument(this.events, drafted.value.doc, drafted.value.events, { cause: command.cause });
  }

  async revise(id: string, change: Partial<MatchmakingContent>, asked: Asked): Promise<Result<Matchmaking>> {
    const wrong = await this.programme.wrong(change.programme ?? []);
    if (wrong) return fail(wrong);
    const options = { cause: asked.command.cause, version: asked.version };
    return changeDocument(this.events, id, options, (event) =>
      reviseMatchmaking(event, change, this.act(asked.caller)),
    );
  }

  /** `told` are further events of the same write. */
  move(id: string, to: Phase, asked: Asked, told: readonly EventDraft[]): Promise<Result<Matchmaking>> {
    const options = { cause: asked.command.cause, version: asked.version };
    return changeDocument(this.events, id, options, (event) => {
      const moved = moveMatchmaking(event, to, this.act(asked.caller));
      return moved.ok ? ok({ ...moved.value, events: [...(moved.value.events ?? []), ...told] }) : moved;
    });
  }

  /** The event, when the caller may know of it: drafts are for staff, and for whom they have invited, who has been told of it. */
  async read(id: string, caller: Principal): Promise<Result<Matchmaking>> {
    const event = await this.events.get(id);
    if (!event) return fail(commonErrors.not_found());
    const known = isStaff(caller) || event.phase !== 'draft' || (await this.hasInvited(id, caller));
    return known ? ok(event) : fail(commonErrors.not_found());
  }

  private async hasInvited(id: string, { organisation }: Principal): Promise<boolean> {
    return (
      organisation !== undefined && (await this.registrations.get(registrationId(id, organisation.id))) !== undefined
    );
  }

  private act(caller: Principal): Act {
    return { by: caller, at: this.clock.iso() };
  }
}
