import { PROFILES } from '#contexts/capability/capability.store';
import { EVENTS, TOPICS } from '#contracts/topics';
import { ApiClient } from '#platform/http/api-client';
import type { LogEvent } from '#ports/event';
import { type Log, skip, stop } from '#ports/log/log';
import { SqliteStore } from '#ports/store/sqlite/sqlite-store';
import { addMember, eventually, importFirms, inDays, type Member, settled, signIn, signUp } from '#test/e2e/people';
import type { StandaloneDeployment } from '#test/e2e/standalone-deployment';
import { pdf, png } from '#test/kit/sample-files';

/** A standalone in which everything has happened that leaves documents or events. */
export interface House {
  readonly deployment: StandaloneDeployment;
  readonly leader: Member;
  readonly staff: Member;
  /** Id of a profile that is removed. */
  readonly removedProfile: string;
}

interface WithId {
  readonly id: string;
}

const GEARS = { products: ['冰箱压缩机用精密齿轮'], processes: ['磨齿', '渗碳淬火'], region: '山东省青岛市' };

export function demandBody(title: string) {
  return {
    type: 'supply',
    title,
    background: '新平台量产，产能不足',
    process: '磨齿',
    requirements: [{ name: '渗碳淬火', target: '具备', must: true }],
    deadline: inDays(60),
  };
}

export async function fillHouse(deployment: StandaloneDeployment): Promise<House> {
  const leader = await addMember(deployment, 'leader', '海岳家电集团');
  const staff = await addMember(deployment, 'staff', '民营经济服务中心');
  const firms = Array.from({ length: 60 }, (_, n) => ({ name: `齿轮制造企业${n}号`, ...GEARS }));
  await importFirms(deployment, firms);
  for (const title of ['压缩机齿轮配套', '减速器齿轮配套', '洗衣机齿轮配套']) await publish(leader, title);
  await attach(deployment, leader);
  await claim(deployment, staff);
  await leader.api.post(`/organisations/${leader.organisationId}/api-keys`, { name: 'ERP' });
  const removedProfile = await removeProfile(deployment);
  await settled(deployment);
  return { deployment, leader, staff, removedProfile };
}

/** The same after a restart, which may have changed the address. */
export async function signedIn(house: House): Promise<House> {
  const again = async (member: Member) => ({ ...member, ...(await signIn(house.deployment, member.email)) });
  return { ...house, leader: await again(house.leader), staff: await again(house.staff) };
}

/** Lets a group handle that many events of a stopped standalone more; `letters`: it can handle none of them. */
export async function advance(
  log: Log,
  group: string,
  topics: readonly string[],
  events: number,
  letters = false,
): Promise<void> {
  let heard = 0;
  let enough = () => {};
  const reached = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const handle = async ([event]: readonly LogEvent[]) => {
    heard += 1;
    if (heard <= events) return letters ? [skip(`cannot: ${event?.id}`)] : undefined;
    enough();
    return [stop('enough')];
  };
  const subscription = await log.subscribe(group, topics, handle, { batch: 1 });
  await reached;
  await subscription.close();
}

/** Writes to the store of a stopped standalone: the event of it never reaches the log. Its cause is `unsent`. */
export async function leaveUnsent(folder: string): Promise<void> {
  const store = await SqliteStore.open(folder);
  const profiles = await store.collection(PROFILES);
  for (const profile of (await profiles.scan({ limit: 1 })).items) {
    const draft = {
      topic: TOPICS.profile,
      type: EVENTS.profileChanged,
      time: '2026-11-22T08:00:00.000Z',
      data: profile,
    };
    await profiles.save({ ...profile, nameKey: 'changed' }, [draft], 'unsent');
  }
  await store.close();
}

export async function publish({ api }: Pick<Member, 'api'>, title: string): Promise<string> {
  const { id } = await api.post<WithId>('/demands', demandBody(title));
  await api.post(`/demands/${id}/submission`);
  return id;
}

/** A firm that signs up, is approved and takes its profile over; it has notices then. */
async function claim(deployment: StandaloneDeployment, staff: Member): Promise<void> {
  const name = '齿轮制造企业7号';
  const { items } = await staff.api.get<{ items: (WithId & { name: string })[] }>('/profiles?limit=100');
  const profileId = items.find((profile) => profile.name === name)?.id;
  const sme = await signUp(deployment, 'sme', name);
  await staff.api.post(`/organisations/${sme.organisationId}/decisions`, { decision: 'approve' });
  const { id } = await eventually(() => sme.api.post<WithId>('/claims', { profileId }).catch(() => false as const));
  await staff.api.post(`/claims/${id}/decision`, { decision: 'accept' });
  await eventually(async () => (await sme.api.get<{ items: unknown[] }>('/notices')).items.length > 0);
}

/** Files of a demand, one of which is taken away again. */
async function attach(deployment: StandaloneDeployment, { api }: Member): Promise<void> {
  const demandId = await publish({ api }, '带图纸的齿轮需求');
  await settled(deployment);
  const add = async (name: string, content: Uint8Array) => {
    const path = `/demands/${demandId}/files?name=${name}`;
    return api.upload<WithId>(path, 'application/octet-stream', new Blob([new Uint8Array(content)]).stream());
  };
  await add('a.pdf', await pdf('drawing', { pages: 3 }));
  await add('b.png', await png(800, 600));
  await api.delete(`/files/${(await add('c.png', await png(20, 20))).id}`);
}

async function removeProfile({ url, operator, operatorSecret }: StandaloneDeployment): Promise<string> {
  const { id } = await operator.post<WithId>('/profiles', { name: '已注销企业' });
  const headers = { authorization: `Bearer ${operatorSecret}`, 'idempotency-key': 'removal-of-a-firm' };
  const { ok, status } = await fetch(`${url}/api/v1/profiles/${id}`, { method: 'DELETE', headers });
  if (!ok) throw new Error(`the profile was not removed: ${status}`);
  return id;
}

/** Writes one thing after the other until it is stopped. */
export function useLightly({ deployment, leader }: House): { stop(): Promise<void> } {
  let over = false;
  const anybody = new ApiClient(deployment.url);
  const work = async () => {
    for (let n = 0; !over; n += 1) {
      const id = await publish(leader, `用时需求${n} 齿轮配套`);
      await leader.api.patch(`/demands/${id}`, { background: `补充${n}` });
      if (n % 3 === 2) await leader.api.post(`/demands/${id}/closing`, { reason: 'fulfilled' });
      await importFirms(deployment, [{ name: `用时企业${n}号`, ...GEARS }]);
      await anybody.get('/search/firms?q=1');
    }
  };
  const working = work();
  return {
    stop: async () => {
      over = true;
      await working;
    },
  };
}
