import { parseArgs } from 'node:util';
import type { ApiClient } from '#platform/http/api-client';
import type { Deployment } from '#test/e2e/deployment';
import { addMember, eventually, type Member, settled } from '#test/e2e/people';
import { inLanes, peakMegabytes, report } from './measure.js';
import { Random } from './random.js';

/**
 * A whole event from invitation to report through the API: `npm run soak -- event [--leaders 100] [--smes 1000] [--slots 12]
 * [--tables 60] [--wishes 8] [--rounds 60] [--absent 20]
 * [--seed 1]`. Everybody who is invited comes, says whom it wants to meet and is
 * checked in, but for some who stay away on the day; both sides say of each meeting what came of it. One JSON object with the
 * time of each step.
 */
const { values: options } = parseArgs({
  options: {
    leaders: { type: 'string', default: '100' },
    smes: { type: 'string', default: '1000' },
    slots: { type: 'string', default: '12' },
    tables: { type: 'string', default: '60' },
    wishes: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '60' },
    absent: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const [leaderCount, smeCount, slots, tables] = [options.leaders, options.smes, options.slots, options.tables].map(
  Number,
) as [number, number, number, number];
const random = new Random(Number(options.seed));

const EVENTS = '/matchmaking-events';
const LANES = 8;
const MINUTES = 20;
/** Organisations of one invitation. */
const BATCH = 200;

interface Planned {
  readonly id: string;
  readonly leaderId: string;
  readonly smeId: string;
  readonly cancelled?: string;
}
interface Schedule {
  readonly id: string;
  readonly status: string;
  readonly meetings: number;
  readonly standing?: { readonly score: number; readonly upperBound: number };
}

/** How long each step took. */
class Steps {
  readonly ms: Record<string, number> = {};

  async take<T>(name: string, work: () => Promise<T>): Promise<T> {
    const begun = Date.now();
    const done = await work();
    this.ms[name] = Date.now() - begun;
    return done;
  }
}

function some<T>(all: readonly T[], count: number): T[] {
  const chosen = new Set<T>();
  while (chosen.size < Math.min(count, all.length)) chosen.add(random.pick(all));
  return [...chosen];
}

function addMembers(deployment: Deployment, kind: 'leader' | 'sme', count: number): Promise<Member[]> {
  const names = Array.from({ length: count }, (_, at) => `压测${kind === 'leader' ? '链主' : '企业'} ${at}`);
  return inLanes(names, LANES, (name) => addMember(deployment, kind, name));
}

async function addEvent(staff: ApiClient): Promise<string> {
  // Its first meeting begins in a minute: that it is live is no pretence.
  const start = Math.ceil(Date.now() / 60_000) * 60_000;
  const { id } = await staff.post<{ id: string }>(EVENTS, {
    title: '卡位入链压测专场',
    slotMinutes: MINUTES,
    sessions: [{ from: new Date(start).toISOString(), to: new Date(start + slots * MINUTES * 60_000).toISOString() }],
    tables,
    limits: { leader: { min: 0, max: slots }, sme: { min: 0, max: 4 } },
  });
  return id;
}

async function run(deployment: Deployment) {
  const steps = new Steps();
  const staff = (await addMember(deployment, 'staff', '压测服务中心')).api;
  const [leaders, smes] = await steps.take('accounts', async () => [
    await addMembers(deployment, 'leader', leaderCount),
    await addMembers(deployment, 'sme', smeCount),
  ]);
  await settled(deployment, 600_000);
  const everybody = [...leaders, ...smes];
  const id = await addEvent(staff);
  const move = (to: string, more: object = {}) => staff.post(`${EVENTS}/${id}/phase`, { to, ...more });
  await move('registration');
  await steps.take('invitations', async () => {
    for (let from = 0; from < everybody.length; from += BATCH) {
      const organisations = everybody.slice(from, from + BATCH).map(({ organisationId }) => ({ organisationId }));
      await staff.post(`${EVENTS}/${id}/invitations`, { organisations });
    }
  });
  await steps.take('registrations', () =>
    inLanes(everybody, LANES, ({ api }) => api.post(`${EVENTS}/${id}/registrations`, {})),
  );
  await move('preferences');
  await steps.take('wishes', () =>
    inLanes(everybody, LANES, (one, at) => {
      const others = some(at < leaders.length ? smes : leaders, Number(options.wishes));
      const wishes = others.map(({ organisationId }, place) => ({
        ...{ organisationId, wish: place === 0 ? 'must' : 'would' },
      }));
      return one.api.put(`${EVENTS}/${id}/preferences`, { wishes });
    }),
  );
  await move('scheduling');
  const schedule = await steps.take('schedule', async () => {
    const { id: scheduleId } = await staff.post<Schedule>(`${EVENTS}/${id}/schedules`, {
      ...{ seed: Number(options.seed), rounds: Number(options.rounds) },
    });
    return eventually(
      async () => {
        const made = await staff.get<Schedule>(`${EVENTS}/${id}/schedules/${scheduleId}`);
        return made.status !== 'running' && made;
      },
      1_800_000,
      500,
    );
  });
  await move('provisional', { scheduleId: schedule.id });
  await steps.take('published', () => move('final'));
  await steps.take('told', () => settled(deployment, 600_000));
  const day = await theDay(staff, id, { leaders, smes }, steps);
  const memory = await peakMegabytes(Object.values(deployment.pids)[0] ?? 0);
  const { status, meetings, standing } = schedule;
  return {
    ...{ leaders: leaderCount, smes: smeCount, slots, tables },
    schedule: { status, meetings, ...standing },
    ...day,
    ms: steps.ms,
    memory,
  };
}

/** Check-ins, repairs for those who stay away, outcomes of both sides, the report. */
async function theDay(
  staff: ApiClient,
  id: string,
  { leaders, smes }: { readonly leaders: readonly Member[]; readonly smes: readonly Member[] },
  steps: Steps,
) {
  await staff.post(`${EVENTS}/${id}/phase`, { to: 'live' });
  const away = new Set(some(smes, Number(options.absent)));
  const come = [...leaders, ...smes].filter((one) => !away.has(one));
  await steps.take('checkIns', () =>
    inLanes(come, LANES, async ({ api }) => {
      const { code } = await api.get<{ code: string }>(`${EVENTS}/${id}/registration`);
      return staff.post(`${EVENTS}/${id}/check-ins`, { code });
    }),
  );
  const repairs = { added: 0, moved: 0, cancelled: 0 };
  await steps.take('repairs', async () => {
    for (const { organisationId } of away) {
      const changed = await staff.post<Record<keyof typeof repairs, unknown[]>>(`${EVENTS}/${id}/absences`, {
        organisationId,
      });
      for (const name of ['added', 'moved', 'cancelled'] as const) repairs[name] += changed[name].length;
    }
  });
  const { meetings } = await steps.take('plan', () => staff.get<{ meetings: Planned[] }>(`${EVENTS}/${id}/plan`));
  const held = meetings.filter(({ cancelled }) => cancelled === undefined);
  const apis = new Map([...leaders, ...smes].map(({ organisationId, api }) => [organisationId, api]));
  await steps.take('outcomes', () =>
    inLanes(held, LANES, async ({ id: meetingId, leaderId, smeId }) => {
      const path = `${EVENTS}/${id}/meetings/${meetingId}/outcome`;
      const next = random.chance(0.25) ? { next: 'follow-up' } : {};
      await apis.get(leaderId)?.put(path, { met: true, ...next });
      await apis.get(smeId)?.put(path, { met: true, ...next });
    }),
  );
  await staff.post(`${EVENTS}/${id}/phase`, { to: 'closed' });
  const figures = await steps.take('report', () => staff.get<object>(`${EVENTS}/${id}/report`));
  const { sides } = await steps.take('fairness', () => staff.get<{ sides: object[] }>(`${EVENTS}/${id}/fairness`));
  return { repairs: { absent: away.size, ...repairs }, report: figures, fairness: sides };
}

await report(run);
