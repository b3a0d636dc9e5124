import { firmNameKey } from '#contracts/firm-name';
import { LIST_FIELDS, type ProfileContent } from '#contracts/profile';
import { fail, ok, type Result } from '#platform/errors/errors';
import { capabilityErrors } from '../capability.errors.js';
import type { Profile } from '../capability.store.js';
import type { FirmRow } from '../import/firm-row.js';
import { contentOf, joined } from '../import/row-content.js';
import { newProfile } from '../profile.rules.js';

/** Whose sheet it is. */
export interface SheetOwner {
  readonly name: string;
  readonly creditCode?: string;
}

/** What a sheet says of its owner. Name and credit code are the owner's own and not taken from it. */
export type SheetContent = Partial<Omit<ProfileContent, 'name' | 'creditCode'>>;

/**
 * The rows of a sheet that speak of its owner, by credit code or name, joined to one profile. A sheet with one firm only is
 * its owner's, however it writes its name there. Undefined where the sheet has no row with a firm.
 */
export function sheetOf(
  rows: readonly FirmRow[],
  owner: SheetOwner,
): Result<{ rows: number; content: SheetContent } | undefined> {
  if (rows.length === 0) return ok(undefined);
  const names = new Set(rows.map(({ name }) => firmNameKey(name)));
  const isOwn = ({ name, creditCode }: FirmRow) =>
    creditCode !== undefined && owner.creditCode !== undefined
      ? creditCode === owner.creditCode
      : firmNameKey(name) === firmNameKey(owner.name);
  const named = rows.filter(isOwn);
  const own = named.length > 0 ? named : names.size === 1 && !rows.some(isOfAnother(owner)) ? rows : [];
  const [first, ...others] = own;
  if (!first) return fail(capabilityErrors.sheet_of_others({ firms: names.size, name: owner.name }));
  const start = newProfile('sheet', contentOf(first), 'own', '') as Profile;
  return ok({ rows: own.length, content: said(others.map(contentOf).reduce(joined, start)) });
}

/** A row with a credit code that is not the owner's. */
const isOfAnother =
  (owner: SheetOwner) =>
  ({ creditCode }: FirmRow): boolean =>
    creditCode !== undefined && owner.creditCode !== undefined && creditCode !== owner.creditCode;

const FIELDS = ['region', 'employees', 'tier', 'text', 'certificates', ...LIST_FIELDS] as const;

/** The fields that hold something. */
function said(profile: Profile): SheetContent {
  const filled = FIELDS.filter((field) => {
    const value = profile[field];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
  return Object.fromEntries(filled.map((field) => [field, profile[field]]));
}
