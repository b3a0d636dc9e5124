// How fast and how good the learned ranking is, against MiniSearch and SQLite FTS5 over the same words, in one run:
// npm run build && node dist/test/bench/ranking.bench.js firms.jsonl queries.jsonl
// With a number after the files, the firms are recombined to so many and the ranking is measured alone, on every fourth query.

import Database from 'libsql';
import MiniSearch from 'minisearch';
import { quantile, readLines } from '#apps/cli/json-lines';
import { createAnalyser } from '#engines/match/analysis';
import { type EvaluationQuery, type Metrics, mean, measure } from '#engines/match/evaluate';
import { Candidates } from '#engines/match/rank/candidates';
import { modelData } from '#engines/match/rank/learned/model-data';
import { readModel } from '#engines/match/rank/model';
import { readText } from '#engines/match/rank/rank-text';
import { Ranker } from '#engines/match/rank/ranker';
import { termQuery } from '#engines/match/rank/term-query';
import { TermSearch } from '#engines/match/rank/term-search';
import { View } from '#engines/match/rank/view';
import { readFirm, readQuery } from '#engines/match/read-json';
import { recombinedFirms } from './recombined-firms.js';

const [firmsFile, queriesFile, recombined] = process.argv.slice(2);
if (!firmsFile || !queriesFile) throw new Error('give a file of firms and a file of queries, JSON lines both');
const firms = await readLines(firmsFile, readFirm);
const given = await readLines(queriesFile, readQuery);
const queries = recombined === undefined ? given : given.filter((_, at) => at % 4 === 0);
const analyser = createAnalyser();
const count = Number(recombined ?? firms.length);
const texts = (recombined === undefined ? firms : []).map(({ id, name, lines }) => ({
  id,
  text: [name, ...lines.map(({ text }) => text)].flatMap((text) => analyser.words(text)).join(' '),
}));

type Search = (text: string) => readonly string[];

const ranker = new Ranker(analyser, readModel(modelData));
const [indexed, indexedBy] = [performance.now(), process.cpuUsage()];
for (const firm of recombinedFirms(firms, count)) ranker.put(firm);
const indexSeconds = (performance.now() - indexed) / 1_000;
const indexProcessor = process.cpuUsage(indexedBy);
const indexProcessorSeconds = (indexProcessor.user + indexProcessor.system) / 1_000_000;
const residentMegabytes = process.memoryUsage().rss / 1_000_000;
const candidates = new Candidates(ranker.index);

/** A search with the processor seconds that its index took; the time to cut texts into words is not among them. */
function built(make: () => Search): { readonly search: Search; readonly indexProcessorSeconds: number } {
  const before = process.cpuUsage();
  const search = make();
  const { user, system } = process.cpuUsage(before);
  return { search, indexProcessorSeconds: (user + system) / 1_000_000 };
}

function miniSearch(): Search {
  const words = (text: string) => text.split(' ');
  const index = new MiniSearch({ fields: ['text'], tokenize: words });
  index.addAll(texts);
  return (text) =>
    index
      .search(analyser.words(text).join(' '))
      .slice(0, 50)
      .map(({ id }) => String(id));
}

function sqlite(): Search {
  const database = new Database(':memory:');
  database.exec("CREATE VIRTUAL TABLE firm USING fts5(id UNINDEXED, text, tokenize = 'unicode61')");
  const insert = database.prepare('INSERT INTO firm VALUES (?, ?)');
  database.transaction(() => {
    for (const { id, text } of texts) insert.run(id, text);
  })();
  const select = database.prepare('SELECT id FROM firm WHERE firm MATCH ? ORDER BY bm25(firm) LIMIT 50');
  return (text) => {
    const asked = analyser.words(text).map((word) => `"${word}"`);
    if (asked.length === 0) return [];
    return (select.all(asked.join(' OR ')) as { id: string }[]).map(({ id }) => id);
  };
}

/**
 * Milliseconds a query, after a round to warm up, and what was found where queries have gold. Processor time, a mean, is
 * what ratios are made of: it does not depend on what else the machine does.
 */
function figures(search: Search) {
  for (const { text } of queries.slice(0, 200)) search(text);
  const before = process.cpuUsage();
  const found = queries.map((query: EvaluationQuery) => {
    const asked = performance.now();
    const ids = search(query.text);
    return { query, ids, ms: performance.now() - asked };
  });
  const { user, system } = process.cpuUsage(before);
  const times = found.map(({ ms }) => ms).sort((a, b) => a - b);
  const quality = new Map<string, Metrics[]>();
  for (const { query, ids } of found) {
    const { task = 'all', gold = [] } = query;
    if (gold.length > 0) quality.set(task, [...(quality.get(task) ?? []), measure(ids, gold)]);
  }
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    processorMs: (user + system) / 1_000 / queries.length,
    quality: Object.fromEntries([...quality].map(([task, all]) => [task, mean(all)])),
  };
}

/** What MiniSearch and FTS5 do, by the engine's own words and pairs. */
function byWords(): Search {
  const search = new TermSearch(ranker.index);
  const view = new View();
  return (text) => {
    view.clear(ranker.index.slots);
    search.find(termQuery(ranker.index, candidates.asked(readText(analyser, text)).all), 50, view);
    return Array.from(view.best, ranker.index.id);
  };
}

// The ranking has learned from the given queries: its quality on them flatters, that of the others does not.
const ranking = figures((text) => ranker.rank(text, 50).map(({ id }) => id));
const firstStage = figures((text) => candidates.find(readText(analyser, text)).slots.map(ranker.index.id));
const words = figures(byWords());
const other = (make: () => Search) => {
  const { search, indexProcessorSeconds } = built(make);
  return { indexProcessorSeconds, ...figures(search) };
};
const others = recombined === undefined ? { miniSearch: other(miniSearch), sqliteFts5: other(sqlite) } : undefined;

const updates = firms.slice(0, 500).map((firm) => {
  const started = performance.now();
  ranker.put(firm);
  return performance.now() - started;
});
const round = (value: unknown) => (typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value);
type Figures = ReturnType<typeof figures>;
type Others = NonNullable<typeof others>;
const timesAsFast = ({ processorMs }: Figures, { miniSearch, sqliteFts5 }: Others) => ({
  asMiniSearch: miniSearch.processorMs / processorMs,
  asSqliteFts5: sqliteFts5.processorMs / processorMs,
});
/** By task, how many times the MRR@10 and nDCG@10 of another the ranking has; `learned` are its figures out of fold. */
const timesAsGood = (quality: Readonly<Record<string, Metrics>>) =>
  Object.fromEntries(
    Object.entries(modelData.provenance.figures).flatMap(([task, learned]) => {
      const than = quality[task];
      const times = (of: 'mrr10' | 'ndcg10') => (than ? (learned[of] ?? 0) / than[of] : 0);
      return than ? [[task, { mrr10: times('mrr10'), ndcg10: times('ndcg10') }]] : [];
    }),
  );
const indexing = ({ miniSearch, sqliteFts5 }: Others) => ({
  asMiniSearch: miniSearch.indexProcessorSeconds / indexProcessorSeconds,
  asSqliteFts5: sqliteFts5.indexProcessorSeconds / indexProcessorSeconds,
});
const report = {
  firms: ranker.size,
  queries: queries.length,
  indexSeconds,
  indexProcessorSeconds,
  residentMegabytes,
  updateMs: quantile(
    updates.sort((a, b) => a - b),
    0.5,
  ),
  words,
  firstStage,
  ranking,
  ...others,
  ...(others && {
    timesAsGoodOutOfFold: {
      asMiniSearch: timesAsGood(others.miniSearch.quality),
      asSqliteFts5: timesAsGood(others.sqliteFts5.quality),
    },
    timesAsFast: {
      indexing: indexing(others),
      words: timesAsFast(words, others),
      firstStage: timesAsFast(firstStage, others),
      ranking: timesAsFast(ranking, others),
    },
  }),
};
console.log(JSON.stringify(report, (_, value) => round(value), 2));
