import { unitTable } from './unit-table.js';

/** A unit as read. `dimension` is the same for units that convert into each other; `factor` leads to the dimension's own unit. */
export interface Unit {
  readonly dimension: string;
  readonly factor: number;
  /** What is added before the factor: 459.67 − 273.15 × 1.8 for °F, so that both temperatures count from 0 ℃. */
  readonly offset: number;
  /** The name of the first unit of it: 件 of 件/月. */
  readonly name: string;
}

/** A unit with the place after it. */
export interface ReadUnit {
  readonly unit: Unit;
  readonly end: number;
}

interface Atom {
  readonly powers: Readonly<Record<string, number>>;
  readonly factor: number;
}

const atoms = new Map<string, Atom>();
for (const [names, powers, factor] of unitTable)
  for (const name of names.split(' ')) atoms.set(name, { powers, factor });

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** A unit of letters ends where the letters end; Chinese ones do not look on. */
const pattern = [...atoms.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => (/[A-Za-z]$/.test(name) ? `${escaped(name)}(?![A-Za-z])` : escaped(name)))
  .join('|');
const atomAt = new RegExp(`\\s?(${pattern})`, 'y');

/** What looks like a unit and is none: 3C认证, 二次开发, 四道工序, 十个点, 一级代理. */
const noUnit: readonly (readonly [RegExp, RegExp])[] = [
  [/^C$/, /^(?:认证|产品|电子|数码|类|公司)/],
  [/^班$/, /^(?:制|组|次)/],
  [/^[道]$/, /^(?:工|次|以)/],
  [/^次$/, /^(?:开发|加工|元|品|数|级|新)/],
  [/^方$/, /^(?:便|案|向|面|法|式|形|管|钢|通|可|位|检|案|平台|机构|支付|物流|仓|认)/],
  [/^[平]$/, /^(?:台|面|行|均|整|板|衡|磨)/],
  [/^分$/, /^(?:析|类|布|散|公司|厂|段)/],
  [/^个点$/, /^[位]/],
  [/^年$/, /^(?:以来|起(?!订)|建|成立|创|投|获|通过|被|底|初|末|\d|完成|竣工|出口)/],
  [/^家$/, /^(?:电|具|用|居|族)/],
  [/^位$/, /^(?:移|置|于|数|精)/],
  [/^点$/, /^(?:胶|焊|检|击|火|阵)/],
  [/^台$/, /^(?:面|架|式|州|湾|阶|钻|账|北|阀)/],
  [/^(?:件|组|套)$/, /^(?:合|装|成|织|筒)/],
  [/^条$/, /^(?:码|形)/],
  [/^(?:口|头|单|起|包|本|对|口)$/, /^(?:腔|罩|位|价|元|机|点|重|装|身|地|应|象|比|径|品)/],
  [/^层$/, /^(?:压|析)/],
  [/^级$/, /^(?:别|联|代|市|进|配)/],
  [/^轴$/, /^(?:承|径|向|联|加|机|数|铣|中|cnc|CNC|立|卧|车|以|龙|桥|摇|五|四|刀|滑)/],
  [/^路$/, /^(?:灯|由|桥|面|基)/],
  [/^色$/, /^(?:差|牢|织|布|彩|泽|温|素|谱|选|相|粉|浆|母|卡|可)/],
  [/^项$/, /^目/],
  [/^类$/, /^(?:似|型|医|注|洁|器|产|证)/],
  [/^组$/, /^(?:态|分)/],
  [/^人$/, /^(?:工|造|民|机)/],
  [/^[DAKFVGPSH]$/, /^[-A-Za-z\d]/],
];

function isUnit(name: string, text: string, end: number): boolean {
  const rest = text.slice(end, end + 3);
  return !noUnit.some(([unit, after]) => unit.test(name) && after.test(rest));
}

function matchAt(expression: RegExp, text: string, place: number): RegExpExecArray | null {
  expression.lastIndex = place;
  return expression.exec(text);
}

interface Building {
  readonly powers: Map<string, number>;
  factor: number;
  divided: boolean;
  open: boolean;
}

function add(into: Building, { powers, factor }: Atom, exponent: number): void {
  into.factor *= factor ** exponent;
  for (const [base, power] of Object.entries(powers))
    into.powers.set(base, (into.powers.get(base) ?? 0) + power * exponent);
}

const join = /\s?(?:\/|·|\*|每|per\s)\s?\(?\s?(\d+(?:\.\d+)?)?/y;
/** 包/分 */
const minute = /\s?(分)(?![之贝辨钟])/y;
const exponentAt = /\^?(-?[234])(?![\d.])/y;
/** What may stand between a unit and its time: 吨每年, 件(套)/年. */
const aside = /\((?:套|台|只|件|个|支)\)(?=\/)/y;

function dimensionOf(powers: ReadonlyMap<string, number>): string {
  return [...powers]
    .filter(([, power]) => power !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([base, power]) => `${base}${power}`)
    .join(' ');
}

function exponent(text: string, place: number, name: string): { value: number; end: number } {
  const found = /[A-Za-z°]$/.test(name) ? matchAt(exponentAt, text, place) : null;
  return found ? { value: Number(found[1]), end: place + found[0].length } : { value: 1, end: place };
}

function addFirst(built: Building, text: string, place: number): { name: string; end: number } | undefined {
  const first = matchAt(atomAt, text, place);
  if (!first) return undefined;
  const name = first[1]!;
  const end = place + first[0].length;
  if (!isUnit(name, text, end)) return undefined;
  const raised = exponent(text, end, name);
  add(built, atoms.get(name)!, raised.value);
  return { name, end: raised.end };
}

/** Takes one more factor, e.g. `/mm2` or `·m`; its end, or `undefined` where none follows. All after a `/` divide: W/m·K. */
function addNext(built: Building, text: string, place: number): number | undefined {
  const start = place + (matchAt(aside, text, place)?.[0].length ?? 0);
  const joined = matchAt(join, text, start);
  if (!joined) return undefined;
  const from = start + joined[0].length;
  const next = matchAt(atomAt, text, from) ?? (joined[0].includes('/') ? matchAt(minute, text, from) : null);
  if (!next) return undefined;
  built.divided ||= /\/|每|per/.test(joined[0]);
  built.open ||= joined[0].includes('(');
  const name = next[1] === '分' ? '分钟' : next[1]!;
  const raised = exponent(text, from + next[0].length, name);
  // 3500V/1min and 180℃/1.5MPa say two things; 0.02mm/300mm and 120根/10cm one.
  const { powers } = atoms.get(name)!;
  const alike = built.powers.has('PCS') || Object.keys(powers).every((base) => built.powers.has(base));
  if (joined[1] !== undefined && !alike && !built.open) return undefined;
  const sign = built.divided ? -1 : 1;
  add(built, atoms.get(name)!, sign * raised.value);
  if (joined[1] !== undefined) built.factor *= Number(joined[1]) ** sign;
  if (!built.open || text.charAt(raised.end) !== ')') return raised.end;
  built.open = false;
  return raised.end + 1;
}

/** °F and K count from another zero; as differences (±) they have none. */
const offsets: Readonly<Record<string, number>> = { '℉': -32, '°F': -32, 华氏度: -32 };

/** Reads the unit that begins at `place` (a space before it is allowed): mm, kgf/mm², 万件/月 after its 万, mm/300mm. */
export function readUnit(text: string, place: number): ReadUnit | undefined {
  const built: Building = { powers: new Map(), factor: 1, divided: false, open: false };
  const first = addFirst(built, text, place);
  if (!first) return undefined;
  let { end } = first;
  for (let more = addNext(built, text, end); more !== undefined; more = addNext(built, text, end)) end = more;
  const dimension = dimensionOf(built.powers);
  return { unit: { dimension, factor: built.factor, offset: offsets[first.name] ?? 0, name: first.name }, end };
}

/** A value in the dimension's own unit; `difference` for tolerances, which have no zero of their own. */
export function toOwn(value: number, unit: Unit, difference = false): number {
  return (value + (difference ? 0 : unit.offset)) * unit.factor;
}

const gravity = 9.80665;
/** Trade uses weight for force: 锁模力 in tons, pressure in kg/cm². */
const weights: Readonly<Record<string, string>> = {
  M1: 'L1 M1 T-2',
  'L-2 M1': 'L-1 M1 T-2',
  'L2 M1': 'L2 M1 T-2',
  'L1 M1': 'L2 M1 T-2',
};
/** Counts of things are counted in many ways: 只, 种, 家. People and times are not among them. */
const loose = /^(?:PCS1|KIND1|FIRM1|CASE1|POINT1|CHANNEL1|NODE1|STATION1|HOUSEHOLD1)(?= |$)/;
const temperature = /^(?:K1|DEGREE1)$/;
/** 23位 is 23 bit. */
const bits = /^(?:BIT1|PERSON1)$/;
const angle = /^(?:ANGLE1|DEGREE1)$/;
const shore = /^(?:SHORE_A1|DEGREE1)$/;

/** By what to multiply a value of dimension `from` so that it compares with one of `to`; `undefined` where it cannot. */
export function conversion(from: string, to: string): number | undefined {
  if (from === to) return 1;
  // Ra and Rz are lengths in μm that are written without their unit.
  if (from === 'RA1' && to === 'L1') return 1e-6;
  if (from === 'L1' && to === 'RA1') return 1e6;
  if (weights[from] === to) return gravity;
  if (weights[to] === from) return 1 / gravity;
  // Water is counted in t and m³ alike.
  if (from === 'M1 T-1' && to === 'L3 T-1') return 1e-3;
  if (from === 'L3 T-1' && to === 'M1 T-1') return 1e3;
  if (loose.test(from) && loose.test(to) && from.replace(loose, '') === to.replace(loose, '')) return 1;
  for (const family of [temperature, bits, angle, shore]) if (family.test(from) && family.test(to)) return 1;
  return undefined;
}

/** Whether a dimension counts things or people, so that the noun stands after the number. */
export const isCount = (dimension: string): boolean =>
  loose.test(dimension) || /^(?:PERSON1|TIMES1|LAYER1|AXIS1)/.test(dimension);

/** Per time, of what can be made: pieces, mass, length, area, volume, power or energy. */
export const isPerTime = (dimension: string): boolean => / T-1$|^T-1$/.test(dimension);
