import { weightOf } from '#engines/schedule/move';
import type { Changed } from '../day/plan-changes.js';
import type { Plan } from '../events.store.js';
import { asMeeting } from '../scheduling/questions.js';
import { organisationsIn } from './organisations-in.js';
import type { PlanChangedView, PlannedMeetingView } from './plan.dto.js';
import { planView } from './plan.view.js';

/** What is other in a plan than before, for staff. */
export function planChangedView({ before, plan, gathered }: Changed): PlanChangedView {
  const { event, registrations, instance } = gathered;
  const held = (one: Plan) => planView({ ...one, cancelled: [] }, event, registrations).meetings;
  const [was, now] = [byId(held(before)), byId(held(plan))];
  const isMoved = (one: PlannedMeetingView) => {
    const old = was.get(one.id);
    return old !== undefined && (old.slot !== one.slot || old.table !== one.table);
  };
  const added = [...now.values()].filter(({ id }) => !was.has(id));
  const moved = [...now.values()].filter(isMoved);
  const cancelled = [...was.values()].filter(({ id }) => !now.has(id));
  const weight = (some: readonly PlannedMeetingView[], { meetings }: Plan) => {
    const ids = new Set(some.map(({ id }) => id));
    return weightOf(instance, meetings.filter(({ id }) => ids.has(id)).map(asMeeting));
  };
  const concerned = organisationsIn([...added, ...moved, ...cancelled]).length;
  const gain = Math.round((weight(added, plan) - weight(cancelled, before)) * 1000) / 1000;
  return { added, moved, cancelled, gain, told: plan.publishedAt ? concerned : 0 };
}

const byId = (meetings: readonly PlannedMeetingView[]) => new Map(meetings.map((one) => [one.id, one]));
