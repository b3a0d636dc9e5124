import { firmNameKey } from '#contracts/firm-name';
import { type Deployment } from '#test/e2e/deployment';
import { Listener, type StreamEvent } from '#test/e2e/listener';
import { type Member, signUp } from '#test/e2e/people';
import { inLanes } from './measure.js';
import type { Random } from './random.js';

export interface Firm {
  readonly id: string;
  readonly name: string;
}

export interface Query {
  readonly text: string;
  readonly gold?: readonly string[];
}

/** A firm with an account: its person, its profile and what its stream has told. */
export interface Claimed {
  readonly member: Member;
  readonly profileId: string;
  readonly heard: StreamEvent[];
}

/**
 * Firms that will have an account: half of them from the right answers of the queries, so that notices come at all, the
 * others by lot. Names that stand twice are left out: nobody could tell which is whose.
 */
export function chooseFirms(firms: readonly Firm[], queries: readonly Query[], count: number, random: Random): Firm[] {
  const names = new Map<string, number>();
  for (const { name } of firms) names.set(firmNameKey(name), (names.get(firmNameKey(name)) ?? 0) + 1);
  const single = firms.filter(({ name }) => names.get(firmNameKey(name)) === 1 && name.length >= 2);
  const gold = new Set(queries.flatMap((query) => query.gold ?? []));
  const right = random.shuffled(single.filter(({ id }) => gold.has(id))).slice(0, count / 2);
  const taken = new Set(right.map(({ id }) => id));
  const others = random.shuffled(single.filter(({ id }) => !taken.has(id))).slice(0, count - right.length);
  return [...right, ...others];
}

/** Signs up, is approved, claims the imported profile, gets it, opens the notices stream. */
async function claim(deployment: Deployment, { name }: Firm): Promise<Claimed> {
  const member = await signUp(deployment, 'sme', name);
  await deployment.operator.post(`/organisations/${member.organisationId}/decisions`, { decision: 'approve' });
  const [candidate] = await member.api.get<{ id: string }[]>('/claimable-profiles');
  if (!candidate) throw new Error(`nothing to claim for ${name}`);
  const { id } = await member.api.post<{ id: string }>('/claims', { profileId: candidate.id });
  await deployment.operator.post(`/claims/${id}/decision`, { decision: 'accept' });
  const heard: StreamEvent[] = [];
  const listener = await Listener.open(deployment, member.token);
  void listener.each((event) => heard.push(event));
  return { member, profileId: candidate.id, heard };
}

export function claimAll(deployment: Deployment, firms: readonly Firm[]): Promise<Claimed[]> {
  return inLanes(firms, 6, (firm) => claim(deployment, firm));
}
