import { parseArgs } from 'node:util';
import type { ApiClient } from '#platform/http/api-client';
import type { Deployment } from '#test/e2e/deployment';
import { eventually, settled } from '#test/e2e/people';
import { theDay } from './event-day.js';
import { inviteAll, makeWorld, sayWishes } from './event-world.js';
import { inLanes, peakMegabytes, report } from './measure.js';
import { Random } from './random.js';
import { Steps } from './steps.js';

/**
 * A whole event from invitation to report through the API: `npm run soak -- event [--firms FILE --queries FILE] [--leaders 100]
 * [--smes 1000] [--demands 5] [--slots 12] [--tables 60] [--wishes 8] [--silent 0.3] [--rounds 60] [--absent 20]
 * [--calendars 200] [--seed 1]`. With the files firms have profiles and leaders have demands: firms are invited as candidates, wishes
 * name demands, and who says nothing meets by fit. Everybody who is invited comes and is checked in, but for some who stay away on the
 * day; calendars are read by another parser; both sides say of each meeting that has begun what came of it. One JSON object with the time of
 * each step; ends with 1 when a calendar says something else than the agenda, or the report counts other meetings than there were.
 */
const { values: options } = parseArgs({
  options: {
    firms: { type: 'string' },
    queries: { type: 'string' },
    leaders: { type: 'string', default: '100' },
    smes: { type: 'string', default: '1000' },
    demands: { type: 'string', default: '5' },
    slots: { type: 'string', default: '12' },
    tables: { type: 'string', default: '60' },
    wishes: { type: 'string', default: '8' },
    silent: { type: 'string', default: '0.3' },
    rounds: { type: 'string', default: '60' },
    absent: { type: 'string', default: '20' },
    calendars: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const count = (name: 'leaders' | 'smes' | 'demands' | 'slots' | 'tables') => Number(options[name]);
const random = new Random(Number(options.seed));

const EVENTS = '/matchmaking-events';
const LANES = 8;
const MINUTES = 20;

interface Schedule {
  readonly id: string;
  readonly status: string;
  readonly meetings: number;
  readonly standing?: { readonly score: number; readonly upperBound: number };
}

const iso = (time: number): string => new Date(time).toISOString();

async function addEvent(staff: ApiClient): Promise<string> {
  // A quarter of it has begun, so that both sides can say what came of meetings; the rest begins in an hour: seats can be
  // asked about, however slow the machine is.
  const begun = Math.max(1, Math.floor(count('slots') / 4)) * MINUTES * 60_000;
  const now = Math.ceil(Date.now() / 60_000) * 60_000;
  const start = now - begun;
  const to = now + 3_600_000 + count('slots') * MINUTES * 60_000;
  const { id } = await staff.post<{ id: string }>(EVENTS, {
    title: '卡位入链压测专场',
    slotMinutes: MINUTES,
    sessions: [{ from: iso(start), to: iso(to - begun) }],
    breaks: [{ from: iso(now), to: iso(now + 3_600_000) }],
    tables: count('tables'),
    limits: { leader: { min: 0, max: count('slots') }, sme: { min: 0, max: 4 } },
  });
  return id;
}

/** Makes a schedule and waits for it. */
async function schedule(staff: ApiClient, id: string): Promise<Schedule> {
  const asked = { seed: Number(options.seed), rounds: Number(options.rounds) };
  const { id: scheduleId } = await staff.post<Schedule>(`${EVENTS}/${id}/schedules`, asked);
  const look = async () => {
    const made = await staff.get<Schedule>(`${EVENTS}/${id}/schedules/${scheduleId}`);
    return made.status !== 'running' && made;
  };
  return eventually(look, 1_800_000, 500);
}

async function run(deployment: Deployment) {
  const steps = new Steps();
  const { firms, queries } = options;
  const size = { leaders: count('leaders'), smes: count('smes'), demands: count('demands'), firms, queries };
  const world = await makeWorld(deployment, size, random, steps);
  const { staff, leaders, smes, demands } = world;
  const id = await addEvent(staff);
  const move = (to: string, more: object = {}) => staff.post(`${EVENTS}/${id}/phase`, { to, ...more });
  await move('registration');
  const candidates = await inviteAll(world, id, steps);
  await steps.take('registrations', () =>
    inLanes([...leaders, ...smes], LANES, ({ api }) => api.post(`${EVENTS}/${id}/registrations`, {})),
  );
  await move('preferences');
  const say = { wishes: Number(options.wishes), silent: Number(options.silent) };
  const wishes = await sayWishes(world, id, say, random, steps);
  await move('scheduling');
  const made = await steps.take('schedule', () => schedule(staff, id));
  await move('provisional', { scheduleId: made.id });
  await steps.take('published', () => move('final'));
  await steps.take('told', () => settled(deployment, 600_000));
  const sizes = { absent: Number(options.absent), calendars: Number(options.calendars) };
  const day = await theDay(world, id, sizes, random, steps);
  const memory = Object.entries(deployment.pids).map(async ([name, pid]) => [name, await peakMegabytes(pid)]);
  const { status, meetings, standing } = made;
  return {
    ...{ leaders: leaders.length, smes: smes.length, demands, candidates, wishes },
    schedule: { status, meetings, ...standing },
    ...day,
    ms: steps.ms,
    callMs: steps.callMs(),
    peakMegabytes: Object.fromEntries(await Promise.all(memory)),
  };
}

const told = await report(run);
const { met } = (told?.report ?? {}) as { met?: number };
if (told?.calendars.wrong.length !== 0 || met === undefined || met !== told.said) process.exitCode = 1;
