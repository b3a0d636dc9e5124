import type { Role } from '#platform/access/access';
import { ApiClient } from '#platform/http/api-client';
import type { Deployment } from '#test/e2e/deployment';
import { addMember, eventually, inDays, nextCreditCode, PASSWORD, settled, signIn, signUp } from '#test/e2e/people';
import { addLetters } from '#test/e2e/poison';

/** Stands in the names of what the foreign organisation keeps to itself. */
export const FOREIGN = 'WAIBU-5H2K';
/** Stands in fields that their owner narrows: only the owner and staff may ever read it. */
export const SECRET = 'JIMI-9Q7X';

/** Ids of things that an organisation owns and that no test uses up. */
export interface Standing {
  readonly person: string;
  readonly key: string;
  readonly claim?: string;
  readonly profile?: string;
  readonly draft?: string;
  readonly submitted?: string;
  readonly published?: string;
  readonly proposal?: string;
  /** Its response to a demand of another, that demand, and a response to its own demand. */
  readonly response?: string;
  readonly respondedTo?: string;
  readonly received?: string;
  /** A thread in which it is a side. */
  readonly engagement?: string;
}

export interface House {
  readonly id: string;
  readonly name: string;
  readonly kind: 'sme' | 'leader' | 'staff';
  readonly creditCode: string;
  /** Changes when its administrator signs in again. */
  admin: ApiClient;
  readonly email: string;
  /** Nothing of it can be changed any more: it is suspended. */
  frozen: boolean;
  standing: Standing;
}

/** Somebody who calls. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
  readonly house?: House;
  readonly person: boolean;
  readonly admin: boolean;
  /** Credentials that nobody has. */
  readonly wrong?: boolean;
  readonly email?: string;
  secret?: string;
}

export interface World {
  readonly deployment: Deployment;
  readonly url: string;
  readonly operator: ApiClient;
  readonly actors: readonly Actor[];
  /** An organisation like the actors' own, and none of theirs. */
  readonly foreign: House;
  /** The firm with which the foreign organisation has to do. */
  readonly foreignPartner: House;
  /** Waits for approval, has no profile and may claim. */
  readonly claimant: House;
  /** What staff decide about; suspended and reinstated in turn. */
  readonly decided: House;
  readonly invitation: string;
  readonly importJob: string;
  /** Dead letters: one to be read, and one each to be replayed and dropped by staff and by the operator. */
  readonly letters: {
    readonly standing: string;
    readonly replayed: { readonly staff: string; readonly operator: string };
    readonly dropped: { readonly staff: string; readonly operator: string };
  };
  /** A notice of the foreign organisation's administrator. */
  readonly notice: string;
  /** A message to that administrator that was not taken, and its channel. */
  readonly failed: { readonly id: string; readonly channelId: string };
  readonly foreignReader: ApiClient;
}

let serial = 0;
/** A text that no other call has given. */
export const unique = (prefix: string): string => `${prefix}-${(++serial).toString(36).padStart(4, '0')}`;

interface WithId {
  readonly id: string;
}

/** What firm and demand share, so that they are matched. */
const TRADE = { chain: '冰箱', process: '磨齿' };

export function demandBody(title: string, more: object = {}) {
  return { type: 'supply', title, deadline: inDays(60), ...more };
}

/** A demand of the organisation in the wanted state. */
export async function addDemand(
  world: Pick<World, 'operator'>,
  house: House,
  state: 'draft' | 'submitted' | 'published',
  body: object = demandBody(unique('无关需求')),
): Promise<string> {
  const { id } = await house.admin.post<WithId>('/demands', body);
  if (state !== 'draft') await house.admin.post(`/demands/${id}/submission`);
  if (state === 'published') await world.operator.post(`/demands/${id}/publication`);
  return id;
}

/** A profile that nobody has claimed. */
export async function addUnclaimed(world: Pick<World, 'operator'>, name = unique('无主企业')): Promise<string> {
  return (await world.operator.post<WithId>('/profiles', { name })).id;
}

export const profileBody = (house: House, secret = SECRET) => ({
  name: `${house.name}档案`,
  region: '山东省青岛市',
  products: ['冰箱压缩机用精密斜齿轮'],
  processes: ['磨齿'],
  equipment: [`蜗杆砂轮磨齿机 ${secret}`],
  disclosure: { equipment: 'owner' },
});

async function house(deployment: Deployment, kind: House['kind'], name: string): Promise<House> {
  const { api, email, organisationId, creditCode } = await addMember(deployment, kind, name);
  const made = { id: organisationId, name, kind, creditCode, admin: api, email, frozen: false };
  // Leaders that publish by themselves have no demand that waits for staff.
  if (kind === 'leader') await handInFirst(deployment, organisationId);
  return { ...made, standing: await people(deployment, organisationId) };
}

async function handInFirst(deployment: Deployment, id: string): Promise<void> {
  const decide = (decision: object) => deployment.operator.post(`/organisations/${id}/decisions`, decision);
  await decide({ decision: 'suspend', reason: 'test' });
  await decide({ decision: 'reinstate', selfPublish: false });
}

async function people({ operator }: Deployment, id: string): Promise<Standing> {
  const person = await operator.post<WithId>(`/organisations/${id}/people`, {
    name: '旁人',
    email: `${nextCreditCode().toLowerCase()}@example.com`,
    password: PASSWORD,
  });
  const key = await operator.post<WithId>(`/organisations/${id}/api-keys`, { name: 'ERP' });
  return { person: person.id, key: key.id };
}

async function pendingHouse(deployment: Deployment, name: string): Promise<House> {
  const { api, email, organisationId: id, creditCode } = await signUp(deployment, 'sme', name);
  const base = { id, name, kind: 'sme' as const, creditCode, admin: api, email, frozen: true };
  return { ...base, standing: { ...(await people(deployment, id)), claim: await addClaim(deployment, api) } };
}

async function addClaim(deployment: Deployment, api: ApiClient): Promise<string> {
  return (await api.post<WithId>('/claims', { profileId: await addUnclaimed(deployment) })).id;
}

/** A claim that waits for an answer, of an organisation without a profile. */
export const freshClaim = (world: World): Promise<string> => addClaim(world.deployment, world.claimant.admin);

/** Gives an organisation one thing of each kind. */
async function furnish(deployment: Deployment, owner: House, mark: string, blocked: readonly string[]): Promise<void> {
  const claim = await addClaim(deployment, owner.admin);
  const profile = await owner.admin.post<WithId>('/profiles', profileBody(owner));
  const draft = await addDemand(deployment, owner, 'draft', demandBody(`${mark} 草稿需求`));
  const submitted = await addDemand(deployment, owner, 'submitted', demandBody(`${mark} 待审需求`));
  const published = await addDemand(deployment, owner, 'published', {
    ...demandBody(`${mark} 冰箱压缩机用精密斜齿轮配套`, TRADE),
    background: `内部背景 ${SECRET}`,
    disclosure: { background: 'owner' },
    blocked,
  });
  owner.standing = { ...owner.standing, claim, profile: profile.id, draft, submitted, published };
}

interface ProposalSeen extends WithId {
  readonly firmId: string;
}

/** The proposal of one organisation's demand to another's firm. */
async function proposalOf({ operator }: Deployment, demandOf: House, firmOf: House): Promise<string> {
  const { items } = await operator.get<{ items: ProposalSeen[] }>(
    `/demands/${demandOf.standing.published}/proposals?limit=100`,
  );
  const found = items.find((proposal) => proposal.firmId === firmOf.standing.profile);
  if (!found) throw new Error(`no proposal of ${demandOf.name} to ${firmOf.name}: the fixtures do not match`);
  return found.id;
}

/** The firm hands in a response to the published demand of another. */
async function respond(firm: House, from: House): Promise<void> {
  const { published = '' } = from.standing;
  const { id } = await firm.admin.put<WithId>(`/demands/${published}/response`, { plan: '先送样，再量产。' });
  await firm.admin.post(`/responses/${id}/submission`);
  firm.standing = { ...firm.standing, response: id, respondedTo: published };
  from.standing = { ...from.standing, received: id };
}

/** The owner of a demand turns to a firm. */
async function engage(firm: House, from: House): Promise<void> {
  const path = `/demands/${from.standing.published}/engagements`;
  const { id } = await from.admin.post<WithId>(path, { firmId: firm.standing.profile });
  firm.standing = { ...firm.standing, engagement: id };
  from.standing = { ...from.standing, engagement: id };
}

/** Organisations that own things, people and keys that act, and a foreign organisation that owns the same. */
export async function createWorld(deployment: Deployment): Promise<World> {
  const [standing = '', ...others] = await addLetters(deployment, 5);
  const [replayedByStaff = '', replayedByOperator = '', droppedByStaff = '', droppedByOperator = ''] = others;
  const { operator, url } = deployment;
  // At once, so that they share the commits of the store.
  const [staff, sme, leader, suspended, foreign, foreignFirm, decided, pending, claimant] = await Promise.all([
    house(deployment, 'staff', '平台工作人员'),
    house(deployment, 'sme', '自家精密齿轮厂'),
    house(deployment, 'leader', '自家链主'),
    house(deployment, 'sme', '停用齿轮厂'),
    house(deployment, 'leader', `${FOREIGN} 外部链主`),
    house(deployment, 'sme', `${FOREIGN} 外部齿轮厂`),
    house(deployment, 'sme', '被决定单位'),
    pendingHouse(deployment, '待审单位'),
    pendingHouse(deployment, '认领单位'),
  ]);
  // Where it leads is refused when the first message is to be sent.
  await foreign.admin.post('/notice-channels', { kind: 'webhook', address: 'https://localhost/hook', language: 'zh' });
  const ours = [sme.id, leader.id, suspended.id];
  const theirs = [foreign.id, foreignFirm.id];
  await Promise.all([
    ...[sme, leader, suspended].map((owner) => furnish(deployment, owner, '自家', theirs)),
    ...[foreign, foreignFirm].map((owner) => furnish(deployment, owner, FOREIGN, ours)),
  ]);
  await settled(deployment);
  for (const [firm, from] of [
    [sme, leader],
    [leader, sme],
    [suspended, leader],
    [foreign, foreignFirm],
  ] as const) {
    firm.standing = { ...firm.standing, proposal: await proposalOf(deployment, from, firm) };
  }
  for (const [firm, from] of [
    [suspended, leader],
    [sme, leader],
    [leader, sme],
    [foreign, foreignFirm],
    [foreignFirm, foreign],
  ] as const) {
    await respond(firm, from);
  }
  await settled(deployment);
  for (const [firm, from] of [
    [suspended, leader],
    [sme, leader],
    [foreign, foreignFirm],
  ] as const) {
    await engage(firm, from);
  }
  const suspendedKey = await addKey(deployment, suspended);
  suspended.frozen = true;
  await operator.post(`/organisations/${suspended.id}/decisions`, { decision: 'suspend', reason: 'test' });

  const acting = await Promise.all([
    founder(deployment, 'pending person', 'pending', pending),
    founder(deployment, 'suspended person', 'pending', suspended),
    members(deployment, 'sme', sme),
    members(deployment, 'leader', leader),
    members(deployment, 'staff', staff),
  ]);
  const actors: Actor[] = [
    { name: 'anonymous', role: 'anonymous', person: false, admin: false },
    wrongToken(),
    { name: 'suspended key', role: 'pending', house: suspended, person: false, admin: false, secret: suspendedKey },
    ...acting.flat(),
    { name: 'operator', role: 'operator', person: false, admin: true, secret: deployment.operatorSecret },
  ];
  const invited = await operator.post<{ code: string }>('/invitations', { profileId: await addUnclaimed(deployment) });
  const file = JSON.stringify({ name: unique('导入企业') });
  const job = await operator.upload<WithId>('/imports', 'application/x-ndjson', file);
  await operator.imported(job.id);
  await settled(deployment);
  const notices = await foreign.admin.get<{ items: WithId[] }>('/notices');
  const [notice] = notices.items;
  if (!notice) throw new Error('the foreign organisation has no notice');
  const failed = await eventually(async () => {
    const given = await operator.get<{ items: World['failed'][] }>('/operations/failed-messages');
    return given.items[0];
  });
  return {
    deployment,
    url,
    operator,
    actors,
    foreign,
    foreignPartner: foreignFirm,
    claimant,
    decided,
    invitation: invited.code,
    importJob: job.id,
    letters: {
      standing,
      replayed: { staff: replayedByStaff, operator: replayedByOperator },
      dropped: { staff: droppedByStaff, operator: droppedByOperator },
    },
    notice: notice.id,
    failed,
    foreignReader: foreign.admin,
  };
}

const wrongToken = (): Actor => ({
  name: 'wrong token',
  role: 'anonymous',
  person: false,
  admin: false,
  wrong: true,
  secret: `rls_${'A'.repeat(43)}`,
});

async function addKey({ operator }: Deployment, { id }: House): Promise<string> {
  return (await operator.post<{ secret: string }>(`/organisations/${id}/api-keys`, { name: '接口' })).secret;
}

async function founder(deployment: Deployment, name: string, role: Role, of: House): Promise<Actor> {
  const { token } = await signIn(deployment, of.email);
  return { name, role, house: of, person: true, admin: true, email: of.email, secret: token };
}

async function members(deployment: Deployment, role: Role, of: House): Promise<Actor[]> {
  const email = `${nextCreditCode().toLowerCase()}@example.com`;
  await of.admin.post(`/organisations/${of.id}/people`, { name: '成员', email, password: PASSWORD });
  const { token } = await signIn(deployment, email);
  return [
    await founder(deployment, `${role} admin`, role, of),
    { name: `${role} member`, role, house: of, person: true, admin: false, email, secret: token },
    { name: `${role} key`, role, house: of, person: false, admin: false, secret: await addKey(deployment, of) },
  ];
}
