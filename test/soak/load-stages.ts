import type { ProposalState } from '#contracts/match';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import type { Claimed } from './load-claims.js';
import { heardOf, type Published } from './load-publish.js';
import { type Quantiles, quantiles } from './measure.js';

/** Where the time of a notice goes, ms: how long each step takes, by the times of the events. */
export interface Stages {
  /** From the start of the publishing request to its event. */
  readonly published: Quantiles;
  /** To the first decision, which ranks the firms. */
  readonly decided: Quantiles;
  /** To the proposal that the firm is told of. */
  readonly proposed: Quantiles;
  /** To the notice in its stream. */
  readonly heard: Quantiles;
}

/** `events`: those of demands, decisions and proposals. */
export function stagesOf(
  events: readonly LogEvent[],
  published: readonly Published[],
  claimed: readonly Claimed[],
): Stages {
  const asked = new Map(published.map((demand) => [demand.id, demand.asked]));
  const first = new Map<string, number>();
  const released = new Map<string, LogEvent<ProposalState>>();
  for (const event of events) {
    const key = `${event.topic}/${event.subject}`;
    if (event.type === EVENTS.proposalReleased) released.set(event.subject, event as LogEvent<ProposalState>);
    const isStep = event.type === EVENTS.demandPublished || event.type === EVENTS.matchDecided;
    if (isStep && !first.has(key)) first.set(key, timeOf(event));
  }
  const steps = heardOf(claimed).flatMap(({ proposalId, at }) => {
    const proposal = released.get(proposalId);
    const start = proposal && asked.get(proposal.data.demandId);
    if (!proposal || start === undefined) return [];
    const of = (topic: string) => first.get(`${topic}/${proposal.data.demandId}`) ?? Number.NaN;
    const times = [start, of(TOPICS.demand), of(TOPICS.decision), timeOf(proposal), at];
    return [times.slice(1).map((time, step) => time - (times[step] ?? 0))];
  });
  const step = (at: number) => quantiles(steps.map((step) => step[at] ?? Number.NaN));
  return { published: step(0), decided: step(1), proposed: step(2), heard: step(3) };
}

/** On the clock of `performance.now()`. */
const timeOf = ({ time }: LogEvent): number => Date.parse(time) - performance.timeOrigin;
