import { nextCreditCode } from '#test/e2e/people';
import { type About, both, type Calls, foreign, isHouseStaff, own, self, standing } from './fixture.js';
import { type Actor, addUnclaimed, freshClaim, profileBody, unique, type World } from './world.js';

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

async function profileOf(house: About['house']): Promise<string | undefined> {
  if (!house || house.kind === 'staff') return undefined;
  if (house.frozen) return house.standing.profile;
  const { items } = await house.admin.get<Listed>('/profiles');
  return items[0]?.id ?? (await house.admin.post<{ id: string }>('/profiles', profileBody(house))).id;
}

/** An organisation has one profile; without one it may write or claim one. Only the operator can take a suspended one's. */
async function withoutProfile({ world, actor }: About): Promise<void> {
  const { house } = actor;
  if (!house || house.kind === 'staff') return;
  const id = house.frozen ? house.standing.profile : (await house.admin.get<Listed>('/profiles')).items[0]?.id;
  if (id === undefined) return;
  const headers = { authorization: `Bearer ${world.deployment.operatorSecret}` };
  await fetch(`${world.url}/api/v1/profiles/${id}`, { method: 'DELETE', headers });
}

/** Staff own what nobody has claimed. */
const profile = async ({ world, actor, house, ownership }: About): Promise<string | undefined> =>
  ownership === 'own' && actor.role === 'staff' ? addUnclaimed(world) : profileOf(house);

const about = (id: string | undefined, body?: unknown) =>
  id === undefined ? undefined : { params: { id }, ...(body === undefined ? {} : { body }) };

/** A firm writes its own credit code, staff any. */
const codeOf = ({ house }: Actor): string => (house && house.kind !== 'staff' ? house.creditCode : nextCreditCode());

export const fullProfile = (world: World | undefined, actor: Actor, name = unique('完整档案')) => ({
  name,
  creditCode: codeOf(actor),
  region: world ? '山东省青岛市' : '山东省',
  products: ['托盘'],
  processes: ['注塑'],
  equipment: ['注塑机'],
  certificates: [{ name: 'ISO 9001', number: 'A-1', validUntil: '2030-01-31' }],
  patents: ['一种托盘'],
  cases: ['某冷链'],
  capacity: ['月产 2000 件'],
  domains: ['冷链'],
  industries: ['塑料制品业'],
  employees: 80,
  tier: '专精特新中小企业',
  text: '简介',
  disclosure: { employees: 'matched' },
});

const unclaimedOnly = {
  rule: { any: ['operator'], own: ['staff'] },
  because: 'a profile that nobody owns is kept up by staff',
} as const;

const wrongSheet = () => ({
  headers: { 'content-type': 'text/csv' },
  body: `企业名称,员工人数\n${unique('检查企业')},很多`,
});

export const capabilityCalls: Calls = {
  'POST /imports': self(() => ({
    query: 'checkOnly=true&fileName=firms.jsonl',
    headers: { 'content-type': 'application/x-ndjson' },
    body: JSON.stringify({ name: unique('检查企业'), website: 'x', employees: 'viele' }),
  })),
  'GET /profile-sheets': self(),
  'POST /profile-sheets': self(({ actor }) => ({
    headers: { 'content-type': 'application/x-ndjson' },
    body: JSON.stringify({ name: actor.house?.name ?? '别家', products: ['托盘'] }),
  })),
  'POST /sheet-checks': self(wrongSheet),
  'POST /sheet-checks/marked': self(wrongSheet),
  'GET /imports': self(),
  'GET /imports/{id}': self(({ world }) => ({ params: { id: world.importJob } })),
  'GET /claimable-profiles': self(async ({ world, actor }) => {
    if (actor.house && !actor.house.frozen) await addUnclaimed(world, actor.house.name);
    return {};
  }),
  'POST /claims': self(
    async (asked) => {
      await withoutProfile(asked);
      return { body: { profileId: await addUnclaimed(asked.world) } };
    },
    { late: true },
  ),
  'GET /claims': self(() => ({ query: 'limit=100' }), { sees: ({ actor }) => actor.house?.standing.claim }),
  'POST /claims/{id}/decision': both(async ({ world, actor, house }) =>
    about(isHouseStaff(actor) ? await freshClaim(world) : house.standing.claim, {
      decision: 'refuse',
      reason: '不符',
    }),
  ),
  'POST /invitations': self(async ({ world }) => ({ body: { profileId: await addUnclaimed(world) } })),
  'GET /invitations/{code}': self(({ world }) => ({ params: { code: world.invitation } })),
  'POST /profiles': self(
    async (asked) => {
      if (asked.actor.role !== 'pending') await withoutProfile(asked);
      return { body: fullProfile(asked.world, asked.actor) };
    },
    { late: true },
  ),
  'GET /profiles': self(undefined, { sees: ({ actor }) => actor.house?.standing.profile }),
  'GET /profiles/duplicates': self(),
  'GET /profiles/export': [
    ...self(() => ({ query: 'format=csv' })),
    ...self(() => ({ query: 'format=jsonl' })),
    ...self(() => ({ query: 'format=xlsx' })),
  ],
  'GET /profiles/{id}': both(standing('profile')),
  'PATCH /profiles/{id}': [
    ...both(async (asked) => about(await profile(asked), { ...fullProfile(asked.world, asked.actor), tier: null })),
    own(async ({ world }) => about(await addUnclaimed(world), { region: '青岛市' }), {
      title: 'one that nobody owns',
      narrower: unclaimedOnly,
    }),
  ],
  'DELETE /profiles/{id}': [
    own(async (asked) => about(await profile(asked)), { late: true }),
    foreign(async ({ world, actor, house }) =>
      about(actor.role === 'operator' ? await addUnclaimed(world) : house.standing.profile),
    ),
    own(async ({ world }) => about(await addUnclaimed(world)), {
      title: 'one that nobody owns',
      narrower: unclaimedOnly,
    }),
  ],
};
