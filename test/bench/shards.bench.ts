// What firms in shards, each in a thread, bring and cost against one index, in one run:
// npm run build && node dist/test/bench/shards.bench.js firms.jsonl queries.jsonl 2 200000
// with the number of shards and of firms, which are recombined from the given ones. Times are by the clock: the machine must be quiet.

import { availableParallelism } from 'node:os';
import { quantile, readLines } from '#apps/cli/json-lines';
import { createAnalyser } from '#engines/match/analysis';
import { modelData } from '#engines/match/rank/learned/model-data';
import { readModel } from '#engines/match/rank/model';
import { Ranker } from '#engines/match/rank/ranker';
import type { Ranking } from '#engines/match/rank/ranking';
import { ShardedRanker } from '#engines/match/rank/shards/sharded-ranker';
import { readFirm, readQuery } from '#engines/match/read-json';
import { callInLockstep } from '#platform/worker/lockstep';
import { recombinedFirms } from './recombined-firms.js';

const [firmsFile, queriesFile, shardCount, firmCount] = process.argv.slice(2);
if (!firmsFile || !queriesFile) throw new Error('give a file of firms and a file of queries, JSON lines both');
const given = await readLines(firmsFile, readFirm);
const queries = (await readLines(queriesFile, readQuery)).filter((_, at) => at % 4 === 0);
const shards = Number(shardCount ?? 2);
const firms = Number(firmCount ?? given.length);
const analyser = createAnalyser();
const model = readModel(modelData);

function figures(ranking: Ranking) {
  const started = performance.now();
  for (const firm of recombinedFirms(given, firms)) ranking.put(firm);
  ranking.rank(queries[0]?.text ?? '', 1);
  const indexSeconds = (performance.now() - started) / 1_000;
  for (const { text } of queries.slice(0, 100)) ranking.rank(text, 50);
  const lists: string[] = [];
  const times = queries.map(({ text }) => {
    const asked = performance.now();
    const ranked = ranking.rank(text, 50);
    const ms = performance.now() - asked;
    lists.push(JSON.stringify(ranked));
    return ms;
  });
  times.sort((a, b) => a - b);
  const updates = given.slice(0, 200).map((firm) => {
    const asked = performance.now();
    ranking.put(firm);
    ranking.rank('', 1);
    return performance.now() - asked;
  });
  updates.sort((a, b) => a - b);
  const figures = {
    indexSeconds,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    update: quantile(updates, 0.5),
  };
  return { lists, figures };
}

const threads = Array.from({ length: shards }, () =>
  callInLockstep(new URL('../../libs/contexts/matching/index/shard.worker.js', import.meta.url), { dictionary: '' }),
);
const inShards = figures(new ShardedRanker(analyser, model, threads));
await Promise.all(threads.map((thread) => thread.end()));
const inOne = figures(new Ranker(analyser, model));
const ratio = (of: keyof typeof inOne.figures) => inOne.figures[of] / inShards.figures[of];
console.log(
  JSON.stringify(
    {
      ...{ firms, queries: queries.length, shards, processors: availableParallelism() },
      same: inShards.lists.every((list, at) => list === inOne.lists[at]),
      inShards: inShards.figures,
      inOne: inOne.figures,
      timesAsFast: { index: ratio('indexSeconds'), p50: ratio('p50'), p95: ratio('p95') },
    },
    undefined,
    2,
  ),
);
