import type { Profile, Schemas } from '#web/api/client';

export const LISTS = [
  'products',
  'processes',
  'equipment',
  'capacity',
  'cases',
  'patents',
  'domains',
  'industries',
] as const;
export type ListField = (typeof LISTS)[number];

export const GUARDED = [
  'creditCode',
  'equipment',
  'certificates',
  'patents',
  'cases',
  'capacity',
  'employees',
  'text',
] as const;

type Circle = 'public' | 'matched' | 'owner';

/** A profile as the form holds it: a list is a text with a line each. */
export type ProfileValues = Record<ListField, string> & {
  readonly name: string;
  readonly creditCode: string;
  readonly region: string;
  readonly employees: string;
  readonly tier: string;
  readonly text: string;
  readonly certificates: readonly { readonly name?: string; readonly number?: string; readonly validUntil?: string }[];
  readonly disclosure: Partial<Record<(typeof GUARDED)[number], Circle>>;
};

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export function valuesOf(
  profile: Profile | null,
  organisation: { name: string; creditCode?: string; region?: string },
): ProfileValues {
  const lists = Object.fromEntries(LISTS.map((field) => [field, (profile?.[field] ?? []).join('\n')]));
  const disclosure = Object.fromEntries(GUARDED.map((field) => [field, profile?.disclosure?.[field] ?? 'public']));
  return {
    ...(lists as Record<ListField, string>),
    name: profile?.name ?? organisation.name,
    creditCode: profile?.creditCode ?? organisation.creditCode ?? '',
    region: profile?.region ?? (profile ? '' : (organisation.region ?? '')),
    employees: profile?.employees === undefined || profile.employees === null ? '' : String(profile.employees),
    tier: profile?.tier ?? '',
    text: profile?.text ?? '',
    certificates: profile?.certificates ?? [],
    disclosure,
  };
}

/** What a sheet says as the form holds it, and which fields these are. */
export function taken(said: Partial<Profile>): { values: Partial<ProfileValues>; fields: string[] } {
  const lists = LISTS.filter((field) => said[field]?.length).map((field) => [field, said[field]?.join('\n')]);
  const { region, tier, text, employees, certificates } = said;
  const values = {
    ...Object.fromEntries(lists),
    ...(region ? { region } : {}),
    ...(tier ? { tier } : {}),
    ...(text ? { text } : {}),
    ...(typeof employees === 'number' ? { employees: String(employees) } : {}),
    ...(certificates?.length ? { certificates } : {}),
  };
  return { values, fields: Object.keys(values) };
}

/** What is sent: what was emptied is taken away. */
export function inputOf(values: ProfileValues): Schemas['ProfileInput'] {
  const lists = Object.fromEntries(LISTS.map((field) => [field, linesOf(values[field])]));
  const orNull = (text: string) => text.trim() || null;
  return {
    ...(lists as Record<ListField, string[]>),
    name: values.name.trim(),
    ...(values.creditCode.trim() ? { creditCode: values.creditCode.trim().toUpperCase() } : {}),
    region: orNull(values.region),
    tier: orNull(values.tier),
    text: orNull(values.text),
    employees: values.employees.trim() === '' ? null : Number(values.employees),
    certificates: values.certificates
      .filter(({ name }) => name?.trim())
      .map(({ name = '', number, validUntil }) => ({
        name: name.trim(),
        ...(number?.trim() ? { number: number.trim() } : {}),
        ...(validUntil ? { validUntil } : {}),
      })),
    disclosure: values.disclosure,
  };
}
