import type { DemandContent, DemandState, Requirement } from '#contracts/demand';

/** What is tried of a demand that is being written: all that ranking reads. */
export type DraftContent = Pick<
  DemandContent,
  'title' | 'background' | 'process' | 'chain' | 'link' | 'quantity' | 'regions'
> & {
  readonly requirements?: readonly (Omit<Requirement, 'id'> & { readonly id?: string })[];
  readonly certificates?: DemandContent['certificates'];
  readonly blocked?: readonly string[];
};

/** The draft as a demand that is open; requirements without an id get `p1`, `p2`, … by their place. */
export function draftDemand({ requirements = [], ...content }: DraftContent, ownerId: string, at: string): DemandState {
  return {
    id: 'draft',
    version: 1,
    ownerId,
    ownerName: '',
    type: 'supply',
    certificates: [],
    blocked: [],
    ...content,
    requirements: requirements.map((requirement, place) => ({
      ...requirement,
      id: requirement.id ?? `p${place + 1}`,
    })),
    wanted: 1,
    deadline: at,
    disclosure: {},
    status: 'published',
    createdAt: at,
    updatedAt: at,
  };
}

/** The demand with one of its musts made nice to have; `key` as reasons name it. Pure. */
export function loosened(demand: DemandState, key: string): DemandState {
  const { requirements, certificates, regions } = demand;
  return {
    ...demand,
    requirements: requirements.map((each) => (each.id === key ? { ...each, must: false } : each)),
    certificates: certificates.map((each) => (`certificate:${each.name}` === key ? { ...each, must: false } : each)),
    ...(regions ? { regions: key === 'region' ? { ...regions, must: false } : regions } : {}),
  };
}
