import type { DemandState, DemandView } from '#contracts/demand';
import { viewDemand } from '#contracts/disclosure';
import { LIST_FIELDS, type ProfileState } from '#contracts/profile';
import type { MatchDemand, MatchFirm, ProfileField, ProfileLine } from '#engines/match/types';

/** A stored profile as the engine reads it: every list item is a line. */
export function matchFirm(profile: ProfileState): MatchFirm {
  const lines: ProfileLine[] = LIST_FIELDS.flatMap((field) =>
    profile[field].map((text) => ({ field: field as ProfileField, text })),
  );
  if (profile.text) lines.push({ field: 'text', text: profile.text });
  return {
    id: profile.id,
    name: profile.name,
    ...(profile.region ? { region: profile.region } : {}),
    lines,
    certificates: profile.certificates,
    ...(profile.tier ? { tier: profile.tier } : {}),
  };
}

/** A demand as the engine reads it, with everything the leader wrote: what is secret may rank, it is not shown. */
export function matchDemand(demand: DemandState): MatchDemand {
  return toMatchDemand(demand, demand.blocked);
}

/** The part of a demand that a matched firm may see: what explanations may speak of. */
export function explainableDemand(demand: DemandState): MatchDemand {
  return toMatchDemand(viewDemand(demand, 'matched'), []);
}

/** Characters of what a model outside is told of a firm or a demand. */
const MEANING = 1_000;

/** What a model outside is told of a firm: what it makes and can do. */
export const firmMeaning = ({ lines }: MatchFirm): string =>
  lines
    .map(({ text }) => text)
    .join('；')
    .slice(0, MEANING);

/** What a model outside is told of a demand: nothing that a matched firm may not see. */
export const demandMeaning = (demand: DemandState): string => wholeText(explainableDemand(demand), '；', MEANING);

/** All that a demand asks for in words, at most so many characters of it. */
export function wholeText(
  { title, process, link, requirements, background }: MatchDemand,
  between: string,
  most: number,
): string {
  const parts = [title, process, link, ...requirements.map(({ name }) => name), background];
  return parts
    .filter((part) => part !== undefined)
    .join(between)
    .slice(0, most);
}

function toMatchDemand(demand: DemandState | DemandView, blocked: readonly string[]): MatchDemand {
  const { id, title, background, process, chain, link, quantity, requirements, certificates, regions } = demand;
  return {
    id,
    title,
    ...(background ? { background } : {}),
    ...(process ? { process } : {}),
    ...(chain ? { chain } : {}),
    ...(link ? { link } : {}),
    ...(quantity ? { quantity } : {}),
    requirements,
    certificates,
    ...(regions ? { regions } : {}),
    blocked,
  };
}
