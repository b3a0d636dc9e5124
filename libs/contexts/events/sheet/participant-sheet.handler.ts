import { Injectable } from '@nestjs/common';
import type { Principal } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { fail, ok, type Result } from '#platform/errors/errors';
import { readXlsx } from '#platform/sheets/read-xlsx';
import { type SheetFault, SheetRefused } from '#platform/sheets/zip-guard';
import { InjectCollection } from '#platform/store/collections';
import type { Collection } from '#ports/store/store';
import { inPhase } from '../event/matchmaking.rules.js';
import { eventsErrors } from '../events.errors.js';
import { MATCHMAKINGS, type Matchmaking, REGISTRATIONS, type Registration } from '../events.store.js';
import { KnownThings } from '../known/known-things.js';
import { INVITING, MOST_PARTICIPANTS, RegistrationHandler } from '../registration/registration.handler.js';
import { registrationId } from '../registration/registration.rules.js';
import { type CheckedRow, checkParticipants } from './check-participants.js';
import { HEADER_ROWS, lookupKey, namedIn, participantRows } from './participant-rows.js';

const LIMITS = { unpackedBytes: 50 * 1024 * 1024, rows: MOST_PARTICIPANTS, headerRows: HEADER_ROWS, columns: 60 };
/** Organisations of one write. */
const BATCH = 200;
/** The most ids that the store takes at once. */
const MOST_IDS = 1000;

const faultOf = (fault: SheetFault) =>
  fault === 'too-many-rows' || fault === 'too-many-columns'
    ? eventsErrors.sheet_long({ rows: LIMITS.rows, columns: LIMITS.columns })
    : eventsErrors.sheet_unreadable();

/** A row with what it comes to: it can be invited, it is there already, or something is wrong with it. */
export interface JudgedRow extends CheckedRow {
  readonly state: 'ready' | 'there' | 'wrong';
}

/** Participants as staff have them in a sheet. */
@Injectable()
export class ParticipantSheetHandler {
  constructor(
    @InjectCollection(MATCHMAKINGS) private readonly events: Collection<Matchmaking>,
    @InjectCollection(REGISTRATIONS) private readonly registrations: Collection<Registration>,
    private readonly known: KnownThings,
    private readonly inviting: RegistrationHandler,
  ) {}

  /** Reads a workbook and says of each row what it comes to. Nothing is kept. */
  async check(id: string, file: Buffer): Promise<Result<JudgedRow[]>> {
    const event = await this.events.get(id);
    if (!event) return fail(commonErrors.not_found());
    const refused = inPhase(event, INVITING);
    if (refused) return fail(refused);
    const read = await rowsOf(file);
    if (!read.ok) return read;
    const names = read.value.flatMap(({ cells }) => [
      ...[cells.name, cells.creditCode].flatMap((one) => one ?? []),
      ...namedIn(cells.musts),
      ...namedIn(cells.wishes),
    ]);
    const found = await this.known.organisationsNamed(names.map(lookupKey));
    const there = await this.there(id, [...new Set([...found.values()].flat().map((one) => one.id))]);
    const rows = checkParticipants(read.value, { event, found, there });
    return ok(rows.map((row) => ({ ...row, state: stateOf(row, there) })));
  }

  /** Invites those whose row is right; the others stay out, and who is there already stays as it is. */
  async invite(id: string, file: Buffer, caller: Principal): Promise<Result<JudgedRow[]>> {
    const rows = await this.check(id, file);
    if (!rows.ok) return rows;
    const asked = rows.value.flatMap(({ state, organisation, limits, wishes }) =>
      state === 'ready' && organisation ? [{ organisationId: organisation.id, limits, wishes }] : [],
    );
    for (let from = 0; from < asked.length; from += BATCH) {
      const invited = await this.inviting.invite(id, asked.slice(from, from + BATCH), caller);
      if (!invited.ok) return invited;
    }
    return rows;
  }

  /** Those of the organisations that are at the event. */
  private async there(id: string, organisationIds: readonly string[]): Promise<Set<string>> {
    const found = new Set<string>();
    for (let from = 0; from < organisationIds.length; from += MOST_IDS) {
      const ids = organisationIds.slice(from, from + MOST_IDS).map((one) => registrationId(id, one));
      for (const { organisationId } of await this.registrations.many(ids)) found.add(organisationId);
    }
    return found;
  }
}

async function rowsOf(file: Buffer) {
  try {
    return participantRows(await readXlsx(file, LIMITS));
  } catch (error) {
    if (error instanceof SheetRefused) return fail(faultOf(error.fault));
    throw error;
  }
}

const stateOf = ({ wrong, organisation }: CheckedRow, there: ReadonlySet<string>): JudgedRow['state'] =>
  wrong.length > 0 ? 'wrong' : there.has(organisation?.id ?? '') ? 'there' : 'ready';
