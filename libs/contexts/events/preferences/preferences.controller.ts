import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, Once } from '#platform/http/request';
import { changeDocument } from '#platform/store/change';
import { InjectCollection } from '#platform/store/collections';
import { Clock } from '#platform/time/clock';
import type { Collection } from '#ports/store/store';
import { MatchmakingHandler } from '../event/matchmaking.handler.js';
import { type Matchmaking, REGISTRATIONS, type Registration } from '../events.store.js';
import { RegistrationHandler } from '../registration/registration.handler.js';
import { registrationId } from '../registration/registration.rules.js';
import { PreferencesOfEventInput, PreferencesOfEventView } from './preferences.dto.js';
import { givePreferences } from './preferences.rules.js';

@ApiTags('matchmaking events')
@Controller('matchmaking-events/:id/preferences')
export class PreferencesOfEventController {
  constructor(
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    private readonly events: MatchmakingHandler,
    private readonly handler: RegistrationHandler,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({ summary: 'Whom my organisation wants to meet', answer: PreferencesOfEventView })
  async own(@Param('id') id: string, @Caller() caller: Principal) {
    const event = orRefuse(await this.events.read(id, caller));
    return view(orRefuse(await this.handler.own(id, caller)), event);
  }

  @Put()
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Say whom my organisation must, would or will not meet',
    description:
      'In place of what was said before. Who says nothing meets whom it was matched with. `blocked` is told to nobody: the other side sees no difference.',
    answer: PreferencesOfEventView,
  })
  async give(
    @Param('id') id: string,
    @Body() body: PreferencesOfEventInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ) {
    const event = orRefuse(await this.events.read(id, caller));
    const own = orRefuse(await this.handler.own(id, caller));
    const { wishes, blocked = [] } = body;
    const ids = new Set(wishes.map(({ organisationId }) => registrationId(id, organisationId)));
    const named = await this.registrations.many([...ids]);
    const act = { by: caller, at: this.clock.iso() };
    const changed = await changeDocument(this.registrations, own.id, { cause: command.cause }, (registration) =>
      givePreferences(registration, event, { wishes, blocked }, named, act),
    );
    return view(orRefuse(changed), event);
  }
}

function view({ wishes, blocked, side }: Registration, { musts }: Matchmaking): PreferencesOfEventView {
  return { wishes: [...wishes], blocked: [...blocked], musts: musts[side] };
}
