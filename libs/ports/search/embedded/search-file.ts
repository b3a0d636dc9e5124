import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { checkSpec } from '#ports/search/checks';
import { searchError } from '#ports/search/errors';
import type { SearchDoc, SearchIndexSpec, SearchQuery, SearchResult } from '#ports/search/search';
import { ask } from './ask.js';
import { Generation, Statements } from './generation.js';
import type { Cutter } from './words.js';

/** Raised whenever tables or the cutting of text change: a file of another format is dropped and filled again. */
const FORMAT = 3;

/** Which filling of an index a writer means: the one that queries read, or the number of a rebuild. */
export type Target = 'live' | number;

export interface Change {
  readonly upsert: readonly SearchDoc[];
  readonly remove: readonly string[];
  readonly position: string;
}

interface IndexRow {
  readonly name: string;
  readonly spec: string;
  readonly live: number;
}

interface Index {
  readonly spec: SearchIndexSpec;
  live: Generation;
  fresh?: Generation;
}

/**
 * All indexes in one SQLite file, used by one thread. Nothing in it is an original: WAL with synchronous=NORMAL may
 * lose the last changes at power loss, together with their positions, and the feeder brings them again.
 */
export class SearchFile {
  private readonly indexes = new Map<string, Index>();
  private readonly sql: Statements;

  constructor(
    folder: string,
    private readonly cutter: Cutter,
  ) {
    mkdirSync(folder, { recursive: true });
    this.sql = new Statements(openFile(join(folder, 'search.db')));
    this.dropLeftovers();
  }

  /** Fillings that no index reads any more: what a process left that ended during a rebuild. */
  private dropLeftovers(): void {
    const left = this.sql.all<{ number: number }>(
      'SELECT number FROM generation WHERE number NOT IN (SELECT live FROM search_index)',
    );
    const none: SearchIndexSpec = { name: '', text: [], facets: [] };
    for (const { number } of left) {
      this.transaction(() => this.dropGeneration(new Generation(number, none, this.sql, this.cutter)));
    }
  }

  open(spec: SearchIndexSpec): void {
    checkSpec(spec);
    const text = JSON.stringify([spec.text, spec.facets]);
    const [row] = this.sql.all<IndexRow>('SELECT name, spec, live FROM search_index WHERE name = ?', spec.name);
    if (row?.spec === text) {
      if (!this.indexes.has(spec.name)) this.indexes.set(spec.name, { spec, live: this.generation(row.live, spec) });
      return;
    }
    if (this.indexes.has(spec.name)) throw searchError('spec', spec.name, 'is open with other fields or facets');
    this.transaction(() => {
      if (row) this.dropGeneration(this.generation(row.live, { name: spec.name, text: [], facets: [] }));
      const live = this.createGeneration(spec);
      this.sql.run(
        'INSERT OR REPLACE INTO search_index (name, spec, live) VALUES (?, ?, ?)',
        spec.name,
        text,
        live.number,
      );
      this.indexes.set(spec.name, { spec, live });
    });
  }

  position(name: string, target: Target): string {
    const { number } = this.target(name, target);
    const [row] = this.sql.all<{ position: string }>('SELECT position FROM generation WHERE number = ?', number);
    return JSON.parse(row!.position) as string;
  }

  apply(name: string, target: Target, change: Change): void {
    const generation = this.target(name, target);
    this.transaction(() => {
      for (const doc of change.upsert) generation.upsert(doc);
      for (const id of change.remove) generation.remove(id);
      this.sql.run(
        'UPDATE generation SET position = ? WHERE number = ?',
        JSON.stringify(change.position),
        generation.number,
      );
    });
  }

  query(name: string, query: SearchQuery): SearchResult {
    return ask(this.index(name).live, this.sql, this.cutter, query);
  }

  rebuild(name: string): number {
    const index = this.index(name);
    if (index.fresh) throw searchError('rebuild.running', name);
    index.fresh = this.transaction(() => this.createGeneration(index.spec));
    return index.fresh.number;
  }

  publish(name: string, number: number): void {
    const index = this.index(name);
    const fresh = this.fresh(index, number);
    this.transaction(() => {
      this.sql.run('UPDATE search_index SET live = ? WHERE name = ?', fresh.number, name);
      this.dropGeneration(index.live);
    });
    index.live = fresh;
    index.fresh = undefined;
  }

  abandon(name: string, number: number): void {
    const index = this.index(name);
    const fresh = this.fresh(index, number);
    this.transaction(() => this.dropGeneration(fresh));
    index.fresh = undefined;
  }

  close(): void {
    this.sql.forget();
    this.sql.database.close();
  }

  private index(name: string): Index {
    const index = this.indexes.get(name);
    if (!index) throw searchError('index.unknown', name);
    return index;
  }

  /** A rebuild's writer goes on after `publish`: its filling is the live one then. */
  private target(name: string, target: Target): Generation {
    const index = this.index(name);
    if (target === 'live' || target === index.live.number) return index.live;
    return this.fresh(index, target);
  }

  private fresh(index: Index, number: number): Generation {
    if (index.fresh?.number !== number) throw searchError('rebuild.over', index.spec.name);
    return index.fresh;
  }

  private generation(number: number, spec: SearchIndexSpec): Generation {
    return new Generation(number, spec, this.sql, this.cutter);
  }

  private createGeneration(spec: SearchIndexSpec): Generation {
    const generation = this.generation(this.sql.run('INSERT INTO generation (position) VALUES (?)', '""'), spec);
    generation.create();
    return generation;
  }

  private dropGeneration(generation: Generation): void {
    this.sql.forget();
    generation.drop();
    this.sql.run('DELETE FROM generation WHERE number = ?', generation.number);
  }

  private transaction<T>(work: () => T): T {
    this.sql.database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.sql.database.exec('COMMIT');
      return result;
    } catch (error) {
      this.sql.database.exec('ROLLBACK');
      throw error;
    }
  }
}

/** A file of another format, or one that is no sound database, is replaced by an empty one. */
function openFile(path: string): Database.Database {
  try {
    return connect(path);
  } catch (error) {
    if (!/NOTADB|CORRUPT|FORMAT/.test(String((error as { code?: unknown }).code))) throw error;
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
    return connect(path);
  }
}

function connect(path: string): Database.Database {
  const database = new Database(path, { timeout: 5000 });
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000');
    const found = (database.prepare('PRAGMA user_version').all() as { user_version: number }[])[0]!.user_version;
    if (found !== 0 && found !== FORMAT) throw Object.assign(new Error('other format'), { code: 'FORMAT' });
    database.exec(`
      CREATE TABLE IF NOT EXISTS search_index (name TEXT PRIMARY KEY, spec TEXT NOT NULL, live INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS generation (number INTEGER PRIMARY KEY AUTOINCREMENT, position TEXT NOT NULL);
      PRAGMA user_version = ${FORMAT}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
