import type { SearchParams } from 'meilisearch';
import { checkQuery, MOST, mostFrequent } from '#ports/search/checks';
import { searchError } from '#ports/search/errors';
import type { SearchHit, SearchIndexSpec, SearchQuery, SearchResult } from '#ports/search/search';
import { queryBySound, type WordCutter } from '#ports/search/sound';
import { type Connection, codeOf } from './connection.js';
import { markedText } from './marked.js';
import { facetCode, facetValue, halfWidth } from './stored.js';

/** Longest text looked at; the server reads ten words of it. */
const LONGEST_TEXT = 1000;

/** The query was checked against the spec: an index that refuses it is not, or not yet, the one of that spec. */
const LOST = new Set(['index_not_found', 'invalid_search_filter', 'invalid_search_facets', 'invalid_search_sort']);

type Field = string | string[] | undefined;
type Found = { key: string; show: string; _formatted?: Record<string, Field> } & Record<string, Field>;

interface Answer {
  readonly hits: Found[];
  readonly estimatedTotalHits?: number;
  readonly facetDistribution?: Record<string, Record<string, number>>;
}

/**
 * All words first; when no document has them all, all with Chinese by its sound; then as many of the rarer ones as are
 * found together.
 */
export async function ask(
  server: Connection,
  uid: string,
  spec: SearchIndexSpec,
  query: SearchQuery,
  cutter: WordCutter,
): Promise<SearchResult> {
  checkQuery(spec, query);
  const given = query.text?.trim() ?? '';
  const text = words(given);
  const nothing = (given !== '' && text === '') || Object.values(query.filters ?? {}).some((any) => any.length === 0);
  if (nothing) return result(spec, query, { hits: [] });
  const params = paramsOf(spec, query, text === '');
  const strict = await search(server, uid, spec, text, { ...params, matchingStrategy: 'all' });
  if (strict.estimatedTotalHits !== 0 || text === '') return result(spec, query, strict);
  const sounds = queryBySound(text, cutter);
  if (/\p{Script=Han}/u.test(text) && sounds !== '') {
    const bySound = await search(server, uid, spec, sounds, { ...params, matchingStrategy: 'all' });
    if (bySound.estimatedTotalHits !== 0) return result(spec, query, bySound);
  }
  return result(spec, query, await search(server, uid, spec, text, { ...params, matchingStrategy: 'frequency' }));
}

/** Letters and digits only: a quote or a minus would be an operator to the server. */
function words(text: string): string {
  const cut = text.slice(0, LONGEST_TEXT).toWellFormed();
  return halfWidth(cut)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

async function search(
  server: Connection,
  uid: string,
  spec: SearchIndexSpec,
  text: string,
  params: SearchParams,
): Promise<Answer> {
  try {
    return await server.call((client) => client.index<Found>(uid).search(text, params));
  } catch (error) {
    throw LOST.has(codeOf(error) ?? '') ? searchError('index.lost', spec.name) : error;
  }
}

function paramsOf(spec: SearchIndexSpec, query: SearchQuery, byRank: boolean): SearchParams {
  const fields = byRank ? [] : spec.text;
  return {
    limit: query.limit,
    offset: query.offset ?? 0,
    filter: ['position NOT EXISTS', ...filters(query)],
    attributesToRetrieve: ['key', 'show', ...fields.map((field) => `o_${field}`)],
    ...(query.facets?.length ? { facets: query.facets.map((facet) => `f_${facet}`) } : {}),
    ...(byRank
      ? { sort: ['rank:desc'] }
      : {
          attributesToHighlight: fields.map((field) => `t_${field}`),
          highlightPreTag: '\ue000',
          highlightPostTag: '\ue001',
        }),
  };
}

/** No value can end its quotes: {@link facetCode} has neither quotes nor backslashes. */
function filters({ filters: given = {} }: SearchQuery): string[] {
  return Object.entries(given).map(
    ([facet, values]) => `f_${facet} IN [${values.map((value) => `"${facetCode(value)}"`).join(', ')}]`,
  );
}

function result(spec: SearchIndexSpec, { facets = [] }: SearchQuery, answer: Answer): SearchResult {
  const found = answer.estimatedTotalHits ?? 0;
  return {
    hits: answer.hits.map((hit) => hitOf(spec, hit)),
    total: Math.min(found, MOST),
    capped: found > MOST,
    facets: Object.fromEntries(facets.map((facet) => [facet, counts(answer.facetDistribution?.[`f_${facet}`])])),
  };
}

function counts(found: Record<string, number> = {}): { value: string; count: number }[] {
  return mostFrequent(Object.entries(found).map(([code, count]) => ({ value: facetValue(code), count })));
}

function hitOf(spec: SearchIndexSpec, hit: Found): SearchHit {
  const marked: [string, string][] = [];
  for (const field of spec.text) {
    const text = markedText(hit._formatted?.[`t_${field}`], hit[`o_${field}`]);
    if (text !== undefined) marked.push([field, text]);
  }
  return {
    id: JSON.parse(hit.key) as string,
    show: JSON.parse(hit.show) as Record<string, unknown>,
    marked: Object.fromEntries(marked),
  };
}
