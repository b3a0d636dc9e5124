import { readFile } from 'node:fs/promises';
import { randomOf } from '#engines/random';
import type { Deployment } from '#test/e2e/deployment';
import { addMember, eventually, importFirms, inDays, type Member, settled } from '#test/e2e/people';

interface GivenFirm {
  readonly id: string;
  readonly name: string;
  readonly patents: readonly string[];
}

interface Facets {
  readonly facets: Readonly<Record<string, readonly { readonly count: number }[]>>;
}

/** The people in front of a server that holds many firms, and how much it holds. */
export interface Population {
  readonly firms: number;
  readonly leader: Member;
  readonly staff: Member;
  /** A published demand of the leader's with many firms proposed. */
  readonly demandId: string;
}

/** Titles of needs: patents of firms by lot, the same each time. */
function needs(firms: readonly GivenFirm[], count: number): string[] {
  const random = randomOf(11);
  const lines = firms.flatMap(({ patents }) => patents).filter(({ length }) => length >= 6 && length <= 60);
  return Array.from({ length: count }, () => lines[Math.floor(random() * lines.length)] ?? '');
}

async function publish(leader: Member, title: string): Promise<string> {
  const { id } = await leader.api.post<{ id: string }>('/demands', { type: 'supply', title, deadline: inDays(60) });
  await leader.api.post(`/demands/${id}/submission`);
  return id;
}

/** Resolves when as many firms can be searched. */
async function searchable(deployment: Deployment, firms: number): Promise<void> {
  await eventually(async () => {
    const { facets } = await deployment.operator.get<Facets>('/search/firms?limit=1');
    return (facets.claimed ?? []).reduce((sum, { count }) => sum + count, 0) >= firms;
  }, 120_000);
}

const firmsOf = async (file: string): Promise<GivenFirm[]> =>
  (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GivenFirm);

/**
 * Brings the firms of a file (JSON lines; none without one) and some more into a deployment, with a leader, its demands
 * and staff.
 */
export async function populate(
  deployment: Deployment,
  file: string | undefined,
  more: readonly object[] = [],
  demands = 40,
): Promise<Population> {
  const firms = file ? await firmsOf(file) : [];
  const leader = await addMember(deployment, 'leader', '海岳智能家电集团');
  const staff = await addMember(deployment, 'staff', '青岛市民营经济服务中心');
  const report = await importFirms<{ status: string; rows: number; handled: number; created: number }>(deployment, [
    ...firms,
    ...more,
  ]);
  await settled(deployment, 300_000);
  await searchable(deployment, report.created);
  const ids: string[] = [];
  for (const title of firms.length > 0 ? needs(firms, demands) : []) ids.push(await publish(leader, title));
  await settled(deployment, 300_000);
  const counted = await Promise.all(
    ids.map(async (id) => ({ id, ...(await leader.api.get<{ proposed: number }>(`/demands/${id}/decision`)) })),
  );
  const [most] = counted.sort((a, b) => b.proposed - a.proposed);
  return { firms: report.created, leader, staff, demandId: most?.id ?? '' };
}
