import { ApiClient } from '#platform/http/api-client';
import { eventually, inDays } from '#test/e2e/people';
import { fullDemand } from './demand.calls.js';
import { type About, both, type Calls, isHouseStaff, self, standing } from './fixture.js';
import { addDemand, type House, type World } from './world.js';

interface Made {
  readonly id: string;
  readonly questions: readonly { readonly id: string }[];
}

interface Me {
  readonly person?: { readonly id: string };
}

type OfHouse = About & { readonly house: House };

/** An organisation with which this one may have to do, and which is none of the others'. */
function partnerOf(world: World, house: House | undefined): House {
  if (house === world.foreign) return world.foreignPartner;
  const houses = world.actors.map((actor) => actor.house);
  const found = houses.find((one) => one && one !== house && !one.frozen && one.kind !== 'staff');
  if (!found) throw new Error('nobody to have to do with');
  return found;
}

export const fullResponse = () => ({
  answers: [{ requirement: 'r1', meets: 'meet', how: '静压 600 kg', evidence: ['检测报告'] }],
  plan: '先送样，再量产。',
  team: [{ name: '王工', role: '工艺', experience: '十五年' }],
  milestones: [{ name: '样件', day: inDays(30), deliverable: '20 件' }],
  price: { min: 1, max: 2, unit: '件' },
  ip: '工艺归我方',
  freeTimes: [{ from: `${inDays(3)}T01:00:00Z`, to: `${inDays(3)}T02:00:00Z` }],
});

/** A response of `firm` to a new demand of `from`. */
async function respond(world: World, firm: House, from: House, handIn: boolean): Promise<Made> {
  const demand = await addDemand(world, from, 'published', fullDemand());
  const write = () => firm.admin.put<Made>(`/demands/${demand}/response`, fullResponse());
  // The demand is known there a moment later.
  const made = await eventually(() => write().catch(() => undefined));
  return handIn ? firm.admin.post<Made>(`/responses/${made.id}/submission`) : made;
}

const canAct = ({ frozen, kind }: House): boolean => !frozen && kind !== 'staff';

/** A response of the organisation that the call may use up; a frozen one has only that which it had. */
const sent =
  (handIn: boolean, body?: unknown) =>
  async ({ world, house }: OfHouse) => {
    const id = canAct(house)
      ? (await respond(world, house, partnerOf(world, house), handIn)).id
      : house.standing.response;
    return id === undefined ? undefined : { params: { id }, ...(body === undefined ? {} : { body }) };
  };

/** A response to a demand of the organisation. */
const received =
  (body?: unknown) =>
  async ({ world, house }: OfHouse) => {
    const id = canAct(house)
      ? (await respond(world, partnerOf(world, house), house, true)).id
      : house.standing.received;
    return id === undefined ? undefined : { params: { id }, ...(body === undefined ? {} : { body }) };
  };

const asked = async ({ world, house }: OfHouse) => {
  if (!canAct(house)) return undefined;
  const partner = partnerOf(world, house);
  const { id } = await respond(world, house, partner, true);
  const { questions } = await partner.admin.post<Made>(`/responses/${id}/questions`, { text: '有无现场？' });
  return { params: { id, questionId: questions[0]?.id ?? '' }, body: { text: '有' } };
};

const demandOfAnother = async ({ world, actor }: About) => {
  const from = actor.house === world.foreign ? world.foreignPartner : partnerOf(world, actor.house);
  const id = await addDemand(world, from, 'published', fullDemand());
  await eventually(() => known(world, id));
  return { params: { id }, body: fullResponse() };
};

const known = ({ operator }: World, id: string) =>
  operator.get(`/demands/${id}/responses`).then(
    () => true,
    () => false,
  );

/** A demand about which another has turned to the organisation already: that thread is answered. */
const approached = async ({ world, actor }: About) => {
  const from = actor.house === world.foreign ? world.foreignPartner : partnerOf(world, actor.house);
  const demandId = await addDemand(world, from, 'published', fullDemand());
  const { profile: firmId } = actor.house?.standing ?? {};
  const open = () => from.admin.post<Made>(`/demands/${demandId}/engagements`, { firmId });
  if (firmId) await eventually(() => open().catch(() => undefined));
  return { params: { id: demandId } };
};

/** A thread of the organisation that the call may use up. */
const thread =
  (params: object, body?: unknown) =>
  async ({ world, house }: OfHouse) => {
    const id = canAct(house) ? (await engaged(world, house)).id : house.standing.engagement;
    return id === undefined ? undefined : { params: { ...params, id }, ...(body === undefined ? {} : { body }) };
  };

async function engaged(world: World, house: House): Promise<Made> {
  const [firm, demand] = [partnerOf(world, house), await addDemand(world, house, 'published', fullDemand())];
  const open = () => house.admin.post<Made>(`/demands/${demand}/engagements`, { firmId: firm.standing.profile });
  return eventually(() => open().catch(() => undefined));
}

/** A firm of another, and a demand of the organisation. */
const contact = async ({ world, house }: OfHouse) => {
  if (!canAct(house)) return undefined;
  const id = await addDemand(world, house, 'published', fullDemand());
  await eventually(() => known(world, id));
  return { params: { id }, body: { firmId: partnerOf(world, house).standing.profile } };
};

/** Staff hand over as well, and say for which side. */
const handOver = async ({ world, actor, house }: OfHouse) => {
  const [of, isStaff] = [
    house.kind === 'staff' ? world.foreign : house,
    actor.role === 'staff' || actor.role === 'operator',
  ];
  if (!canAct(of)) return undefined;
  const { id } = await engaged(world, of);
  return { params: { id }, body: { personId: of.standing.person, ...(isStaff ? { side: 'leader' } : {}) } };
};

const plan = async (about: OfHouse) => {
  const ask = await thread({ step: 'sample' })(about);
  if (!ask) return undefined;
  const body = { due: inDays(20), evidence: ['计划'], amount: 12_000, note: '先做十件' };
  return { ...ask, body: { ...body, ...(canAct(about.house) ? { personId: about.house.standing.person } : {}) } };
};

const weights = [
  { id: 'team', weight: 2 },
  { id: 'local-value', name: '本地带动', weight: 1 },
];

/** A demand of the organisation with a response to be judged, by a person of the organisation and of staff. */
const evaluated = async ({ world, house }: OfHouse) => {
  if (!canAct(house)) return undefined;
  const { id } = await respond(world, partnerOf(world, house), house, true);
  const { demandId } = await house.admin.get<{ demandId: string }>(`/responses/${id}`);
  return { id, demandId };
};

const settingUp = async (about: OfHouse) => {
  const made = await evaluated(about);
  const body = { criteria: weights, evaluatorIds: [about.house.standing.person] };
  return made && { params: { id: made.demandId }, body };
};

const setUp = async (about: OfHouse, evaluatorIds: readonly string[]) => {
  const made = await evaluated(about);
  if (made) await about.house.admin.put(`/demands/${made.demandId}/evaluation`, { criteria: weights, evaluatorIds });
  return made;
};

const evaluation = async (about: OfHouse) => {
  const made = await setUp(about, [about.house.standing.person]);
  return made && { params: { id: made.demandId } };
};

/** Two evaluators, of whom one is left out. */
const leavingOut = async (about: OfHouse) => {
  const staff = about.world.actors.find(({ role, house }) => role === 'staff' && house)?.house?.standing.person ?? '';
  const made = await setUp(about, [about.house.standing.person, staff]);
  return made && { params: { id: made.demandId, personId: staff } };
};

/** Judged by the person who asks, where it is one. */
const sheet = async (about: OfHouse) => {
  const { actor, world, house } = about;
  const mayJudge = actor.person && (actor.house === house || isHouseStaff(actor));
  const me = mayJudge ? await new ApiClient(world.url, actor.secret).get<Me>('/me') : {};
  const made = await setUp(about, [me.person?.id ?? house.standing.person]);
  return made && { params: { id: made.id }, body: { scores: { team: 8, 'local-value': 6.5 }, note: '队伍齐全' } };
};

export const engagementCalls: Calls = {
  'GET /demands/{id}/response': both(standing('respondedTo')),
  'PUT /demands/{id}/response': self(demandOfAnother),
  'POST /responses/{id}/submission': both(sent(false)),
  'POST /responses/{id}/withdrawal': both(sent(true, { reason: '产能已满' })),
  'POST /responses/{id}/questions/{questionId}/answer': both(asked),
  'POST /responses/{id}/shortlisting': both(received({ shortlisted: true })),
  'POST /responses/{id}/questions': both(received({ text: '有无现场？' })),
  'POST /responses/{id}/rejection': both(received({ reason: 'price', note: '高于预算' })),
  'POST /responses/{id}/choice': both(received()),
  'GET /demands/{id}/evaluation': both(evaluation),
  'PUT /demands/{id}/evaluation': both(settingUp),
  'DELETE /demands/{id}/evaluation/evaluators/{personId}': both(leavingOut),
  'PUT /responses/{id}/sheet': both(sheet),
  'GET /demands/{id}/responses': both(standing('published')),
  'GET /responses': self(() => ({ query: 'limit=100' }), { sees: ({ actor }) => actor.house?.standing.response }),
  'GET /responses/waiting': self(undefined, { sees: () => undefined }),
  'GET /responses/{id}': both(standing('response')),
  'GET /responses/{id}/history': both(standing('response')),
  'POST /demands/{id}/engagements': both(contact),
  'POST /demands/{id}/approach': self(approached),
  'GET /engagements': self(() => ({ query: 'limit=100' })),
  'GET /engagements/{id}': both(standing('engagement')),
  'GET /engagements/{id}/history': both(standing('engagement')),
  'GET /engagements/{id}/messages': both(standing('engagement')),
  'POST /engagements/{id}/messages': both(thread({}, { text: '样件已寄出' })),
  'PUT /engagements/{id}/steps/{step}': both(plan),
  'POST /engagements/{id}/steps/{step}/closing': both(
    thread({ step: 'sample' }, { outcome: 'done', evidence: ['报告'], amount: 1, note: '合格' }),
  ),
  'POST /engagements/{id}/owner': both(handOver),
  'PUT /engagements/{id}/readers': both(thread({}, { personIds: [] })),
  'POST /engagements/{id}/ending': both(thread({}, { reason: 'schedule', note: '交期不符' })),
  'POST /operations/projections/engagement': self(),
};
