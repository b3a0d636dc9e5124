import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { TOPICS } from '#contracts/topics';
import { rulian } from '#test/e2e/command-line';
import type { Deployment } from '#test/e2e/deployment';
import { addMember, eventually, settled } from '#test/e2e/people';
import { Disagreements } from './disagreements.js';
import { compareLog, compareProposals, compareSearch } from './load-agreement.js';
import { chooseFirms, claimAll, type Firm, type Query } from './load-claims.js';
import { latencyOf, publishAtOnce, publishSteadily } from './load-publish.js';
import { peakMegabytes, report } from './measure.js';
import { Random } from './random.js';
import { readLog, type SearchRead } from './reading.js';

/**
 * The main path under load: `npm run soak -- load --firms FILE --queries FILE`. Imports the firms with the command line,
 * lets some of them be claimed, publishes demands with the texts of the queries and measures how long a claimed firm
 * waits for its notice; then checks that proposals, notices, streams, search and log agree. Prints one JSON object; ends
 * with 1 when anything disagrees.
 */
const { values: options } = parseArgs({
  options: {
    firms: { type: 'string' },
    queries: { type: 'string' },
    claims: { type: 'string', default: '500' },
    demands: { type: 'string', default: '200' },
    rate: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
  },
});

async function readLines<T>(file: string | undefined, what: string): Promise<T[]> {
  if (!file) throw new Error(`--${what} FILE is needed`);
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as T);
}

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

const secondsSince = (start: number): number => Math.round((performance.now() - start) / 100) / 10;
const progress = (text: string): boolean => process.stderr.write(`${text}\n`);

async function run(deployment: Deployment) {
  const random = new Random(Number(options.seed));
  const firms = await readLines<Firm>(options.firms, 'firms');
  const demands = Number(options.demands);
  const texts = (await readLines<Query>(options.queries, 'queries')).filter(
    ({ text }) => text.length >= 4 && text.length <= 120,
  );
  const queries = random.shuffled(texts).slice(0, 2 * demands);

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

  progress(`publishing ${demands} steadily, ${demands} at once …`);
  const steady = await publishSteadily(leader, queries.slice(0, demands), Number(options.rate));
  await settled(deployment);
  const burstStart = performance.now();
  const burst = await publishAtOnce(leader, queries.slice(demands));
  await settled(deployment);
  const burstSeconds = secondsSince(burstStart);

  progress('comparing …');
  const wrong = new Disagreements();
  const published = [...steady, ...burst];
  const proposals = await compareProposals(leader, published, claimed, wrong);
  await compareSearch(deployment, published, { total: imported.created, claimed: claimed.length }, wrong);
  const peak = await peaks(deployment);
  await deployment.stop();
  compareLog(await readLog(deployment, [TOPICS.proposal]), proposals, wrong);
  const demandOf = new Map(proposals.map((proposal) => [proposal.id, proposal.demandId]));
  return {
    import: { ...imported, peakMegabytes: importPeak, caughtUpSeconds: catchUp },
    claims: { count: claimed.length, seconds: claimSeconds },
    proposals: proposals.length,
    released: proposals.filter((proposal) => proposal.releasedAt).length,
    steady: { perSecond: Number(options.rate), ...latencyOf(steady, claimed, demandOf) },
    burst: { seconds: burstSeconds, ...latencyOf(burst, claimed, demandOf) },
    peakMegabytes: peak,
    disagreements: wrong.count,
    told: wrong.told,
  };
}

const told = await report(run);
if (told?.disagreements !== 0) process.exitCode = 1;
