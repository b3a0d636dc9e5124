import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Principal } from '#platform/access/access';
import { orRefuse } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Caller, type Command, Once } from '#platform/http/request';
import { MatchmakingHandler } from '../event/matchmaking.handler.js';
import { RegistrationHandler } from '../registration/registration.handler.js';
import { SeatAnswerInput, SeatAskedView, SeatOfferView, SeatsInput } from './seat-offer.dto.js';
import { seatAskedView, seatOfferView } from './seat-offer.view.js';
import { SeatOffersHandler } from './seat-offers.handler.js';

/** Who is asked to sit where somebody does not come. */
@ApiTags('matchmaking events')
@Controller('matchmaking-events/:id/seat-offers')
export class SeatOffersController {
  constructor(
    private readonly events: MatchmakingHandler,
    private readonly entries: RegistrationHandler,
    private readonly handler: SeatOffersHandler,
  ) {}

  @Post()
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({
    summary: 'Somebody does not come: ask a standby and who waits, for each seat, whether they would meet',
    description:
      'Nothing changes until both have said yes; then the meeting is in the plan at once and takes the place of the lost one. Asked again, the next standby is asked about seats that nobody is being asked about. Answers the new offers.',
    answer: SeatOfferView,
    list: true,
  })
  async ask(
    @Param('id') id: string,
    @Body() body: SeatsInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ): Promise<SeatOfferView[]> {
    return orRefuse(await this.handler.ask(id, body, { caller, command })).map(seatOfferView);
  }

  @Get()
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Who has been asked, and what they say; the newest first', answer: SeatOfferView, list: true })
  async list(@Param('id') id: string, @Caller() caller: Principal): Promise<SeatOfferView[]> {
    orRefuse(await this.events.read(id, caller));
    return (await this.handler.of(id)).map(seatOfferView);
  }

  @Post(':offerId/placement')
  @HttpCode(200)
  @Access({ any: ['staff', 'operator'] })
  @Endpoint({ summary: 'Put the two into the plan without waiting for their answers', answer: SeatOfferView })
  async place(
    @Param('id') id: string,
    @Param('offerId') offerId: string,
    @Caller() caller: Principal,
    @Once() command: Command,
  ): Promise<SeatOfferView> {
    return seatOfferView(orRefuse(await this.handler.place(id, offerId, { caller, command })));
  }

  @Post(':offerId/answer')
  @HttpCode(200)
  @Access({ own: ['sme', 'leader'] })
  @Endpoint({
    summary: 'Say whether my organisation takes a meeting that it is asked for',
    description: 'The second yes puts it into the plan: the answer says whether it is there (`placed`).',
    answer: SeatAskedView,
  })
  async answer(
    @Param('id') id: string,
    @Param('offerId') offerId: string,
    @Body() body: SeatAnswerInput,
    @Caller() caller: Principal,
    @Once() command: Command,
  ): Promise<SeatAskedView> {
    const own = orRefuse(await this.entries.own(id, caller));
    return seatAskedView(orRefuse(await this.handler.answer(id, offerId, body.yes, { caller, command })), own);
  }
}
