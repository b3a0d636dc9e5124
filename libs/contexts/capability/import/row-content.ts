import { LIST_FIELDS, type ProfileContent } from '#contracts/profile';
import { sha256 } from '#platform/ids';
import type { Profile } from '../capability.store.js';
import type { FirmRow } from './firm-row.js';

/** The row without its place in the file. */
export function contentOf(row: FirmRow): ProfileContent {
  const { row: _row, externalId: _id, ...content } = row;
  return content;
}

/** The same for rows that say the same, in whatever order their columns stand. */
export function digestOf(content: ProfileContent): string {
  return sha256(JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))));
}

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** What the row says in place of what the profile said. What it does not speak of stays, so that a short file empties nothing. */
export function replaced(profile: Profile, content: ProfileContent): Profile {
  const said = Object.entries(content).filter(([, value]) => !isEmpty(value));
  return { ...profile, ...Object.fromEntries(said) };
}

/** A further row of the same file for the same firm: its list items are added, and what nothing was said of so far. */
export function joined(profile: Profile, content: ProfileContent): Profile {
  const lists = LIST_FIELDS.map((field) => [field, [...new Set([...profile[field], ...content[field]])]]);
  const known = new Set(profile.certificates.map((certificate) => JSON.stringify(certificate)));
  const certificates = [
    ...profile.certificates,
    ...content.certificates.filter((certificate) => !known.has(JSON.stringify(certificate))),
  ];
  const said = Object.entries(profile).filter(([, value]) => value !== undefined);
  return { ...profile, ...content, ...Object.fromEntries(said), ...Object.fromEntries(lists), certificates };
}

const CONTENT = ['name', 'creditCode', 'region', 'certificates', 'employees', 'tier', 'text', 'externalId'] as const;

/** True when nothing that people or matching read has changed. */
export function sameContent(a: Profile, b: Profile): boolean {
  return [...CONTENT, ...LIST_FIELDS].every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]));
}
