import { isStaff, type Principal } from '#platform/access/access';
import type { Language } from '#platform/errors/errors';
import type { EngagementHistoryEntry, Response } from '../engagement.store.js';
import { engagementId } from '../thread/thread.rules.js';
import { type Missing, missingSentence } from './missing.js';
import type { EngagementHistoryView, ResponseView } from './response.dto.js';
import { responseState } from './response.rules.js';

export type Audience = 'firm' | 'leader' | 'staff';

/** As whom the caller may read it; a draft is the firm's alone. */
export function audienceOf(response: Response, caller: Principal): Audience | undefined {
  const own = caller.organisation?.id;
  if (own !== undefined && response.organisationId === own) return 'firm';
  if (response.inbox === undefined) return undefined;
  if (isStaff(caller)) return 'staff';
  return own !== undefined && response.ownerId === own ? 'leader' : undefined;
}

export function responseView(response: Response, language: Language, missing?: readonly Missing[]): ResponseView {
  const { ownerId: _o, region: _r, submittedBy: _s, waitedAt: _w, questions, ...state } = responseState(response);
  const told = missing?.map((one) => ({ ...one, sentence: missingSentence(one, language) }));
  const { status, demandId, organisationId } = state;
  return {
    ...state,
    questions: [...questions],
    ...(told ? { missing: told } : {}),
    ...(status === 'chosen' ? { threadId: engagementId(demandId, organisationId) } : {}),
  } as ResponseView;
}

export function historyView({
  aboutVersion,
  at,
  byName,
  side,
  action,
  note,
}: EngagementHistoryEntry): EngagementHistoryView {
  return { version: aboutVersion, at, byName, side, action, ...(note ? { note } : {}) };
}
