import type { CollectionSpec, Doc, IndexSpec } from '#ports/store/store';

/** Names and index expressions: the only place that knows how a collection lies in the file. */

export const outboxDdl =
  'CREATE TABLE IF NOT EXISTS outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, key TEXT NOT NULL, event TEXT NOT NULL)';

export const tableOf = (collection: string): string => `"c_${collection}"`;
/** Last state and causes of removed documents: a repeated remove still answers `already`. */
export const goneOf = (collection: string): string => `"gone_${collection}"`;
export const indexNameOf = (collection: string, index: string): string => `${collection}.${index}`;

/**
 * The indexed value of field number `place`. Later fields may be absent: minus infinity, which JSON cannot hold, stands
 * for that, sorts first and, unlike NULL, compares.
 */
export function expression(index: IndexSpec, place: number): string {
  const path = (index.fields[place] ?? '')
    .split('.')
    .map((part) => `."${part}"`)
    .join('');
  const value = `json_extract(doc,'$${path}')`;
  return place === 0 ? value : `ifnull(${value},-9e999)`;
}

export function tablesDdl(collection: string): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS ${tableOf(collection)} (id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, doc TEXT NOT NULL, causes TEXT NOT NULL)`,
    `CREATE TABLE IF NOT EXISTS ${goneOf(collection)} (id TEXT PRIMARY KEY NOT NULL, doc TEXT NOT NULL, causes TEXT NOT NULL)`,
  ];
}

/** Exactly as SQLite keeps it in sqlite_master, so that a changed index is seen by comparing text. */
export function indexDdl(collection: string, name: string, index: IndexSpec): string {
  const columns = index.fields.map((_field, place) => expression(index, place));
  if (!index.unique) columns.push('id');
  const kind = index.unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX';
  const on = `${tableOf(collection)}(${columns.join(',')})`;
  return `${kind} "${indexNameOf(collection, name)}" ON ${on} WHERE ${expression(index, 0)} IS NOT NULL`;
}

/** Index name to DDL. */
export function indexesOf(spec: CollectionSpec<Doc>): Map<string, string> {
  const entries = Object.entries(spec.indexes);
  return new Map(entries.map(([name, index]) => [indexNameOf(spec.name, name), indexDdl(spec.name, name, index)]));
}
