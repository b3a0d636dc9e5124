import type { DemandState, Disclosure } from '#contracts/demand';
import { CIRCLES, viewDemand } from '#contracts/disclosure';
import type { Party } from '#contracts/engagement';
import { isStaff, type Principal } from '#platform/access/access';
import type { Engagement, Message } from '../engagement.store.js';
import type { EngagementView, MessageView } from './thread.dto.js';
import { engagementState, stageOf } from './thread.rules.js';

/** Which side the caller is of, if any. */
export function partyOf(thread: Pick<Engagement, 'ownerId' | 'organisationId'>, caller: Principal): Party | undefined {
  const own = caller.organisation?.id;
  if (own === undefined) return undefined;
  if (thread.ownerId === own) return 'leader';
  return thread.organisationId === own ? 'firm' : undefined;
}

export const mayRead = (thread: Engagement, caller: Principal): boolean =>
  isStaff(caller) || partyOf(thread, caller) !== undefined;

export function engagementView(thread: Engagement): EngagementView {
  const { region: _r, ...state } = engagementState(thread);
  return state as EngagementView;
}

/** As whom, and in which circle, the caller reads the demand of a thread. */
export function circleIn(thread: Engagement, caller: Principal): Disclosure {
  const stage = stageOf(thread, caller.personId);
  const reader = { leader: 'owner', firm: 'firm', none: 'staff' } as const;
  return CIRCLES[reader[partyOf(thread, caller) ?? 'none']][stage];
}

/** A thread with the demand as the caller may see it. */
export function wholeView(thread: Engagement, demand: DemandState | undefined, caller: Principal): EngagementView {
  return {
    ...engagementView(thread),
    ...(demand ? { demand: viewDemand(demand, circleIn(thread, caller)) } : {}),
  };
}

export function messageView({ id, at, byName, side, text, file, step }: Message): MessageView {
  return { id, at, byName, side, text, ...(file ? { file: { ...file } } : {}), ...(step ? { step } : {}) };
}
