import { parseArgs } from 'node:util';
import { ENGAGEMENTS, type Engagement } from '#contexts/engagement/engagement.store';
import { openThread } from '#contexts/engagement/thread/thread.rules';
import { NOTICES } from '#contexts/notification/notification.store';
import type { EngagementEventData, EngagementStep } from '#contracts/engagement';
import { EVENTS, TOPICS } from '#contracts/topics';
import { SqliteStore } from '#ports/store/sqlite/sqlite-store';
import type { CollectionSpec, Doc } from '#ports/store/store';
import type { Deployment } from '#test/e2e/deployment';
import { addMember, type Member, settled } from '#test/e2e/people';
import { peakMegabytes, quantiles, report, sleep } from './measure.js';
import { readLog } from './reading.js';

/**
 * Deadlines that come due at once: `npm run soak -- deadlines [--deadlines 100000] [--seconds 60] [--pairs 20]`, standalone.
 * Puts threads into the store whose steps are due one after the other within the time, starts the product, kills it in the
 * middle and starts it again; then counts how often each was rung and told, and how late. One JSON object.
 */
const { values: options } = parseArgs({
  options: {
    deadlines: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '60' },
    pairs: { type: 'string', default: '20' },
    lead: { type: 'string', default: '60' },
  },
});
const [count, seconds, pairs] = [Number(options.deadlines), Number(options.seconds), Number(options.pairs)];
const BATCH = 1000;

interface Pair {
  readonly leader: Member;
  readonly firm: Member;
}

/** A thread whose first step is due then, with the reminder told. */
function due(at: string, place: number, { leader, firm }: Pair): Omit<Engagement, 'version'> {
  const opening = {
    ...{ demandId: `d${place}`, demandTitle: `压测需求 ${place}`, ownerId: leader.organisationId, ownerName: '链主' },
    ...{ organisationId: firm.organisationId, firmName: '企业' },
    ...{ leader: { id: leader.personId, name: '王敏' }, firm: { id: firm.personId, name: '李工' } },
  };
  const now = new Date().toISOString();
  const { doc } = openThread(opening, { at: now, by: { byName: '压测', side: 'leader' } });
  const first: EngagementStep = { kind: 'contact', status: 'todo', evidence: [], due: at, told: 'reminder' };
  return { ...doc, steps: [first, ...doc.steps.slice(1)], dueAt: at };
}

async function fill(store: SqliteStore, start: number, all: readonly Pair[]): Promise<void> {
  const threads = await store.collection(ENGAGEMENTS);
  for (let from = 0; from < count; from += BATCH) {
    const docs = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => {
      const place = from + at;
      const when = new Date(start + (place * seconds * 1000) / count).toISOString();
      return { doc: due(when, place, all[place % all.length] as Pair) };
    });
    const written = await threads.insert(docs);
    if (written.some(({ status }) => status !== 'done')) throw new Error('a thread was not written');
  }
}

/** Hands over every document of a collection. */
async function each<T extends Doc>(store: SqliteStore, spec: CollectionSpec<T>, take: (doc: T) => void): Promise<void> {
  const collection = await store.collection(spec);
  let after: string | undefined;
  do {
    const page = await collection.scan({ limit: BATCH, ...(after === undefined ? {} : { after }) });
    page.items.forEach(take);
    after = page.next;
  } while (after !== undefined);
}

async function run(deployment: Deployment) {
  const all: Pair[] = [];
  for (let at = 0; at < pairs; at += 1) {
    const leader = await addMember(deployment, 'leader', `压测链主 ${at}`);
    all.push({ leader, firm: await addMember(deployment, 'sme', `压测企业 ${at}`) });
  }
  await settled(deployment);
  await deployment.stop();
  const start = Date.now() + Number(options.lead) * 1000;
  const before = await SqliteStore.open(deployment.dataDir);
  await fill(before, start, all);
  await before.close();
  const filledMs = Date.now() - (start - Number(options.lead) * 1000);
  await deployment.start();
  const readyBeforeMs = start - Date.now();
  await sleep(start + (seconds * 1000) / 2 - Date.now());
  const killedAt = Date.now();
  await deployment.kill();
  await deployment.start();
  const backAt = Date.now();
  await sleep(start + seconds * 1000 + 5000 - Date.now());
  await settled(deployment, 60 * 60_000);
  const settledMs = Date.now() - start;
  const memory = await peakMegabytes(Object.values(deployment.pids)[0] ?? 0);
  await deployment.stop();
  const counted = await judge(deployment, killedAt, backAt);
  return {
    deadlines: count,
    seconds,
    filledMs,
    readyBeforeMs,
    downMs: backAt - killedAt,
    settledMs,
    memory,
    ...counted,
  };
}

async function judge(deployment: Deployment, killedAt: number, backAt: number) {
  const log = await readLog(deployment, [TOPICS.engagement]);
  const overran = log.all.filter(({ type }) => type === EVENTS.engagementOverran);
  const eventsOf = new Map<string, Set<string>>();
  const late: Record<'running' | 'dueWhileDown', number[]> = { running: [], dueWhileDown: [] };
  for (const { id, subject, time, data } of overran) {
    const known = eventsOf.get(subject);
    eventsOf.set(subject, (known ?? new Set()).add(id));
    if (known) continue;
    const dueAt = Date.parse((data as EngagementEventData).engagement.steps[0]?.due ?? '');
    // A second is the time between two looks.
    const isDown = dueAt > killedAt - 1000 && dueAt < backAt;
    late[isDown ? 'dueWhileDown' : 'running'].push(Date.parse(time) - dueAt);
  }
  const store = await SqliteStore.open(deployment.dataDir);
  const state = { rung: 0, missed: 0, doubled: 0 };
  await each(store, ENGAGEMENTS, ({ version, steps }) => {
    if (steps[0]?.told !== 'overdue') state.missed += 1;
    else if (version === 2) state.rung += 1;
    else state.doubled += 1;
  });
  const told = new Map<string, number>();
  await each(store, NOTICES, ({ kind, about, personId }) => {
    const key = `${about.id} ${personId}`;
    if (kind === 'engagement.overran') told.set(key, (told.get(key) ?? 0) + 1);
  });
  await store.close();
  return {
    ...state,
    events: { told: eventsOf.size, doubled: [...eventsOf.values()].filter((ids) => ids.size > 1).length },
    notices: { told: told.size, doubled: [...told.values()].filter((times) => times > 1).length },
    lateMs: { running: quantiles(late.running), dueWhileDown: quantiles(late.dueWhileDown) },
  };
}

await report(run);
