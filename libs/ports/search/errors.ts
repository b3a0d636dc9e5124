type Kind =
  | 'index.unknown'
  | 'index.lost'
  | 'facet.unknown'
  | 'field.unknown'
  | 'range'
  | 'rebuild.running'
  | 'rebuild.over'
  | 'spec';

const sentences: Record<Kind, (index: string, detail: string) => string> = {
  'index.unknown': (index) => `there is no search index ${JSON.stringify(index)}: open it first`,
  'index.lost': (index) => `search index ${index} was deleted or replaced: open it again and fill it from its position`,
  'facet.unknown': (index, facet) => `search index ${index} has no facet ${JSON.stringify(facet)}`,
  'field.unknown': (index, field) => `search index ${index} has no text field ${JSON.stringify(field)}`,
  range: (index, detail) => `search in ${index}: ${detail}`,
  'rebuild.running': (index) => `search index ${index} is being rebuilt already`,
  'rebuild.over': (index) => `this rebuild of search index ${index} was published or abandoned`,
  spec: (index, detail) => `search index ${index}: ${detail}`,
};

/**
 * An error with the code `search.<kind>`: a programming error of the caller, but for `search.index.lost`, after which
 * the feeder opens the index again and goes on from the position that it finds.
 */
export function searchError(kind: Kind, index: string, detail = ''): Error & { code: string } {
  return Object.assign(new Error(sentences[kind](index, detail)), { code: `search.${kind}` });
}
