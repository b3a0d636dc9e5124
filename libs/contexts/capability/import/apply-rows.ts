import { firmNameKey } from '#contracts/firm-name';
import { EVENTS } from '#contracts/topics';
import { ok } from '#platform/errors/errors';
import { idFrom } from '#platform/ids';
import { changeDocument } from '#platform/store/change';
import type { Collection, Entry, Written } from '#ports/store/store';
import type { Profile } from '../capability.store.js';
import { newProfile, profileEvents, withDerived } from '../profile.rules.js';
import { KnownFirms } from './find-firms.js';
import type { FirmRow } from './firm-row.js';
import { contentOf, digestOf, joined, replaced, sameContent } from './row-content.js';

export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
}

type Fate = keyof Counts;

/** One reading of a file from its first row. */
export interface Reading {
  readonly jobId: string;
  /** Time of what is written, ISO 8601. */
  readonly at: string;
  /** Ids of the firms that the rows so far were about; grows with the rows. */
  readonly named: Set<string>;
}

/** What is to become of a row; nothing to write when there is neither `insert` nor `save`. */
interface Plan {
  readonly row: FirmRow;
  readonly firmId: string;
  readonly fate: Fate;
  readonly insert?: Entry<Profile>;
  readonly save?: Profile;
  /** Other profiles of the same name: to be listed as possible duplicates. */
  readonly twins: readonly Profile[];
  /** This import has written the profile before: with this row, when it was cut short, or with another. */
  readonly maybeAgain?: boolean;
}

const TRIES = 5;

/**
 * Brings rows into the store: three look-ups and one insert a batch, whatever its size. A row finds its firm by credit
 * code, then by the file's own id, then by name where neither side says anything else. Run again, it changes nothing.
 */
export async function applyRows(
  profiles: Collection<Profile>,
  rows: readonly FirmRow[],
  reading: Reading,
): Promise<Counts> {
  const counts = { created: 0, updated: 0, unchanged: 0, kept: 0 };
  for (const wave of waves(rows.map(withoutRowNumber))) {
    let rest = wave;
    for (let attempt = 0; rest.length > 0; attempt += 1) {
      if (attempt === TRIES)
        throw new Error(`${rest.length} rows from row ${rest[0]?.row} were overtaken ${TRIES} times`);
      const { done, overtaken } = await applyWave(profiles, rest, reading);
      for (const { fate, firmId } of done) {
        counts[fate] += 1;
        reading.named.add(firmId);
      }
      rest = overtaken;
    }
  }
  return counts;
}

/** A bare number of up to six digits counts the rows of a list; as an id it would make firms of two lists the same. */
function withoutRowNumber(row: FirmRow): FirmRow {
  if (row.externalId === undefined || !/^\d{1,6}$/.test(row.externalId)) return row;
  const { externalId: _number, ...rest } = row;
  return rest;
}

/** Rows of one wave have no key in common; a firm that stands twice in a batch is met again in the next wave. */
function waves(rows: readonly FirmRow[]): FirmRow[][] {
  const result: FirmRow[][] = [];
  let rest = [...rows];
  while (rest.length > 0) {
    const seen = new Set<string>();
    const wave: FirmRow[] = [];
    const later: FirmRow[] = [];
    for (const row of rest) {
      const keys = keysOf(row);
      (keys.some((key) => seen.has(key)) ? later : wave).push(row);
      for (const key of keys) seen.add(key);
    }
    result.push(wave);
    rest = later;
  }
  return result;
}

function keysOf({ creditCode, externalId, name }: FirmRow): string[] {
  return [
    `n:${firmNameKey(name)}`,
    ...(creditCode === undefined ? [] : [`c:${creditCode}`]),
    ...(externalId === undefined ? [] : [`x:${externalId}`]),
  ];
}

/** Rows whose profile somebody else wrote meanwhile are to be planned again. */
async function applyWave(profiles: Collection<Profile>, rows: readonly FirmRow[], reading: Reading) {
  const known = await KnownFirms.of(profiles, rows);
  const plans = await Promise.all(rows.map((row) => asBefore(profiles, plan(row, known, reading), reading)));
  // Before the inserts: cut off in between, the rows come again and find the mark there.
  await Promise.all(plans.flatMap(({ twins }) => twins).map((twin) => mark(profiles, twin)));
  const inserts = plans.flatMap((one) => (one.insert ? [{ one, entry: one.insert }] : []));
  const inserted = await profiles.insert(
    inserts.map(({ entry }) => entry),
    reading.jobId,
  );
  const saved = await Promise.all(plans.map((one) => one.save && write(profiles, one.save, one.row, reading)));
  const overtaken = new Set<Plan>();
  for (const [at, { one }] of inserts.entries()) if (failed(inserted[at])) overtaken.add(one);
  for (const [at, one] of plans.entries()) if (failed(saved[at])) overtaken.add(one);
  return {
    done: plans.filter((one) => !overtaken.has(one)),
    overtaken: plans.filter((one) => overtaken.has(one)).map(({ row }) => row),
  };
}

const failed = (written: Written<Profile> | undefined): boolean =>
  written?.status === 'stale' || written?.status === 'duplicate';

function plan(row: FirmRow, known: KnownFirms, reading: Reading): Plan {
  const found = known.find(row);
  if (!found) return insertion(row, known.named(row.name), reading);
  const again = found.importJob === reading.jobId;
  const stays = (fate: Fate): Plan => ({ row, firmId: found.id, fate, twins: [], maybeAgain: again });
  if (again && found.id === profileId(reading.jobId, row)) return stays('created');
  if (found.organisationId !== undefined) return stays('kept');
  const content = contentOf(row);
  const digest = digestOf(content);
  const further = reading.named.has(found.id);
  if (!further && found.importDigest === digest) return stays('unchanged');
  const next = further ? joined(found, content) : { ...replaced(found, content), importDigest: digest };
  const externalId = further ? (found.externalId ?? row.externalId) : (row.externalId ?? found.externalId);
  const identified = { ...next, ...(externalId === undefined ? {} : { externalId }) };
  return sameContent(found, identified) ? stays('unchanged') : update(row, identified, known, reading);
}

/** Counts a row that this import applied before it was cut short as it was counted then. */
async function asBefore(profiles: Collection<Profile>, plan: Plan, { jobId }: Reading): Promise<Plan> {
  if (!plan.maybeAgain || plan.fate === 'created') return plan;
  const applied = await profiles.recall(plan.firmId, causeOf(jobId, plan.row));
  return applied ? { ...plan, fate: 'updated' } : plan;
}

const causeOf = (jobId: string, row: FirmRow): string => `${jobId}:${row.row}`;
const profileId = (jobId: string, row: FirmRow): string => idFrom('import', jobId, String(row.row));

function insertion(row: FirmRow, twins: readonly Profile[], { jobId, at }: Reading): Plan {
  const content = contentOf(row);
  const fresh = newProfile(profileId(jobId, row), content, 'imported', at, {
    importDigest: digestOf(content),
    importJob: jobId,
    ...(row.externalId ? { externalId: row.externalId } : {}),
  });
  const doc = twins.length > 0 ? { ...fresh, duplicateKey: fresh.nameKey } : fresh;
  const insert = { doc, events: profileEvents(doc, 1, EVENTS.profileImported, at) };
  return { row, firmId: doc.id, fate: 'created', insert, twins };
}

function update(row: FirmRow, next: Profile, known: KnownFirms, { jobId, at }: Reading): Plan {
  const { duplicateKey: _former, ...rest } = withDerived({ ...next, importJob: jobId, updatedAt: at });
  const twins = known.named(next.name).filter(({ id }) => id !== next.id);
  const save = { ...rest, version: next.version, ...(twins.length > 0 ? { duplicateKey: rest.nameKey } : {}) };
  return { row, firmId: next.id, fate: 'updated', save, twins };
}

function write(profiles: Collection<Profile>, doc: Profile, row: FirmRow, { jobId, at }: Reading) {
  const events = profileEvents(doc, doc.version + 1, EVENTS.profileImported, at);
  return profiles.save(doc, events, causeOf(jobId, row));
}

async function mark(profiles: Collection<Profile>, { id, duplicateKey, nameKey }: Profile): Promise<void> {
  if (duplicateKey === nameKey) return;
  await changeDocument(profiles, id, {}, (profile) => ok({ doc: { ...profile, duplicateKey: profile.nameKey } }));
}
