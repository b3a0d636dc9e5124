// A firm against many open demands, made of given firms' lines, as ratios against scoring every demand. Processor time.
// npm run build && node dist/test/bench/demands.bench.js firms.jsonl [open demands]

import { quantile, readLines } from '#apps/cli/json-lines';
import { createAnalyser } from '#engines/match/analysis';
import { DemandIndex } from '#engines/match/demand-index';
import { FirmIndex } from '#engines/match/firm-index';
import { demandQuery } from '#engines/match/query';
import { readFirm } from '#engines/match/read-json';
import { RELEVANCE_FLOOR } from '#engines/match/relevance';
import { randomOf } from '#engines/random';

const [firmsFile, count = '100000'] = process.argv.slice(2);
if (!firmsFile) throw new Error('give a file of firms, JSON lines');
const firms = await readLines(firmsFile, readFirm);
const analyser = createAnalyser();
const index = new FirmIndex(analyser);
for (const firm of firms) index.put(firm);

/** The beginning of one line and the end of another make a title; a third line is a requirement. */
const random = randomOf(7);
const texts = firms.flatMap(({ lines }) => lines.map(({ text }) => text));
const one = () => texts[Math.floor(random() * texts.length)]!;
function demand(at: number) {
  const [begins, ends] = [one(), one()];
  const title = begins.slice(0, Math.ceil(begins.length / 2)) + ends.slice(Math.floor(ends.length / 2));
  const requirements = [{ name: one(), must: true }];
  const id = `demand-${at}`;
  return { id, query: demandQuery(analyser, { id, title, requirements, certificates: [], blocked: [] }) };
}
const open = Array.from({ length: Number(count) }, (_, at) => demand(at));

/** Milliseconds of processor time, all threads of this process together. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
const round = (value: number) => Math.round(value * 1_000) / 1_000;
function spread<T>(items: readonly T[], work: (item: T) => unknown) {
  const costs = items.map((item) => cost(() => work(item))).sort((a, b) => a - b);
  return { p50: round(quantile(costs, 0.5)), p95: round(quantile(costs, 0.95)) };
}

const queries = new Map(open.map(({ id, query }) => [id, query]));
const demands = new DemandIndex(index, (id) => RELEVANCE_FLOOR * index.bound(queries.get(id)!));
const opening = cost(() => {
  for (const { id, query } of open) demands.put(id, query);
});
const asked = firms.filter((_, at) => at % 41 === 0).map(({ id }) => id);
const everyDemand = spread(asked.slice(0, 5), (firmId) => open.map(({ query }) => index.score(query, firmId)));
const firstAnswered = cost(() => demands.answeredBy(asked[0]!));
for (const firmId of asked) demands.answeredBy(firmId);
const answered = spread(asked, (firmId) => demands.answeredBy(firmId));
const update = spread(open.slice(0, 1_000), ({ id, query }) => demands.put(id, query));
console.log(
  JSON.stringify(
    {
      ...{ firms: firms.length, openDemands: open.length, openMs: round(opening / open.length) },
      ...{ answered, firstAnsweredMs: round(firstAnswered), updateMs: update },
      timesAsFastAsEveryDemand: round(everyDemand.p50 / answered.p50),
    },
    null,
    2,
  ),
);
