import { type OpenApi, resolve, type Schema } from './document.js';

/** A body with one thing wrong at `pointer`. */
export interface WrongBody {
  readonly pointer: string;
  readonly what: string;
  readonly body: unknown;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text that nobody can have meant: control characters, half a character, the trace of broken decoding. */
export const UNREADABLE = ['a\u0000b', 'bell\u0007bell', '\u001b[31mred', 'half \ud83d', '\udc00 half', 'x\ufffdx'];

/** Values that a schema does not allow, each with a word on why. */
function wrongValues(schema: Schema, present: unknown): [string, unknown][] {
  const wrong: [string, unknown][] = schema.nullable ? [] : [['null', null]];
  switch (schema.type) {
    case 'string':
      return [...wrong, ...types(['number', 'flag', 'list', 'object']), ...wrongTexts(schema)];
    case 'integer':
    case 'number':
      return [...wrong, ...types(['text', 'flag', 'list', 'object']), ...wrongNumbers(schema)];
    case 'boolean':
      return [...wrong, ...types(['text', 'number', 'list', 'object']), ['true as text', 'true']];
    case 'array':
      return [...wrong, ...types(['text', 'number', 'flag', 'object']), ...wrongLists(schema, present)];
    default:
      return [...wrong, ...types(['text', 'number', 'flag', 'list'])];
  }
}

const TYPES = { text: 'abcdefgh', number: 42, flag: true, list: ['abcdefgh'], object: { $gt: '' } } as const;
const types = (names: readonly (keyof typeof TYPES)[]): [string, unknown][] => names.map((name) => [name, TYPES[name]]);

function wrongTexts(schema: Schema): [string, unknown][] {
  if (schema.enum)
    return [
      ['no such value', 'nonsense'],
      ['nothing', ''],
      ['inherited', 'constructor'],
    ];
  if (schema.format === 'date') return words(['nonsense', '2026-02-30', '2026-13-01', '26-01-01', '']);
  if (schema.format === 'date-time')
    return words(['nonsense', '2027-02-30T10:00:00Z', '2027-02-30', '2027-01-01T10:00', '']);
  if (schema.format === 'email')
    return words(['nonsense', 'a@b', '@example.com', 'a b@example.com', `${'a'.repeat(200)}@example.com`]);
  return [
    ...UNREADABLE.map((text): [string, unknown] => ['unreadable', text]),
    ...(schema.maxLength === undefined ? [] : words(['长'.repeat(schema.maxLength + 1)])),
    ...(schema.minLength ? words(['x'.repeat(schema.minLength - 1)]) : []),
  ];
}

const words = (texts: readonly string[]): [string, unknown][] =>
  texts.map((text) => [JSON.stringify(text.slice(0, 30)), text]);

function wrongNumbers({ type, minimum, maximum }: Schema): [string, unknown][] {
  return [
    ...(minimum === undefined ? [] : ([['too low', minimum - 1]] as [string, unknown][])),
    ...(maximum === undefined ? [] : ([['too high', maximum * 2 + 1]] as [string, unknown][])),
    ...(type === 'integer' ? ([['a fraction', 1.5]] as [string, unknown][]) : []),
  ];
}

function wrongLists({ items = {}, maxItems }: Schema, present: unknown): [string, unknown][] {
  const [first] = Array.isArray(present) ? (present as unknown[]) : [];
  const many =
    maxItems === undefined
      ? []
      : [['too many', Array.from({ length: maxItems + 1 }, () => first)] as [string, unknown]];
  return [
    ...many,
    ...wrongValues(items, first).map(([what, value]): [string, unknown] => [`an item: ${what}`, [value]]),
  ];
}

/** Every body that differs from `good` in one place where the schema does not allow it. */
export function wrongBodies(document: OpenApi, schema: Schema, good: unknown): WrongBody[] {
  return within(document, schema, good).map(({ pointer, what, value }) => ({
    pointer,
    what,
    body: replaced(good, pointer.split('/').slice(1), value),
  }));
}

interface Wrong {
  readonly pointer: string;
  readonly what: string;
  /** Undefined: left out. */
  readonly value: unknown;
}

function within(document: OpenApi, given: Schema, present: unknown, at = ''): Wrong[] {
  const schema = resolve(document, given);
  if (schema.type === 'array' && Array.isArray(present)) {
    const items = resolve(document, schema.items ?? {});
    return items.properties ? within(document, items, present[0], `${at}/0`) : [];
  }
  if (!schema.properties || !isObject(present)) return [];
  const unknown = { pointer: `${at}/hacked`, what: 'an unknown field', value: 1 };
  const fields = Object.entries(schema.properties).flatMap(([name, property]): Wrong[] => {
    const inner = resolve(document, property);
    const resolved = inner.items ? { ...inner, items: resolve(document, inner.items) } : inner;
    const pointer = `${at}/${name}`;
    return [
      ...wrongValues(resolved, present[name]).map(([what, value]) => ({ pointer, what, value })),
      ...(schema.required?.includes(name) ? [{ pointer, what: 'left out', value: undefined }] : []),
      ...within(document, inner, present[name], pointer),
    ];
  });
  return [unknown, ...fields];
}

function replaced(present: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(present)) {
    const list = present as unknown[];
    return list.map((item, i) => (String(i) === first ? replaced(item, rest, value) : item));
  }
  return { ...(present as Json), [first]: replaced((present as Json)[first], rest, value) };
}
