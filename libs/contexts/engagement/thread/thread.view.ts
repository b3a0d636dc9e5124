import { type DemandState, type Disclosure, viewDemand } from '#contracts/demand';
import type { Party } from '#contracts/engagement';
import { isStaff, type Principal } from '#platform/access/access';
import type { Engagement, Message } from '../engagement.store.js';
import type { EngagementView, MessageView } from './thread.dto.js';
import { engagementState, isUnderNda } from './thread.rules.js';

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

/** A thread with the demand as the caller may see it: the NDA opens the firm what is kept for after it. */
export function wholeView(thread: Engagement, demand: DemandState | undefined, caller: Principal): EngagementView {
  const ofFirm: Disclosure = isUnderNda(thread) ? 'nda' : 'matched';
  const level = partyOf(thread, caller) === 'firm' ? ofFirm : 'owner';
  return { ...engagementView(thread), ...(demand ? { demand: viewDemand(demand, level) } : {}) };
}

export function messageView({ id, at, byName, side, text }: Message): MessageView {
  return { id, at, byName, side, text };
}
