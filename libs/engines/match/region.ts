import { type Place, readPlace } from './places.js';

/** What is known of a firm's place against the places wanted. */
export type RegionFinding = 'region-inside' | 'region-outside' | 'region-unknown';

const levels = ['province', 'city', 'county'] as const;

/** Zones lie across districts: that a firm is in one does not say which district it is in. */
const zone = /高新|经开|经济|技术|开发|保税|自贸|工业|产业|园|^新区/;

function differs(level: (typeof levels)[number], firm: Place, wanted: Place): boolean {
  const [a, b] = [firm[level], wanted[level]];
  if (a === undefined || b === undefined || a === b) return false;
  return level !== 'county' || !(zone.test(a) || zone.test(b));
}

function compare(firm: Place, wanted: Place): RegionFinding {
  if (levels.some((level) => differs(level, firm, wanted))) return 'region-outside';
  const named = levels.filter((level) => wanted[level] !== undefined);
  return named.length > 0 && named.every((level) => firm[level] === wanted[level]) ? 'region-inside' : 'region-unknown';
}

/**
 * Whether a firm's region, as written, lies in one of the places wanted. `region-unknown` where it does not say enough,
 * and for places that are no division (长三角).
 */
export function findRegion(region: string | undefined, wanted: readonly string[]): RegionFinding {
  const firm = readPlace(region ?? '');
  const findings = wanted.map((place) => compare(firm, readPlace(place)));
  if (findings.includes('region-inside')) return 'region-inside';
  const outside = findings.length > 0 && findings.every((finding) => finding === 'region-outside');
  return outside ? 'region-outside' : 'region-unknown';
}
