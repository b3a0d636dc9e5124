import { MatchBook } from '#contexts/matching/index/match-book';
import type { DemandEventData, DemandState } from '#contracts/demand';
import type { ProfileState } from '#contracts/profile';
import { EVENTS, TOPICS } from '#contracts/topics';
import { createAnalyser } from '#engines/match/analysis';
import { modelData } from '#engines/match/rank/learned/model-data';
import { readModel } from '#engines/match/rank/model';
import { dayInChina } from '#platform/time/clock';
import type { Deployment } from '#test/e2e/deployment';
import type { State } from './crash-check-state.js';
import type { Disagreements } from './disagreements.js';
import { type LogRead, type ProposalRead, readLog } from './reading.js';

const READ = [TOPICS.demand, TOPICS.profile, TOPICS.proposal, TOPICS.publicDemand, TOPICS.publicFirm];

/** The log has the newest state of everything, no dead letters, and who stands in the upper half of a fresh decision was proposed. */
export async function checkLog(
  deployment: Deployment,
  state: State,
  proposals: readonly ProposalRead[],
  wrong: Disagreements,
): Promise<{ events: number; sentAgain: number; freshPairs: number }> {
  const log = await readLog(deployment, READ);
  for (const letter of log.deadLetters) wrong.check(false, () => `dead letter ${letter}`);
  for (const { id, version } of state.demands.values()) compare(log, TOPICS.demand, id, version, wrong);
  for (const { id, version } of state.profiles.values()) {
    compare(log, TOPICS.profile, id, version, wrong);
    compare(log, TOPICS.publicFirm, id, version, wrong);
  }
  for (const { id, version } of proposals) compare(log, TOPICS.proposal, id, version, wrong);
  const ids = new Set(log.all.map((event) => event.id));
  const sentAgain = log.all.length - ids.size;
  return { events: log.all.length, sentAgain, freshPairs: compareFresh(log, proposals, wrong) };
}

function compare(log: LogRead, topic: string, id: string, version: number, wrong: Disagreements): void {
  const found = log.newest.get(`${topic}/${id}`)?.sequence;
  wrong.check(found === version, () => `${topic} ${id} is at version ${version}, the log at ${found}`);
}

/** Decides every published demand anew on the newest state of all firms. Returns the pairs of demand and firm. */
function compareFresh(log: LogRead, proposals: readonly ProposalRead[], wrong: Disagreements): number {
  const demands: DemandState[] = [];
  const profiles: ProfileState[] = [];
  for (const { topic, type, data } of log.newest.values()) {
    if (topic === TOPICS.demand) demands.push((data as DemandEventData).demand);
    if (topic === TOPICS.profile && type !== EVENTS.profileRemoved) profiles.push(data as ProfileState);
  }
  const published = demands.filter((demand) => demand.status === 'published');
  const book = new MatchBook(createAnalyser(), readModel(modelData));
  book.apply(profiles, [], published);
  const drafts = book.decide(
    published.map((demand) => demand.id),
    dayInChina(new Date()),
  );
  const open = new Map<string, string[]>();
  for (const { demandId, firmName, status } of proposals) {
    if (status === 'released' || status === 'proposed') open.set(demandId, [...(open.get(demandId) ?? []), firmName]);
  }
  let pairs = 0;
  for (const { demand, entries } of drafts) {
    pairs += entries.length;
    // Whom other candidates' changes alone have moved near the end of a list is not decided again: docs/decisions/0017.
    const fresh = entries.slice(0, Math.ceil(entries.length / 2)).map((entry) => entry.firmName);
    const stored = open.get(demand.id) ?? [];
    wrong.check(
      fresh.every((name) => stored.includes(name)),
      () => `demand ${demand.id} (${demand.title}) proposes ${stored}, decided anew the first are ${fresh}`,
    );
  }
  return pairs;
}
