import { readFile } from 'node:fs/promises';
import { creditCodeCheckDigit } from '#contracts/credit-code';
import type { DemandContent } from '#contracts/demand';
import { ApiClient } from '#platform/http/api-client';

/** Password of every demo account, known to everybody: an installation with demo data is for trying out. */
const PASSWORD = 'rulian-demo';

export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

interface Seed {
  readonly role: string;
  readonly kind: 'leader' | 'sme' | 'staff';
  readonly organisation: string;
  readonly person: string;
  readonly email: string;
  readonly code: string;
  /** Takes over the imported profile of the same name. */
  readonly claims?: boolean;
}

const ACCOUNTS: readonly Seed[] = [
  {
    role: '工作人员 staff ',
    kind: 'staff',
    organisation: '青岛市民营经济服务中心（演示）',
    person: '陈静',
    email: 'staff@demo.local',
    code: '12370200MB00000',
  },
  {
    role: '链主企业 leader',
    kind: 'leader',
    organisation: '海岳智能家电集团',
    person: '王磊',
    email: 'leader@demo.local',
    code: '91370200MA00001',
  },
  {
    role: '链主企业 leader',
    kind: 'leader',
    organisation: '远川医疗器械集团',
    person: '赵敏',
    email: 'leader2@demo.local',
    code: '91320500MA00002',
  },
  {
    role: '中小企业 SME   ',
    kind: 'sme',
    organisation: '',
    person: '李强',
    email: 'sme@demo.local',
    code: '91370200MA00003',
    claims: true,
  },
  {
    role: '中小企业 SME   ',
    kind: 'sme',
    organisation: '',
    person: '孙丽',
    email: 'sme2@demo.local',
    code: '91370200MA00004',
    claims: true,
  },
];

const dataFile = (name: string): URL => new URL(`../../../../apps/standalone/demo/${name}`, import.meta.url);

/** A valid code for an invented organisation. */
function creditCode(first15: string): string {
  const first17 = `${first15}00`.slice(0, 17);
  return first17 + creditCodeCheckDigit(first17);
}

/**
 * Fills an empty installation through the product's own API as its operator: organisations, 48 firms by import, claims,
 * demands. One that already holds an organisation is left as it is. The accounts are told either way, while they are there.
 */
export async function seedDemo(api: ApiClient): Promise<DemoAccount[]> {
  const page = await api.get<{ items: unknown[] }>('/organisations?limit=1');
  const lines = (await readFile(dataFile('firms.jsonl'), 'utf8')).trim().split('\n');
  const firmNames = lines.slice(0, 2).map((line) => (JSON.parse(line) as { name: string }).name);
  const seeds = ACCOUNTS.map((seed, at) => ({ ...seed, organisation: seed.organisation || (firmNames[at - 3] ?? '') }));
  const accounts = seeds.map((seed) => ({
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

async function addAccount(api: ApiClient, seed: Seed, at: number): Promise<void> {
  const { kind, organisation, person: name, email, code } = seed;
  const person = { name, email, password: PASSWORD };
  await api.post(
    '/operations/accounts',
    { organisation, kind, creditCode: creditCode(code), person },
    `demo-account-${at}`,
  );
}

async function signedIn(url: string, email: string): Promise<ApiClient> {
  const { token } = await new ApiClient(url).post<{ token: string }>('/sessions', { email, password: PASSWORD });
  return new ApiClient(url, token);
}

async function claimProfiles(operator: ApiClient, seeds: readonly Seed[]): Promise<void> {
  for (const seed of seeds.filter((one) => one.claims)) {
    const sme = await signedIn(operator.url, seed.email);
    for (const { id } of await sme.get<{ id: string }[]>('/claimable-profiles')) {
      const claim = await sme.post<{ id: string }>('/claims', { profileId: id });
      await operator.post(`/claims/${claim.id}/decision`, { decision: 'accept' });
    }
  }
}

async function publishDemands(url: string, seeds: readonly Seed[]): Promise<void> {
  const demands = JSON.parse(await readFile(dataFile('demands.json'), 'utf8')) as {
    leader: 0 | 1;
    content: DemandContent;
  }[];
  const leaders = await Promise.all(
    seeds.filter((seed) => seed.kind === 'leader').map((seed) => signedIn(url, seed.email)),
  );
  for (const [at, { leader, content }] of demands.entries()) {
    const api = leaders[leader] as ApiClient;
    const { id } = await api.post<{ id: string }>('/demands', withDates(content), `demo-demand-${at}`);
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
