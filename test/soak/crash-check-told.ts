import { ApiClient } from '#platform/http/api-client';
import type { State } from './crash-check-state.js';
import type { LeaderAccount } from './crash-leader.js';
import type { Ledger } from './crash-ledger.js';
import type { Browser } from './crash-streams.js';
import type { Disagreements } from './disagreements.js';
import { inLanes } from './measure.js';
import { type NoticeRead, type ProposalRead, readAll, type SearchRead } from './reading.js';

/** Everybody who is told of something. */
export interface People {
  readonly staff: readonly { readonly personId: string; readonly token: string; readonly organisationId: string }[];
  readonly leaders: readonly LeaderAccount[];
}

/** Proposals as they stand: one per demand and firm, of the newest version, of what the firm still says. */
export function checkProposals(
  proposals: readonly (ProposalRead & { readonly demand: { readonly version: number } })[],
  state: State,
  wrong: Disagreements,
): void {
  const pairs = new Set<string>();
  for (const { id, demandId, firmId, status, demand, reachable, reasons } of proposals) {
    wrong.check(!pairs.has(`${demandId}/${firmId}`), () => `demand ${demandId} × firm ${firmId} has two proposals`);
    pairs.add(`${demandId}/${firmId}`);
    if (status !== 'released' && status !== 'proposed') continue;
    const doc = state.demands.get(demandId);
    const profile = state.profiles.get(firmId);
    wrong.check(doc?.status === 'published', () => `proposal ${id} is ${status}, its demand ${doc?.status}`);
    const { version } = demand;
    wrong.check(version === doc?.version, () => `proposal ${id} knows demand version ${version} of ${doc?.version}`);
    const claimed = profile?.claimed ?? false;
    wrong.check(reachable === claimed, () => `proposal ${id}: reachable ${reachable}, firm claimed ${claimed}`);
    wrong.check(status === (claimed ? 'released' : 'proposed'), () => `proposal ${id} is ${status}`);
    for (const { text } of reasons.shared) {
      const said = text === undefined || profile?.products.includes(text) || profile?.name === text;
      wrong.check(said === true, () => `proposal ${id} quotes ${text}, the firm says ${profile?.products.join()}`);
    }
  }
}

type Expected = Map<string, number>;

/** Exactly one notice per told event and person. Returns how many there are. */
export async function checkNotices(
  url: string,
  people: People,
  ledger: Ledger,
  state: State,
  proposals: readonly ProposalRead[],
  browsers: readonly Browser[],
  wrong: Disagreements,
): Promise<number> {
  const everybody = [
    ...people.staff.map((person) => ({ ...person, expected: forStaff(state, ledger) })),
    ...people.leaders.map((leader, place) => ({ ...leader, expected: forLeader(place, leader, state, ledger) })),
    ...ledger.firms.map((firm) => ({ ...firm, expected: forFirm(firm, proposals) })),
  ];
  const counts = await inLanes(everybody, 4, async ({ personId, token, organisationId, expected }) => {
    const notices = await readAll<NoticeRead>(new ApiClient(url, token, 'en'), '/notices');
    const found: Expected = new Map();
    for (const { kind, about } of notices) add(found, kind, about.id);
    if (people.staff.some((person) => person.personId === personId)) {
      forgetOwn(found, organisationId);
      forgetOwn(expected, organisationId);
    }
    for (const [what, count] of expected) {
      const is = found.get(what) ?? 0;
      wrong.check(is === count, () => `${personId} has ${is} notices of ${what}, not ${count}`);
    }
    for (const what of found.keys()) wrong.check(expected.has(what), () => `${personId} was told of ${what}`);
    const browser = browsers.find((one) => one.personId === personId);
    if (browser) compareStream(browser, notices, wrong);
    return notices.length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Of the staff's own organisation nobody can say who was there already when it was told of. */
function forgetOwn(counts: Expected, organisationId: string): void {
  for (const kind of ['organisation.registered', 'organisation.decided']) counts.delete(`${kind} ${organisationId}`);
}

function compareStream({ personId, heard }: Browser, notices: readonly NoticeRead[], wrong: Disagreements): void {
  const once = new Set(heard);
  wrong.check(once.size === heard.length, () => `${heard.length - once.size} notices came to ${personId} twice`);
  const missed = notices.filter(({ id }) => !once.has(id));
  wrong.check(missed.length === 0, () => `${missed.length} of ${notices.length} never came to ${personId}`);
}

function add(counts: Expected, kind: string, id: string): void {
  counts.set(`${kind} ${id}`, (counts.get(`${kind} ${id}`) ?? 0) + 1);
}

/** Organisations that were never answered may have been written as well: those that are there count. */
function forStaff(state: State, ledger: Ledger): Expected {
  const counts: Expected = new Map();
  for (const { id } of state.organisations) add(counts, 'organisation.registered', id);
  for (const { claimId } of ledger.firms) add(counts, 'claim.requested', claimId);
  for (const [id, history] of state.histories) {
    for (const { action } of history) if (action === 'submit') add(counts, 'demand.submitted', id);
  }
  return counts;
}

function forLeader(place: number, leader: LeaderAccount, state: State, ledger: Ledger): Expected {
  const counts: Expected = new Map([[`organisation.decided ${leader.organisationId}`, leader.decided]]);
  for (const { id, owner } of ledger.demands) {
    if (owner !== place) continue;
    for (const { action } of state.histories.get(id) ?? []) {
      if (action === 'publish') add(counts, 'demand.published', id);
      if (action === 'return') add(counts, 'demand.returned', id);
    }
  }
  return counts;
}

function forFirm(firm: Ledger['firms'][number], proposals: readonly ProposalRead[]): Expected {
  const counts: Expected = new Map();
  add(counts, 'organisation.decided', firm.organisationId);
  add(counts, 'claim.decided', firm.claimId);
  for (const { id, firmId, releasedAt } of proposals) {
    if (firmId === firm.profileId && releasedAt) add(counts, 'proposal.released', id);
  }
  return counts;
}

/** Search holds the newest state of demands that were ever published, and of every firm. */
export async function checkSearch(
  operator: ApiClient,
  ledger: Ledger,
  state: State,
  most: number,
  wrong: Disagreements,
): Promise<void> {
  const published = ledger.demands.filter(({ id }) =>
    state.histories.get(id)?.some((line) => line.action === 'publish'),
  );
  await inLanes(published.slice(-most), 4, async ({ id, serial }) => {
    const { hits } = await operator.get<SearchRead>(`/search/demands?q=${serial}&limit=5`);
    const doc = state.demands.get(id);
    const show = hits.find((hit) => hit.id === id)?.show;
    const agrees = show?.status === doc?.status && show?.title === doc?.title;
    wrong.check(agrees, () => `search shows ${JSON.stringify(show)} for demand ${id}, ${doc?.title} ${doc?.status}`);
  });
  const firms = [...ledger.firms, ...ledger.imported.values()].slice(0, most);
  const byName = new Map([...state.profiles.values()].map((profile) => [profile.name, profile]));
  await inLanes(firms, 4, async ({ name }) => {
    const profile = byName.get(name);
    const { hits } = await operator.get<SearchRead>(`/search/firms?q=${encodeURIComponent(name)}&limit=20`);
    const show = hits.find((hit) => hit.id === profile?.id)?.show as { products?: string[]; claimed?: boolean };
    const agrees = show?.claimed === profile?.claimed && show?.products?.join() === profile?.products.join();
    wrong.check(agrees, () => `search shows ${JSON.stringify(show)} for ${name}`);
  });
  const { facets } = await operator.get<SearchRead>('/search/firms?limit=1');
  const counted = (facets.claimed ?? []).reduce((sum, { count }) => sum + count, 0);
  wrong.check(counted === state.profiles.size, () => `search counts ${counted} firms of ${state.profiles.size}`);
}
