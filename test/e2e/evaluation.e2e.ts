import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deploy } from './deploy.js';
import type { Deployment } from './deployment.js';
import { addMember, inDays, type Member, settled } from './people.js';

interface Evaluation {
  readonly version: number;
  readonly complete: boolean;
  readonly evaluators: readonly { readonly id: string; readonly sheets: number }[];
  readonly own: readonly { readonly responseId: string }[];
  readonly responses: readonly { readonly id: string; readonly firmName: string }[];
  readonly results?: readonly {
    readonly responseId: string;
    readonly firmName: string;
    readonly mean: number;
    readonly lowest: number;
    readonly highest: number;
    readonly sheets: readonly { readonly byName: string; readonly note?: string }[];
  }[];
}

const CRITERIA = [
  { id: 'team', weight: 20 },
  { id: 'ability', weight: 30 },
  { id: 'plan', weight: 30 },
  { id: 'local-value', name: '本地带动', weight: 20 },
];

describe('several people judge the responses to a demand', () => {
  let deployment: Deployment;
  let leader: Member;
  let staff: Member;
  let firms: Member[];
  let demandId: string;
  const responses: string[] = [];

  beforeAll(async () => {
    deployment = await deploy();
    leader = await addMember(deployment, 'leader', '海岳家电集团');
    staff = await addMember(deployment, 'staff', '民营经济局');
    firms = [
      await addMember(deployment, 'sme', '青岛岚齿精密机械有限公司'),
      await addMember(deployment, 'sme', '潍坊新齿轮有限公司'),
    ];
    const body = { type: 'supply', title: '精密齿轮', deadline: inDays(60), wanted: 1 };
    demandId = (await leader.api.post<{ id: string }>('/demands', body)).id;
    await leader.api.post(`/demands/${demandId}/submission`);
    for (const { api, organisationName } of firms)
      await api.post('/profiles', { name: organisationName, products: ['精密齿轮'] });
    await settled(deployment);
    for (const { api } of firms) {
      const { id } = await api.put<{ id: string }>(`/demands/${demandId}/response`, { plan: '先送样' });
      await api.post(`/responses/${id}/submission`);
      responses.push(id);
    }
  });
  afterAll(() => deployment.destroy());

  const path = () => `/demands/${demandId}/evaluation`;
  const setUp = (evaluatorIds: readonly string[], criteria: readonly object[] = CRITERIA) =>
    leader.api.put<Evaluation>(path(), { criteria, evaluatorIds });
  const judge = ({ api }: Member, response: string | undefined, score: number, note?: string) => {
    const scores = Object.fromEntries(CRITERIA.map(({ id }) => [id, score]));
    return api.put<Evaluation>(`/responses/${response}/sheet`, { scores, ...(note ? { note } : {}) });
  };
  const refusal = async (asking: Promise<unknown>) =>
    asking.then(
      () => 'nothing refused',
      (error: { problem?: { code?: string } }) => error.problem?.code,
    );

  it('by criteria with weights, as the leader or staff set them; no other firm among the evaluators', async () => {
    const [firm] = firms;
    expect(await refusal(setUp([leader.personId, firm?.personId ?? '']))).toBe('engagement.evaluator_of_firm');
    expect(await refusal(setUp(['nobody']))).toBe('engagement.person_unknown');
    expect(await refusal(setUp([leader.personId], []))).toBe('field.list_empty');
    const made = await setUp([leader.personId, staff.personId]);
    expect(made.responses.map(({ id }) => id).sort()).toEqual([...responses].sort());
    expect(made.responses.map(({ firmName }) => firmName).sort()).toEqual(firms.map((f) => f.organisationName).sort());
    expect(await refusal(firm?.api.get(path()) ?? Promise.resolve())).toBe('common.not_found');
  });

  it('blind until all are in: everybody sees the own sheets and how many are in, nobody the results', async () => {
    await judge(leader, responses[0], 6, 'MI-LEADER');
    await judge(leader, responses[1], 9);
    await judge(staff, responses[0], 8);
    for (const member of [leader, staff]) {
      const seen = await member.api.get<Evaluation>(path());
      expect([seen.complete, seen.results]).toEqual([false, undefined]);
      expect(seen.evaluators.map(({ sheets }) => sheets)).toEqual([2, 1]);
      expect(JSON.stringify(seen).includes('MI-LEADER')).toBe(member === leader);
    }
    expect(await refusal(setUp([leader.personId]))).toBe('engagement.evaluation_begun');
    expect(await refusal(leader.api.put(`/responses/${responses[0]}/sheet`, { scores: { team: 11 } }))).toBe(
      'engagement.scores_wrong',
    );
    expect(await refusal(leader.api.put(`/responses/${responses[0]}/sheet`, { scores: { team: 1 } }))).toBe(
      'engagement.scores_missing',
    );
  });

  it('with the spread shown then; the leader chooses', async () => {
    const seen = await judge(staff, responses[1], 5);
    expect(seen.complete).toBe(true);
    const told = seen.results?.map(({ responseId, mean, lowest, highest }) => [responseId, mean, lowest, highest]);
    expect(told).toEqual(
      expect.arrayContaining([
        [responses[0], 7, 6, 8],
        [responses[1], 7, 5, 9],
      ]),
    );
    expect(seen.results?.flatMap(({ sheets }) => sheets.map(({ note }) => note))).toContain('MI-LEADER');
    expect(await refusal(judge(staff, responses[1], 9))).toBe('engagement.evaluation_complete');
    for (const { api } of firms) expect(await refusal(api.get(path()))).toBe('common.not_found');
    expect(await leader.api.post(`/responses/${responses[0]}/choice`)).toMatchObject({ status: 'chosen' });
    expect((await staff.api.get<Evaluation>(path())).results).toHaveLength(2);
  });
});
