import { eventually, inDays } from '#test/e2e/people';
import { type About, both, type Calls, foreign, isHouseStaff, own, self, standing } from './fixture.js';
import { addDemand, demandBody, type House, profileBody, unique } from './world.js';

type State = 'draft' | 'submitted' | 'published';

/** A demand of the organisation that the call may use up; a frozen organisation has only those it had. */
async function demand({ world, house }: About, state: State): Promise<string | undefined> {
  if (!house?.standing.draft) return undefined;
  return house.frozen ? house.standing[state] : addDemand(world, house, state);
}

const fresh = (state: State, body?: unknown) => async (about: About) => {
  const id = await demand(about, state);
  return id === undefined ? undefined : { params: { id }, ...(body === undefined ? {} : { body }) };
};

/** The published demand of the organisation and a firm that is proposed for it. */
const proposedFirm = async ({ world, house }: About & { readonly house: House }) => {
  const id = house.standing.published;
  if (id === undefined) return undefined;
  const { items } = await world.operator.get<{ items: { firmId: string }[] }>(`/demands/${id}/proposals?limit=1`);
  return items[0] && { params: { id, firmId: items[0].firmId } };
};

/** The published demand of the organisation and a firm that may stand in its list. */
const listFirm =
  (body?: unknown) =>
  async ({ world, house }: About & { readonly house: House }) => {
    const id = house.standing.published;
    if (id === undefined) return undefined;
    const { firms } = await world.operator.get<{ firms: { firmId: string }[] }>(`/demands/${id}/curation`);
    return firms[0] && { params: { id, firmId: firms[0].firmId }, ...(body === undefined ? {} : { body }) };
  };

/** Touched for those who may take it back. */
const touchedFirm = async (about: About & { readonly house: House }) => {
  const ask = await listFirm()(about);
  if (!ask || !isHouseStaff(about.actor)) return ask;
  const { id, firmId } = ask.params;
  await about.world.operator.put(`/demands/${id}/curation/firms/${firmId}`, { kind: 'boost' });
  return ask;
};

/** A draft of the organisation that is kept to chosen firms. */
const chosenDemand = (withBody: boolean) => async (about: About) => {
  const id = await demand(about, 'draft');
  if (id === undefined || !about.house) return undefined;
  const firmId = about.world.foreignPartner.standing.profile ?? '';
  const chosen = { order: 'in-turn', days: 7, firms: [{ firmId }] };
  if (!about.house.frozen) await about.house.admin.put(`/demands/${id}/chosen-firms`, { ...chosen, firms: [] });
  // Its list follows from the demand.
  const list = () => about.world.operator.get(`/demands/${id}/chosen-firms`).catch(() => undefined);
  if (!about.house.frozen) await eventually(list);
  return { params: { id }, ...(withBody ? { body: chosen } : {}) };
};

const fullWeights = {
  ...{ requirements: 2, certificates: 1, process: 1, region: 0 },
  ...{ quantity: 1, details: 1, link: 1, tier: 3 },
};

/** The id of a proposal that is open, once the firm says again what it can do. */
async function releasedTo(house: House): Promise<string> {
  await house.admin.patch(`/profiles/${house.standing.profile}`, profileBody(house));
  return eventually(async () => {
    const { items } = await house.admin.get<{ items: { id: string; status: string }[] }>('/proposals?limit=100');
    return items.find(({ status }) => status === 'released')?.id;
  });
}

/** A proposal to the organisation's firm that is open now: the other calls change profiles and demands. */
const openProposal = async ({ house }: About & { readonly house: House }) => {
  if (house.standing.proposal === undefined) return undefined;
  const id = house.frozen ? house.standing.proposal : await releasedTo(house);
  return { params: { id }, body: { answer: 'declined', reasons: ['terms'], note: '账期过长' } };
};

export const fullDemand = () => ({
  ...demandBody(unique('冷链托盘需求')),
  background: '背景',
  requirements: [
    { id: 'r1', name: '承重', target: '≥ 500', unit: 'kg', must: true, testMethod: '静压', disclosure: 'matched' },
  ],
  chain: '冷链',
  link: '托盘',
  process: '注塑',
  quantity: '每月 2000 件',
  dates: { sample: inDays(70), pilot: inDays(80), mass: inDays(90) },
  certificates: [{ name: 'ISO 9001', must: false }],
  regions: { values: ['山东省'], must: false },
  budget: { min: 1, max: 2 },
  wanted: 2,
  ipTerms: '归需求方',
  disclosure: { ipTerms: 'nda' },
  blocked: ['91370200MA0000000X'],
  chosen: null,
});

const fullPreview = () => {
  const { title, background, requirements, chain, link, process, quantity, certificates, regions, blocked } =
    fullDemand();
  return { title, background, requirements, chain, link, process, quantity, certificates, regions, blocked };
};

export const demandCalls: Calls = {
  'GET /demand-types': self(),
  'POST /demands': self(() => ({ body: fullDemand() })),
  'GET /demands': self(() => ({ query: 'limit=100' }), { sees: ({ actor }) => actor.house?.standing.draft }),
  'GET /demands/{id}': [
    own(standing('draft'), {
      title: 'a draft',
      narrower: {
        rule: { any: ['staff', 'operator'], own: ['leader', 'sme', 'pending'] },
        because: 'only published demands are public',
      },
    }),
    foreign(standing('draft'), {
      title: 'a draft',
      narrower: { rule: { any: ['staff', 'operator'] }, because: 'only published demands are public' },
    }),
    ...both(standing('published'), { title: 'a published one' }),
  ],
  'PATCH /demands/{id}': both(fresh('draft', { ...fullDemand(), background: null })),
  'PUT /demands/{id}/chosen-firms': both(chosenDemand(true)),
  'DELETE /demands/{id}/chosen-firms': both(chosenDemand(false)),
  'GET /demands/{id}/chosen-firms': both(chosenDemand(false)),
  'GET /demands/{id}/candidates': both(chosenDemand(false)),
  'POST /operations/projections/demand': self(),
  'POST /demands/{id}/submission': both(fresh('draft')),
  'DELETE /demands/{id}/submission': both(fresh('submitted')),
  'POST /demands/{id}/publication': both(fresh('submitted', { checks: ['clear', 'fair'] })),
  'PUT /demands/{id}/sensitivity': both(fresh('draft', { sensitive: true })),
  'POST /demands/{id}/return': both(fresh('submitted', { reason: '请补充', checks: ['clear'] })),
  'POST /demands/{id}/closing': both(fresh('published', { reason: 'withdrawn', note: '不再需要' })),
  'POST /demands/{id}/renewal': both(fresh('published', { deadline: inDays(90) })),
  'POST /demand-previews': self(() => ({ body: fullPreview() })),
  'GET /demands/{id}/history': both(standing('published')),
  'GET /demands/{id}/access-log': both(standing('published')),
  'GET /demands/{id}/proposals': both(standing('published')),
  'GET /demands/{id}/decision': both(standing('published')),
  'GET /demands/{id}/decision/changes': both(standing('published')),
  'GET /demands/{id}/firms/{firmId}/breakdown': both(proposedFirm),
  'GET /demands/{id}/like-demands': both(standing('published')),
  'GET /demands/{id}/curation': both(standing('published')),
  'POST /demands/{id}/curation/hold': both(standing('published', { note: '核对' })),
  'POST /demands/{id}/curation/release': both(standing('published', { note: '已核对' })),
  'GET /demands/{id}/curation/firms/{firmId}': both(listFirm()),
  'PUT /demands/{id}/curation/firms/{firmId}': both(listFirm({ kind: 'boost', reason: '重点培育', confirm: false })),
  'DELETE /demands/{id}/curation/firms/{firmId}': both(touchedFirm, { shared: true }),
  'POST /demands/{id}/curation/trial': both(standing('published', { weights: fullWeights })),
  'PUT /demands/{id}/curation/weights': both(standing('published', { weights: { tier: 1 } })),
  'GET /demands/{id}/curation/history': both(standing('published')),
  'GET /held-lists': self(() => ({ query: 'limit=100' })),
  'GET /matching-settings': self(),
  'PUT /matching-settings': self(() => ({ body: { hold: false } })),
  'GET /proposal-coverage': self(),
  'GET /training-rows': self(() => ({ query: 'limit=100' })),
  'POST /proposals/{id}/seen': both(standing('proposal')),
  'POST /proposals/{id}/answer': both(openProposal),
  'GET /proposals': self(() => ({ query: 'limit=100' }), { sees: ({ actor }) => actor.house?.standing.proposal }),
  'GET /proposals/{id}': both(standing('proposal')),
  'GET /proposals/{id}/advice': both(standing('proposal')),
  'GET /firms-to-invite': self(() => ({ query: 'limit=100' })),
};
