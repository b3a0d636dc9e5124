import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Instance } from '#engines/schedule/types';
import { ANONYMOUS } from '#platform/access/access';
import { ok, type Result } from '#platform/errors/errors';
import type { Collection } from '#ports/store/store';
import { eventually } from '#test/e2e/people';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { makeInstance } from '#test/kit/schedule-instances';
import {
  MATCHMAKINGS,
  type Matchmaking,
  OUTCOMES,
  PLANS,
  REGISTRATIONS,
  SCHEDULES,
  type Schedule,
} from '../events.store.js';
import { KNOWN_DEMANDS, KNOWN_MATCHES, KNOWN_ORGANISATIONS } from '../known/known.store.js';
import { KnownThings } from '../known/known-things.js';
import { type Gathered, GatherGrounds } from './gather.js';
import { RunSchedules } from './run-schedules.js';

/** Takes many times longer than a stop needs to be heard. */
const LARGE = { leaders: 60, smes: 300, slots: 12, tables: 30, density: 0.35, absent: 0.35, must: 0.02 };
const SMALL = { ...LARGE, leaders: 3, smes: 5, slots: 3, tables: 20 };
const COMMAND = { key: undefined, cause: undefined };

const event: Matchmaking = {
  ...{ id: 'e1', version: 1, title: '活动', phase: 'scheduling', slotMinutes: 20, tables: 20 },
  ...{ sessions: [], breaks: [], programme: [], musts: { leader: 1, sme: 1 } },
  limits: { leader: { min: 0, max: 9 }, sme: { min: 0, max: 9 } },
  createdAt: '2027-01-01T00:00:00.000Z',
  updatedAt: '2027-01-01T00:00:00.000Z',
};

/** The grounds of an event of the wanted size. */
class MadeGrounds extends GatherGrounds {
  instance: Instance = makeInstance(SMALL, 1);

  override async of(): Promise<Result<Gathered>> {
    const nobody = { registrations: [], matches: [], met: new Set<string>(), locked: [], listed: [], plan: undefined };
    return ok({ ...nobody, event, instance: this.instance });
  }
}

let temporary: TemporaryStore;
let schedules: Collection<Schedule>;
let grounds: MadeGrounds;
let running: RunSchedules[];

async function runner(): Promise<RunSchedules> {
  const made = new RunSchedules(schedules, grounds, new FixedClock());
  running.push(made);
  made.onApplicationBootstrap();
  return made;
}

beforeEach(async () => {
  temporary = await TemporaryStore.open();
  const { store } = temporary;
  schedules = await store.collection(SCHEDULES);
  const known = new KnownThings(
    await store.collection(KNOWN_ORGANISATIONS),
    await store.collection(KNOWN_DEMANDS),
    await store.collection(KNOWN_MATCHES),
  );
  grounds = new MadeGrounds(
    await store.collection(MATCHMAKINGS),
    await store.collection(REGISTRATIONS),
    await store.collection(PLANS),
    await store.collection(OUTCOMES),
    known,
  );
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.onApplicationShutdown()));
  await temporary.destroy();
});

const ended = (id: string) =>
  eventually(async () => {
    const schedule = await schedules.get(id);
    return schedule && schedule.status !== 'running' && schedule;
  }, 40_000);

describe('the making of schedules', () => {
  jest.setTimeout(60_000);

  it('is one at a time for an event, and stops when it is told to, with the best so far', async () => {
    grounds.instance = makeInstance(LARGE, 1);
    const runs = await runner();
    const begun = await runs.start('e1', { rounds: 5000 }, ANONYMOUS, COMMAND);
    if (!begun.ok) throw new Error(begun.failure.code);
    const { id } = begun.value;
    expect(await runs.start('e1', {}, ANONYMOUS, COMMAND)).toMatchObject({
      failure: { code: 'matchmaking.schedule_running' },
    });
    const told = await eventually(async () => (await schedules.get(id))?.standing);
    expect(told.score).toBeGreaterThan(0);
    await runs.stop(id, COMMAND);
    const stopped = await ended(id);
    expect(stopped).toMatchObject({ status: 'stopped', restarts: 0 });
    expect(stopped.openKey).toBeUndefined();
    expect(stopped.meetings.length).toBeGreaterThan(50);
    expect(stopped.standing?.upperBound).toBeGreaterThanOrEqual(told.score);
  });

  it('is begun again by another process when the one that made it is gone', async () => {
    const lost: Omit<Schedule, 'version'> = {
      ...{ id: 's1', matchmakingId: 'e1', openKey: 'e1', status: 'running', runner: 'gone' },
      ...{ seed: 1, rounds: 1, restarts: 0, beats: 3, meetings: [] },
      startedAt: '2027-01-01T00:00:00.000Z',
      startedBy: '陈静',
    };
    await schedules.insert([{ doc: lost }]);
    await runner();
    const made = await ended('s1');
    expect(made).toMatchObject({ status: 'done', restarts: 1 });
    expect(made.meetings.length).toBeGreaterThan(0);
  });

  it('goes on in another process after a clean stop in the middle', async () => {
    grounds.instance = makeInstance(LARGE, 1);
    const first = await runner();
    const begun = await first.start('e1', { rounds: 5000 }, ANONYMOUS, COMMAND);
    if (!begun.ok) throw new Error(begun.failure.code);
    await first.onApplicationShutdown();
    expect(await schedules.get(begun.value.id)).toMatchObject({ status: 'running', openKey: 'e1' });
    const second = await runner();
    await eventually(async () => ((await schedules.get(begun.value.id))?.restarts ?? 0) > 0, 30_000);
    await second.stop(begun.value.id, COMMAND);
    expect(await ended(begun.value.id)).toMatchObject({ status: 'stopped', restarts: 1 });
  });
});
