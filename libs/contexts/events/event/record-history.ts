import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type {
  MatchmakingEventData,
  PlanEventData,
  RegistrationEventData,
  ScheduleEventData,
  SeatOfferEventData,
} from '#contracts/matchmaking';
import { TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { InjectCollection } from '#platform/store/collections';
import type { LogEvent } from '#ports/event';
import type { Collection } from '#ports/store/store';
import { MATCHMAKING_HISTORY, type MatchmakingHistoryEntry } from '../events.store.js';

type Told = MatchmakingEventData | RegistrationEventData | ScheduleEventData | PlanEventData | SeatOfferEventData;

/** Keeps who did what at an event: with it, its registrations, schedules and plan. */
@Controller()
export class RecordMatchmakingHistory {
  constructor(@InjectCollection(MATCHMAKING_HISTORY) private readonly history: Collection<MatchmakingHistoryEntry>) {}

  @OnEvents({
    group: 'events.history',
    topics: [TOPICS.matchmaking, TOPICS.registration, TOPICS.schedule, TOPICS.plan, TOPICS.seatOffer],
  })
  async record(@Payload() events: readonly LogEvent<Told>[]): Promise<void> {
    await this.history.insert(events.map((event) => ({ doc: entryOf(event) })));
  }
}

function entryOf({ data, topic, subject, sequence }: LogEvent<Told>) {
  return { id: `${topic}:${subject}:${sequence}`, ...aboutOf(data), ...data.change };
}

function aboutOf(data: Told): Pick<MatchmakingHistoryEntry, 'matchmakingId' | 'organisationName'> {
  if ('matchmaking' in data) return { matchmakingId: data.matchmaking.id };
  if ('plan' in data) return { matchmakingId: data.plan.id };
  if ('seatOffer' in data) return { matchmakingId: data.seatOffer.matchmakingId };
  if ('schedule' in data) return { matchmakingId: data.schedule.matchmakingId };
  const { matchmakingId, organisationName } = data.registration;
  return { matchmakingId, organisationName };
}
