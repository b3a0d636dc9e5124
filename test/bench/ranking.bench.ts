// How fast the learned ranking is, against MiniSearch and SQLite FTS5 over the same words, in one run:
// npm run build && node dist/test/bench/ranking.bench.js firms.jsonl queries.jsonl

import Database from 'libsql';
import MiniSearch from 'minisearch';
import { quantile, readLines } from '#apps/cli/json-lines';
import { createAnalyser } from '#engines/match/analysis';
import { type EvaluationQuery, mean, measure } from '#engines/match/evaluate';
import { Candidates } from '#engines/match/rank/candidates';
import { modelData } from '#engines/match/rank/learned/model-data';
import { readModel } from '#engines/match/rank/model';
import { readText } from '#engines/match/rank/rank-text';
import { Ranker } from '#engines/match/rank/ranker';
import { readFirm, readQuery } from '#engines/match/read-json';

const [firmsFile, queriesFile] = process.argv.slice(2);
if (!firmsFile || !queriesFile) throw new Error('give a file of firms and a file of queries, JSON lines both');
const firms = await readLines(firmsFile, readFirm);
const queries = await readLines(queriesFile, readQuery);
const analyser = createAnalyser();
const texts = firms.map(({ id, name, lines }) => ({
  id,
  text: [name, ...lines.map(({ text }) => text)].flatMap((text) => analyser.words(text)).join(' '),
}));

type Search = (text: string) => readonly string[];

const ranker = new Ranker(analyser, readModel(modelData));
const indexed = performance.now();
for (const firm of firms) ranker.put(firm);
const indexSeconds = (performance.now() - indexed) / 1_000;
const candidates = new Candidates(ranker.index);

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

/** Milliseconds a query, after a round to warm up, and what was found where queries have gold. */
function figures(search: Search) {
  for (const { text } of queries.slice(0, 200)) search(text);
  const found = queries.map((query: EvaluationQuery) => {
    const asked = performance.now();
    const ids = search(query.text);
    return { query, ids, ms: performance.now() - asked };
  });
  const times = found.map(({ ms }) => ms).sort((a, b) => a - b);
  const metrics = found.flatMap(({ query: { gold = [] }, ids }) => (gold.length > 0 ? [measure(ids, gold)] : []));
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    ...(metrics.length > 0 && { mrr10: mean(metrics).mrr10, recall50: mean(metrics).recall50 }),
  };
}

const ranking = figures((text) => ranker.rank(text, 50).map(({ id }) => id));
const firstStage = figures((text) => candidates.find(readText(analyser, text)).slots.map(ranker.index.id));
const others = { miniSearch: figures(miniSearch()), sqliteFts5: figures(sqlite()) };

const updates = firms.slice(0, 500).map((firm) => {
  const started = performance.now();
  ranker.put(firm);
  return performance.now() - started;
});
const round = (value: unknown) => (typeof value === 'number' ? Math.round(value * 1_000) / 1_000 : value);
const report = {
  firms: firms.length,
  queries: queries.length,
  indexSeconds,
  updateMs: quantile(
    updates.sort((a, b) => a - b),
    0.5,
  ),
  firstStage,
  ranking,
  ...others,
  timesAsFast: {
    asMiniSearch: others.miniSearch.p50 / ranking.p50,
    asSqliteFts5: others.sqliteFts5.p50 / ranking.p50,
  },
};
console.log(JSON.stringify(report, (_, value) => round(value), 2));
