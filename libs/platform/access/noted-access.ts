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
  const fields = confidentialFields(demand, level);
  return fields.length === 0 ? undefined : noted(demand, readIn, caller, at, { fields });
}

/** The same of files: those given are confidential. */
export function notedFiles(
  demand: DemandState,
  files: readonly { readonly id: string; readonly name: string }[],
  readIn: ReadIn,
  caller: Principal,
  at: string,
): AccessState | undefined {
  if (files.length === 0) return undefined;
  const ids = files.map(({ id }) => id).join();
  return noted(demand, readIn, caller, at, { fields: [], files: files.map(({ name }) => name) }, ids);
}

function noted(
  { id: demandId, ownerId }: DemandState,
  readIn: ReadIn,
  caller: Principal,
  at: string,
  what: Pick<AccessState, 'fields' | 'files'>,
  ids = what.fields.join(),
): AccessState | undefined {
  if (caller.organisation?.id === ownerId) return undefined;
  const { personId, personName, organisation, role, subject } = caller;
  return {
    id: idFrom('access', demandId, subject, readIn, ids, at.slice(0, 16)),
    demandId,
    ownerId,
    at,
    ...(personId ? { byId: personId } : {}),
    byName: personName ?? organisation?.name ?? role,
    ...(organisation ? { organisationName: organisation.name } : {}),
    side: isStaff(caller) ? 'staff' : 'firm',
    readIn,
    ...what,
  };
}
