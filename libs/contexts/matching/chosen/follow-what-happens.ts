import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import type { DemandEventData } from '#contracts/demand';
import type { ResponseEventData } from '#contracts/engagement';
import type { ChosenEventData, ProposalState } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import { OnEvents } from '#platform/messaging/on-events';
import { Clock } from '#platform/time/clock';
import type { LogEvent } from '#ports/event';
import { DecideDemands } from '../decide/decide-demands.js';
import { type Happened, type Happening, noteFirm } from './chosen.rules.js';
import { ChosenLists } from './chosen-lists.js';

interface Told extends Happened {
  readonly demandId: string;
  readonly cause: string;
}

/**
 * Moves the lists of chosen firms on: with their demands, with what the firms answer, and with what the owner says to their
 * responses. Whatever moves a list has the demand decided again, from the list's own event: also after a kill in between.
 */
@Controller()
export class FollowWhatHappens {
  constructor(
    private readonly lists: ChosenLists,
    private readonly decider: DecideDemands,
    private readonly clock: Clock,
  ) {}

  @OnEvents({ group: 'matching.chosen-demands', topics: [TOPICS.demand], batch: 200 })
  async demandsChanged(@Payload() events: readonly LogEvent<DemandEventData>[]): Promise<void> {
    const newest = new Map(events.map(({ subject, data }) => [subject, data.demand]));
    const known = await this.lists.of([...newest.keys()]);
    const own = [...newest.values()].filter(({ id, chosen }) => chosen !== undefined || known.has(id));
    await Promise.all(own.map((demand) => this.lists.follow(demand)));
  }

  @OnEvents({ group: 'matching.chosen-answers', topics: [TOPICS.proposal, TOPICS.response], batch: 100 })
  async firmsAnswered(@Payload() events: readonly LogEvent[]): Promise<void> {
    const told = events.flatMap((event) => {
      const happened = happenedIn(event);
      return happened ? [{ ...happened, time: event.time, cause: event.id }] : [];
    });
    const known = await this.lists.of([...new Set(told.map(({ demandId }) => demandId))]);
    // In the order of the events: what a firm said last is what counts.
    for (const each of told) if (known.has(each.demandId)) await this.note(each);
  }

  @OnEvents({ group: 'matching.chosen-lists', topics: [TOPICS.chosen], batch: 100 })
  async listsChanged(@Payload() events: readonly LogEvent<ChosenEventData>[]): Promise<void> {
    await this.decider.decide([...new Set(events.map(({ subject }) => subject))]);
  }

  private async note({ demandId, cause, ...happened }: Told): Promise<void> {
    const at = this.clock.iso();
    const done = await this.lists.change(demandId, (list) => list && noteFirm(list, happened, at), cause);
    if (!done) throw new Error(`the chosen firms of ${demandId} are changed all the time`);
  }
}

const OF_RESPONSE: Readonly<Record<string, Happening>> = {
  [EVENTS.responseSubmitted]: 'answered',
  [EVENTS.responseWithdrawn]: 'withdrew',
  [EVENTS.responseRejected]: 'rejected',
};

type About = Omit<Told, 'time' | 'cause'>;

function happenedIn({ type, topic, data }: LogEvent): About | undefined {
  if (topic === TOPICS.proposal) return happenedToProposal(type, data as ProposalState);
  const { demandId, firmId, rejection } = (data as ResponseEventData).response;
  const what = OF_RESPONSE[type];
  // The end of the demand ends the list as a whole.
  if (!what || firmId === undefined || rejection?.reason === 'demand-over') return undefined;
  return { demandId, firmId, what };
}

function happenedToProposal(type: string, proposal: ProposalState): About | undefined {
  const { demandId, firmId, asked, answer, withdrawnBecause } = proposal;
  if (!asked) return undefined;
  const declined = type === EVENTS.proposalAnswered && answer?.answer === 'declined';
  if (declined) return { demandId, firmId, what: 'declined' };
  const gone = type === EVENTS.proposalWithdrawn && withdrawnBecause === 'fits-no-longer';
  return gone ? { demandId, firmId, what: 'gone' } : undefined;
}
