import { checkQuery, FACET_VALUES, MOST, mostFrequent } from '#ports/search/checks';
import type { SearchHit, SearchQuery, SearchResult } from '#ports/search/search';
import { type Generation, plainText, type Statements } from './generation.js';
import { mark } from './mark.js';
import { mayBeWrong, wrongLetters } from './near.js';
import { type Cutter, matchExpression, type Word, type WordsOfQuery, wordsOfQuery } from './words.js';

/** Facets are counted over this many documents of those that match, so that a broad query stays quick. */
const FACET_DOCS = 20_000;

/**
 * Words that stand in more documents tell little of one: those that have them in the first field come first, and then the
 * one that ranks highest, not the one that says them most often. To weigh each would take tenths of a second.
 */
const BROAD = 5_000;

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
  /** Those that have all the words in the first field. */
  readonly inFirst?: Matching;
}

export function ask(generation: Generation, sql: Statements, cutter: Cutter, query: SearchQuery): SearchResult {
  checkQuery(generation.spec, query);
  const offset = query.offset ?? 0;
  const { matching, found } = choose(generation, sql, cutter, query);
  const rows = found === 0 ? [] : page(generation, sql, matching, found, query.limit, offset);
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
  const inFirst = byText(generation, query, words.all, 'AND', '{w0 p0} : ');
  const strict = { ...byText(generation, query, words.all, 'AND'), inFirst };
  const found = words.all.length === 0 ? 0 : count(sql, strict, BROAD);
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

function byText(
  generation: Generation,
  query: SearchQuery,
  words: readonly Word[],
  join: 'AND' | 'OR',
  within = '',
): Matching {
  const fts = generation.table('fts');
  const filter = filterSql(generation, query, 'd.rowid');
  return {
    from: `${fts} d`,
    where: `${fts} MATCH ?${filter.sql && ` AND ${filter.sql}`}`,
    order: `bm25(${fts}, ${generation.weights.join(', ')}), d.rowid`,
    bind: [`${within}(${matchExpression(words, join)})`, ...filter.bind],
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

/** How many match; one more than `most` when there are more. */
function count(sql: Statements, matching: Matching, most = MOST): number {
  const text = `SELECT count(*) AS n FROM (${docsOf(matching)} LIMIT ${most + 1})`;
  return sql.all<{ n: number }>(text, ...matching.bind)[0]!.n;
}

interface DocRow {
  readonly id: string;
  readonly text: string;
  readonly show: string;
}

function page(
  generation: Generation,
  sql: Statements,
  matching: Matching,
  found: number,
  limit: number,
  offset: number,
): DocRow[] {
  const { inFirst } = matching;
  const docs =
    found > BROAD && inFirst
      ? broadPage(generation, sql, matching, inFirst, limit, offset)
      : inOrder(sql, matching, limit, offset);
  return docs.map(
    (doc) =>
      sql.all<DocRow>(`SELECT id, text, show FROM ${generation.table('doc')} WHERE doc = ?`, doc)[0] ?? missing(doc),
  );
}

/** By how well they match, or by rank where there are no words. */
function inOrder(sql: Statements, matching: Matching, limit: number, offset: number): number[] {
  const text = `${docsOf(matching)} ORDER BY ${matching.order} LIMIT ? OFFSET ?`;
  return sql.all<{ doc: number }>(text, ...matching.bind, limit, offset).map(({ doc }) => doc);
}

function broadPage(
  generation: Generation,
  sql: Statements,
  all: Matching,
  inFirst: Matching,
  limit: number,
  offset: number,
): number[] {
  const ranked = (some: Matching, but: Matching | undefined, most: number, from: number) =>
    sql
      .all<{ doc: number }>(
        `SELECT doc FROM ${generation.table('doc')} INDEXED BY ${generation.table('doc')}_rank
         WHERE doc IN (${docsOf(some)})${but ? ` AND doc NOT IN (${docsOf(but)})` : ''}
         ORDER BY rank DESC, id LIMIT ? OFFSET ?`,
        ...some.bind,
        ...(but?.bind ?? []),
        most,
        from,
      )
      .map(({ doc }) => doc);
  const firsts = count(sql, inFirst, BROAD);
  if (firsts > BROAD) return ranked(inFirst, undefined, limit, offset);
  const before = offset < firsts ? inOrder(sql, inFirst, limit, offset) : [];
  if (before.length === limit) return before;
  return [...before, ...ranked(all, inFirst, limit - before.length, Math.max(0, offset - firsts))];
}

const docsOf = ({ from, where }: Matching): string => `SELECT d.rowid AS doc FROM ${from} WHERE ${where}`;

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

/** One pass over the matching documents for all facets: their values come as one text, which is quicker than to group rows. */
function countsOf(generation: Generation, sql: Statements, matching: Matching): Count[] {
  const [row] = sql.all<{ ids: string | null }>(
    `SELECT group_concat(v.ids) AS ids FROM (${docsOf(matching)} LIMIT ${FACET_DOCS}) hit
       CROSS JOIN ${generation.table('values')} v ON v.doc = hit.doc`,
    ...matching.bind,
  );
  const counts = new Map<string, number>();
  for (const id of row?.ids?.split(',') ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  const values = sql.all<{ id: number; facet: string; value: string }>(
    `SELECT v.value_id AS id, v.facet, v.value FROM json_each(?) asked CROSS JOIN ${generation.table('value')} v ON v.value_id = asked.value`,
    `[${[...counts.keys()].join(',')}]`,
  );
  return values.map(({ id, facet, value }) => ({ facet, value, count: counts.get(`${id}`) ?? 0 }));
}
