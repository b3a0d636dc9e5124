import type { Place } from '#ports/store/cursor';
import type { CollectionSpec, Doc, FindOptions, IndexSpec, Scalar } from '#ports/store/store';
import { expression, indexNameOf, tableOf } from './schema.js';

/**
 * One statement of a query: `?1` is a JSON array of the values, `?2` the number of rows. Values go in as JSON because
 * SQLite reads some decimals one bit off: the stored and the asked value must be read by the same code.
 */
export interface Step {
  readonly sql: string;
  readonly values: string;
}

class Builder {
  private readonly values: (Scalar | null)[] = [];
  private readonly terms: string[] = [];
  private readonly from: string;

  constructor(
    spec: CollectionSpec<Doc>,
    name: string,
    private readonly index: IndexSpec,
  ) {
    // INDEXED BY: a query that cannot use its index fails when it is prepared instead of reading the whole table.
    this.from = `FROM ${tableOf(spec.name)} INDEXED BY "${indexNameOf(spec.name, name)}"`;
    this.terms.push(`${expression(index, 0)} IS NOT NULL`);
  }

  private value(value: Scalar | null): string {
    this.values.push(value);
    const read = `json_extract(?1,'$[${this.values.length - 1}]')`;
    return value === null ? `ifnull(${read},-9e999)` : read;
  }

  term(place: number, operator: string, value: Scalar | null, prefix = ''): this {
    this.terms.push(`${prefix}${expression(this.index, place)} ${operator} ${this.value(value)}`);
    return this;
  }

  id(operator: string, id: string): this {
    this.terms.push(`id ${operator} ${this.value(id)}`);
    return this;
  }

  literal(place: number, comparison: string, prefix: string): this {
    this.terms.push(`${prefix}${expression(this.index, place)} ${comparison}`);
    return this;
  }

  page(firstOrdered: number, descending: boolean): Step {
    const order: string[] = [];
    for (let place = firstOrdered; place < this.index.fields.length; place++) order.push(expression(this.index, place));
    if (!this.index.unique) order.push('id');
    const by = order.map((column) => `${column}${descending ? ' DESC' : ''}`).join(',');
    return this.step(`SELECT doc ${this.from} WHERE ${this.where()}${by && ` ORDER BY ${by}`} LIMIT ?2`);
  }

  count(): Step {
    return this.step(`SELECT count(*) FROM (SELECT 1 ${this.from} WHERE ${this.where()} LIMIT ?2)`);
  }

  private where(): string {
    return this.terms.join(' AND ');
  }

  private step(sql: string): Step {
    return { sql, values: JSON.stringify(this.values) };
  }
}

/**
 * The statements of one page, to be run in turn until it is full. After a cursor there is one per field that can
 * differ, deepest first: each is a plain walk of the index, where a row-value comparison over expressions would read
 * the index from its start.
 */
export function planFind(
  spec: CollectionSpec<Doc>,
  name: string,
  index: IndexSpec,
  options: FindOptions,
  after: Place | undefined,
): Step[] {
  const eq = options.eq ?? [];
  const descending = options.descending ?? false;
  const start = () => {
    const builder = new Builder(spec, name, index);
    for (const [place, value] of eq.entries()) builder.term(place, '=', value);
    return builder;
  };
  if (!after) return [bounded(start(), eq.length, options.range).page(eq.length, descending)];

  const beyond = descending ? '<' : '>';
  const pinned = (depth: number) => {
    const builder = start();
    for (let i = 0; i < depth; i++) builder.term(eq.length + i, '=', after.keys[i] ?? null);
    return builder;
  };
  const steps: Step[] = [];
  const rest = after.keys.length;
  if (!index.unique) {
    const ties = bounded(pinned(rest).id(beyond, after.id), eq.length, options.range, '+');
    steps.push(ties.page(index.fields.length, descending));
  }
  for (let depth = rest - 1; depth >= 0; depth--) {
    const next = pinned(depth).term(eq.length + depth, beyond, after.keys[depth] ?? null);
    steps.push(
      bounded(next, eq.length, options.range, nearSide(depth, descending)).page(eq.length + depth, descending),
    );
  }
  return steps;
}

/** Which bounds must not compete with the cursor for the index: all when the field is pinned, else the near one. */
function nearSide(depth: number, descending: boolean): '+' | 'low' | 'high' {
  if (depth > 0) return '+';
  return descending ? 'high' : 'low';
}

function bounded(builder: Builder, place: number, range: FindOptions['range'], filter?: '+' | 'low' | 'high'): Builder {
  if (!range) return builder;
  // A unary plus keeps SQLite from starting at this bound instead of at the cursor.
  const low = filter === '+' || filter === 'low' ? '+' : '';
  const high = filter === '+' || filter === 'high' ? '+' : '';
  if (range.gt !== undefined) builder.term(place, '>', range.gt, low);
  if (range.gte !== undefined) builder.term(place, '>=', range.gte, low);
  if (range.lt !== undefined) builder.term(place, '<', range.lt, high);
  if (range.lte !== undefined) builder.term(place, '<=', range.lte, high);
  // A range open at one side stays among values of its own type: absent, then numbers, then strings.
  const lowest = range.gt ?? range.gte;
  const highest = range.lt ?? range.lte;
  if (lowest === undefined && typeof highest === 'string') builder.literal(place, ">= ''", low);
  if (lowest === undefined && typeof highest === 'number') builder.literal(place, '> -9e999', low);
  if (highest === undefined && typeof lowest === 'number') builder.literal(place, "< ''", high);
  return builder;
}

export function planCount(spec: CollectionSpec<Doc>, name: string, index: IndexSpec, eq: readonly Scalar[]): Step {
  const builder = new Builder(spec, name, index);
  for (const [place, value] of eq.entries()) builder.term(place, '=', value);
  return builder.count();
}

/** Takes `?1`, a JSON array of the values. */
export function manyBySql(spec: CollectionSpec<Doc>, name: string, index: IndexSpec): string {
  const field = expression(index, 0);
  const from = `FROM ${tableOf(spec.name)} INDEXED BY "${indexNameOf(spec.name, name)}"`;
  return `SELECT doc ${from} WHERE ${field} IS NOT NULL AND ${field} IN (SELECT value FROM json_each(?1))`;
}
