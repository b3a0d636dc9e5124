import { firmNameKey } from '#contracts/firm-name';
import type { ProfileContent } from '#contracts/profile';
import { EVENTS } from '#contracts/topics';
import { idFrom, sha256 } from '#platform/ids';
import type { Collection, Entry } from '#ports/store/store';
import type { Profile } from '../capability.store.js';
import { newProfile, profileEvents, withDerived } from '../profile.rules.js';
import type { FirmRow } from './firm-row.js';

export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
}

type Fate = keyof Counts;

interface Present {
  readonly byCode: ReadonlyMap<string, Profile>;
  readonly byExternalId: ReadonlyMap<string, Profile>;
  readonly byNameKey: ReadonlyMap<string, readonly Profile[]>;
}

/**
 * Brings rows into the store: three look-ups and one insert a batch, whatever its size. A row finds its firm by credit
 * code, then by the file's own id, then by name where neither side says anything else. Run again, it changes nothing.
 */
export async function applyRows(
  profiles: Collection<Profile>,
  jobId: string,
  rows: readonly FirmRow[],
  at: string,
): Promise<Counts> {
  const counts = { created: 0, updated: 0, unchanged: 0, kept: 0 };
  for (const wave of waves(rows)) {
    for (const fate of await applyWave(profiles, jobId, wave, at)) counts[fate] += 1;
  }
  return counts;
}

/** Rows of one wave cannot mean the same firm; a firm that stands twice in a batch is met again in the next wave. */
function waves(rows: readonly FirmRow[]): FirmRow[][] {
  const result: FirmRow[][] = [];
  let rest = [...rows];
  while (rest.length > 0) {
    const seen = new Set<string>();
    const wave: FirmRow[] = [];
    const later: FirmRow[] = [];
    for (const row of rest) {
      const keys = [
        row.creditCode && `c:${row.creditCode}`,
        row.externalId && `x:${row.externalId}`,
        `n:${firmNameKey(row.name)}`,
      ];
      const known = keys.filter((key) => key !== undefined && key !== '');
      if (known.some((key) => seen.has(key as string))) later.push(row);
      else wave.push(row);
      for (const key of known) seen.add(key as string);
    }
    result.push(wave);
    rest = later;
  }
  return result;
}

async function applyWave(
  profiles: Collection<Profile>,
  jobId: string,
  rows: readonly FirmRow[],
  at: string,
): Promise<Fate[]> {
  const present = await lookUp(profiles, rows);
  const inserts: Entry<Profile>[] = [];
  const saves: Profile[] = [];
  const twins = new Map<string, Profile>();
  const fates = rows.map((row): Fate => {
    const content = contentOf(row);
    const digest = sha256(JSON.stringify(content));
    const found = find(row, present);
    if (!found) {
      const others = present.byNameKey.get(firmNameKey(row.name)) ?? [];
      inserts.push(insertion(jobId, row, content, digest, others.length > 0, at));
      for (const other of others) if (other.duplicateKey === undefined) twins.set(other.id, other);
      return 'created';
    }
    if (found.organisationId !== undefined) return 'kept';
    if (found.importDigest === digest) return 'unchanged';
    saves.push(updated(found, row, content, digest, at));
    twins.delete(found.id);
    return 'updated';
  });
  if (inserts.length > 0) await profiles.insert(inserts, jobId);
  await Promise.all([
    ...saves.map((doc) => profiles.save(doc, profileEvents(doc, doc.version + 1, EVENTS.profileImported, at), jobId)),
    ...[...twins.values()].map((twin) => profiles.save({ ...twin, duplicateKey: twin.nameKey })),
  ]);
  return fates;
}

async function lookUp(profiles: Collection<Profile>, rows: readonly FirmRow[]): Promise<Present> {
  const values = (of: (row: FirmRow) => string | undefined) => [
    ...new Set(rows.map(of).filter((v) => v !== undefined)),
  ];
  const [codes, externals, names] = await Promise.all([
    profiles.manyBy(
      'byCode',
      values((row) => row.creditCode),
    ),
    profiles.manyBy(
      'byExternalId',
      values((row) => row.externalId),
    ),
    profiles.manyBy(
      'byNameKey',
      values((row) => firmNameKey(row.name)),
    ),
  ]);
  const byNameKey = new Map<string, Profile[]>();
  for (const profile of names) byNameKey.set(profile.nameKey, [...(byNameKey.get(profile.nameKey) ?? []), profile]);
  return {
    byCode: new Map(codes.map((profile) => [profile.creditCode ?? '', profile])),
    byExternalId: new Map(externals.map((profile) => [profile.externalId ?? '', profile])),
    byNameKey,
  };
}

function find(row: FirmRow, present: Present): Profile | undefined {
  const exact =
    (row.creditCode && present.byCode.get(row.creditCode)) ||
    (row.externalId && present.byExternalId.get(row.externalId));
  if (exact) return exact;
  const agrees = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b;
  const sameName = present.byNameKey.get(firmNameKey(row.name)) ?? [];
  const fitting = sameName.filter((p) => agrees(p.creditCode, row.creditCode) && agrees(p.externalId, row.externalId));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function insertion(
  jobId: string,
  row: FirmRow,
  content: ProfileContent,
  importDigest: string,
  twin: boolean,
  at: string,
): Entry<Profile> {
  const fresh = newProfile(idFrom('import', jobId, String(row.row)), content, 'imported', at, {
    importDigest,
    ...(row.externalId ? { externalId: row.externalId } : {}),
  });
  const doc = twin ? { ...fresh, duplicateKey: fresh.nameKey } : fresh;
  return { doc, events: profileEvents(doc, 1, EVENTS.profileImported, at) };
}

function updated(found: Profile, row: FirmRow, content: ProfileContent, importDigest: string, at: string): Profile {
  const externalId = row.externalId ?? found.externalId;
  return withDerived({
    ...found,
    ...content,
    importDigest,
    updatedAt: at,
    ...(externalId ? { externalId } : {}),
  }) as Profile;
}

/** The row without its place in the file. Absent fields stay absent, so that an update does not empty them. */
function contentOf(row: FirmRow): ProfileContent {
  const { row: _row, externalId: _id, ...content } = row;
  return content;
}
