import { EVENTS, TOPICS } from '#contracts/topics';
import type { Deployment } from '#test/e2e/deployment';
import type { Member } from '#test/e2e/people';
import type { Claimed } from './load-claims.js';
import type { Published } from './load-publish.js';
import { inLanes } from './measure.js';
import { type LogRead, type NoticeRead, type ProposalRead, readAll, type SearchRead } from './reading.js';

/** Collects what does not agree; the first of each kind are told in full. */
export class Disagreements {
  readonly told: string[] = [];
  count = 0;

  check(agrees: boolean, sentence: () => string): void {
    if (agrees) return;
    this.count += 1;
    if (this.told.length < 30) this.told.push(sentence());
  }
}

/** Proposal lists of demands against those of firms, notices and streams. Returns all proposals of the demands. */
export async function compareProposals(
  leader: Member,
  published: readonly Published[],
  claimed: readonly Claimed[],
  wrong: Disagreements,
): Promise<ProposalRead[]> {
  const lists = await inLanes(published, 4, ({ id }) => readAll<ProposalRead>(leader.api, `/demands/${id}/proposals`));
  const proposals = lists.flat();
  const firms = new Set(claimed.map((firm) => firm.profileId));
  const pairs = new Set<string>();
  for (const { id, demandId, firmId, reachable, status } of proposals) {
    wrong.check(!pairs.has(`${demandId}/${firmId}`), () => `demand ${demandId} proposes firm ${firmId} twice`);
    pairs.add(`${demandId}/${firmId}`);
    wrong.check(reachable === firms.has(firmId), () => `proposal ${id}: reachable is ${reachable}`);
    wrong.check(status === (firms.has(firmId) ? 'released' : 'proposed'), () => `proposal ${id} is ${status}`);
  }
  await inLanes(claimed, 4, (firm) => compareFirm(firm, proposals, wrong));
  return proposals;
}

async function compareFirm(firm: Claimed, proposals: readonly ProposalRead[], wrong: Disagreements): Promise<void> {
  const { api, organisationName: name } = firm.member;
  const expected = proposals.filter((proposal) => proposal.firmId === firm.profileId).map((proposal) => proposal.id);
  const own = (await readAll<ProposalRead>(api, '/proposals')).map((proposal) => proposal.id);
  wrong.check(same(expected, own), () => `${name}: ${own.length} proposals of its own, ${expected.length} of demands`);
  const told = (await readAll<NoticeRead>(api, '/notices')).filter((notice) => notice.kind === 'proposal.released');
  const about = told.map((notice) => notice.about.id);
  wrong.check(same(expected, about), () => `${name}: ${about.length} notices for ${expected.length} proposals`);
  const heard = firm.heard.map((event) => event.data as NoticeRead).filter((n) => n.kind === 'proposal.released');
  const streamed = heard.map((notice) => notice.about.id);
  wrong.check(same(expected, streamed), () => `${name}: ${streamed.length} in the stream of ${expected.length}`);
}

/** The same ids, each as often. */
function same(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join() === [...b].sort().join();
}

/** Every published demand is found by its title, and the facets count every firm. */
export async function compareSearch(
  { operator }: Deployment,
  published: readonly Published[],
  firms: { readonly total: number; readonly claimed: number },
  wrong: Disagreements,
): Promise<void> {
  await inLanes(published, 4, async ({ id, title }) => {
    const query = `/search/demands?status=published&limit=100&q=${encodeURIComponent(title)}`;
    const { hits } = await operator.get<SearchRead>(query);
    wrong.check(
      hits.some((hit) => hit.id === id),
      () => `search does not find ${title}`,
    );
  });
  const { facets } = await operator.get<SearchRead>('/search/firms?limit=1');
  const counts = Object.fromEntries((facets.claimed ?? []).map(({ value, count }) => [value, count]));
  const { yes = 0, no = 0 } = counts;
  wrong.check(yes + no === firms.total, () => `search counts ${yes + no} firms of ${firms.total}`);
  wrong.check(yes === firms.claimed, () => `search counts ${yes} claimed firms of ${firms.claimed}`);
}

/** A `proposal.released` on the log for each released proposal, the newest state of each, and no dead letters. */
export function compareLog(log: LogRead, proposals: readonly ProposalRead[], wrong: Disagreements): void {
  for (const letter of log.deadLetters) wrong.check(false, () => `dead letter ${letter}`);
  const released = new Map<string, number>();
  for (const { type, subject } of log.all) {
    if (type === EVENTS.proposalReleased) released.set(subject, (released.get(subject) ?? 0) + 1);
  }
  for (const { id, version, releasedAt } of proposals) {
    const newest = log.newest.get(`${TOPICS.proposal}/${id}`)?.sequence;
    wrong.check(newest === version, () => `proposal ${id} is at version ${version}, the log at ${newest}`);
    const wanted = releasedAt ? 1 : 0;
    const found = released.get(id) ?? 0;
    wrong.check(found === wanted, () => `proposal ${id}: ${found} proposal.released on the log, not ${wanted}`);
  }
}
