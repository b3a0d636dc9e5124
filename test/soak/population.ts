import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Summaries } from '#contexts/insight/funnel/summaries';
import {
  DEMAND_FACTS,
  MEETING_FACTS,
  PROPOSAL_FACTS,
  type ProposalFact,
  RESPONSE_FACTS,
  SUMMARIES,
  THREAD_FACTS,
} from '#contexts/insight/insight.store';
import { PROPOSALS, type Proposal } from '#contexts/matching/matching.store';
import { ApiClient } from '#platform/http/api-client';
import { pagesOf } from '#platform/store/pages';
import { SqliteStore } from '#ports/store/sqlite/sqlite-store';
import type { Collection, Doc } from '#ports/store/store';
import type { Deployment } from '#test/e2e/deployment';
import { addMember, eventually, importFirms, inDays, type Member, settled, signUp } from '#test/e2e/people';
import { asTitles, readLines } from './lines.js';
import type { Query } from './load-claims.js';
import { inLanes, peakMegabytes, progress, type Quantiles, quantiles, report, secondsSince } from './measure.js';
import { Random } from './random.js';

/**
 * How long people wait where there is much: `npm run soak -- population --firms FILE --queries FILE [--many 100000]
 * [--demands 10000] [--proposals 1000000] [--requests 200] [--seed 1]`, standalone. Imports firms recombined from the given
 * ones and publishes the demands, all through the API, so that each has the proposals that matching makes for it; copies
 * these in the store, with other firms, until there are as many as asked, and their figures; then asks for lists,
 * searches and figures, two at a time. One JSON object.
 */
const { values: options } = parseArgs({
  options: {
    firms: { type: 'string' },
    queries: { type: 'string' },
    many: { type: 'string', default: '100000' },
    demands: { type: 'string', default: '10000' },
    proposals: { type: 'string', default: '1000000' },
    requests: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const [many, demands, proposals, requests] = [options.many, options.demands, options.proposals, options.requests].map(
  Number,
) as [number, number, number, number];
const random = new Random(Number(options.seed));
const LEADERS = 20;
const BATCH = 1000;
/** Rows of one import. */
const SHEET = 20_000;

interface Row {
  readonly name: string;
  readonly [field: string]: unknown;
}

/** The given firms, then branches of them that make what another does. */
function* firmsOf(given: readonly Row[]): Generator<Row> {
  for (let at = 0; at < many; at += 1) {
    const row = given[at % given.length] as Row;
    const round = Math.floor(at / given.length);
    if (round === 0) yield row;
    else yield { ...random.pick(given), name: `${row.name}${round}分厂`, id: `${at}`, creditCode: undefined };
  }
}

interface Imported {
  readonly status: string;
  readonly rows: number;
  readonly handled: number;
  readonly created: number;
}

async function importAll(deployment: Deployment, rows: Iterable<Row>): Promise<number> {
  let [created, sheet] = [0, [] as Row[]];
  const send = async () => {
    created += (await importFirms<Imported>(deployment, sheet)).created;
    progress(`${created} firms`);
    sheet = [];
  };
  for (const row of rows) if (sheet.push(row) === SHEET) await send();
  if (sheet.length > 0) await send();
  return created;
}

async function publish(leaders: readonly Member[], queries: readonly Query[]): Promise<void> {
  let published = 0;
  await inLanes(queries, 4, async ({ text }, at) => {
    const { api } = leaders[at % leaders.length] as Member;
    const chain = ['智能家电', '轨道交通', '高端装备', '新能源汽车'][at % 4] ?? '';
    const body = { type: 'breakthrough', title: text, chain, deadline: inDays(60) };
    const { id } = await api.post<{ id: string }>('/demands', body);
    await api.post(`/demands/${id}/submission`);
    published += 1;
    if (published % 1000 === 0) progress(`${published} demands`);
  });
}

async function insert<T extends Doc>(into: Collection<T>, docs: readonly Omit<T, 'version'>[]): Promise<void> {
  const written = await into.insert(docs.map((doc) => ({ doc })));
  if (written.some(({ status }) => status !== 'done')) throw new Error('a document was not written');
}

/** Copies of a proposal for other firms of other organisations, some of them for the firm that will look. */
function copiesOf(proposal: Proposal, count: number, reader: string): Omit<Proposal, 'version'>[] {
  return Array.from({ length: count }, (_, at) => {
    const organisationId = random.below(2000) === 0 ? reader : `organisation-${random.below(20_000)}`;
    const { waiting: _w, waitingKey: _k, inviteKey: _i, version: _v, ...rest } = proposal;
    return {
      ...rest,
      ...{ id: randomUUID(), firmId: randomUUID(), firmName: `${proposal.firmName}${at}`, rank: proposal.rank + at },
      ...{ organisationId, reader: organisationId, status: 'released', releasedAt: proposal.createdAt },
    };
  });
}

const factOf = ({
  id,
  demandId,
  organisationId = '',
  firmName,
  releasedAt = '',
}: Omit<Proposal, 'version'>): Omit<ProposalFact, 'version'> => {
  const answered = random.below(3) === 0;
  const answer = random.pick(['interested', 'declined'] as const);
  return {
    ...{ id, demandId, organisationId, firmName, releasedAt, seen: 1 },
    district: random.pick(['青岛市', '潍坊市', '烟台市', '济南市', '淄博市']),
    ...(answered ? { seenAt: releasedAt, answeredAt: releasedAt, answer } : {}),
  };
};

/** The figures of insight, made as the product makes them. */
async function summariesOf(store: SqliteStore): Promise<Summaries> {
  return new Summaries(
    await store.collection(DEMAND_FACTS),
    await store.collection(PROPOSAL_FACTS),
    await store.collection(RESPONSE_FACTS),
    await store.collection(THREAD_FACTS),
    await store.collection(MEETING_FACTS),
    await store.collection(SUMMARIES),
  );
}

/** Fills proposals, their facts and the figures made of them up to the number asked for. */
async function fill(dataDir: string, reader: string): Promise<number> {
  const store = await SqliteStore.open(dataDir);
  try {
    const [all, facts] = [await store.collection(PROPOSALS), await store.collection(PROPOSAL_FACTS)];
    const real: Proposal[] = [];
    for await (const page of pagesOf(all)) real.push(...page);
    const times = Math.ceil(proposals / real.length) - 1;
    let count = real.length;
    const some = Math.max(1, Math.floor(BATCH / times));
    for (let from = 0; from < real.length; from += some) {
      const copies = real.slice(from, from + some).flatMap((proposal) => copiesOf(proposal, times, reader));
      const made = copies.map(factOf);
      await Promise.all([insert(all, copies), insert(facts, made)]);
      count += copies.length;
      if (from % (100 * some) === 0) progress(`${count} proposals`);
    }
    await (await summariesOf(store)).refreshAll();
    return count;
  } finally {
    await store.close();
  }
}

interface Asked {
  readonly [name: string]: () => Promise<unknown>;
}

/** Each of them as often as asked, in turn, two at a time. */
async function measure(asked: Asked): Promise<Record<string, Quantiles>> {
  const names = Object.keys(asked);
  const took = new Map<string, number[]>(names.map((name) => [name, []]));
  for (const name of names) await asked[name]?.();
  const turns = Array.from({ length: requests }, () => names).flat();
  await inLanes(turns, 2, async (name) => {
    const start = performance.now();
    await asked[name]?.();
    took.get(name)?.push(performance.now() - start);
  });
  return Object.fromEntries([...took].map(([name, values]) => [name, quantiles(values)]));
}

async function run(deployment: Deployment) {
  const given = await readLines<Row>(options.firms, 'firms');
  const texts = asTitles(await readLines<Query>(options.queries, 'queries'));
  const queries = Array.from({ length: demands }, (_, at) => texts[at % texts.length] as Query);
  const importing = performance.now();
  const firms = await importAll(deployment, firmsOf(given));
  await settled(deployment, 30 * 60_000);
  const importSeconds = secondsSince(importing);
  const leaders: Member[] = [];
  for (let at = 0; at < LEADERS; at += 1) leaders.push(await addMember(deployment, 'leader', `压测链主 ${at}`));
  const staff = await addMember(deployment, 'staff', '民营经济局');
  const sme = await signUp(deployment, 'sme', '压测企业');
  await deployment.operator.post(`/organisations/${sme.organisationId}/decisions`, { decision: 'approve' });
  const publishing = performance.now();
  await publish(leaders, queries);
  await settled(deployment, 60 * 60_000);
  const publishSeconds = secondsSince(publishing);
  await deployment.stop();
  const filling = performance.now();
  const filled = await fill(deployment.dataDir, sme.organisationId);
  const fillSeconds = secondsSince(filling);
  const starting = performance.now();
  await deployment.start();
  // Indexes are filled again at each start, and who asks before shares the processor with that.
  await eventually(async () => (await fetch(`${deployment.url}/health/ready`)).ok, 10 * 60_000, 250);
  await settled(deployment, 10 * 60_000);
  const startSeconds = secondsSince(starting);
  // It listens on another port now.
  const again = ({ token }: Member) => new ApiClient(deployment.url, token, 'en');
  const [leader, firm, clerk] = [again(leaders[0] as Member), again(sme), again(staff)];
  const get = (api: ApiClient, path: () => string) => () => api.get(path());
  const own = (await leader.get<{ items: { id: string }[] }>('/demands?limit=100')).items.map(({ id }) => id);
  const told = (await firm.get<{ items: { id: string }[] }>('/proposals?limit=100')).items.map(({ id }) => id);
  const word = () => encodeURIComponent(random.pick(texts).text.slice(0, 2 + random.below(5)));
  const { next = '' } = await firm.get<{ next?: string }>('/proposals?limit=10');
  progress('asking');
  const shown = await measure({
    'own demands': get(leader, () => '/demands?limit=20'),
    'proposals of a demand': get(leader, () => `/demands/${random.pick(own)}/proposals?limit=100`),
    'proposals of a firm': get(firm, () => '/proposals?limit=20'),
    ...(next
      ? { 'a later page of them': get(firm, () => `/proposals?limit=20&cursor=${encodeURIComponent(next)}`) }
      : {}),
    'a proposal': get(firm, () => `/proposals/${random.pick(told)}`),
    'firms to invite': get(clerk, () => '/firms-to-invite?limit=20'),
    'notices of a leader': get(leader, () => '/notices?limit=20'),
    'search of demands': get(firm, () => `/search/demands?q=${word()}`),
    'search of firms': get(clerk, () => `/search/firms?q=${word()}`),
    'hall without words': get(firm, () => '/search/demands'),
    funnel: get(clerk, () => '/insight/funnel?by=chain'),
    'funnel by district': get(clerk, () => '/insight/funnel?by=district'),
    'funnel by leader': get(clerk, () => '/insight/funnel?by=leader'),
    'funnel of a leader': get(leader, () => '/insight/funnel?by=month'),
    'demands behind it': get(clerk, () => '/insight/demands?stage=accepted&limit=20'),
    'cases of a demand': get(leader, () => `/insight/demands/${random.pick(own)}/cases`),
  });
  const worst = Math.max(...Object.values(shown).map(({ p95 }) => p95));
  const pid = deployment.pids.standalone;
  return {
    ...{ firms, demands: queries.length, proposals: filled },
    seconds: { import: importSeconds, publish: publishSeconds, fill: fillSeconds, start: startSeconds },
    ...{
      milliseconds: shown,
      worstP95: worst,
      peakMegabytes: pid === undefined ? undefined : await peakMegabytes(pid),
    },
  };
}

await report(run);
