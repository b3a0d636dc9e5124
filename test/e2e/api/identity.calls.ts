import { nextCreditCode, PASSWORD } from '#test/e2e/people';
import { type About, both, type Calls, foreign, isHouseStaff, self, standing } from './fixture.js';
import { unique, type World } from './world.js';

const email = () => `${nextCreditCode().toLowerCase()}@example.com`;
const founder = () => ({ name: '创办人', email: email(), password: PASSWORD });
const ofHouse = ({ house }: { house: { id: string } }) => ({ params: { id: house.id } });

/** The organisation that staff decide about, approved again if a call before has suspended it. */
async function approved({ decided, operator }: World): Promise<string> {
  const { status } = await operator.get<{ status: string }>(`/organisations/${decided.id}`);
  if (status === 'suspended') await operator.post(`/organisations/${decided.id}/decisions`, { decision: 'reinstate' });
  return decided.id;
}

async function freshKey({ world, house }: About): Promise<string> {
  const { id } = await world.operator.post<{ id: string }>(`/organisations/${house?.id}/api-keys`, { name: 'ERP' });
  return id;
}

/** A link for somebody who does nothing else here. */
async function freshLink({ world }: About): Promise<string> {
  const { id } = await world.operator.post<{ id: string }>(`/organisations/${world.decided.id}/people`, founder());
  const { url } = await world.operator.post<{ url: string }>(`/people/${id}/password-links`);
  return url.split('/').at(-1) ?? '';
}

export const identityCalls: Calls = {
  'POST /organisations': self(() => ({
    body: { name: unique('新单位'), kind: 'sme', creditCode: nextCreditCode(), region: '青岛市', person: founder() },
  })),
  'POST /operations/accounts': self(() => ({
    body: { organisation: unique('新账户'), kind: 'sme', creditCode: nextCreditCode(), person: founder() },
  })),
  'POST /sessions': self(({ world }) => ({ body: { email: world.decided.email, password: PASSWORD } })),
  'DELETE /sessions/current': self(undefined, { endsSession: true }),
  'GET /me': self(),
  'PATCH /me': self(() => ({ body: { name: '改名', language: 'en' } })),
  'POST /me/password': self(() => ({ body: { currentPassword: PASSWORD, password: PASSWORD } }), {
    endsSession: true,
  }),
  'GET /organisations': self(() => ({ query: 'limit=100' })),
  'GET /organisations/{id}': both(ofHouse),
  'POST /organisations/{id}/decisions': both(
    async ({ world, actor, house }) => ({
      params: { id: isHouseStaff(actor) ? await approved(world) : house.id },
      body: { decision: 'suspend', reason: '测试', selfPublish: false },
    }),
    { shared: true },
  ),
  'PUT /organisations/{id}/trust': both(
    async ({ world, actor, house }) => ({
      params: { id: isHouseStaff(actor) ? await approved(world) : house.id },
      body: { selfPublish: false },
    }),
    { shared: true },
  ),
  'GET /organisations/{id}/people': both(ofHouse),
  'POST /organisations/{id}/people': both(({ house }) => ({
    params: { id: house.id },
    body: { ...founder(), admin: false },
  })),
  'PATCH /people/{id}': both(standing('person', { admin: false, active: true })),
  'POST /people/{id}/password-links': both(standing('person')),
  'GET /password-links/{code}': self(async (about) => ({ params: { code: await freshLink(about) } })),
  'POST /password-links/{code}': self(async (about) => ({
    params: { code: await freshLink(about) },
    body: { password: PASSWORD },
  })),
  'GET /organisations/{id}/api-keys': both(ofHouse),
  'POST /organisations/{id}/api-keys': both(({ house }) => ({ params: { id: house.id }, body: { name: 'ERP' } })),
  'DELETE /organisations/{id}/api-keys/{keyId}': [
    ...both(async (about) => ({ params: { id: about.house.id, keyId: await freshKey(about) } })),
    foreign(({ actor, house }) => ({ params: { id: actor.house?.id ?? 'nobody', keyId: house.standing.key } }), {
      title: 'a foreign key under the own organisation',
      narrower: { rule: {}, because: 'the key is not one of that organisation' },
    }),
  ],
};
