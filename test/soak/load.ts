import { parseArgs } from 'node:util';
import { TOPICS } from '#contracts/topics';
import { rulian } from '#test/e2e/command-line';
import type { Deployment } from '#test/e2e/deployment';
import { addMember, eventually, settled } from '#test/e2e/people';
import { Disagreements } from './disagreements.js';
import { asTitles, readLines } from './lines.js';
import { compareLog, compareProposals, compareSearch } from './load-agreement.js';
import { chooseFirms, claimAll, type Firm, type Query } from './load-claims.js';
import { latencyOf, publishAtOnce, publishSteadily } from './load-publish.js';
import { stagesOf } from './load-stages.js';
import { peakMegabytes, progress, report, secondsSince } from './measure.js';
import { Random } from './random.js';
import { readLog, type SearchRead } from './reading.js';

/**
 * The main path under load: `npm run soak -- load --firms FILE --queries FILE`. Imports the firms with the command line,
 * lets some of them be claimed, publishes demands with the texts of the queries and measures how long a claimed firm
 * waits for its notice: of the first demands, which find processes that have not ranked yet, of the next, one after the
 * other, and of those that come all at once; then checks that proposals, notices, streams, search and log agree. Prints one JSON object; ends
 * with 1 when anything disagrees.
 */
const { values: options } = parseArgs({
  options: {
    firms: { type: 'string' },
    queries: { type: 'string' },
    claims: { type: 'string', default: '500' },
    first: { type: 'string', default: '60' },
    demands: { type: 'string', default: '200' },
    rate: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});

/** `import firms` in a process of its own, as a person runs it. */
async function importFile(deployment: Deployment, file: string) {
  const { code, out, err } = await rulian(deployment.dataDir, ['import', 'firms', file]);
  if (code !== 0) throw new Error(`the import ended with ${code}: ${err}`);
  const report = out.trim().split('\n').at(-1) ?? '';
  return JSON.parse(report) as { rows: number; created: number; firmsPerSecond: number };
}

/** Peak memory by process, MB. */
async function peaks({ pids }: Deployment): Promise<Record<string, number | undefined>> {
  const found = Object.entries(pids).map(async ([name, pid]) => [name, await peakMegabytes(pid)]);
  return Object.fromEntries(await Promise.all(found));
}

async function searched(deployment: Deployment, firms: number): Promise<void> {
  await eventually(async () => {
    const { facets } = await deployment.operator.get<SearchRead>('/search/firms?limit=1');
    return (facets.claimed ?? []).reduce((sum, { count }) => sum + count, 0) >= firms;
  }, 60_000);
}

async function run(deployment: Deployment) {
  const random = new Random(Number(options.seed));
  const firms = await readLines<Firm>(options.firms, 'firms');
  const [first, demands, rate] = [options.first, options.demands, options.rate].map(Number) as [number, number, number];
  const texts = asTitles(await readLines<Query>(options.queries, 'queries'));
  const queries = random.shuffled(texts).slice(0, first + 2 * demands);

  progress(`importing ${firms.length} firms …`);
  const imported = await importFile(deployment, options.firms ?? '');
  const importPeak = await peaks(deployment);
  const importStart = performance.now();
  await settled(deployment, 300_000);
  await searched(deployment, imported.created);
  const catchUp = secondsSince(importStart);

  progress(`claiming ${options.claims} …`);
  const claimStart = performance.now();
  const claimed = await claimAll(deployment, chooseFirms(firms, queries, Number(options.claims), random));
  const claimSeconds = secondsSince(claimStart);
  const leader = await addMember(deployment, 'leader', '负载测试链主集团');
  await settled(deployment);

  progress(`publishing ${first} first, ${demands} steadily, ${demands} at once …`);
  const cold = await publishSteadily(leader, queries.slice(0, first), rate);
  const steady = await publishSteadily(leader, queries.slice(first, first + demands), rate);
  await settled(deployment);
  const burstStart = performance.now();
  const burst = await publishAtOnce(leader, queries.slice(first + demands));
  await settled(deployment);
  const burstSeconds = secondsSince(burstStart);

  progress('comparing …');
  const wrong = new Disagreements();
  const published = [...cold, ...steady, ...burst];
  const proposals = await compareProposals(leader, published, claimed, wrong);
  await compareSearch(deployment, published, { total: imported.created, claimed: claimed.length }, wrong);
  const peak = await peaks(deployment);
  await deployment.stop();
  const log = await readLog(deployment, [TOPICS.proposal, TOPICS.demand, TOPICS.decision]);
  compareLog(log, proposals, wrong);
  const demandOf = new Map(proposals.map((proposal) => [proposal.id, proposal.demandId]));
  return {
    import: { ...imported, peakMegabytes: importPeak, caughtUpSeconds: catchUp },
    claims: { count: claimed.length, seconds: claimSeconds },
    proposals: proposals.length,
    released: proposals.filter((proposal) => proposal.releasedAt).length,
    first: { perSecond: rate, ...latencyOf(cold, claimed, demandOf) },
    steady: { perSecond: rate, ...latencyOf(steady, claimed, demandOf), stages: stagesOf(log.all, steady, claimed) },
    burst: { seconds: burstSeconds, ...latencyOf(burst, claimed, demandOf) },
    peakMegabytes: peak,
    disagreements: wrong.count,
    told: wrong.told,
  };
}

const told = await report(run);
if (told?.disagreements !== 0) process.exitCode = 1;
