type Kind = 'index.unknown' | 'facet.unknown' | 'field.unknown' | 'range' | 'rebuild.running' | 'rebuild.over' | 'spec';

const sentences: Record<Kind, (index: string, detail: string) => string> = {
  'index.unknown': (index) => `there is no search index ${JSON.stringify(index)}: open it first`,
  'facet.unknown': (index, facet) => `search index ${index} has no facet ${JSON.stringify(facet)}`,
  'field.unknown': (index, field) => `search index ${index} has no text field ${JSON.stringify(field)}`,
  range: (index, detail) => `search in ${index}: ${detail}`,
  'rebuild.running': (index) => `search index ${index} is being rebuilt already`,
  'rebuild.over': (index) => `this rebuild of search index ${index} was published or abandoned`,
  spec: (index, detail) => `search index ${index}: ${detail}`,
};

/** A programming error of the caller, with the code `search.<kind>`. */
export function searchError(kind: Kind, index: string, detail = ''): Error & { code: string } {
  return Object.assign(new Error(sentences[kind](index, detail)), { code: `search.${kind}` });
}
