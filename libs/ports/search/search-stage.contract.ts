import type { Search, SearchDoc, SearchIndexSpec, SearchQuery, SearchResult, SearchWriter } from '#ports/search/search';

export interface SearchHarness {
  readonly search: Search;
  /** Closes the search and opens it again over the same data; `destroy` then closes the new one. */
  reopen(): Promise<Search>;
  /** Closes and removes everything. */
  destroy(): Promise<void>;
}

const spec: SearchIndexSpec = {
  name: 'firms',
  text: ['name', 'products', 'about'],
  facets: ['region', 'tier', 'industry'],
};

interface Part {
  readonly name?: string;
  readonly products?: readonly string[];
  readonly about?: string;
  readonly facets?: SearchDoc['facets'];
  readonly rank?: number;
}

export function firm(id: string, { name = '', products = [], about = '', facets = {}, rank }: Part): SearchDoc {
  return { id, text: { name, products, about }, facets, show: { id, name }, ...(rank === undefined ? {} : { rank }) };
}

export const unmarked = (text: string) => text.replace(/[\ue000\ue001]/g, '');
/** What stands between the marks. */
export const marks = (text: string) => [...text.matchAll(/\ue000([^\ue000\ue001]+)\ue001/g)].map((match) => match[1]);

/** One open search with the index `firms`, for one test. */
export class Stage {
  private harness!: SearchHarness;
  search!: Search;
  writer!: SearchWriter;

  constructor(private readonly make: () => Promise<SearchHarness>) {}

  async set(): Promise<void> {
    this.harness = await this.make();
    this.search = this.harness.search;
    this.writer = await this.search.open(spec);
  }

  async reopen(): Promise<void> {
    this.search = await this.harness.reopen();
    this.writer = await this.search.open(spec);
  }

  async strike(): Promise<void> {
    await this.harness.destroy();
  }

  put(...docs: SearchDoc[]): Promise<void> {
    return this.writer.apply({ upsert: docs, remove: [], position: 'p' });
  }

  ask(query: Partial<SearchQuery>): Promise<SearchResult> {
    return this.search.query('firms', { limit: 20, ...query });
  }

  async inOrder(query: Partial<SearchQuery>): Promise<string[]> {
    return (await this.ask(query)).hits.map((hit) => hit.id);
  }

  async ids(text: string): Promise<string[]> {
    return (await this.inOrder({ text })).sort();
  }
}
