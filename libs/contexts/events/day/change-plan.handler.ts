import { Injectable } from '@nestjs/common';
import type { Phase } from '#contracts/matchmaking';
import { delayTable, repair } from '#engines/schedule/repair';
import type { Meeting } from '#engines/schedule/types';
import { fail, ok, type Result } from '#platform/errors/errors';
import { eventsErrors } from '../events.errors.js';
import { awayOf } from './absence.js';
import type { AbsenceInput, DelayInput } from './day.dto.js';
import { PlanChanges, type WantedChange } from './plan-changes.js';

const PHASES: readonly Phase[] = ['final', 'live'];

/** What becomes of the plan on the day: somebody does not come, a table runs late. */
@Injectable()
export class ChangePlanHandler {
  constructor(private readonly changes: PlanChanges) {}

  /** The seats that an absence leaves empty are filled with those who are there and may meet more. */
  async absence(id: string, asked: AbsenceInput): Promise<Result<WantedChange>> {
    const found = await this.changes.found(id, PHASES);
    if (!found.ok) return found;
    const away = awayOf(found.value, asked, this.changes.firstOpenSlot(found.value));
    if (!away.ok) return away;
    const { registration, gone, instance, standbys } = away.value;
    const next = (meetings: readonly Meeting[]) =>
      ok(gone.reduce((now, absence) => repair(instance, now, absence, standbys).meetings, meetings));
    return ok({ gathered: found.value, because: 'absent', next, note: registration.organisationName });
  }

  /** The meetings of one table move back; those that cannot be held then are cancelled. */
  async delay(id: string, delay: DelayInput): Promise<Result<WantedChange>> {
    const found = await this.changes.found(id, PHASES);
    if (!found.ok) return found;
    const { instance, event } = found.value;
    if (delay.table > event.tables)
      return fail(eventsErrors.tables_few({ table: delay.table, tables: event.tables }, '/table'));
    if (delay.from >= instance.slots) return fail(eventsErrors.no_such_slot({ last: instance.slots - 1 }, '/from'));
    const next = (meetings: readonly Meeting[]) => ok(delayTable(instance, meetings, delay).meetings);
    return ok({ gathered: found.value, because: 'delay', next, note: `${delay.table}` });
  }
}
