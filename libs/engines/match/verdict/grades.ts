import type { Span } from './written.js';

/** A grade as written. A higher `rank` is better and meets a lower one of its family; of IP codes each digit counts. */
export interface Grade {
  readonly family: string;
  readonly rank: number;
  /** The second digit of an IP code; -1 where it is left open (IP5X). */
  readonly second?: number;
}

export interface FoundGrade extends Span {
  readonly grade: Grade;
}

interface Family {
  readonly id: string;
  /** What the grade is about, where a name does not say so. See property-table.ts. */
  readonly property: string;
  readonly pattern: RegExp;
  readonly rank: (match: RegExpExecArray) => number | undefined;
  readonly second?: (match: RegExpExecArray) => number;
  /** The item must say this as well: `F级` alone may be anything. */
  readonly context?: RegExp;
}

const rankIn = (list: string) => {
  const order = list.split(' ');
  return (match: RegExpExecArray) => {
    const at = order.indexOf((match[1] ?? '').replace(/[-\s]/g, ''));
    return at < 0 ? undefined : at;
  };
};
const lower = (match: RegExpExecArray) => -Number(match[1]);
const digit = (text: string | undefined) => (text === undefined || text === 'x' ? -1 : Number(text));

/** Classes of cleanrooms by their old names; ISO 14644-1. */
const cleanNames: Readonly<Record<string, number>> = {
  百: 5,
  千: 6,
  万: 7,
  十万: 8,
  三十万: 8.5,
  a: 5,
  b: 5.5,
  c: 7,
  d: 8,
};
function cleanByCount(match: RegExpExecArray): number | undefined {
  const power = Math.log10(Number(match[1]?.replaceAll(',', '')) / 100);
  return Number.isInteger(power) && power >= -2 && power <= 4 ? -(5 + power) : undefined;
}

/** Provenance: by hand, from IEC 60529, GB/T 1800, ISO 14644-1, UL 94, IEC 60034-30, ISO 898-1, IEC 61508, IEC 60085, GB 8624, GB/T 39600. */
const families: readonly Family[] = [
  {
    id: 'ip',
    property: 'protection-grade',
    pattern: /(?<![a-z])ip\s?([0-6x])k?([0-9x])(?:k)?(?![a-z\d])/g,
    rank: (match) => digit(match[1]),
    second: (match) => digit(match[2]),
  },
  { id: 'it', property: 'accuracy-grade', pattern: /(?<![a-z])it\s?(\d{1,2})(?!\d)/g, rank: lower },
  {
    id: 'clean',
    property: 'cleanliness',
    pattern: /(?<![\d三])(三十万|十万|万|千|百)级/g,
    rank: (match) => -(cleanNames[match[1] ?? ''] ?? 0),
  },
  {
    id: 'clean',
    property: 'cleanliness',
    pattern: /(?<![\d.])(1|10|30)万级/g,
    rank: (match) => ({ '1': -7, '10': -8 })[match[1] ?? ''] ?? -8.5,
  },
  { id: 'clean', property: 'cleanliness', pattern: /(?<![\d.])(1(?:00,?000|0,?000|,?000|00))级/g, rank: cleanByCount },
  {
    id: 'clean',
    property: 'cleanliness',
    pattern: /class\s?(1(?:00,?000|0,?000|,?000|00|0))(?![\d,])/g,
    rank: cleanByCount,
  },
  { id: 'clean', property: 'cleanliness', pattern: /iso\s?(?:class\s?)?([3-9])(?:级|类)?(?![\d.])/g, rank: lower },
  {
    id: 'clean',
    property: 'cleanliness',
    pattern: /(?<![a-z])([abcd])\s?级/g,
    rank: (match) => -(cleanNames[match[1] ?? ''] ?? 0),
    context: /洁净|净化|无菌|gmp|精烘包|灌装|无尘|背景/,
  },
  {
    id: 'ul94',
    property: 'flame-grade',
    pattern: /(?<![a-z\d])(?:ul\s?-?94\s?-?)?(5va|5vb|v-?[012])(?![a-z\d])/g,
    rank: rankIn('v2 v1 v0 5vb 5va'),
  },
  { id: 'ul94', property: 'flame-grade', pattern: /ul\s?-?94\s?-?(hb)(?![a-z])/g, rank: () => -1 },
  {
    id: 'ul94',
    property: 'flame-grade',
    pattern: /(?<![a-z\d])(hb)(?:级|(?![a-z\d]))/g,
    rank: () => -1,
    context: /燃|防火/,
  },
  {
    id: 'burning',
    property: 'flame-grade',
    pattern: /(?<![a-z\d])(a1|a2|a|b1|b2|b3)\s?级/g,
    rank: rankIn('b3 b2 b1 a a2 a1'),
    context: /燃|防火|8624/,
  },
  {
    // ANSI/FCI 70-2: leakage of valves.
    id: 'leakage',
    property: '',
    pattern: /(?:ansi|class)\s?(?:class\s?)?(vi|iv|v|iii|ii)(?:级|(?![a-z\d]))/g,
    rank: rankIn('ii iii iv v vi'),
    context: /泄漏|泄露|ansi|leakage/,
  },
  {
    // DIN 51130, GB/T 35153: how far tiles keep from slipping.
    id: 'slip',
    property: '',
    pattern: /(?<![a-z])r(9|1[0-3])(?![\d.])/g,
    rank: (match) => Number(match[1]),
    context: /防滑|51130/,
  },
  {
    // GB/T 39600, and E2 of GB 18580 before it.
    id: 'formaldehyde',
    property: 'formaldehyde',
    pattern: /(?<![a-z\d])(enf|e0|e1|e2)(?:级|(?![a-z\d.]))/g,
    rank: rankIn('e2 e1 e0 enf'),
    context: /甲醛|释放|环保|板/,
  },
  { id: 'ie', property: 'energy-grade', pattern: /(?<![a-z])ie([1-5])(?!\d)/g, rank: (match) => Number(match[1]) },
  {
    id: 'bolt',
    property: 'strength-grade',
    pattern: /(?<![\d.])(4\.6|4\.8|5\.6|5\.8|6\.8|8\.8|9\.8|10\.9|12\.9)(?:级|s\b)/g,
    rank: (match) => Number(match[1]),
  },
  {
    id: 'gas-group',
    property: 'explosion-grade',
    pattern: /(?<![a-z])ii\s?([abc])(?![a-z])/g,
    rank: rankIn('a b c'),
    context: /(?<![a-z])ex|防爆|隔爆|本安/,
  },
  {
    id: 'chip',
    property: 'chip-size',
    pattern: /(?<![\d.])(1206|0805|0603|0402|0201|01005|008004)(?![\d.])/g,
    rank: rankIn('1206 0805 0603 0402 0201 01005 008004'),
    context: /贴|元件|封装|chip|^\s*0\d{3,5}(?:及以下|以下)?\s*$/,
  },
  { id: 'sil', property: '', pattern: /(?<![a-z])sil\s?-?([1-4])/g, rank: (match) => Number(match[1]) },
  { id: 'pl', property: '', pattern: /(?<![a-z])pl\s?-?([a-e])(?![a-z])/g, rank: rankIn('a b c d e') },
  { id: 'asil', property: '', pattern: /asil\s?-?([a-d])(?![a-z])/g, rank: rankIn('a b c d') },
  { id: 'ex', property: 'explosion-grade', pattern: /(?<![a-z])ii([abc])(?![a-z])/g, rank: rankIn('a b c') },
  {
    id: 'insulation',
    property: 'insulation-class',
    pattern: /(?<![a-z])([yaebfhn])\s?级/g,
    rank: rankIn('y a e b f h n'),
    context: /绝缘|耐热/,
  },
  { id: 'rolling', property: 'accuracy-grade', pattern: /(?<![a-z])p([0-6])\s?级/g, rank: lower },
  {
    id: 'rolling',
    property: 'accuracy-grade',
    pattern: /(?<![a-z])p([024-6])(?![\d级\s])/g,
    rank: lower,
    context: /轴承|精度/,
  },
  { id: 'screw', property: 'accuracy-grade', pattern: /(?<![a-z])c(\d{1,2})\s?级/g, rank: lower },
  {
    id: 'balance',
    property: 'balance-grade',
    pattern: /(?<![a-z])g\s?(0\.4|1\.0|1|2\.5|6\.3|16|40)(?![\d.])/g,
    rank: lower,
    context: /平衡/,
  },
  {
    id: 'cross-cut',
    property: 'adhesion',
    pattern: /(?<![\d.a-z])([0-5])b(?![a-z\d])/g,
    rank: (match) => Number(match[1]),
  },
  {
    id: 'pencil',
    property: 'hardness',
    pattern: /(?<![\d.a-z])([1-9])h(?![a-z\d])/g,
    rank: (match) => Number(match[1]),
    context: /硬度/,
  },
  {
    id: 'authority',
    property: '',
    pattern: /(国家级|国家|省级|省部级|市级|区级|县级)/g,
    rank: rankIn('县级 区级 市级 省部级 省级 国家 国家级'),
    context:
      /专精特新|小巨人|技术中心|工程中心|研究中心|实验室|研究院|绿色工厂|智能工厂|数字化车间|单项冠军|示范企业|设计中心/,
  },
  { id: 'exc', property: '', pattern: /(?<![a-z])exc\s?([1-4])(?!\d)/g, rank: (match) => Number(match[1]) },
  {
    id: 'contractor',
    property: '',
    pattern: /([一二三壹贰叁])级/g,
    rank: (match) => -('一二三'.indexOf(match[1] ?? '') + 1 || '壹贰叁'.indexOf(match[1] ?? '') + 1),
    context: /承包|施工资质|工程.{0,8}资质|钢结构资质|安装资质|设计资质/,
  },
  { id: 'quality', property: '', pattern: /(特|甲|乙|丙|丁)级/g, rank: rankIn('丁 丙 乙 甲 特') },
];

const byId = new Map(families.map((family) => [family.id, family]));

/** The property that a family of grades tells of; `''` where its names differ. */
export const propertyOfGrade = (family: string): string => byId.get(family)?.property ?? '';

function* ofFamily(family: Family, low: string, span: Span): Generator<FoundGrade> {
  if (family.context && !family.context.test(low.slice(span.start, span.end))) return;
  family.pattern.lastIndex = span.start;
  for (let match = family.pattern.exec(low); match && match.index < span.end; match = family.pattern.exec(low)) {
    const rank = family.rank(match);
    if (rank === undefined) continue;
    const second = family.second ? { second: family.second(match) } : {};
    yield { start: match.index, end: match.index + match[0].length, grade: { family: family.id, rank, ...second } };
  }
}

const anyGrade =
  /级|enf|ansi|r9|r1[0-3]|e[012]|0[0-8]0|1206|exc|国家|hb|p\d|ip\s?[0-6x]|it\s?\d|class|iso|v-?[012]|ie[1-5]|sil|pl|ii[abc]|\d[bh]|g\s?\d|5v|ul/;

/** The grades within a span of a text without capitals. */
export function gradesIn(low: string, span: Span): FoundGrade[] {
  if (!anyGrade.test(low.slice(span.start, span.end))) return [];
  return families.flatMap((family) => [...ofFamily(family, low, span)]).sort((a, b) => a.start - b.start);
}

/** Whether the grade offered is the one asked or better; `undefined` where the two do not compare. */
export function meetsGrade(asked: Grade, offered: Grade): boolean | undefined {
  if (asked.family !== offered.family) return undefined;
  if (asked.second === undefined || offered.second === undefined) return offered.rank >= asked.rank;
  const open = (wanted: number, held: number) => wanted >= 0 && held < 0;
  const less = (wanted: number, held: number) => wanted >= 0 && held >= 0 && held < wanted;
  if (less(asked.rank, offered.rank) || less(asked.second, offered.second)) return false;
  return open(asked.rank, offered.rank) || open(asked.second, offered.second) ? undefined : true;
}
