import type { AccessState, ReadIn } from '#contracts/access';
import { type DemandState, type Disclosure } from '#contracts/demand';
import { confidentialFields } from '#contracts/disclosure';
import { idFrom } from '#platform/ids';
import { isStaff, type Principal } from './access.js';

/**
 * What is to be noted when a caller of the circle is shown a demand; undefined where nothing confidential is shown or it is the
 * caller's own. The same within the same minute has the same id. Pure.
 */
export function notedAccess(
  demand: DemandState,
  level: Disclosure,
  readIn: ReadIn,
  caller: Principal,
  at: string,
): AccessState | undefined {
  if (caller.organisation?.id === demand.ownerId) return undefined;
  const fields = confidentialFields(demand, level);
  if (fields.length === 0) return undefined;
  const { personId, personName, organisation, role, subject } = caller;
  return {
    id: idFrom('access', demand.id, subject, readIn, fields.join(), at.slice(0, 16)),
    demandId: demand.id,
    ownerId: demand.ownerId,
    at,
    ...(personId ? { byId: personId } : {}),
    byName: personName ?? organisation?.name ?? role,
    ...(organisation ? { organisationName: organisation.name } : {}),
    side: isStaff(caller) ? 'staff' : 'firm',
    readIn,
    fields,
  };
}
