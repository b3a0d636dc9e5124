import { randomUUID } from 'node:crypto';
import type { EnqueuedTask, Meilisearch } from 'meilisearch';
import { checkDoc } from '#ports/search/checks';
import { searchError } from '#ports/search/errors';
import type { SearchDoc, SearchIndexSpec } from '#ports/search/search';
import type { WordCutter } from '#ports/search/sound';
import { type Connection, codeOf } from './connection.js';
import { agrees, settingsOf } from './settings.js';
import { POSITION, type StoredDoc, type StoredPosition, specCode, storedDoc, storedId } from './stored.js';

/** A task holds at most this many documents or characters; the server takes 100 MB. */
const SLICE_DOCS = 2000;
const SLICE_CHARACTERS = 8_000_000;
/** Tasks of one change that may wait at the server; the next one is made when one of them is done. */
const UNDER_WAY = 4;

export interface Change {
  readonly upsert: readonly SearchDoc[];
  readonly remove: readonly string[];
  readonly position: string;
}

/** One index of the server: the live one of a name, or one that is being filled beside it. */
export class Filling {
  private token = '';
  /** When the server made the index that the token was given to. */
  private made = '';

  constructor(
    private readonly server: Connection,
    readonly spec: SearchIndexSpec,
    public uid: string,
    private readonly cutter: WordCutter,
  ) {}

  /**
   * Brings the index to what it should be; true when it was there and was dropped, as it was made for other fields.
   * May end anywhere and be called again: the position, by which an index counts as made, is written last.
   */
  async ensure(): Promise<boolean> {
    await this.server.settled(this.uid);
    const found = await this.stored();
    const other = found !== undefined && found.spec !== specCode(this.spec);
    if (other) await this.drop();
    await this.create();
    await this.applySettings();
    if (!found || other) await this.start();
    this.adopt(await this.stored());
    return other;
  }

  async position(): Promise<string> {
    await this.server.settled(this.uid);
    const stored = await this.stored();
    if (!stored) return '';
    this.adopt(stored);
    return JSON.parse(stored.position) as string;
  }

  /**
   * Removals first, then documents in slices, the last slice with the position in one task: the server carries a task
   * out wholly or not at all. Nothing is handed over with the position before all else has succeeded, so wherever this
   * ends, the position stored is one that the documents have reached, and the same change may come again. An index that is
   * deleted in between is made anew by the server with the rest of the change alone; it is told by when it was made.
   */
  async apply({ upsert, remove, position }: Change): Promise<void> {
    for (const doc of upsert) checkDoc(this.spec, doc);
    await this.stillThere();
    const gone = new Set(remove.map(storedId));
    const docs = new Map(upsert.map((doc) => [storedId(doc.id), doc]));
    if (gone.size > 0) {
      await this.server.run((client) => client.index(this.uid).deleteDocuments([...gone]));
    }
    const slices = [
      ...cut([...docs].filter(([id]) => !gone.has(id)).map(([, doc]) => JSON.stringify(storedDoc(doc, this.cutter)))),
    ];
    const last = slices.pop() ?? [];
    const under: Promise<void>[] = [];
    for (const slice of slices) {
      if (under.length >= UNDER_WAY) await under.shift();
      const { taskUid } = await this.server.call((client) => this.add(client, slice));
      under.push(this.server.succeeded(taskUid));
      under.at(-1)?.catch(() => undefined);
    }
    await Promise.all(under);
    await this.server.run((client) => this.add(client, [...last, this.positionDoc(position)]));
    await this.stillThere();
  }

  async drop(): Promise<void> {
    await this.server.settled(this.uid);
    await unless('index_not_found', () => this.server.run((client) => client.deleteIndex(this.uid)));
  }

  /** Whether `other` reads this filling: it was switched to. */
  async isAt(uid: string): Promise<boolean> {
    await this.server.settled(uid);
    return (await this.stored(uid))?.filling === this.token;
  }

  /** Throws `search.index.lost` when it was deleted, or replaced by another. */
  async stillThere(): Promise<void> {
    const stored = await this.stored();
    if (!stored || stored.filling !== this.token) throw searchError('index.lost', this.spec.name);
  }

  /** Makes an index without anything in it where there is none. */
  async create(): Promise<void> {
    await unless('index_already_exists', () =>
      this.server.run((client) => client.createIndex(this.uid, { primaryKey: 'id' })),
    );
  }

  private async applySettings(): Promise<void> {
    const wanted = settingsOf(this.spec);
    const found = await this.server.call((client) => client.index(this.uid).getSettings());
    if (!agrees(found, wanted)) await this.server.run((client) => client.index(this.uid).updateSettings(wanted));
  }

  /** A new token, and whatever may be in the index without a position is not trusted. */
  private async start(): Promise<void> {
    this.token = randomUUID();
    this.made = await this.createdAt(this.uid);
    await this.server.run((client) => client.index(this.uid).deleteAllDocuments());
    await this.server.run((client) => this.add(client, [this.positionDoc('')]));
  }

  private positionDoc(position: string): string {
    const stored: StoredPosition = {
      id: POSITION,
      position: JSON.stringify(position),
      filling: this.token,
      made: this.made,
      spec: specCode(this.spec),
    };
    return JSON.stringify(stored);
  }

  private add(client: Meilisearch, docs: readonly string[]): Promise<EnqueuedTask> {
    return client
      .index<StoredDoc>(this.uid)
      .addDocumentsFromString(docs.join('\n'), 'application/x-ndjson', { primaryKey: 'id' });
  }

  private adopt(stored: StoredPosition | undefined): void {
    this.token = stored?.filling ?? '';
    this.made = stored?.made ?? '';
  }

  /** Undefined when there is no such index, or one that was not made here: its position is another's. */
  private async stored(uid = this.uid): Promise<StoredPosition | undefined> {
    try {
      const made = await this.createdAt(uid);
      const stored = await this.server.call((client) => client.index(uid).getDocument<StoredPosition>(POSITION));
      return stored.made === made ? stored : undefined;
    } catch (error) {
      if (codeOf(error) === 'index_not_found' || codeOf(error) === 'document_not_found') return undefined;
      throw error;
    }
  }

  private async createdAt(uid: string): Promise<string> {
    return String((await this.server.call((client) => client.getRawIndex(uid))).createdAt);
  }
}

async function unless(code: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((error as { code?: unknown }).code !== code && codeOf(error) !== code) throw error;
  }
}

function* cut(docs: readonly string[]): Generator<string[]> {
  let slice: string[] = [];
  let characters = 0;
  for (const doc of docs) {
    if (slice.length > 0 && (slice.length === SLICE_DOCS || characters + doc.length > SLICE_CHARACTERS)) {
      yield slice;
      slice = [];
      characters = 0;
    }
    slice.push(doc);
    characters += doc.length;
  }
  if (slice.length > 0) yield slice;
}
