import type { Place } from '#ports/store/cursor';
import type { FindOptions, IndexSpec, Scalar } from '#ports/store/store';
import { storedPath } from './codec.js';

export type Filter = Record<string, unknown>;

export interface FindPlan {
  /** To be run in turn until the page is full. */
  readonly filters: readonly Filter[];
  readonly sort: Record<string, 1 | -1>;
}

type Bounds = Record<string, Scalar>;
/** Values of one type, in index order: absent, numbers, strings. MongoDB's comparisons never leave their type. */
type Run = { readonly type: 'absent' } | { readonly type: 'number' | 'string'; readonly bounds: Bounds };

const numbers: Run = { type: 'number', bounds: { $gte: Number.NEGATIVE_INFINITY } };
const strings: Run = { type: 'string', bounds: { $gte: '' } };

/**
 * The queries of one page, each a plain walk of the index. After a cursor there is one per field that can differ, deepest
 * first, and per type of value that can follow.
 */
export function planFind(index: IndexSpec, options: FindOptions, after: Place | undefined): FindPlan {
  const eq = options.eq ?? [];
  const paths = index.fields.map(storedPath);
  const rest = paths.slice(eq.length);
  const direction = options.descending ? -1 : 1;
  const ordered = index.unique ? rest : [...rest, '_id'];
  // A unique index under `eq` holds one document; MongoDB refuses an empty order.
  const sort = Object.fromEntries(
    (ordered.length > 0 ? ordered : ['_id']).map((path) => [path, direction]),
  ) as FindPlan['sort'];
  const base = equal(paths, eq);
  const range = Object.values(options.range ?? {}).some((bound) => bound !== undefined) ? options.range : undefined;
  const runs = inOrder(runsOf(range, eq.length > 0), options.descending ?? false);
  if (after) return { filters: afterCursor(base, rest, after, runs, index, options), sort };
  if (range) return { filters: runs.map((run) => ({ ...base, [rest[0] as string]: condition(run) })), sort };
  return { filters: [eqFilter(index, eq)], sort };
}

export function eqFilter(index: IndexSpec, eq: readonly Scalar[]): Filter {
  const paths = index.fields.map(storedPath);
  return eq.length > 0 ? equal(paths, eq) : { [paths[0] as string]: { $exists: true } };
}

function equal(paths: readonly string[], eq: readonly Scalar[]): Filter {
  return Object.fromEntries(eq.map((value, place) => [paths[place], { $eq: value }]));
}

function afterCursor(
  base: Filter,
  rest: readonly string[],
  after: Place,
  runs: readonly Run[],
  index: IndexSpec,
  { descending = false }: FindOptions,
): Filter[] {
  const beyond = descending ? '$lt' : '$gt';
  const pinned = (depth: number): Filter => {
    const filter = { ...base };
    for (let place = 0; place < depth; place++) filter[rest[place] as string] = { $eq: after.keys[place] ?? null };
    return filter;
  };
  const filters: Filter[] = index.unique ? [] : [{ ...pinned(rest.length), _id: { [beyond]: after.id } }];
  for (let depth = rest.length - 1; depth >= 0; depth--) {
    const possible = depth === 0 ? runs : inOrder(runsOf(undefined, true), descending);
    for (const run of following(possible, after.keys[depth] ?? null, beyond)) {
      filters.push({ ...pinned(depth), [rest[depth] as string]: condition(run) });
    }
  }
  return filters;
}

function inOrder(runs: Run[], descending: boolean): Run[] {
  return descending ? runs.reverse() : runs;
}

/** What of `runs` comes after `key`. */
function following(runs: readonly Run[], key: Scalar | null, beyond: '$lt' | '$gt'): Run[] {
  const type = key === null ? 'absent' : (typeof key as 'number' | 'string');
  const place = runs.findIndex((run) => run.type === type);
  const own = runs[place];
  const later = runs.slice(place + 1);
  if (key === null || own === undefined || own.type === 'absent') return later;
  // The cursor lies within the bounds, so it replaces the one at its side.
  const { $gt, $gte, $lt, $lte } = own.bounds;
  const kept = beyond === '$gt' ? { $lt, $lte } : { $gt, $gte };
  const bounds = Object.fromEntries(Object.entries(kept).filter(([, bound]) => bound !== undefined)) as Bounds;
  return [{ type: own.type, bounds: { ...bounds, [beyond]: key } }, ...later];
}

function condition(run: Run): unknown {
  return run.type === 'absent' ? { $eq: null } : run.bounds;
}

/** Ascending. A range open at one side stays among values of its own type. `absent`: whether the field may be absent. */
function runsOf(range: FindOptions['range'], absent: boolean): Run[] {
  if (!range) return absent ? [{ type: 'absent' }, numbers, strings] : [numbers, strings];
  const { gt, gte, lt, lte } = range;
  const low = { $gt: gt, $gte: gte };
  const high = { $lt: lt, $lte: lte };
  const runs: Run[] = [];
  for (const type of ['number', 'string'] as const) {
    const bounds = within(low, high, type);
    if (bounds) runs.push({ type, bounds });
  }
  return runs;
}

type Side = Record<string, Scalar | undefined>;

/** Bounds on the values of one type, undefined when the range holds none of them. */
function within(low: Side, high: Side, type: 'number' | 'string'): Bounds | undefined {
  const lows = types(low);
  const highs = types(high);
  const below = type === 'number' && (lows.has('string') || (lows.size === 0 && !highs.has('number')));
  const above = type === 'string' && (highs.has('number') || (highs.size === 0 && !lows.has('string')));
  if (below || above) return undefined;
  const own = Object.entries({ ...low, ...high }).filter(([, bound]) => typeof bound === type);
  return Object.fromEntries(own) as Bounds;
}

function types(side: Side): Set<string> {
  return new Set(
    Object.values(side)
      .filter((bound) => bound !== undefined)
      .map((bound) => typeof bound),
  );
}
