import { Module } from '@nestjs/common';
import { provideCollection } from '#platform/store/collections';
import { CalendarController } from './calendar/calendar.controller.js';
import { ChangePlanHandler } from './day/change-plan.handler.js';
import { DayController } from './day/day.controller.js';
import { DayHandler } from './day/day.handler.js';
import { PlanChanges } from './day/plan-changes.js';
import { CheckProgramme } from './event/check-programme.js';
import { MatchmakingController } from './event/matchmaking.controller.js';
import { MatchmakingHandler } from './event/matchmaking.handler.js';
import { RecordMatchmakingHistory } from './event/record-history.js';
import {
  MATCHMAKING_HISTORY,
  MATCHMAKINGS,
  OUTCOMES,
  PLANS,
  REGISTRATIONS,
  SCHEDULES,
  SEAT_OFFERS,
} from './events.store.js';
import { KnowOthers } from './known/know-others.js';
import { KNOWN_DEMANDS, KNOWN_MATCHES, KNOWN_ORGANISATIONS } from './known/known.store.js';
import { KnownThings } from './known/known-things.js';
import { RebuildKnownToEvents } from './known/rebuild-known.js';
import { PlaceMeetingsHandler } from './plan/place-meetings.handler.js';
import { PlanController } from './plan/plan.controller.js';
import { PlanHandler } from './plan/plan.handler.js';
import { ReadAgenda } from './plan/read-agenda.js';
import { PreferencesOfEventController } from './preferences/preferences.controller.js';
import { DirectoryController } from './registration/directory.controller.js';
import { Entrants } from './registration/entrants.js';
import { OwnRegistrationsController } from './registration/own-registrations.controller.js';
import { ReadRegistrations } from './registration/read-registrations.js';
import { RegistrationController } from './registration/registration.controller.js';
import { RegistrationHandler } from './registration/registration.handler.js';
import { RemindOfEvents } from './remind/remind-of-events.js';
import { ReportController } from './report/report.controller.js';
import { GatherGrounds } from './scheduling/gather.js';
import { ScheduleQuestions } from './scheduling/questions.js';
import { RunSchedules } from './scheduling/run-schedules.js';
import { ScheduleController } from './scheduling/schedule.controller.js';
import { SeatOffersController } from './seats/seat-offers.controller.js';
import { SeatOffersHandler } from './seats/seat-offers.handler.js';
import { SettleSeats } from './seats/settle-seats.js';
import { ParticipantSheetController } from './sheet/participant-sheet.controller.js';
import { ParticipantSheetHandler } from './sheet/participant-sheet.handler.js';

/** Matchmaking events (卡位入链活动): who comes, whom they want to meet, the schedule, the day. */
@Module({
  controllers: [
    MatchmakingController,
    RegistrationController,
    OwnRegistrationsController,
    DirectoryController,
    ParticipantSheetController,
    PreferencesOfEventController,
    ScheduleController,
    PlanController,
    DayController,
    SeatOffersController,
    CalendarController,
    ReportController,
    RecordMatchmakingHistory,
    KnowOthers,
    RebuildKnownToEvents,
  ],
  providers: [
    provideCollection(MATCHMAKINGS),
    provideCollection(REGISTRATIONS),
    provideCollection(MATCHMAKING_HISTORY),
    provideCollection(SCHEDULES),
    provideCollection(PLANS),
    provideCollection(OUTCOMES),
    provideCollection(SEAT_OFFERS),
    provideCollection(KNOWN_ORGANISATIONS),
    provideCollection(KNOWN_DEMANDS),
    provideCollection(KNOWN_MATCHES),
    CheckProgramme,
    MatchmakingHandler,
    RegistrationHandler,
    ParticipantSheetHandler,
    Entrants,
    KnownThings,
    GatherGrounds,
    ScheduleQuestions,
    RunSchedules,
    PlanHandler,
    ReadAgenda,
    ReadRegistrations,
    PlanChanges,
    PlaceMeetingsHandler,
    ChangePlanHandler,
    SeatOffersHandler,
    SettleSeats,
    RemindOfEvents,
    DayHandler,
  ],
})
export class EventsModule {}
