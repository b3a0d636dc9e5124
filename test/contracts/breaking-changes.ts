/** As much of JSON Schema draft-07 as the schemas of public events use. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

type Tell = (place: string, what: string) => void;

/** Says nothing about what is valid. */
const NOTES = new Set(['$schema', '$id', '$comment', 'title', 'description', 'examples', 'default', 'definitions']);
/** Looked at in their own way. The values of any other keyword must stay as they were released. */
const JUDGED = new Set(['$ref', 'type', 'const', 'enum', 'properties', 'required', 'items', 'anyOf']);

/**
 * Every way in which a consumer of events of the released schema could break on events of the current one: a sentence
 * each, which names the place as a JSON pointer into the event. What an event says may grow by properties and may get
 * narrower, nothing else. What cannot be judged counts as broken.
 */
export function breakingChanges(released: Schema, current: Schema): string[] {
  const found: string[] = [];
  const tell: Tell = (place, what) => void found.push(`${place === '' ? 'the event' : place} ${what}`);
  new Comparison(released, current).compare(released, current, '', tell);
  return [...new Set(found)];
}

class Comparison {
  /** Pairs that are being compared: schemas may contain themselves. */
  private readonly open = new Set<string>();

  constructor(
    private readonly releasedRoot: Schema,
    private readonly currentRoot: Schema,
  ) {}

  compare(releasedAt: Schema, currentAt: Schema, place: string, tell: Tell): void {
    const pair = `${JSON.stringify(releasedAt)}|${JSON.stringify(currentAt)}`;
    if (this.open.has(pair)) return;
    this.open.add(pair);
    const released = resolve(releasedAt, this.releasedRoot);
    const current = resolve(currentAt, this.currentRoot);
    if (released.anyOf || current.anyOf) this.compareVariants(released, current, place, tell);
    else this.compareOne(released, current, place, tell);
    this.open.delete(pair);
  }

  private compareOne(released: Schema, current: Schema, place: string, tell: Tell): void {
    compareType(released, current, place, tell);
    compareValues(released, current, place, tell);
    compareRest(released, current, place, tell);
    this.compareProperties(released, current, place, tell);
    if (!isSchema(released.items)) return;
    if (isSchema(current.items)) this.compare(released.items, current.items, `${place}/*`, tell);
    else tell(`${place}/*`, 'may be anything now');
  }

  private compareProperties(released: Schema, current: Schema, place: string, tell: Tell): void {
    const before = (released.properties ?? {}) as Readonly<Record<string, Schema>>;
    const now = (current.properties ?? {}) as Readonly<Record<string, Schema>>;
    const required = new Set((current.required ?? []) as readonly string[]);
    for (const [name, schema] of Object.entries(before)) {
      const there = now[name];
      if (there) this.compare(schema, there, `${place}/${name}`, tell);
      else tell(`${place}/${name}`, 'is gone');
    }
    for (const name of (released.required ?? []) as readonly string[]) {
      if (!required.has(name) && now[name]) tell(`${place}/${name}`, 'is no longer required');
    }
  }

  /** Each variant of now must be one that a consumer of the released schema knows, and none may be missing. */
  private compareVariants(released: Schema, current: Schema, place: string, tell: Tell): void {
    const before = variants(released);
    for (const variant of variants(current)) {
      const nearest = before.map((known) => this.differences(known, variant, place)).sort(byNumber)[0] ?? [];
      if (nearest.length === 0) continue;
      if (before.length === 1) for (const [at, what] of nearest) tell(at, what);
      else tell(place, `has a variant that is not among the released ones: ${nearest.map(sentence).join(', ')}`);
    }
  }

  private differences(released: Schema, current: Schema, place: string): (readonly [string, string])[] {
    const found: (readonly [string, string])[] = [];
    this.compare(released, current, place, (at, what) => void found.push([at, what]));
    return found;
  }
}

const byNumber = (a: readonly unknown[], b: readonly unknown[]) => a.length - b.length;
const sentence = ([at, what]: readonly [string, string]) => `${at || 'it'} ${what}`;
const variants = (schema: Schema) => (schema.anyOf ?? [schema]) as readonly Schema[];
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function resolve(schema: Schema, root: Schema): Schema {
  const name = /^#\/definitions\/(.+)$/.exec(String(schema.$ref ?? ''))?.[1];
  if (name === undefined) return schema;
  const found = (root.definitions as Readonly<Record<string, Schema>> | undefined)?.[decodeURIComponent(name)];
  if (!found) throw new Error(`${schema.$ref} leads nowhere`);
  return resolve(found, root);
}

function compareType(released: Schema, current: Schema, place: string, tell: Tell): void {
  if (released.type === undefined) return;
  const known = listOf(released.type);
  const fits = (type: unknown) => known.includes(type) || (type === 'integer' && known.includes('number'));
  if (listOf(current.type ?? 'anything').every(fits)) return;
  tell(place, `was released as ${known.join(' or ')} and is ${listOf(current.type ?? 'anything').join(' or ')} now`);
}

/** Values of an enumeration; undefined where any value goes. */
const valuesOf = (schema: Schema) =>
  schema.const === undefined ? (schema.enum as readonly unknown[] | undefined) : [schema.const];

function compareValues(released: Schema, current: Schema, place: string, tell: Tell): void {
  const known = valuesOf(released);
  if (!known) return;
  const now = valuesOf(current);
  const added = (now ?? []).filter((value) => !known.includes(value));
  if (!now) tell(place, `was released with ${known.length} possible values and may have any now`);
  if (added.length > 0) tell(place, `may be ${added.map((value) => JSON.stringify(value)).join(', ')} now`);
}

function compareRest(released: Schema, current: Schema, place: string, tell: Tell): void {
  for (const keyword of Object.keys(released)) {
    if (NOTES.has(keyword) || JUDGED.has(keyword)) continue;
    const [before, now] = [JSON.stringify(released[keyword]), JSON.stringify(current[keyword])];
    if (before !== now) tell(place, `had ${keyword} ${before} and has ${now ?? 'none'} now`);
  }
}
