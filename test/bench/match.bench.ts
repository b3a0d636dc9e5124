// How fast the matching index is, as ratios against scoring every firm. Run: node dist/test/bench/match.bench.js [firms]

import { createAnalyser } from '#engines/match/analysis';
import { DemandIndex } from '#engines/match/demand-index';
import { FirmIndex } from '#engines/match/firm-index';
import { makeQuery, type Query } from '#engines/match/query';
import type { MatchFirm } from '#engines/match/types';

const count = Number(process.argv[2] ?? 10_000);
const openDemands = count;

/** Mulberry32: the same firms at every run. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const roll = dice(7);
const syllables = Array.from({ length: 400 }, (_, at) => String.fromCharCode(0x4e00 + at * 37));

/** Few frequent and many rare characters, as in real text. */
const character = () => syllables[Math.floor((roll(20) * roll(400)) / 20)]!;
const statement = (length: number) => Array.from({ length }, character).join('');

function firm(at: number): MatchFirm {
  const lines = Array.from({ length: 3 }, () => ({ field: 'patents' as const, text: statement(12 + roll(12)) }));
  return { id: `f${at}`, name: statement(8), lines, certificates: [] };
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const started = performance.now();
  const value = work();
  return { value, ms: performance.now() - started };
}

function each(queries: readonly Query[], work: (query: Query) => unknown): number {
  return timed(() => queries.map(work)).ms / queries.length;
}

const analyser = createAnalyser();
const firms = Array.from({ length: count }, (_, at) => firm(at));
const analysis = timed(() => {
  for (const { name, lines } of firms)
    for (const text of [name, ...lines.map((line) => line.text)]) analyser.terms(text);
});
const index = new FirmIndex(analyser);
const build = timed(() => {
  for (const one of firms) index.put(one);
});
const queries = Array.from({ length: 200 }, () => makeQuery(analyser, [{ text: statement(16), weight: 1 }]));

const exhaustive = (query: Query) =>
  firms
    .map(({ id }) => ({ id, score: index.score(query, id) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 50);
each(queries.slice(0, 20), (query) => index.topK(query, 50));
const fast = each(queries, (query) => index.topK(query, 50));
const slow = each(queries.slice(0, 20), exhaustive);

const demands = new DemandIndex(index);
const open = timed(() => {
  for (let at = 0; at < openDemands; at += 1) demands.put(`d${at}`, queries[at % queries.length]!);
});
const asked = firms.slice(0, 100);
const reverse = timed(() => asked.map(({ id }) => demands.topK(id, 50))).ms / asked.length;
const every = timed(() => {
  for (let at = 0; at < openDemands; at += 1) index.score(queries[at % queries.length]!, 'f0');
}).ms;

const churn = timed(() => {
  for (const one of firms.slice(0, 1_000)) index.put(one);
}).ms;

const round = (value: number) => Math.round(value * 100) / 100;
console.log(
  JSON.stringify({
    firms: count,
    terms: index.termCount,
    buildMs: round(build.ms),
    buildToAnalysis: round(build.ms / analysis.ms),
    queryMs: round(fast),
    exhaustiveToQuery: round(slow / fast),
    openDemands,
    openMs: round(open.ms),
    topDemandsMs: round(reverse),
    everyDemandToTopDemands: round(every / reverse),
    updateToAdd: round(churn / 1_000 / (build.ms / count)),
  }),
);
