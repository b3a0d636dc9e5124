import type { Settings } from 'meilisearch';
import { FACET_VALUES, MOST } from '#ports/search/checks';
import type { SearchIndexSpec } from '#ports/search/search';

/** The settings of an index as it should be. */
export function settingsOf({ text, facets }: SearchIndexSpec): Settings {
  const equality = { facetSearch: false, filter: { equality: true, comparison: false } };
  return {
    searchableAttributes: [...text.map((field) => `t_${field}`), 'sounds'],
    filterableAttributes: [
      { attributePatterns: [...facets.map((facet) => `f_${facet}`), 'position'], features: equality },
    ],
    sortableAttributes: ['rank'],
    rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'rank:desc'],
    // One more than may be reached: the server stops counting there, and then there are more.
    pagination: { maxTotalHits: MOST + 1 },
    faceting: { maxValuesPerFacet: FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
    // 16949 is another standard than 16946.
    typoTolerance: { enabled: true, disableOnNumbers: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
    // Short Chinese text without this is taken for Japanese now and then and cut by the other dictionary.
    localizedAttributes: [{ attributePatterns: ['t_*'], locales: ['cmn', 'eng'] }],
    facetSearch: false,
  };
}

/** Whether everything `wanted` says is so in `found`, which may say more. */
export function agrees(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(found) || found.length !== wanted.length) return false;
    return wanted.every((value, i) => agrees(found[i], value));
  }
  if (typeof wanted !== 'object' || wanted === null) return found === wanted;
  if (typeof found !== 'object' || found === null) return false;
  return Object.entries(wanted).every(([key, value]) => agrees((found as Record<string, unknown>)[key], value));
}
