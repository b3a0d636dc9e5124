// What one matching process gets through: firms, demands and profile changes of a folder with firms.jsonl and
// queries.jsonl, through log, index, decisions and proposals, on the embedded adapters in a temporary folder.
// Run: node dist/test/bench/matching.bench.js <folder> [demands] [changes]

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHOSEN_LISTS } from '#contexts/matching/chosen/chosen.store';
import { ChosenLists } from '#contexts/matching/chosen/chosen-lists';
import { Curations } from '#contexts/matching/curate/curations';
import { DecideDemands } from '#contexts/matching/decide/decide-demands';
import { DecideWhenDemandOrProfileChanges } from '#contexts/matching/decide/decide-when-demand-or-profile-changes';
import { ExpandDecisionIntoProposals } from '#contexts/matching/expand/expand-decision-into-proposals';
import { MatchIndex } from '#contexts/matching/index/match-index';
import { ALLOWANCES, CURATIONS, DECISIONS, MATCHING_SETTINGS, PROPOSALS } from '#contexts/matching/matching.store';
import { Allowances } from '#contexts/matching/release/allowances';
import type { DecisionState } from '#contracts/match';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import type { LogEvent } from '#ports/event';
import { FixedClock } from '#test/kit/clock';
import { TemporaryHouse } from '#test/kit/embedded';
import { demandEvent, demandState, profileEvent, profileState } from '#test/kit/makers';
import { Random } from '#test/soak/random';

type GivenFirm = Pick<ProfileState, 'id' | 'name' | 'domains' | 'industries' | 'patents'>;

const AT_ONCE = 500;
const [folder = '.', demandCount = '2000', changeCount = '5000'] = process.argv.slice(2);
const lines = <T>(file: string): T[] =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** Times of the calls to the index, which wait for the log and for the index's thread. */
const spent = new Map<string, { calls: number; items: number; ms: number }>();
async function timed<T>(what: string, items: number, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const value = await work();
  const { calls, items: before, ms } = spent.get(what) ?? { calls: 0, items: 0, ms: 0 };
  spent.set(what, { calls: calls + 1, items: before + items, ms: ms + performance.now() - started });
  return value;
}

class TimedIndex extends MatchIndex {
  override decide(...asked: Parameters<MatchIndex['decide']>) {
    return timed('index.decide', asked[0].length, () => super.decide(...asked));
  }
  override affectedBy(ids: readonly string[], on: string) {
    return timed('index.affectedBy', ids.length, () => super.affectedBy(ids, on));
  }
}

const house = await TemporaryHouse.open();
const decisions = await house.store.collection(DECISIONS);
const proposals = await house.store.collection(PROPOSALS);
const allowances = new Allowances(await house.store.collection(ALLOWANCES), { proposalsPerWeek: 5 });
const index = new TimedIndex(house.log);
const clock = new FixedClock();
const curations = new Curations(
  await house.store.collection(CURATIONS),
  await house.store.collection(MATCHING_SETTINGS),
);
const chosen = new ChosenLists(await house.store.collection(CHOSEN_LISTS), clock);
const decider = new DecideDemands(index, decisions, curations, chosen, clock);
const deciding = new DecideWhenDemandOrProfileChanges(decider);
const expanding = new ExpandDecisionIntoProposals(decisions, proposals, decider, allowances, clock);

async function calm(): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await house.store.flushed();
    const behind = (await house.log.lag()).reduce((sum, { events }) => sum + events, 0);
    quiet = behind === 0 ? quiet + 1 : 0;
  }
}

/** Puts the events on the log and waits until everything that follows from them is done. */
async function through(what: string, events: readonly LogEvent[], perSecond = Number.POSITIVE_INFINITY): Promise<void> {
  spent.clear();
  const before = house.published.length;
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const some = Math.min(AT_ONCE, perSecond / 10);
  for (let at = 0; at < events.length; at += some) {
    await house.log.append(events.slice(at, at + some));
    const early = (1000 * at) / perSecond - (performance.now() - started);
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  }
  await calm();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const written = house.published.slice(before);
  const count = (topic: string) => written.filter((event) => event.topic === topic).length;
  console.log(`${what}: ${events.length} in ${Math.round(ms)} ms, ${Math.round((1000 * events.length) / ms)}/s`);
  console.log(
    `  cpu ${Math.round((user + system) / 1000)} ms; written: ${count(TOPICS.decision)} decisions, ${count(TOPICS.proposal)} proposal events`,
  );
  for (const [name, { calls, items, ms }] of spent) {
    console.log(`  ${name}: ${items} in ${calls} calls, ${Math.round(ms)} ms, ${(ms / items).toFixed(2)} ms each`);
  }
}

const random = new Random(1);
const firms = lines<GivenFirm>('firms.jsonl').map((firm) => profileState(firm.id, { ...firm }));
const texts = lines<{ text: string }>('queries.jsonl').map(({ text }) => text);
// There are fewer texts than demands: each further one joins two.
const demands = Array.from({ length: Number(demandCount) }, (_, at) => {
  const first = texts[at % texts.length] ?? '';
  const title = at < texts.length ? first : `${first}，${texts[(at * 7) % texts.length]}`;
  return demandState(`d${at}`, { title });
});
const versions = new Map<string, number>();
/** A firm takes over the patents of another. */
const changes = Array.from({ length: Number(changeCount) }, () => {
  const firm = random.pick(firms);
  const version = (versions.get(firm.id) ?? 1) + 1;
  versions.set(firm.id, version);
  return profileEvent({ ...firm, version, patents: random.pick(firms).patents }, EVENTS.profileChanged);
});

await house.log.subscribe('decide', [TOPICS.demand, TOPICS.profile], (events) => deciding.handle(events), {
  batch: AT_ONCE,
});
await house.log.subscribe(
  'expand',
  [TOPICS.decision],
  (events) => expanding.handle(events as readonly LogEvent<DecisionState>[]),
  { batch: 50 },
);
await through(
  'firms',
  firms.map((firm) => profileEvent(firm)),
);
await through(
  'demands',
  demands.map((demand) => demandEvent(demand)),
);
await through('changed profiles at once', changes.slice(0, changes.length / 2));
await through('changed profiles, 200 a second', changes.slice(changes.length / 2), 200);
await index.onApplicationShutdown();
await house.destroy();
