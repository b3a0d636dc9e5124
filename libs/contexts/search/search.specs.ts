import type { OrganisationEventState } from '#contracts/identity';
import { LIST_FIELDS } from '#contracts/profile';
import type { PublicDemand } from '#contracts/public-demand';
import type { PublicFirm } from '#contracts/public-firm';
import type { SearchDoc, SearchIndexSpec } from '#ports/search/search';

export const DEMAND_SEARCH: SearchIndexSpec = {
  name: 'demands',
  text: ['title', 'process', 'chain', 'requirements', 'background'],
  facets: ['type', 'chain', 'status', 'region', 'owner'],
};

export const FIRM_SEARCH: SearchIndexSpec = {
  name: 'firms',
  text: ['name', 'products', 'processes', 'domains', 'patents', 'other'],
  facets: ['region', 'tier', 'industry', 'claimed'],
};

/** Organisations, for staff. */
export const ORGANISATION_SEARCH: SearchIndexSpec = {
  name: 'organisations',
  text: ['name', 'creditCode'],
  facets: ['kind', 'status', 'region'],
};

/** The public copy of a demand as people find it. */
export function demandDoc(demand: PublicDemand): SearchDoc {
  const {
    id,
    title,
    background,
    process,
    chain,
    link,
    requirements,
    regions,
    type,
    status,
    ownerName,
    deadline,
    publishedAt,
  } = demand;
  return {
    id,
    text: {
      title,
      process: process ?? '',
      chain: [chain ?? '', link ?? ''],
      requirements: requirements.map((r) => `${r.name} ${r.target}`),
      background: background ?? '',
    },
    facets: { type, chain, status, region: regions?.values, owner: ownerName },
    rank: Date.parse(publishedAt) || 0,
    show: { title, type, status, chain, link, ownerName, deadline, publishedAt },
  };
}

/** The card of a firm as people find it. */
export function firmDoc(card: PublicFirm): SearchDoc {
  const { id, name, region, tier, products, processes, domains, patents, industries, completeness, text } = card;
  const other = LIST_FIELDS.filter((f) => !['products', 'processes', 'domains', 'patents'].includes(f)).flatMap(
    (f) => card[f] ?? [],
  );
  return {
    id,
    text: {
      name,
      products,
      processes,
      domains,
      patents: patents ?? [],
      other: [...other, ...(card.certificates ?? []).map((c) => c.name), text ?? ''],
    },
    facets: { region: provinceAndCity(region), tier, industry: industries, claimed: card.claimed ? 'yes' : 'no' },
    rank: completeness,
    show: {
      name,
      region,
      tier,
      products: products.slice(0, 5),
      domains: domains.slice(0, 5),
      completeness,
      claimed: card.claimed,
    },
  };
}

export function organisationDoc(organisation: OrganisationEventState): SearchDoc {
  const { id, name, kind, status, creditCode, region, createdAt } = organisation;
  return {
    id,
    text: { name, creditCode: creditCode ?? '' },
    facets: { kind, status, region: provinceAndCity(region) },
    rank: Date.parse(createdAt ?? '') || 0,
    show: { name, kind, status, creditCode, region, createdAt },
  };
}

/** 山东省青岛市城阳区 counts under 山东省 and under 山东省青岛市. */
function provinceAndCity(region: string | undefined): string[] | undefined {
  if (!region) return undefined;
  const province = /^.{2,7}?(省|自治区|特别行政区|市)/.exec(region)?.[0];
  if (!province) return [region];
  const city = /^.{1,8}?(市|自治州|地区|盟)/.exec(region.slice(province.length))?.[0];
  return city ? [province, province + city] : [province];
}
