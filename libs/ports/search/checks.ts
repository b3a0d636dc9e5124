import type { SearchDoc, SearchIndexSpec, SearchQuery } from '#ports/search/search';
import { searchError } from './errors.js';

/** A query reaches this many documents at most, and counts no further. */
export const MOST = 1000;
/** Values counted a facet. */
export const FACET_VALUES = 50;

/** Throws `search.range` or `search.facet.unknown`. */
export function checkQuery(spec: SearchIndexSpec, { limit, offset = 0, filters = {}, facets = [] }: SearchQuery): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw searchError('range', spec.name, `limit must be 1 to 100, not ${limit}`);
  }
  if (!Number.isInteger(offset) || offset < 0 || offset > MOST - limit) {
    throw searchError('range', spec.name, `offset must be 0 to ${MOST - limit}, not ${offset}`);
  }
  for (const facet of [...Object.keys(filters), ...facets]) {
    if (!spec.facets.includes(facet)) throw searchError('facet.unknown', spec.name, facet);
  }
}

/** Throws `search.field.unknown` or `search.facet.unknown`. */
export function checkDoc(spec: SearchIndexSpec, doc: SearchDoc): void {
  for (const field of Object.keys(doc.text)) {
    if (!spec.text.includes(field)) throw searchError('field.unknown', spec.name, field);
  }
  for (const facet of Object.keys(doc.facets)) {
    if (!spec.facets.includes(facet)) throw searchError('facet.unknown', spec.name, facet);
  }
}

/** Throws `search.spec`. */
export function checkSpec({ name, text, facets }: SearchIndexSpec): void {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) {
    throw searchError('spec', JSON.stringify(name), 'the name must be snake_case');
  }
  if (text.length === 0 || text.length > 50) throw searchError('spec', name, 'there must be 1 to 50 text fields');
  for (const names of [text, facets]) {
    if (new Set(names).size !== names.length) throw searchError('spec', name, 'a field or facet is there twice');
  }
}

/** Most frequent first, then by value; at most {@link FACET_VALUES}. */
export function mostFrequent<Count extends { readonly value: string; readonly count: number }>(
  counts: readonly Count[],
): Count[] {
  return [...counts]
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0))
    .slice(0, FACET_VALUES);
}
