import { ApiClient } from '#platform/http/api-client';
import { addAccount, creditCode, PASSWORD, type Seed, signedIn } from './accounts.js';

interface Desk {
  /** Who writes a demand that staff look at twice. */
  readonly leader: Seed;
  /** Who answers proposals. */
  readonly firms: readonly Seed[];
  /** Who joins, and who claims a profile. */
  readonly waiting: readonly Seed[];
}

/** A demand that is not for everybody's eyes yet: it waits for two of the staff. */
const SENSITIVE = {
  type: 'breakthrough',
  title: '血液分离耗材在线视觉检漏技术攻关',
  background: '现有人工抽检漏检率偏高，拟与一家视觉检测企业联合开发在线检漏装置。',
  chain: '医疗器械',
  process: '机器视觉检测',
  requirements: [
    { name: '最小可检孔径', target: '≤ 20', unit: 'μm', must: true },
    { name: '检测节拍', target: '≥ 60', unit: '件/分钟', must: false },
  ],
};

/** What firms say of their proposals, in turn; every third says nothing yet. */
const ANSWERS = [
  { answer: 'interested' },
  { answer: 'declined', reasons: ['no-capacity'], note: '春节前产能已排满。' },
  undefined,
];

/** So that no queue is empty and the figures speak: what waits for staff, and what firms have answered. */
export async function seedDesk(operator: ApiClient, { leader, firms, waiting }: Desk): Promise<void> {
  const [joins, claims] = waiting as readonly [Seed, Seed];
  await new ApiClient(operator.url).post('/organisations', {
    name: joins.organisation,
    kind: joins.kind,
    creditCode: creditCode(joins.code),
    person: { name: joins.person, email: joins.email, password: PASSWORD },
  });
  await addAccount(operator, claims, 'claims');
  const firm = await signedIn(operator.url, claims.email);
  for (const { id } of await firm.get<{ id: string }[]>('/claimable-profiles'))
    await firm.post('/claims', { profileId: id });
  await handIn(await signedIn(operator.url, leader.email));
  for (const [at, seed] of firms.entries()) await answer(await signedIn(operator.url, seed.email), at);
}

async function handIn(leader: ApiClient): Promise<void> {
  const deadline = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const { id } = await leader.post<{ id: string }>('/demands', { ...SENSITIVE, deadline }, 'demo-demand-sensitive');
  await leader.put(`/demands/${id}/sensitivity`, { sensitive: true });
  await leader.post(`/demands/${id}/submission`);
}

async function answer(firm: ApiClient, at: number): Promise<void> {
  const { items } = await firm.get<{ items: { id: string }[] }>('/proposals?limit=100');
  for (const [n, { id }] of items.entries()) {
    await firm.post(`/proposals/${id}/seen`);
    const said = ANSWERS[(at + n) % ANSWERS.length];
    if (said) await firm.post(`/proposals/${id}/answer`, said);
  }
}
