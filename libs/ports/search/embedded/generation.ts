import type Database from 'libsql';
import { checkDoc } from '#ports/search/checks';
import type { SearchDoc, SearchIndexSpec } from '#ports/search/search';
import { type Cutter, fieldTokens } from './words.js';

type Bind = string | number | null;

/** The driver ends a text it reads at NUL: none is stored, and none is looked for. */
const withoutNul = (value: Bind): Bind => (typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd') : value);

/** Prepared statements of one connection, by their text. */
export class Statements {
  private readonly prepared = new Map<string, Database.Statement>();

  constructor(readonly database: Database.Database) {}

  all<Row>(sql: string, ...bind: Bind[]): Row[] {
    return this.statement(sql).all(...bind.map(withoutNul)) as Row[];
  }

  run(sql: string, ...bind: Bind[]): number {
    return Number(this.statement(sql).run(...bind.map(withoutNul)).lastInsertRowid);
  }

  forget(): void {
    this.prepared.clear();
  }

  private statement(sql: string): Database.Statement {
    let statement = this.prepared.get(sql);
    if (!statement) {
      statement = this.database.prepare(sql);
      this.prepared.set(sql, statement);
    }
    return statement;
  }
}

/** Weight of the first field; each further one has half. Pairs of characters count a quarter of a word. */
const HEAVIEST = 16;
const PAIR_SHARE = 0.25;
/** Of a hit by sound alone, in whatever field. */
const SOUND_WEIGHT = 0.25;

/** The text as it is searched and shown marked: the items of a list on lines of their own. */
export function plainText(value: string | readonly string[] | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : value.join('\n');
}

const TABLES = ['term', 'doc', 'fts', 'value', 'facet', 'values'] as const;
type Table = (typeof TABLES)[number];

/** One filling of an index: its own tables, dropped as a whole. */
export class Generation {
  readonly weights: readonly number[];

  constructor(
    readonly number: number,
    readonly spec: SearchIndexSpec,
    private readonly sql: Statements,
    private readonly cutter: Cutter,
  ) {
    const words = spec.text.map((_, i) => HEAVIEST * 0.5 ** i);
    this.weights = [...words, ...words.map((weight) => weight * PAIR_SHARE), SOUND_WEIGHT];
  }

  /** `term` lists the words of `fts`, `facet` the documents of each value, `values` the values of each document: two are quick where one is slow. */
  table(name: Table): string {
    return `g${this.number}_${name}`;
  }

  create(): void {
    const columns = this.columns();
    this.sql.database.exec(`
      CREATE TABLE ${this.table('doc')} (
        doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rank REAL, text TEXT NOT NULL, show TEXT NOT NULL);
      CREATE INDEX ${this.table('doc')}_rank ON ${this.table('doc')} (rank DESC, id);
      CREATE VIRTUAL TABLE ${this.table('fts')} USING fts5(
        ${columns.join(', ')}, content='', contentless_delete=1, tokenize='ascii', prefix='1');
      CREATE VIRTUAL TABLE ${this.table('term')} USING fts5vocab(${this.table('fts')}, row);
      CREATE TABLE ${this.table('value')} (
        value_id INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL, docs INTEGER NOT NULL,
        UNIQUE (facet, value));
      CREATE INDEX ${this.table('value')}_docs ON ${this.table('value')} (facet, docs DESC, value);
      CREATE TABLE ${this.table('facet')} (
        value_id INTEGER NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY (value_id, doc)) WITHOUT ROWID;
      CREATE TABLE ${this.table('values')} (doc INTEGER PRIMARY KEY, ids TEXT NOT NULL);`);
  }

  private columns(): string[] {
    return [...this.spec.text.map((_, i) => `w${i}`), ...this.spec.text.map((_, i) => `p${i}`), 'sounds'];
  }

  drop(): void {
    for (const name of TABLES) this.sql.database.exec(`DROP TABLE IF EXISTS ${this.table(name)}`);
  }

  upsert(doc: SearchDoc): void {
    checkDoc(this.spec, doc);
    const rank = doc.rank ?? null;
    const text = JSON.stringify(doc.text);
    const show = JSON.stringify(doc.show);
    let number = this.find(doc.id);
    if (number === undefined) {
      number = this.sql.run(
        `INSERT INTO ${this.table('doc')} (id, rank, text, show) VALUES (?, ?, ?, ?)`,
        doc.id,
        rank,
        text,
        show,
      );
    } else {
      this.clear(number);
      this.sql.run(
        `UPDATE ${this.table('doc')} SET rank = ?, text = ?, show = ? WHERE doc = ?`,
        rank,
        text,
        show,
        number,
      );
    }
    this.putText(number, doc);
    this.putFacets(number, doc);
  }

  remove(id: string): void {
    const number = this.find(id);
    if (number === undefined) return;
    this.clear(number);
    this.sql.run(`DELETE FROM ${this.table('doc')} WHERE doc = ?`, number);
  }

  private find(id: string): number | undefined {
    return this.sql.all<{ doc: number }>(`SELECT doc FROM ${this.table('doc')} WHERE id = ?`, id)[0]?.doc;
  }

  /** Takes the document out of text and facets; its row stays. */
  private clear(doc: number): void {
    this.sql.run(`DELETE FROM ${this.table('fts')} WHERE rowid = ?`, doc);
    const [values] = this.sql.all<{ ids: string }>(`SELECT ids FROM ${this.table('values')} WHERE doc = ?`, doc);
    if (!values) return;
    for (const id of values.ids.split(',')) {
      this.sql.run(`UPDATE ${this.table('value')} SET docs = docs - 1 WHERE value_id = ?`, id);
      this.sql.run(`DELETE FROM ${this.table('facet')} WHERE value_id = ? AND doc = ?`, id, doc);
    }
    this.sql.run(`DELETE FROM ${this.table('values')} WHERE doc = ?`, doc);
  }

  private putText(number: number, doc: SearchDoc): void {
    const fields = this.spec.text.map((field) => fieldTokens(plainText(doc.text[field]), this.cutter));
    const sounds = fields.map((field) => field.sounds).join(' ');
    const columns = [number, ...fields.map((field) => field.words), ...fields.map((field) => field.pairs), sounds];
    const names = this.columns();
    this.sql.run(
      `INSERT INTO ${this.table('fts')} (rowid, ${names.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ...columns,
    );
  }

  private putFacets(number: number, doc: SearchDoc): void {
    const ids: number[] = [];
    for (const [facet, given] of Object.entries(doc.facets)) {
      if (given === undefined) continue;
      for (const value of new Set(typeof given === 'string' ? [given] : given)) {
        const [row] = this.sql.all<{ value_id: number }>(
          `INSERT INTO ${this.table('value')} (facet, value, docs) VALUES (?, ?, 1)
           ON CONFLICT (facet, value) DO UPDATE SET docs = docs + 1 RETURNING value_id`,
          facet,
          value,
        );
        this.sql.run(`INSERT INTO ${this.table('facet')} (value_id, doc) VALUES (?, ?)`, row!.value_id, number);
        ids.push(row!.value_id);
      }
    }
    if (ids.length > 0)
      this.sql.run(`INSERT INTO ${this.table('values')} (doc, ids) VALUES (?, ?)`, number, ids.join(','));
  }
}
