import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import { logEvent } from '#test/kit/makers';
import type { Deployment } from './deployment.js';
import { eventually } from './people.js';

/** The only group that reads what came of meetings. */
export const POISONED = 'insight.meetings';

/** The event of a meeting without what came of it: the group can make nothing of it. */
export const poison = (subject: string): LogEvent =>
  logEvent(TOPICS.meeting, EVENTS.meetingOutcomeGiven, subject, null);

export interface Letter {
  readonly id: string;
  readonly group: string;
  readonly reason: string;
  readonly at: string;
  readonly event: { readonly topic: string; readonly type: string; readonly subject: string; readonly id: string };
}

/** The dead letters, once there are so many of them. */
export function lettersOf(deployment: Deployment, count: number): Promise<Letter[]> {
  return eventually(async () => {
    const { items } = await deployment.operator.get<{ items: Letter[] }>('/operations/dead-letters?limit=100');
    return items.length === count && items;
  });
}

/** Makes the product fail on so many events for good; gives the ids of the letters, oldest first. */
export async function addLetters(deployment: Deployment, count: number): Promise<string[]> {
  await deployment.append(Array.from({ length: count }, (_, at) => poison(`nobody-${at}`)));
  return (await lettersOf(deployment, count)).map(({ id }) => id);
}
