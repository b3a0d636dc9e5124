import type { Figure } from './figure.js';
import type { Property } from './property-table.js';
import { readUnit } from './units.js';

const per = readUnit('%', 0)!.unit;

/** 5N is a purity of five nines, 99.999 %; a newton where anything but a purity is told. */
function nines(figure: Figure): Figure {
  const isNines = ({ lo, hi }: Figure) => [lo, hi].every((count) => Number.isInteger(count) && count > 1 && count < 10);
  if (figure.unit?.name !== 'N' || !isNines(figure)) return figure;
  const share = (count: number) => 100 - 10 ** (2 - count);
  return { ...figure, lo: share(figure.lo), hi: share(figure.hi), unit: per };
}

/** 3-4级 of a fastness is the grade between 3 and 4. */
function halfGrade(figure: Figure): Figure {
  const { form, lo, hi, unit } = figure;
  if (form !== 'range' || unit?.dimension !== 'LEVEL1' || hi - lo !== 1) return figure;
  return { ...figure, form: 'value', lo: (lo + hi) / 2, hi: (lo + hi) / 2 };
}

const habits: Readonly<Record<string, (figure: Figure) => Figure>> = {
  purity: nines,
  'colour-fastness': halfGrade,
  pilling: halfGrade,
};

/** A figure of a property as the trade means it. */
export function asStated(figure: Figure, property: Property | undefined): Figure {
  return (property && habits[property.id]?.(figure)) ?? figure;
}
