import { ApiClient } from '#platform/http/api-client';
import { addAccount, claimProfile, creditCode, PASSWORD, type Seed, signedIn } from './accounts.js';

interface Desk {
  /** Who answers proposals. */
  readonly firms: readonly Seed[];
  /** Who joins, and who claims a profile. */
  readonly waiting: readonly Seed[];
}

/** What firms say of their proposals, in turn; every third says nothing yet. */
const ANSWERS = [
  { answer: 'interested' },
  { answer: 'declined', reasons: ['no-capacity'], note: '春节前产能已排满。' },
  undefined,
];

/** So that no queue is empty and the figures speak: who waits for staff, and what firms have answered. */
export async function seedDesk(operator: ApiClient, { firms, waiting }: Desk): Promise<void> {
  const [joins, claims] = waiting as readonly [Seed, Seed];
  await new ApiClient(operator.url).post('/organisations', {
    name: joins.organisation,
    kind: joins.kind,
    creditCode: creditCode(joins.code),
    person: { name: joins.person, email: joins.email, password: PASSWORD },
  });
  await addAccount(operator, claims, 'claims');
  await claimProfile(operator.url, claims);
  for (const [at, seed] of firms.entries()) await answer(await signedIn(operator.url, seed.email), at);
}

async function answer(firm: ApiClient, at: number): Promise<void> {
  const { items } = await firm.get<{ items: { id: string }[] }>('/proposals?limit=100');
  for (const [n, { id }] of items.entries()) {
    await firm.post(`/proposals/${id}/seen`);
    const said = ANSWERS[(at + n) % ANSWERS.length];
    if (said) await firm.post(`/proposals/${id}/answer`, said);
  }
}
