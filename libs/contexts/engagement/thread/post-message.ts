import type { MessageState, Party } from '#contracts/engagement';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { EventDraft } from '#ports/event';
import type { Engagement, Message } from '../engagement.store.js';

interface Post {
  readonly at: string;
  readonly by: { readonly byId?: string; readonly byName: string };
  readonly said: Pick<MessageState, 'text' | 'file' | 'step'>;
}

/** A message of one side, with the event by which the other side and its owner hear of it. Pure. */
export function postedMessage(
  thread: Engagement,
  id: string,
  side: Party,
  { at, by, said }: Post,
): { readonly doc: Omit<Message, 'version'>; readonly events: readonly EventDraft[] } {
  const other = side === 'leader' ? thread.firm : thread.leader;
  const organisationId = side === 'leader' ? thread.organisationId : thread.ownerId;
  const doc: Omit<Message, 'version'> = {
    ...{ id, engagementId: thread.id, demandTitle: thread.demandTitle, at, ...by, side, ...said },
    to: { organisationId, ...(other && !other.gone ? { personId: other.id } : {}) },
  };
  return { doc, events: [{ topic: TOPICS.message, type: EVENTS.messagePosted, time: at, data: doc }] };
}
