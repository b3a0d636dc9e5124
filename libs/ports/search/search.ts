/** A public document for people to find. Everything in it may be shown to anybody. */
export interface SearchDoc {
  readonly id: string;
  /** Searched, in order of weight: a hit in the first field counts most. */
  readonly text: Readonly<Record<string, string | readonly string[]>>;
  /** Exact values to filter by and to count. */
  readonly facets: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Numbers to sort by when there is no text in the query, larger first. */
  readonly rank?: number;
  /** Returned as it is with a hit. Public fields only. */
  readonly show: Readonly<Record<string, unknown>>;
}

export interface SearchIndexSpec {
  /** `snake_case`. */
  readonly name: string;
  /** Names and weights of the text fields, heaviest first. */
  readonly text: readonly string[];
  readonly facets: readonly string[];
}

export interface SearchQuery {
  /** What the person typed; Chinese is cut into words, the last word matches as a prefix. Empty: everything by rank. */
  readonly text?: string;
  /** A document must have one of the values for each facet named. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** Facets to count; at most 50 values each, most frequent first. */
  readonly facets?: readonly string[];
  /** 0 to 1000 − limit. */
  readonly offset?: number;
  /** 1 to 100. */
  readonly limit: number;
}

export interface SearchHit {
  readonly id: string;
  readonly show: Readonly<Record<string, unknown>>;
  /** The text fields that were hit, each with the words found between U+E000 and U+E001. */
  readonly marked: Readonly<Record<string, string>>;
}

export interface SearchResult {
  readonly hits: SearchHit[];
  /** Documents that match, counted up to 1000. */
  readonly total: number;
  /** True when there are more than `total` says. */
  readonly capped: boolean;
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
}

/**
 * Where writes to one index go. `position` is the log position that the writes bring the index to; it is stored with
 * them in one step, so that after a crash the feeder goes on exactly there.
 */
export abstract class SearchWriter {
  /** Log position the index stands at; '' for an empty index. */
  abstract position(): Promise<string>;
  /** Applies in order; ids in `remove` that are not there are ignored. Resolves when a query sees it. */
  abstract apply(change: {
    readonly upsert: readonly SearchDoc[];
    readonly remove: readonly string[];
    readonly position: string;
  }): Promise<void>;
}

/**
 * Search for people: tolerant, with facets. Not for matching and never for decisions.
 * `libs/ports/search/search.contract.ts` is the one suite of this port.
 */
export abstract class Search {
  /** Creates the index if it is missing and gives its live writer. */
  abstract open(spec: SearchIndexSpec): Promise<SearchWriter>;

  abstract query(index: string, query: SearchQuery): Promise<SearchResult>;

  /**
   * A fresh, empty index beside the live one. Queries go on reading the live one until `publish` switches in one step;
   * the former index is dropped then. `abandon` drops the fresh one. One rebuild at a time per index.
   */
  abstract rebuild(
    index: string,
  ): Promise<{ writer: SearchWriter; publish(): Promise<void>; abandon(): Promise<void> }>;

  abstract close(): Promise<void>;
}
