import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EngagementEventData } from '#contracts/engagement';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { Collection } from '#ports/store/store';
import { FixedClock } from '#test/kit/clock';
import { TemporaryStore } from '#test/kit/embedded';
import { NOW } from '#test/kit/makers';
import type { Act } from '../act.js';
import { ENGAGEMENTS, type Engagement, MESSAGES, type Message, RESPONSES, type Response } from '../engagement.store.js';
import { EMPTY, submitResponse } from '../response/response.rules.js';
import { closeStep, openThread, planStep } from '../thread/thread.rules.js';
import { RingAlarms } from './ring-alarms.js';

const inDays = (days: number): string => new Date(Date.parse(NOW) + days * 86_400_000).toISOString();
const act: Act = { by: { byId: 'p1', byName: '王敏', side: 'leader' }, at: NOW };

let temporary: TemporaryStore;
let threads: Collection<Engagement>;
let responses: Collection<Response>;
let messages: Collection<Message>;
let clock: FixedClock;
beforeEach(async () => {
  temporary = await TemporaryStore.open();
  threads = await temporary.store.collection(ENGAGEMENTS);
  responses = await temporary.store.collection(RESPONSES);
  messages = await temporary.store.collection(MESSAGES);
  clock = new FixedClock();
});
afterEach(() => temporary.destroy());

const alarms = () => new RingAlarms(threads, responses, messages, clock);
const ringOn = (day: number): Promise<number> => {
  clock.set(inDays(day));
  return alarms().run();
};
const told = async () =>
  (await temporary.events<EngagementEventData>(TOPICS.engagement))
    .filter(({ type }) => type !== EVENTS.engagementOpened)
    .map(({ type, data }) => [type, ...(data.step ? [data.step] : [])]);

async function thread(id = 'o'): Promise<Engagement> {
  const entry = openThread(
    {
      ...{ demandId: 'd', demandTitle: '齿轮', ownerId: 'leader', ownerName: '海岳', organisationId: id },
      ...{ firmName: '甲公司', leader: { id: 'p1', name: '王敏' }, firm: { id: 'p2', name: '李工' } },
    },
    act,
  );
  const [written] = await threads.insert([entry]);
  if (written?.status !== 'done') throw new Error('not new');
  return written.doc;
}

async function change(decision: ReturnType<typeof planStep>): Promise<Engagement> {
  if (!decision.ok) throw new Error(decision.failure.code);
  const written = await threads.save(decision.value.doc);
  if (written.status !== 'done') throw new Error(written.status);
  return written.doc;
}

describe('the alarms of a thread', () => {
  it('are a reminder, then overdue, each once, and come again with a new date', async () => {
    const { id } = await thread();
    expect([await ringOn(4.9), await ringOn(5), await ringOn(5), await ringOn(6.9), await ringOn(7)]).toEqual([
      0, 1, 0, 0, 1,
    ]);
    expect(await told()).toEqual([
      [EVENTS.engagementReminded, 'contact'],
      [EVENTS.engagementOverran, 'contact'],
    ]);
    const late = (await threads.get(id)) as Engagement;
    await change(planStep(late, 'contact', { due: inDays(20) }, { ...act, at: inDays(8) }));
    expect([await ringOn(17.9), await ringOn(18), await ringOn(20)]).toEqual([0, 1, 1]);
  });

  it('skip the reminder when no process ran until it was overdue', async () => {
    await thread();
    expect([await ringOn(9), await ringOn(9)]).toEqual([1, 0]);
    expect(await told()).toEqual([[EVENTS.engagementOverran, 'contact']]);
  });

  it('tell that nothing happens, but not while somebody writes', async () => {
    const open = await thread();
    await change(closeStep(open, 'contact', 'done', {}, act));
    const message = { demandTitle: '齿轮', byName: '李工', side: 'firm', text: '好', to: { organisationId: 'leader' } };
    await messages.insert([{ doc: { id: 'm', engagementId: open.id, at: inDays(10), ...message } as Message }]);
    await ringOn(14);
    expect(await told()).toEqual([]);
    expect([await ringOn(23.9), await ringOn(24), await ringOn(25), await ringOn(38)]).toEqual([0, 1, 0, 1]);
    expect(await told()).toEqual([[EVENTS.engagementStalled], [EVENTS.engagementStalled]]);
  });

  it('are rung once by several processes at once', async () => {
    for (let at = 0; at < 300; at += 1) await thread(`o${at}`);
    clock.set(inDays(8));
    const counts = await Promise.all([1, 2, 3].map(() => alarms().run()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(await told()).toHaveLength(300);
  });
});

it('reminds the owner of a demand of a response that waits, once', async () => {
  const draft: Omit<Response, 'version'> = {
    ...{ id: 'r', demandId: 'd', demandTitle: '齿轮', ownerId: 'leader', organisationId: 'o', firmName: '甲公司' },
    ...{ status: 'draft', ...EMPTY, questions: [], createdAt: NOW, updatedAt: NOW },
  };
  const submitted = submitResponse({ ...draft, version: 1 }, [], act);
  if (!submitted.ok) throw new Error(submitted.failure.code);
  await responses.insert([{ doc: submitted.value.doc }]);
  expect([await ringOn(4.9), await ringOn(5), await ringOn(6), await ringOn(60)]).toEqual([0, 1, 0, 0]);
  expect(await temporary.types(TOPICS.response)).toEqual([EVENTS.responseWaited]);
});
