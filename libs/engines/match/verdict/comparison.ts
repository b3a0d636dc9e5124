import type { Figure } from './figure.js';
import type { Property } from './property-table.js';
import { conversion, toOwn, type Unit } from './units.js';

/** A figure in its dimension's own unit, or as written where it has none. */
export interface Bounds {
  readonly form: Figure['form'];
  readonly lo: number;
  readonly hi: number;
  readonly more: readonly number[];
  readonly around?: boolean;
  readonly choice?: boolean;
  readonly adjustable?: boolean;
}

/** Units of day and month do not divide evenly into each other, horsepowers and rounded conversions neither. */
const CONVERSION_SLACK = 0.015;
/** Nominal values of one kind of thing differ by less: 1064 and 1070 nm. */
const EXACT_SLACK = 0.01;

/** The figure in the own unit of `as`, a dimension it converts to; `undefined` where it does not. */
export function boundsIn(figure: Figure, as: string | undefined): Bounds | undefined {
  const { unit, form } = figure;
  const values = [figure.lo, figure.hi, ...(figure.more ?? [])];
  const made = unit === undefined || as === undefined ? values : convert(values, unit, as, form === 'tolerance');
  if (!made || (as !== undefined && as !== '' && unit === undefined)) return undefined;
  const [lo = 0, hi = 0, ...more] = made;
  return { form, lo, hi, more, ...flags(figure) };
}

function flags({ around, choice, adjustable }: Figure): Pick<Bounds, 'around' | 'choice' | 'adjustable'> {
  return { ...(around && { around }), ...(choice && { choice }), ...(adjustable && { adjustable }) };
}

function convert(values: readonly number[], unit: Unit, as: string, difference: boolean): number[] | undefined {
  const factor = conversion(unit.dimension, as);
  return factor === undefined ? undefined : values.map((value) => toOwn(value, unit, difference) * factor);
}

/** A range asked is one that must be covered, or one to lie in. */
export interface Meant {
  readonly property?: Property;
  /** The two are in units that had to be converted. */
  readonly converted: boolean;
  /** What is asked is the smallest or finest that can be made: a range offered counts by its lower end. */
  readonly finest: boolean;
}

const margin = (value: number, slack: number) => Math.abs(value) * slack + 1e-12;
const atLeast = (value: number, limit: number, slack: number) => value >= limit - margin(limit, slack);
const atMost = (value: number, limit: number, slack: number) => value <= limit + margin(limit, slack);

/** A range much wider than a spread of one product tells what a family covers: its better end counts. */
const isFamily = ({ form, lo, hi }: Bounds) => form === 'range' && (lo <= 0 || hi / lo >= 1.5);

/** What is reached upwards, for a lower limit. */
function upward(offered: Bounds, meant: Meant): number | undefined {
  if (offered.form === 'tolerance') return undefined;
  if (offered.form === 'at-most' || offered.form === 'below') return undefined;
  if (offered.form === 'range')
    return meant.property?.span || offered.choice || isFamily(offered) ? offered.hi : offered.lo;
  return offered.hi;
}

/** What is reached downwards, for an upper limit. */
function downward(offered: Bounds, meant: Meant): number | undefined {
  if (offered.form === 'at-least' || offered.form === 'above') return undefined;
  if (offered.form === 'tolerance') return offered.hi;
  if (offered.form === 'range' && offered.lo < 0 && meant.property?.better === 'low' && !meant.property.span) {
    return Math.max(Math.abs(offered.lo), Math.abs(offered.hi));
  }
  if (offered.form === 'range') return meant.finest || meant.property?.span || offered.choice ? offered.lo : offered.hi;
  return offered.lo;
}

function lower(limit: number, open: boolean, offered: Bounds, meant: Meant, slack: number): boolean | undefined {
  const value = upward(offered, meant);
  if (value === undefined) {
    // At most 5 can never be 8; it may be 3.
    return offered.form !== 'tolerance' && offered.hi < limit - margin(limit, slack) ? false : undefined;
  }
  if (open && offered.form !== 'above') return value > limit + margin(limit, 1e-9);
  return atLeast(value, limit, slack);
}

function upper(limit: number, open: boolean, offered: Bounds, meant: Meant, slack: number): boolean | undefined {
  // What can be made up to 20 mm can be made up to 12; a medium of up to 120 ℃ asks for what bears 120 ℃.
  if (meant.property?.span && offered.form === 'most') return offered.hi >= limit - margin(limit, slack) || undefined;
  if (meant.property?.id === 'medium-temperature' && limit > 0 && offered.form === 'range')
    return atLeast(offered.hi, limit, slack);
  const value = downward(offered, meant);
  if (value === undefined) return offered.lo > limit + margin(limit, slack) ? false : undefined;
  if (open && offered.form !== 'below') return value < limit - margin(limit, 1e-9);
  return atMost(value, limit, slack);
}

function spread(asked: Bounds, offered: Bounds, slack: number): boolean | undefined {
  if (offered.form === 'at-least' || offered.form === 'above') return undefined;
  const most = offered.form === 'least' ? offered.lo : Math.max(Math.abs(offered.lo), Math.abs(offered.hi));
  return atMost(most, asked.hi, slack);
}

function covers(asked: Bounds, offered: Bounds, meant: Meant, slack: number): boolean | undefined {
  const { lo, hi } = offered;
  if (offered.form === 'range') {
    if (
      (!meant.property?.span || offered.around) &&
      lo >= asked.lo - margin(asked.lo, slack) &&
      atMost(hi, asked.hi, slack)
    )
      return true;
    return atMost(lo, asked.lo, slack) && atLeast(hi, asked.hi, slack);
  }
  if (offered.form === 'value' && !meant.property?.span)
    return atLeast(lo, asked.lo, slack) && atMost(hi, asked.hi, slack);
  if (offered.form === 'value') return undefined;
  if (offered.form === 'most' || offered.form === 'at-most')
    return hi < asked.hi - margin(asked.hi, slack) ? false : undefined;
  if (offered.form === 'least' || offered.form === 'at-least')
    return lo > asked.lo + margin(asked.lo, slack) ? false : undefined;
  return undefined;
}

/** Whether a value asked is among those offered. */
const holds = (value: number, { lo, hi }: Bounds, slack: number) =>
  atMost(lo, value, slack) && atLeast(hi, value, slack);

function sized(asked: Bounds, offered: Bounds, slack: number): boolean | undefined {
  const want = [asked.lo, ...asked.more].sort((a, b) => b - a);
  const have = [offered.hi, ...offered.more].sort((a, b) => b - a);
  if (want.length > have.length) return undefined;
  return want.every((value, at) => atLeast(have[at] ?? 0, value, slack));
}

/** Whether what is offered is within what is asked; `undefined` where the two do not decide it. Both in one unit. */
export function compare(asked: Bounds, offered: Bounds, meant: Meant): boolean | undefined {
  const slack = meant.converted ? CONVERSION_SLACK : 1e-9;
  if (asked.more.length > 0) return sized(asked, offered, slack);
  switch (asked.form) {
    case 'tolerance':
      return spread(asked, offered, slack);
    case 'range':
      return covers(asked, offered, meant, slack);
    case 'at-least':
    case 'above':
    case 'most':
      return lower(asked.lo, asked.form === 'above', offered, meant, slack);
    case 'at-most':
    case 'below':
    case 'least':
      return upper(asked.hi, asked.form === 'below', offered, meant, slack);
    default:
      if (meant.property?.exact || offered.adjustable)
        return holds(asked.hi, offered, meant.property?.exact ? EXACT_SLACK : slack);
      return meant.property?.better === 'low'
        ? upper(asked.hi, false, offered, meant, slack)
        : lower(asked.lo, false, offered, meant, slack);
  }
}
