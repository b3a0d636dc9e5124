import type { CollectionSpec, Doc } from '#ports/store/store';
import type { Fields } from './stored.js';

/** MongoDB takes 100 levels; the rest is for what is around a document. */
const maxDepth = 80;
const wrapper = '%j';
const nullMark = '%n';
const loneSurrogate = /\p{Surrogate}/u;
const unsafe = /[%.$\0]|\p{Surrogate}/gu;
const reserved = new Map([
  ['', '%'],
  ['__proto__', '%p'],
  // The BSON library takes an object with this name for one of its own types.
  ['_bsontype', '%b'],
]);
const reservedBack = new Map([...reserved].map(([name, stored]) => [stored, name]));

/**
 * JSON to what MongoDB holds, and back, exactly.
 *
 * - In names `%`, `.`, `$` and U+0000 become `%25`, `%2E`, `%24`, `%00` and a lone surrogate `%uD800`; the empty name is
 *   `%`, `__proto__` is `%p` and `_bsontype` is `%b`.
 * - A text with a lone surrogate and what lies deeper than 80 levels become `{"%j": "<JSON text>"}`; so does an array
 *   on the way to an indexed field, because MongoDB would look into it and the port does not.
 * - A null in the first field of an index is stored under `%n<name>`: MongoDB would put it into a sparse index.
 */
export class Codec {
  private readonly first = new Set<string>();
  private readonly inner = new Set<string>();

  constructor(spec: CollectionSpec<Doc>) {
    for (const { fields } of Object.values(spec.indexes)) {
      this.first.add(fields[0] as string);
      for (const field of fields) {
        for (let dot = field.indexOf('.'); dot > 0; dot = field.indexOf('.', dot + 1))
          this.inner.add(field.slice(0, dot));
      }
    }
  }

  /** `json` is the text of a document. The order of the answer's keys is that of the document. */
  encode(json: string): Fields {
    return this.fields(JSON.parse(json) as Fields, '', 1);
  }

  /** `keys` as stored; gives the document as `JSON.parse` would. */
  decode<T>(fields: Fields, keys: string): T {
    const ordered: Fields = {};
    for (const key of JSON.parse(keys) as string[]) if (Object.hasOwn(fields, key)) ordered[key] = fields[key];
    return decoded(ordered) as T;
  }

  /** `path` is undefined where no indexed field can lie. */
  private fields(value: Fields, path: string | undefined, depth: number): Fields {
    const stored: Fields = {};
    for (const name of Object.keys(value)) {
      const below = path === undefined ? undefined : path === '' ? name : `${path}.${name}`;
      const field = value[name];
      if (field === null && below !== undefined && this.first.has(below)) stored[nullMark + storedName(name)] = null;
      else stored[storedName(name)] = this.value(field, below, depth + 1);
    }
    return stored;
  }

  private value(value: unknown, path: string | undefined, depth: number): unknown {
    if (typeof value === 'string') return loneSurrogate.test(value) ? wrapped(value) : value;
    if (typeof value !== 'object' || value === null) return value;
    const indexed = path !== undefined && this.inner.has(path);
    if (depth > maxDepth || (indexed && Array.isArray(value))) return wrapped(value);
    if (Array.isArray(value)) return value.map((item) => this.value(item, undefined, depth + 1));
    return this.fields(value as Fields, indexed ? path : undefined, depth);
  }
}

/** Path of an indexed field in the stored document. */
export function storedPath(field: string): string {
  return `doc.${field.split('.').map(storedName).join('.')}`;
}

function wrapped(value: unknown): Fields {
  return { [wrapper]: JSON.stringify(value) };
}

function storedName(name: string): string {
  const whole = reserved.get(name);
  if (whole !== undefined) return whole;
  return name.replace(unsafe, (unit) => {
    const code = unit.charCodeAt(0);
    const hex = code.toString(16).toUpperCase();
    return code > 0xff ? `%u${hex}` : `%${hex.padStart(2, '0')}`;
  });
}

function nameOf(stored: string): string {
  if (!stored.includes('%')) return stored;
  const plain = stored.startsWith(nullMark) ? stored.slice(nullMark.length) : stored;
  const whole = reservedBack.get(plain);
  if (whole !== undefined) return whole;
  return plain.replace(/%(?:u([0-9A-F]{4})|([0-9A-F]{2}))/g, (_all, four?: string, two?: string) =>
    String.fromCharCode(Number.parseInt(four ?? (two as string), 16)),
  );
}

function decoded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(decoded);
  const json = (value as Fields)[wrapper];
  if (typeof json === 'string') return JSON.parse(json);
  const result: Fields = {};
  for (const [stored, field] of Object.entries(value)) {
    const name = nameOf(stored);
    // An assignment to `__proto__` would set the prototype.
    if (name === '__proto__') Object.defineProperty(result, name, { value: decoded(field), ...own });
    else result[name] = decoded(field);
  }
  return result;
}

const own = { enumerable: true, configurable: true, writable: true } as const;
