import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { checkSpec } from '#ports/search/checks';
import { searchError } from '#ports/search/errors';
import { Search, type SearchIndexSpec, type SearchQuery, type SearchResult, SearchWriter } from '#ports/search/search';
import { ask } from './ask.js';
import { Connection } from './connection.js';
import { type Change, Filling } from './filling.js';
import { specCode } from './stored.js';

export interface MeiliOptions {
  /** `http://host:port`. */
  readonly url: string;
  /** A key that may do everything with the indexes of `prefix`, and read tasks. */
  readonly key: string;
  /** Stands before the name of every index, so that several products share a server. `[a-z0-9_]`. */
  readonly prefix?: string;
  /** Told in one line of what was dropped. */
  readonly warn?: (message: string) => void;
}

interface Index {
  readonly spec: SearchIndexSpec;
  live: Filling;
  fresh?: Filling | undefined;
  /** Writes to one index go one after the other: the server does one task at a time, and no more need wait there. */
  last: Promise<unknown>;
}

/**
 * Search on a Meilisearch server, 1.50 or later.
 *
 * - Chinese is cut by the server's dictionary, so a word is found where both texts are cut alike. Its sound stands in the
 *   index too: 轴乘 and zhoucheng find 轴承. Latin words of five letters may have one letter wrong.
 * - A query finds the documents that have all its words; when there are none, those that have words which sound alike
 *   in their place; then those that have the rarer ones.
 * - An index opened with other fields or facets than it was made with starts empty at position ''.
 * - The position stands in a document of the index itself and is written in one task with the last documents of a change.
 * - An index that was deleted or replaced by somebody else is not written on: `apply`, `publish` and `query` say
 *   `search.index.lost`, also when that happens in the middle of a change.
 * - A rebuild that a process left unfinished is dropped when the next one of that index begins.
 *
 * Errors: `Unavailable` when the server does not answer, has no space or is busy; the same call may go through later.
 * Others are programming errors with the codes of the embedded search.
 */
export class MeiliSearchAdapter extends Search {
  private readonly indexes = new Map<string, Index>();
  private readonly cutter = Jieba.withDict(dict);

  private constructor(
    private readonly server: Connection,
    private readonly prefix: string,
    private readonly warn: (message: string) => void,
  ) {
    super();
  }

  /** Asks the server once, so that a wrong address or key is known at the start. */
  static async open({ url, key, prefix = '', warn = () => undefined }: MeiliOptions): Promise<MeiliSearchAdapter> {
    if (!/^[a-z0-9_]{0,64}$/.test(prefix)) throw new Error(`a prefix of search indexes is [a-z0-9_], not ${prefix}`);
    const server = new Connection({ url, key });
    await server.call((client) => client.tasks.getTasks({ limit: 1 }));
    return new MeiliSearchAdapter(server, prefix, warn);
  }

  override async open(spec: SearchIndexSpec): Promise<SearchWriter> {
    checkSpec(spec);
    for (const field of [...spec.text, ...spec.facets]) {
      if (!/^\w{1,60}$/.test(field)) throw searchError('spec', spec.name, `${JSON.stringify(field)} is no field name`);
    }
    const open = this.indexes.get(spec.name);
    if (open && specCode(open.spec) !== specCode(spec)) {
      throw searchError('spec', spec.name, 'is open with other fields or facets');
    }
    const index = open ?? {
      spec,
      live: new Filling(this.server, spec, this.prefix + spec.name, this.cutter),
      last: Promise.resolve(),
    };
    this.indexes.set(spec.name, index);
    await turn(index, async () => {
      if (await index.live.ensure()) this.warn(`search index ${spec.name} had other fields: it starts empty`);
    });
    return new MeiliWriter(index, () => index.live);
  }

  override async query(index: string, query: SearchQuery): Promise<SearchResult> {
    const { live, spec } = this.index(index);
    return await ask(this.server, live.uid, spec, query, this.cutter);
  }

  override async rebuild(name: string) {
    const index = this.index(name);
    if (index.fresh) throw searchError('rebuild.running', name);
    const fresh = new Filling(this.server, index.spec, `${this.prefix}${name}-fresh`, this.cutter);
    index.fresh = fresh;
    try {
      await fresh.drop();
      await fresh.ensure();
    } catch (error) {
      index.fresh = undefined;
      throw error;
    }
    return {
      writer: new MeiliWriter(index, () => (index.live === fresh ? fresh : freshOf(index, fresh))),
      publish: () => turn(index, () => this.publish(index, freshOf(index, fresh))),
      abandon: () =>
        turn(index, async () => {
          freshOf(index, fresh);
          // Even if it cannot be dropped now: the next rebuild drops what it finds.
          index.fresh = undefined;
          await fresh.drop();
        }),
    };
  }

  override async close(): Promise<void> {
    this.server.close();
  }

  private index(name: string): Index {
    const index = this.indexes.get(name);
    if (!index) throw searchError('index.unknown', name);
    return index;
  }

  /** When the answer to the switch was lost and this is called again, it must not switch back. */
  private async publish(index: Index, fresh: Filling): Promise<void> {
    const [live, beside] = [index.live.uid, fresh.uid];
    if (!(await fresh.isAt(live))) {
      await fresh.stillThere();
      // The server switches two indexes that are there: the live one may have been deleted.
      await index.live.create();
      await this.server.run((client) => client.swapIndexes([{ indexes: [live, beside], rename: false }]));
    }
    const former = index.live;
    fresh.uid = live;
    former.uid = beside;
    index.live = fresh;
    index.fresh = undefined;
    await former.drop();
  }
}

function freshOf(index: Index, fresh: Filling): Filling {
  if (index.fresh !== fresh) throw searchError('rebuild.over', index.spec.name);
  return fresh;
}

/** Runs `work` after all that was given for this index before, whether that went well or not. */
async function turn<T>(index: Index, work: () => Promise<T>): Promise<T> {
  const mine = index.last.then(work, work);
  index.last = mine.catch(() => undefined);
  return await mine;
}

class MeiliWriter extends SearchWriter {
  constructor(
    private readonly index: Index,
    private readonly target: () => Filling,
  ) {
    super();
  }

  override position(): Promise<string> {
    return turn(this.index, () => this.target().position());
  }

  override apply(change: Change): Promise<void> {
    return turn(this.index, () => this.target().apply(change));
  }
}
