import { findRegion } from '../region.js';
import type { MatchRequirement } from '../types.js';
import { type Ask, readAsk } from './ask.js';
import { type CertificateAsk, readCertificateAsk } from './certificate-ask.js';
import { certificateFindings } from './certificate-verdict.js';
import { figureFindings } from './figure-verdict.js';
import { decide, type Finding, type Verdict } from './finding.js';
import { matterFindings, refusals, refusedWork } from './matter-verdict.js';
import type { ReadProfile } from './profile-reading.js';
import { placesOf, readRegionAsk } from './region-ask.js';

function regionFinding(values: readonly string[], profile: ReadProfile): Finding {
  const { region } = profile.firm;
  const why = findRegion(region, values);
  const state = why === 'region-inside' ? 'met' : why === 'region-outside' ? 'not-met' : 'unknown';
  return { state, why, weight: 1, ...(region ? { evidence: { field: 'region', text: region } } : {}) };
}

/** Of several things asked together the worst decides, of alternatives the best. */
function combined(lists: readonly Finding[][], all: boolean): Finding | undefined {
  const decided = lists.map((list) => decide(list));
  const rank = (finding: Finding | undefined) =>
    ['not-met', 'unknown', 'likely', 'met'].indexOf(finding?.state ?? 'unknown');
  const sorted = [...decided].sort((a, b) => rank(a) - rank(b));
  return all ? sorted[0] : sorted.at(-1);
}

function figureFinding(ask: Ask, profile: ReadProfile, on: string): Finding | undefined {
  const found = decide(figureFindings(ask, profile, on));
  if (found && found.state !== 'likely') return found;
  return decide(refusals(ask, profile, on)) ?? found;
}

/** The profile speaks of it and gives no figure. */
function withoutFigure(ask: Ask, profile: ReadProfile, on: string): Finding | undefined {
  const said = matterFindings({ ...ask, matter: ask.named }, profile, on).filter(({ state }) => state === 'met');
  const best = decide(said);
  return best && { ...best, state: 'likely', why: 'figure-missing' };
}

function certificateFinding(ask: Ask, wanted: CertificateAsk, profile: ReadProfile, on: string): Finding | undefined {
  const found = combined(certificateFindings(ask, wanted, profile, on), wanted.all);
  if (found || wanted.known) return found;
  return decide(refusedWork(ask, profile, on)) ?? decide(matterFindings(ask, profile, on));
}

/** A requirement, read once for all firms it is asked of. */
export interface ReadRequirement {
  readonly requirement: MatchRequirement;
  readonly ask: Ask;
  readonly certificate?: CertificateAsk;
  readonly region?: readonly string[];
}

/** Reads a requirement. Pure; costs some tenths of a millisecond. */
export function readRequirement(requirement: MatchRequirement): ReadRequirement {
  const ask = readAsk(requirement);
  const region = readRegionAsk(ask);
  const certificate = region ? undefined : readCertificateAsk(ask);
  return { requirement, ask, ...(region ? { region } : {}), ...(certificate ? { certificate } : {}) };
}

/** The wish that a firm is in one of these places, as people write them (山东省青岛市, 长三角). */
export function readRegions(values: readonly string[], must: boolean): ReadRequirement {
  const requirement = { name: values.join('、'), must };
  return { requirement, ask: readAsk(requirement), region: values.flatMap(placesOf) };
}

function findingFor(
  { ask, region, certificate }: ReadRequirement,
  profile: ReadProfile,
  on: string,
): Finding | undefined {
  if (region) return regionFinding(region, profile);
  if (certificate) return certificateFinding(ask, certificate, profile, on);
  if (ask.figure) return figureFinding(ask, profile, on) ?? withoutFigure(ask, profile, on);
  return decide(matterFindings(ask, profile, on));
}

/**
 * Whether a firm meets a requirement on the day `on` (YYYY-MM-DD), and the text of its profile that decides. Open world:
 * what the profile does not say is unknown; not met needs a contradiction.
 */
export function verdict(read: ReadRequirement, profile: ReadProfile, on: string): Verdict {
  const found = findingFor(read, profile, on.slice(0, 10));
  if (!found) return { state: 'unknown', why: 'silent' };
  const { state, why, evidence } = found;
  return { state, why, ...(evidence ? { evidence } : {}) };
}
