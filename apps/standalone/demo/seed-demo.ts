import { readFile } from 'node:fs/promises';
import type { DemandContent } from '#contracts/demand';
import type { ApiClient } from '#platform/http/api-client';
import {
  ACCOUNTS,
  addAccount,
  claimProfiles,
  type DemoAccount,
  demoSeeds,
  PASSWORD,
  type Seed,
  signedIn,
} from './accounts.js';
import { seedDesk } from './seed-desk.js';
import { seedEvents } from './seed-events.js';

const dataFile = (name: string): URL => new URL(`../../../../apps/standalone/demo/${name}`, import.meta.url);

/**
 * Fills an empty installation through the product's own API as its operator: organisations, 48 firms by import, claims,
 * demands, events, answers, and what waits for staff. One that already holds an organisation is left as it is. The accounts are told either way, while they are there.
 */
export async function seedDemo(api: ApiClient): Promise<DemoAccount[]> {
  const page = await api.get<{ items: unknown[] }>('/organisations?limit=1');
  const lines = (await readFile(dataFile('firms.jsonl'), 'utf8')).trim().split('\n');
  const firmNames = lines.map((line) => (JSON.parse(line) as { name: string }).name);
  const { shown, guests, waiting } = demoSeeds(firmNames);
  const seeds = [...shown, ...guests];
  const accounts = shown.map((seed) => ({
    role: seed.role,
    email: seed.email,
    password: PASSWORD,
    name: seed.organisation,
  }));
  if (page.items.length > 0) return (await demoIsThere(api)) ? accounts : [];
  console.log('Filling in demo data … / 正在载入演示数据 …');
  await importFirms(api, lines);
  for (const [at, seed] of seeds.entries()) await addAccount(api, seed, at);
  await claimProfiles(api, seeds);
  await publishDemands(api.url, seeds);
  await seedEvents(api, seeds);
  await seedDesk(api, { firms: guests, waiting });
  return accounts;
}

/** What a person needs to sign in with the accounts. */
export function tellAccounts(accounts: readonly DemoAccount[]): string {
  const lines = accounts.map(({ role, email, password, name }) => `  ${role}  ${email}  ${password}  ${name}`);
  return ['Demo accounts / 演示账号:', ...lines].join('\n');
}

async function demoIsThere(api: ApiClient): Promise<boolean> {
  const { items } = await api.get<{ items: { name: string }[] }>('/organisations?limit=100');
  return items.some((organisation) => organisation.name === ACCOUNTS[0]?.organisation);
}

async function importFirms(api: ApiClient, lines: readonly string[]): Promise<void> {
  const started = await api.upload('/imports?fileName=demo-firms.jsonl', 'application/x-ndjson', lines.join('\n'));
  await api.imported((started as { id: string }).id);
}

async function publishDemands(url: string, seeds: readonly Seed[]): Promise<void> {
  const demands = JSON.parse(await readFile(dataFile('demands.json'), 'utf8')) as {
    leader: 0 | 1;
    /** Staff look at it twice: it waits for them. */
    sensitive?: boolean;
    content: DemandContent;
  }[];
  const leaders = await Promise.all(
    seeds.filter((seed) => seed.kind === 'leader').map((seed) => signedIn(url, seed.email)),
  );
  for (const [at, { leader, sensitive, content }] of demands.entries()) {
    const api = leaders[leader] as ApiClient;
    const { id } = await api.post<{ id: string }>('/demands', withDates(content), `demo-demand-${at}`);
    if (sensitive) await api.put(`/demands/${id}/sensitivity`, { sensitive });
    await api.post(`/demands/${id}/submission`);
  }
}

/** "+30" in the data means thirty days from now. */
function withDates(content: DemandContent): DemandContent {
  const text = JSON.stringify(content, (_key, value: unknown) => {
    const days = typeof value === 'string' ? /^\+(\d+)$/.exec(value)?.[1] : undefined;
    return days ? new Date(Date.now() + Number(days) * 86_400_000).toISOString().slice(0, 10) : value;
  });
  return JSON.parse(text) as DemandContent;
}
