import type { ApiClient } from '#platform/http/api-client';
import { settled } from '#test/e2e/people';
import type { World } from './world.js';

interface Listed {
  readonly items: readonly { readonly id?: string }[];
  readonly next?: string;
}

const LISTS = [
  'organisations',
  'demands',
  'profiles',
  'profiles/duplicates',
  'imports',
  'proposals',
  'responses',
  'engagements',
  'firms-to-invite',
  'operations/dead-letters',
  'matchmaking-events',
];
const CLAIMS = ['requested', 'accepted', 'refused'].map((status) => `claims?status=${status}`);

/** Everything that can be read of the product, as the operator and some people read it, once no event is on its way. */
export async function snapshot(world: World): Promise<Record<string, unknown>> {
  await settled(world.deployment);
  const lists = await readAll(world.operator, [...LISTS, ...CLAIMS]);
  const organisations = lists.organisations as { id: string }[];
  const within = organisations.flatMap(({ id }) => [`organisations/${id}/people`, `organisations/${id}/api-keys`]);
  const personal = await readAll(world.foreignReader, ['notices', 'notices/preferences']);
  return { ...lists, ...(await readAll(world.operator, within)), ...personal };
}

async function readAll(api: ApiClient, paths: readonly string[]): Promise<Record<string, unknown>> {
  const entries = await Promise.all(paths.map(async (path) => [path, await readList(api, path)] as const));
  return Object.fromEntries(entries);
}

/** Every item of a list. */
export async function readList(api: ApiClient, path: string): Promise<unknown[]> {
  const items: unknown[] = [];
  for (let cursor = ''; ; ) {
    const more = `${path.includes('?') ? '&' : '?'}limit=100${cursor && `&cursor=${cursor}`}`;
    const page = await api.get<Listed>(`/${path}${path.endsWith('preferences') ? '' : more}`);
    if (!page.items) return [page];
    items.push(...page.items);
    if (page.next === undefined) return items;
    cursor = page.next;
  }
}

/** What differs between two snapshots, a line each. */
export function differences(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const old = new Set(((before[name] ?? []) as unknown[]).map((item) => JSON.stringify(item)));
    const added = ((after[name] ?? []) as unknown[])
      .map((item) => JSON.stringify(item))
      .filter((item) => !old.delete(item));
    return [...added.map((item) => `${name}: + ${item}`), ...[...old].map((item) => `${name}: - ${item}`)];
  });
}
