import type { Decision } from '#platform/store/change';
import { type Act, SYSTEM } from '../act.js';
import type { Engagement, Response } from '../engagement.store.js';
import { decidedResponse } from '../response/response.rules.js';
import { decided } from '../thread/thread.rules.js';
import { nextAlarm } from './alarm.rules.js';

/**
 * One alarm of a thread that is due, in the write that makes it due no more; undefined where none is. `messageAt` is when
 * somebody wrote last: who talks is not stalled. Pure.
 */
export function ringThread(
  thread: Engagement,
  at: string,
  messageAt: string | undefined,
): Decision<Engagement> | undefined {
  const alarm = nextAlarm(thread);
  if (!alarm || alarm.at > at) return undefined;
  const act: Act = { by: SYSTEM, at };
  if (alarm.kind === 'stalled') {
    const isTalked = messageAt !== undefined && messageAt > thread.activeAt;
    // Without an event: nobody has to hear that all is well.
    return isTalked
      ? { doc: decided(thread, { activeAt: messageAt }, 'stall', act).doc }
      : decided(thread, { stalledAt: at }, 'stall', act);
  }
  const due = thread.steps.find(({ kind }) => kind === alarm.step)?.due ?? '';
  const kind = alarm.kind === 'overdue' || due <= at ? 'overrun' : 'remind';
  const told = kind === 'overrun' ? 'overdue' : 'reminder';
  const steps = thread.steps.map((step) => (step.kind === alarm.step ? ({ ...step, told } as const) : step));
  const about = alarm.step ? { step: alarm.step, action: `${kind} ${alarm.step}` } : {};
  return decided(thread, { steps }, kind, act, about);
}

/** The owner of the demand is reminded, once, of a response that it has not decided on. Pure. */
export function ringResponse(response: Response, at: string): Decision<Response> | undefined {
  if (response.dueAt === undefined || response.dueAt > at) return undefined;
  return decidedResponse(response, { waitedAt: at }, 'wait', { by: SYSTEM, at });
}
