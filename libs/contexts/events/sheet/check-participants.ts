import type { EventSide, Limits, Wish } from '#contracts/matchmaking';
import type { Failure } from '#platform/errors/errors';
import { eventsErrors } from '../events.errors.js';
import type { Matchmaking } from '../events.store.js';
import type { KnownOrganisation } from '../known/known.store.js';
import { lookupKey, namedIn, type ParticipantRow, type SheetColumn } from './participant-rows.js';

/** More meetings than slots of an event can be. */
const MOST_MEETINGS = 200;

export interface WrongCell {
  readonly column: SheetColumn;
  readonly failure: Failure;
}

/** A row with whom it means, and what is wrong with it. */
export interface CheckedRow {
  readonly row: number;
  /** As the sheet names it. */
  readonly name: string;
  readonly organisation?: Pick<KnownOrganisation, 'id' | 'name'> & { readonly side: EventSide };
  readonly limits?: Limits;
  readonly wishes: readonly Wish[];
  readonly wrong: readonly WrongCell[];
}

/** What a sheet is checked against. */
export interface SheetGrounds {
  readonly event: Pick<Matchmaking, 'limits' | 'musts'>;
  /** Organisations by {@link lookupKey}. */
  readonly found: ReadonlyMap<string, readonly KnownOrganisation[]>;
  /** Organisations that are at the event already, in whatever state. */
  readonly there: ReadonlySet<string>;
}

const SIDES: Readonly<Record<string, EventSide>> = {
  ...{ leader: 'leader', 链主: 'leader', 链主企业: 'leader' },
  ...{ sme: 'sme', firm: 'sme', 企业: 'sme', 中小企业: 'sme' },
};

/** Each row with what is wrong beside it. Pure. */
export function checkParticipants(rows: readonly ParticipantRow[], grounds: SheetGrounds): CheckedRow[] {
  const meant = rows.map((row) => whom(row, grounds));
  const first = new Map<string, number>();
  for (const [at, one] of meant.entries())
    if ('organisation' in one && !first.has(one.organisation.id)) first.set(one.organisation.id, rows[at]?.row ?? 0);
  return rows.map(({ row, cells }, at): CheckedRow => {
    const name = cells.name ?? cells.creditCode ?? '';
    const one = meant[at] ?? { failure: eventsErrors.sheet_nobody() };
    const column = cells.creditCode ? ('creditCode' as const) : ('name' as const);
    if ('failure' in one) return { row, name, wishes: [], wrong: [{ column, failure: one.failure }] };
    const { organisation } = one;
    const before = first.get(organisation.id);
    const wrong: WrongCell[] = [];
    if (before !== undefined && before !== row)
      wrong.push({ column, failure: eventsErrors.sheet_twice({ row: before }) });
    const side = cells.side === undefined ? organisation.side : SIDES[cells.side.toLowerCase()];
    if (side !== organisation.side)
      wrong.push({ column: 'side', failure: eventsErrors.sheet_side({ side: organisation.side }) });
    const limits = limitsOf(cells.max, organisation.side, grounds, wrong);
    const wishes = wishesOf(cells, organisation, { ...grounds, inSheet: first }, wrong);
    return { row, name, organisation, ...(limits ? { limits } : {}), wishes, wrong };
  });
}

type Whom = { readonly organisation: NonNullable<CheckedRow['organisation']> } | { readonly failure: Failure };

/** The organisation of a row: by its credit code where there is one, else by its name. */
function whom({ cells }: ParticipantRow, { found }: Pick<SheetGrounds, 'found'>): Whom {
  const name = cells.creditCode ?? cells.name;
  return name === undefined ? { failure: eventsErrors.sheet_nobody() } : named(name, found);
}

function named(name: string, found: SheetGrounds['found']): Whom {
  const [one, ...more] = (found.get(lookupKey(name)) ?? []).filter(({ status }) => status === 'approved');
  if (!one) return { failure: eventsErrors.sheet_unknown({ name }) };
  if (more.length > 0) return { failure: eventsErrors.sheet_ambiguous({ name, count: more.length + 1 }) };
  if (one.kind === 'staff') return { failure: eventsErrors.staff_stay_away({ id: name }) };
  return { organisation: { id: one.id, name: one.name, side: one.kind } };
}

function limitsOf(
  cell: string | undefined,
  side: EventSide,
  { event }: SheetGrounds,
  wrong: WrongCell[],
): Limits | undefined {
  if (cell === undefined) return undefined;
  const max = Number(cell);
  if (Number.isInteger(max) && max >= 1 && max <= MOST_MEETINGS)
    return { min: Math.min(event.limits[side].min, max), max };
  wrong.push({ column: 'max', failure: eventsErrors.sheet_max({ most: MOST_MEETINGS }) });
  return undefined;
}

function wishesOf(
  cells: ParticipantRow['cells'],
  self: NonNullable<CheckedRow['organisation']>,
  { event, found, there, inSheet }: SheetGrounds & { readonly inSheet: ReadonlyMap<string, number> },
  wrong: WrongCell[],
): Wish[] {
  const wishes = new Map<string, Wish>();
  for (const [column, wish] of [
    ['musts', 'must'],
    ['wishes', 'would'],
  ] as const)
    for (const name of namedIn(cells[column])) {
      const other = named(name, found);
      const failure =
        'failure' in other
          ? other.failure
          : other.organisation.side === self.side
            ? eventsErrors.sheet_same_side({ name })
            : !there.has(other.organisation.id) && !inSheet.has(other.organisation.id)
              ? eventsErrors.sheet_not_there({ name })
              : undefined;
      if (failure) wrong.push({ column, failure });
      else if ('organisation' in other && !wishes.has(other.organisation.id))
        wishes.set(other.organisation.id, { organisationId: other.organisation.id, wish });
    }
  const said = [...wishes.values()];
  const musts = said.filter(({ wish }) => wish === 'must').length;
  const most = event.musts[self.side];
  if (musts > most) wrong.push({ column: 'musts', failure: eventsErrors.too_many_musts({ most, count: musts }) });
  return said;
}
