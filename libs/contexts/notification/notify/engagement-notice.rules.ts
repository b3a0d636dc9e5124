import type { ResponseEventData } from '#contracts/engagement';
import type { NoticeKind } from '#contracts/notice';
import { EVENTS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import type { ToTell } from './to-tell.js';

/** Who hears of responses: what one side does, the other is told. */
export const ENGAGEMENT_RULES: Readonly<Record<string, (event: LogEvent) => ToTell>> = {
  [EVENTS.responseSubmitted]: (event) => aboutResponse('response.submitted', 'leader', event),
  [EVENTS.responseWithdrawn]: (event) => aboutResponse('response.withdrawn', 'leader', event),
  [EVENTS.responseAnswered]: (event) => aboutResponse('response.answered', 'leader', event),
  [EVENTS.responseAsked]: (event) => aboutResponse('response.asked', 'firm', event),
  [EVENTS.responseShortlisted]: (event) => aboutResponse('response.shortlisted', 'firm', event),
  [EVENTS.responseRejected]: (event) => aboutResponse('response.rejected', 'firm', event),
  [EVENTS.responseChosen]: (event) => aboutResponse('response.chosen', 'firm', event),
};

function aboutResponse(kind: NoticeKind, side: 'leader' | 'firm', { data }: LogEvent): ToTell {
  const { response, change } = data as ResponseEventData;
  const { id, ownerId, organisationId, demandTitle: title, firmName, ownerName = '', rejection } = response;
  const note = change.note === rejection?.reason ? '' : (change.note ?? '');
  return {
    kind,
    to: { organisation: side === 'leader' ? ownerId : organisationId },
    about: { type: 'response', id },
    params: { title, firmName, ownerName, note, ...(rejection ? { reason: rejection.reason } : {}) },
  };
}
