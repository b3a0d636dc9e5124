import { searchError } from '#ports/search/errors';
import type { Search, SearchIndexSpec, SearchQuery, SearchWriter } from '#ports/search/search';
import { Unavailable } from '#ports/unavailable';

type Change = Parameters<SearchWriter['apply']>[0];

/**
 * A search whose indexes can be taken away and which can be away itself, as one on a server: an index that was taken away
 * is told by `search.index.lost` until it is opened again, empty; writers opened before stand for the new one from then on.
 */
export class LosableSearch implements Search {
  /** Called before each write; what it throws is thrown by the write. */
  beforeApply: (index: string, fresh: boolean, change: Change) => Promise<void> = async () => undefined;
  /** Called before each switch. */
  beforePublish: () => void = () => undefined;
  away = false;
  /** Writes under way, and the most there were of one index. */
  readonly writing = new Map<string, number>();
  mostWriting = 0;
  opened = 0;
  private readonly lost = new Set<string>();
  private readonly freshLost = new Set<string>();

  constructor(private readonly inner: Search) {}

  /** Deletes the live index. */
  take(index: string): void {
    this.lost.add(index);
  }

  /** Deletes the index that is being filled beside it. */
  takeFresh(index: string): void {
    this.freshLost.add(index);
  }

  async open(spec: SearchIndexSpec): Promise<SearchWriter> {
    this.answer();
    this.opened += 1;
    const writer = await this.inner.open(spec);
    if (this.lost.has(spec.name)) {
      await (await this.inner.rebuild(spec.name)).publish();
      this.lost.delete(spec.name);
    }
    return this.guarded(spec.name, writer, this.lost, false);
  }

  async query(index: string, query: SearchQuery) {
    this.answer();
    if (this.lost.has(index)) throw searchError('index.lost', index);
    return this.inner.query(index, query);
  }

  async rebuild(index: string) {
    this.answer();
    const { writer, publish, abandon } = await this.inner.rebuild(index);
    this.freshLost.delete(index);
    return {
      writer: this.guarded(index, writer, this.freshLost, true),
      publish: async () => {
        this.beforePublish();
        this.answer();
        if (this.freshLost.has(index)) throw searchError('index.lost', index);
        this.lost.delete(index);
        await publish();
      },
      abandon: async () => {
        await abandon();
        this.answer();
      },
    };
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private answer(): void {
    if (this.away) throw new Unavailable('the search of the test');
  }

  private guarded(index: string, writer: SearchWriter, lost: ReadonlySet<string>, fresh: boolean): SearchWriter {
    const apply = async (change: Change) => {
      const under = (this.writing.get(index) ?? 0) + (fresh ? 0 : 1);
      this.writing.set(index, under);
      this.mostWriting = Math.max(this.mostWriting, under);
      try {
        await this.beforeApply(index, fresh, change);
        this.answer();
        if (lost.has(index)) throw searchError('index.lost', index);
        await writer.apply(change);
      } finally {
        this.writing.set(index, under - (fresh ? 0 : 1));
      }
    };
    const position = async () => {
      this.answer();
      return lost.has(index) ? '' : writer.position();
    };
    return { position, apply };
  }
}
