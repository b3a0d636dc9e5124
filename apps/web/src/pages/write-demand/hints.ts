import type { DemandValues } from './values';

type Line = DemandValues['requirements'][number];
export type Hint = 'measure' | 'unit';

/** Units that are offered; any other can be written. */
export const UNITS = [
  'mm',
  'μm',
  'm',
  'kg',
  '℃',
  '%',
  'MPa',
  'kN',
  'N·m',
  'r/min',
  'dB',
  'V',
  'A',
  'W',
  'kW',
  'Hz',
  'h',
  '天',
  '件/月',
  '万件/年',
  '吨/年',
];

/** Musts from which a word of warning is said. */
export const MANY_MUSTS = 5;

/** Words with which nothing can be checked. */
const VAGUE =
  /较|尽量|适当|良好|优质|优秀|先进|一流|高精度|高品质|高质量|合理|满足要求|符合要求|as possible|good|high quality/i;
/** Figures that are whole without a unit: degrees of protection, tolerance grades, standards. */
const UNITLESS = /IP\s*\d|IT\s*\d|Ra\s*\d|HRC|[A-Za-z]{2,}[\s/-]?\d{3,}|[%℃°]|\d\s*[A-Za-zμ℃%年月天件吨级]/;

/** What would make a line easier to check; undefined when nothing would, or it is still being written. Pure. */
export function hintOf(line: Line): Hint | undefined {
  const target = line?.target?.trim() ?? '';
  if (!line?.name?.trim() || target === '') return undefined;
  if (VAGUE.test(target)) return 'measure';
  return /\d/.test(target) && !line.unit?.trim() && !UNITLESS.test(target) ? 'unit' : undefined;
}

export const mustsOf = (lines: DemandValues['requirements']): number =>
  lines.filter((line) => line?.name?.trim() && line.level !== 'nice').length;
