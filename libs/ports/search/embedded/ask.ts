import { checkQuery, FACET_VALUES, MOST, mostFrequent } from '#ports/search/checks';
import type { SearchHit, SearchQuery, SearchResult } from '#ports/search/search';
import { type Generation, plainText, type Statements } from './generation.js';
import { mark } from './mark.js';
import { mayBeWrong, wrongLetters } from './near.js';
import { type Cutter, matchExpression, type Word, type WordsOfQuery, wordsOfQuery } from './words.js';

/** Facets are counted over this many documents of those that match, so that a broad query stays quick. */
const FACET_DOCS = 20_000;

/** The documents that match, as SQL over the generation's tables. */
interface Matching {
  /** Yields the column `doc`. */
  readonly from: string;
  readonly where: string;
  readonly order: string;
  readonly bind: readonly string[];
  readonly words: readonly Word[];
  /** No text and no filter: the stored counts are the answer. */
  readonly everything: boolean;
}

export function ask(generation: Generation, sql: Statements, cutter: Cutter, query: SearchQuery): SearchResult {
  checkQuery(generation.spec, query);
  const offset = query.offset ?? 0;
  const { matching, found } = choose(generation, sql, cutter, query);
  const rows = found === 0 ? [] : page(generation, sql, matching, query.limit, offset);
  return {
    hits: rows.map((row) => hit(generation, row, matching.words)),
    total: Math.min(found, MOST),
    capped: found > MOST,
    facets: countFacets(generation, sql, found === 0 ? undefined : matching, query.facets ?? []),
  };
}

/** All words first; when no document has them all, words that sound or look alike; then any of them. */
function choose(generation: Generation, sql: Statements, cutter: Cutter, query: SearchQuery) {
  const text = query.text?.trim() ?? '';
  if (text === '') {
    const matching = byRank(generation, query);
    return { matching, found: count(sql, matching) };
  }
  const words = wordsOfQuery(text, cutter);
  const strict = byText(generation, query, words.all, 'AND');
  const found = words.all.length === 0 ? 0 : count(sql, strict);
  if (found > 0) return { matching: strict, found };
  const tolerant = mended(generation, sql, query, words);
  if (tolerant.found > 0 || words.any.length < 2) return tolerant;
  const loose = byText(generation, query, telling(generation, sql, query, words.any), 'OR');
  return { matching: loose, found: count(sql, loose) };
}

/** Chinese by its sound, and in place of Latin words that stand nowhere those that are nearly the same. */
function mended(generation: Generation, sql: Statements, query: SearchQuery, words: WordsOfQuery) {
  const bySound = words.bySound.filter(({ parts }) => parts[0] !== '');
  const near = bySound.map((word) => nearly(generation, sql, word));
  const matching = byText(generation, query, near, 'AND');
  const found = near.length === 0 ? 0 : count(sql, matching);
  const shown = near.flatMap(({ near: terms, ...word }) =>
    terms ? terms.map((term) => ({ parts: [term], han: false, prefix: false })) : [word],
  );
  return { matching: { ...matching, words: shown }, found };
}

/** Most words that are looked for in place of one. */
const MOST_NEAR = 20;

function nearly(generation: Generation, sql: Statements, word: Word): Word {
  const [text = ''] = word.parts;
  const most = word.parts.length === 1 ? mayBeWrong(text) : 0;
  if (most === 0 || count(sql, byText(generation, { limit: 1 }, [word], 'AND')) > 0) return word;
  const first = text[0]!;
  const near = sql
    .all<{ term: string; doc: number }>(
      `SELECT term, doc FROM ${generation.table('term')} WHERE term >= ? AND term < ?`,
      first,
      String.fromCharCode(first.charCodeAt(0) + 1),
    )
    .map(({ term, doc }) => ({ term, doc, wrong: wrongLetters(text, term, word.prefix, most) }))
    .filter(({ wrong }) => wrong <= most)
    .sort((a, b) => a.wrong - b.wrong || b.doc - a.doc)
    .slice(0, MOST_NEAR);
  return near.length > 0 ? { ...word, near: near.map(({ term }) => term) } : word;
}

/** A word that stands in more than a thousand documents (方法, 装置) is no hit by itself where rarer ones are found. */
function telling(generation: Generation, sql: Statements, query: SearchQuery, words: readonly Word[]): readonly Word[] {
  const rare = words.filter((word) => {
    const found = count(sql, byText(generation, query, [word], 'AND'));
    return found > 0 && found <= MOST;
  });
  return rare.length > 0 ? rare : words;
}

function byRank(generation: Generation, query: SearchQuery): Matching {
  const filter = filterSql(generation, query, 'd.doc');
  return {
    from: `${generation.table('doc')} d`,
    where: filter.sql || '1',
    order: 'd.rank DESC, d.id',
    bind: filter.bind,
    words: [],
    everything: filter.sql === '',
  };
}

function byText(generation: Generation, query: SearchQuery, words: readonly Word[], join: 'AND' | 'OR'): Matching {
  const fts = generation.table('fts');
  const filter = filterSql(generation, query, 'd.rowid');
  return {
    from: `${fts} d`,
    where: `${fts} MATCH ?${filter.sql && ` AND ${filter.sql}`}`,
    order: `bm25(${fts}, ${generation.weights.join(', ')}), d.rowid`,
    bind: [matchExpression(words, join), ...filter.bind],
    words,
    everything: false,
  };
}

function filterSql(generation: Generation, { filters = {} }: SearchQuery, doc: string) {
  const parts: string[] = [];
  const bind: string[] = [];
  for (const [facet, values] of Object.entries(filters)) {
    const places = values.map(() => '?').join(', ');
    parts.push(`EXISTS (SELECT 1 FROM ${generation.table('facet')} f WHERE f.doc = ${doc} AND f.value_id IN (
      SELECT value_id FROM ${generation.table('value')} WHERE facet = ? AND value IN (${places})))`);
    bind.push(facet, ...values);
  }
  return { sql: parts.join(' AND '), bind };
}

function count(sql: Statements, { from, where, bind }: Matching): number {
  const text = `SELECT count(*) AS n FROM (SELECT 1 FROM ${from} WHERE ${where} LIMIT ${MOST + 1})`;
  return sql.all<{ n: number }>(text, ...bind)[0]!.n;
}

interface DocRow {
  readonly id: string;
  readonly text: string;
  readonly show: string;
}

function page(generation: Generation, sql: Statements, matching: Matching, limit: number, offset: number): DocRow[] {
  const { from, where, order, bind } = matching;
  const docs = sql.all<{ doc: number }>(
    `SELECT d.rowid AS doc FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...bind,
    limit,
    offset,
  );
  return docs.map(
    ({ doc }) =>
      sql.all<DocRow>(`SELECT id, text, show FROM ${generation.table('doc')} WHERE doc = ?`, doc)[0] ?? missing(doc),
  );
}

function missing(doc: number): never {
  throw new Error(`search index is damaged: document ${doc} has text but no row`);
}

function hit({ spec }: Generation, row: DocRow, words: readonly Word[]): SearchHit {
  const text = JSON.parse(row.text) as Record<string, string | string[]>;
  const marked: [string, string][] = [];
  for (const field of spec.text) {
    const found = words.length === 0 ? undefined : mark(plainText(text[field]), words);
    if (found !== undefined) marked.push([field, found]);
  }
  return { id: row.id, show: JSON.parse(row.show) as Record<string, unknown>, marked: Object.fromEntries(marked) };
}

interface Count {
  readonly facet: string;
  readonly value: string;
  readonly count: number;
}

function countFacets(
  generation: Generation,
  sql: Statements,
  matching: Matching | undefined,
  facets: readonly string[],
): SearchResult['facets'] {
  const counts = new Map<string, Count[]>(facets.map((facet) => [facet, []]));
  if (matching && counts.size > 0) {
    const rows = matching.everything
      ? storedCounts(generation, sql, [...counts.keys()])
      : countsOf(generation, sql, matching);
    for (const row of rows) counts.get(row.facet)?.push(row);
  }
  return Object.fromEntries(
    [...counts].map(([facet, rows]) => [facet, mostFrequent(rows).map(({ value, count: n }) => ({ value, count: n }))]),
  );
}

function storedCounts(generation: Generation, sql: Statements, facets: readonly string[]): Count[] {
  return facets.flatMap((facet) =>
    sql.all<Count>(
      `SELECT facet, value, docs AS count FROM ${generation.table('value')} WHERE facet = ? AND docs > 0
       ORDER BY docs DESC, value LIMIT ${FACET_VALUES}`,
      facet,
    ),
  );
}

/** One pass over the matching documents for all facets. */
function countsOf(generation: Generation, sql: Statements, { from, where, bind }: Matching): Count[] {
  return sql.all<Count>(
    `WITH hit AS MATERIALIZED (SELECT d.rowid AS doc FROM ${from} WHERE ${where} LIMIT ${FACET_DOCS}),
       counted AS MATERIALIZED (
         SELECT f.value_id, count(*) AS count FROM hit CROSS JOIN ${generation.table('facet')} f ON f.doc = hit.doc
         GROUP BY f.value_id)
     SELECT v.facet, v.value, counted.count
       FROM counted CROSS JOIN ${generation.table('value')} v ON v.value_id = counted.value_id`,
    ...bind,
  );
}
