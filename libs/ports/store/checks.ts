import type { CollectionSpec, Doc, FindOptions, IndexSpec, Scalar } from '#ports/store/store';
import { InvalidCall } from './invalid-call.js';

/** What every adapter refuses in the same words. All throw {@link InvalidCall}. */

const maxIdLength = 200;
const loneSurrogate = /\p{Surrogate}/u;

/** Ids are non-empty, well-formed strings of at most 200 UTF-16 units: what both adapters can order and compare. */
export function checkId(id: unknown): void {
  if (typeof id !== 'string' || id === '' || id.length > maxIdLength || loneSurrogate.test(id)) {
    throw new InvalidCall(`an id is a well-formed string of 1 to ${maxIdLength} characters`);
  }
}

/** `what` names the limit in the message, e.g. `limit of find`. */
export function checkWhole(what: string, value: number, max: number): void {
  if (!Number.isInteger(value) || value < 1 || value > max)
    throw new InvalidCall(`${what} is 1 to ${max}, not ${value}`);
}

export function checkAtMost(what: string, length: number, max: number): void {
  if (length > max) throw new InvalidCall(`at most ${max} ${what}, not ${length}`);
}

export function checkScalars(what: string, values: readonly unknown[]): void {
  for (const value of values) {
    if (typeof value === 'string' || Number.isFinite(value)) continue;
    throw new InvalidCall(`${what} holds strings and finite numbers only`);
  }
}

/** Names that are safe as tables, index names and paths; a unique index has one field. */
export function checkSpec(spec: CollectionSpec<Doc>): void {
  if (!/^[a-z][a-z0-9_]{0,59}$/.test(spec.name))
    throw new InvalidCall(`collection name ${spec.name} is not snake_case`);
  for (const [name, index] of Object.entries(spec.indexes)) {
    if (!/^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(name) || name === 'id') throw new InvalidCall(`index name ${name}`);
    if (index.fields.length === 0 || (index.unique === true && index.fields.length !== 1)) {
      throw new InvalidCall(`number of fields of index ${name}`);
    }
    for (const field of index.fields) {
      if (!/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/.test(field)) throw new InvalidCall(`field ${field} of index ${name}`);
    }
  }
}

export function indexOf(spec: CollectionSpec<Doc>, name: string): IndexSpec {
  const index = Object.hasOwn(spec.indexes, name) ? spec.indexes[name] : undefined;
  if (!index) throw new InvalidCall(`collection ${spec.name} has no index ${name}`);
  return index;
}

export function checkEq(index: IndexSpec, eq: readonly Scalar[]): void {
  checkAtMost('values in eq', eq.length, index.fields.length);
  checkScalars('eq', eq);
}

export function checkFind(index: IndexSpec, options: FindOptions): void {
  const eq = options.eq ?? [];
  checkWhole('limit of find', options.limit, 1000);
  checkEq(index, eq);
  if (!options.range) return;
  if (eq.length === index.fields.length) throw new InvalidCall('a range needs a field after those of eq');
  checkScalars(
    'range',
    Object.values(options.range).filter((bound) => bound !== undefined),
  );
}

/** The value of a dotted field, `null` when it is absent. Fields of indexes hold nothing but strings and numbers. */
export function fieldOf(doc: unknown, field: string): Scalar | null {
  let value: unknown = doc;
  for (const part of field.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;
  }
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || Number.isFinite(value)) return value as Scalar;
  throw new InvalidCall(`the indexed field ${field} holds strings and finite numbers only`);
}

export function checkIndexed(spec: CollectionSpec<Doc>, doc: unknown): void {
  for (const index of Object.values(spec.indexes)) for (const field of index.fields) fieldOf(doc, field);
}
