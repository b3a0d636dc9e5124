import { creditCodeCheckDigit } from '#contracts/credit-code';
import { ApiClient } from '#platform/http/api-client';

/** Password of every demo account, known to everybody: an installation with demo data is for trying out. */
export const PASSWORD = 'rulian-demo';

export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
  readonly name: string;
}

/** An organisation with its first person. */
export interface Seed {
  readonly role: string;
  readonly kind: 'leader' | 'sme' | 'staff';
  readonly organisation: string;
  readonly person: string;
  readonly email: string;
  readonly code: string;
  /** Takes over the imported profile of the same name. */
  readonly claims?: boolean;
}

export const ACCOUNTS: readonly Seed[] = [
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

/** Firms that come to the demo's events, beside those with an account for everybody to try. */
const GUESTS = ['周凯', '吴倩', '郑浩', '冯雪', '蒋涛', '沈悦'];

/** Who waits for staff: the first to be let in, the second for the profile that it claims. */
const WAITING = ['韩梅', '唐军'];

/** The organisations of the demo; those without a name take that of the next imported firm. */
export function demoSeeds(firmNames: readonly string[]): Readonly<Record<'shown' | 'guests' | 'waiting', Seed[]>> {
  const firms = firmNames.values();
  const named = (seed: Seed): Seed => ({ ...seed, organisation: seed.organisation || (firms.next().value ?? '') });
  const shown = ACCOUNTS.map(named);
  const others = (people: readonly string[], name: string, code: string, claims: boolean) =>
    people.map((person, at) =>
      named({
        role: 'SME',
        kind: 'sme',
        organisation: '',
        person,
        email: `${name}${at + 1}@demo.local`,
        code: `${code}${at}`,
        claims,
      }),
    );
  const guests = others(GUESTS, 'guest', '91370200MA0001', true);
  const waiting = others(WAITING, 'waiting', '91370200MA0002', false);
  return { shown, guests, waiting };
}

/** A valid code for an invented organisation. */
export function creditCode(first15: string): string {
  const first17 = `${first15}00`.slice(0, 17);
  return first17 + creditCodeCheckDigit(first17);
}

/** Makes an organisation that is approved, with its first person. */
export async function addAccount(api: ApiClient, seed: Seed, at: number | string): Promise<void> {
  const { kind, organisation, person: name, email, code } = seed;
  const person = { name, email, password: PASSWORD };
  await api.post(
    '/operations/accounts',
    { organisation, kind, creditCode: creditCode(code), person },
    `demo-account-${at}`,
  );
}

/** The API as a person of the demo calls it. */
export async function signedIn(url: string, email: string): Promise<ApiClient> {
  const { token } = await new ApiClient(url).post<{ token: string }>('/sessions', { email, password: PASSWORD });
  return new ApiClient(url, token);
}

/** Claims the imported profile of the same name; answers the ids of the claims, which wait for staff. */
export async function claimProfile(url: string, { email }: Seed): Promise<string[]> {
  const sme = await signedIn(url, email);
  const claims: string[] = [];
  for (const { id } of await sme.get<{ id: string }[]>('/claimable-profiles'))
    claims.push((await sme.post<{ id: string }>('/claims', { profileId: id })).id);
  return claims;
}

/** Those that take over an imported profile do. */
export async function claimProfiles(operator: ApiClient, seeds: readonly Seed[]): Promise<void> {
  for (const seed of seeds.filter((one) => one.claims))
    for (const id of await claimProfile(operator.url, seed))
      await operator.post(`/claims/${id}/decision`, { decision: 'accept' });
}
