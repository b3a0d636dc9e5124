import { callWorker, type Remote, type WorkerHandle } from '#platform/worker/rpc';
import { Search, type SearchIndexSpec, type SearchQuery, type SearchResult, SearchWriter } from '#ports/search/search';
import type { SearchMethods } from './search.worker.js';
import type { Change, Target } from './search-file.js';

/**
 * Search in one SQLite file (FTS5) for the standalone shape, all of it in one worker thread: calls are answered one
 * after the other, so a query waits for the batch that is being applied. Feeders should apply some hundred documents a
 * call. Made for some hundred thousand documents.
 *
 * - Chinese is cut with jieba and into pairs of characters besides, so that a word is found wherever it stands.
 * - A query finds the documents that have all its words; when there are none, those that have words which sound alike
 *   (轴乘 finds 轴承) or, from five letters on, have a letter or two wrong; then those that have any of them.
 * - Chinese is found by its pinyin as well: zhoucheng finds 轴承.
 * - `marked`: the items of a list stand on lines of their own; texts over 300 characters are cut around the first hit.
 * - Facets are counted over at most 20,000 matching documents.
 * - Where more than 5,000 documents have all the words, those that have them in the first field come first, and then the one
 *   that ranks highest: to weigh each of them would take tenths of a second, and such words tell little of one.
 * - An index opened with other fields or facets than it was made with starts empty at position ''.
 * - A file that is damaged or of another format is replaced by an empty one: everything in it comes from the log.
 *
 * Errors are programming errors (`code` is `search.index.unknown`, `search.facet.unknown`, `search.range` …).
 */
export class EmbeddedSearch extends Search {
  private closed = false;

  private constructor(private readonly worker: WorkerHandle<SearchMethods>) {
    super();
  }

  /** Opens or makes `<folder>/search.db`. One process at a time. */
  static async open(folder: string): Promise<EmbeddedSearch> {
    const worker = callWorker<SearchMethods>(new URL('./search.worker.js', import.meta.url), { folder });
    try {
      await worker.call.start();
    } catch (error) {
      await worker.end();
      throw error;
    }
    return new EmbeddedSearch(worker);
  }

  private get call(): Remote<SearchMethods> {
    if (this.closed) throw new Error('search is closed');
    return this.worker.call;
  }

  override async open(spec: SearchIndexSpec): Promise<SearchWriter> {
    await this.call.open(spec);
    return new EmbeddedWriter(() => this.call, spec.name, 'live');
  }

  override async query(index: string, query: SearchQuery): Promise<SearchResult> {
    return await this.call.query(index, query);
  }

  override async rebuild(index: string) {
    const number = await this.call.rebuild(index);
    return {
      writer: new EmbeddedWriter(() => this.call, index, number),
      publish: async () => this.call.publish(index, number),
      abandon: async () => this.call.abandon(index, number),
    };
  }

  override async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.worker.call.close();
    await this.worker.end();
  }
}

class EmbeddedWriter extends SearchWriter {
  constructor(
    private readonly call: () => Remote<SearchMethods>,
    private readonly index: string,
    private readonly target: Target,
  ) {
    super();
  }

  override async position(): Promise<string> {
    return await this.call().position(this.index, this.target);
  }

  override async apply(change: Change): Promise<void> {
    await this.call().apply(this.index, this.target, change);
  }
}
