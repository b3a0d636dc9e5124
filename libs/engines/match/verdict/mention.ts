import { press } from './ask-words.js';
import { fromBefore, hasBecome, isDifference } from './change.js';
import { type Figure, figuresIn } from './figure.js';
import { type Grade, gradesIn, propertyOfGrade } from './grades.js';
import { asStated } from './habits.js';
import { lastProperty, namedProperties, propertyOf, statedBy } from './properties.js';
import { impliedBy } from './property-dimensions.js';
import type { Property } from './property-table.js';
import { residual } from './residual.js';
import { isCount, isPerTime, type Unit } from './units.js';
import { type Clause, clausesOf, type Span, type Written } from './written.js';

/** A figure or grade of a text with the words about it. Positions are of the text's `plain`. */
export interface Mention extends Span {
  readonly figure?: Figure;
  readonly grade?: Grade;
  /** The year in which the firm began: its age depends on the day. */
  readonly since?: number;
  /** The clause it stands in, by its place in the text. */
  readonly clause: number;
  readonly item: Span;
  /** The words before it in its item, or those it takes over from a figure before it; without capitals. */
  readonly label: string;
  /** The words after it in its item, up to the next figure. */
  readonly tail: string;
  /** The property that the label, the tail or the unit names. */
  readonly property?: Property;
  /** Words of the label or the tail name a property. */
  readonly named: boolean;
  /** What the label says beside its property; `about` without a heading before a colon. */
  readonly said: string;
  readonly about: string;
  /** No word names the property, only the unit does. */
  readonly implied: boolean;
  /** By how much something has changed, not what it is. */
  readonly difference?: boolean;
  /** Where none is named, that of the figure before it in the sentence: 标准件交期25天，非标45天. */
  readonly carriedProperty?: Property;
  /** The label is another figure's: 另有800T两台. */
  readonly inherited: boolean;
  /** Says only under which condition another figure holds: (25℃), 25℃粘度. */
  readonly condition: boolean;
  /** Figures that say under which condition: 25℃粘度, (25℃). */
  readonly conditions: readonly Figure[];
}

interface Part extends Span {
  readonly figure?: Figure;
  readonly grade?: Grade;
}

/** Words before a figure that say nothing of whose it is. */
const filler =
  /另有|另|其中|此外|以及|还有|各|共计?|合计|总计|约|为|近|有|和|与|或|的|在|是|到|至|可|达|时|及|从|由|配备?|已|均|现有?|目前|\s|[:=()/,·-]/g;

const bare = (label: string) => label.replace(filler, '') === '';
/** 注塑机12台，最大1300T: how far they reach. */
const reach = /最[大小高低长短厚薄宽窄细快重]|单[台机]/g;

const periods: readonly (readonly [RegExp, number])[] = [
  [
    /(?<![\d一二两三四五六十半上下去今来近首逐历每内])年(?!检(?!测)|限|龄|均气|代|会|轻|末|底|初)(?=产|供|出|加|处|发|销|用|贴|换|检|测|生|交|接|装|需|吞|服|采|耗|完|设|可|均|能|度产)|每年|年均|annual|yearly|per year|a year/,
    31_536_000,
  ],
  [
    /(?<![\d一二两三四五六七八九十个])月(?=产|供|出|加|处|发|销|用|贴|换|检|测|生|交|接|装|需|吞|服|采|耗|完|设|可|均|能)|每月|每个月|monthly|per month|a month/,
    2_628_000,
  ],
  [/每周|周产|weekly|per week/, 604_800],
  [
    /(?<!\d)日(?=产|供|出|加|处|发|销|用|贴|换|检|测|生|交|接|装|需|吞|服|采|耗|完|均|能)|每日|每天|单日|daily|per day|a day/,
    86_400,
  ],
  [/每小时|时产|小时产|hourly|per hour|每班小时/, 3600],
];

function perTime(unit: Unit, seconds: number): Unit {
  const powers = unit.dimension.split(' ').filter(Boolean);
  const time = powers.find((power) => /^T-?\d/.test(power));
  const rest = powers.filter((power) => power !== time);
  const dimension = [...rest, `T${Number(time?.slice(1) ?? 0) - 1}`].sort((a, b) => (a < b ? -1 : 1)).join(' ');
  return { ...unit, dimension, factor: unit.factor / seconds };
}

/** 年产300万件: the time stands in the words, not in the unit. */
export function withPeriod(figure: Figure, words: string): Figure {
  const { unit } = figure;
  if (!unit || /T-?\d/.test(unit.dimension.replace(/T-[23]/, '')) || unit.dimension === '') return figure;
  // GWh/年 has the dimension of a power.
  if (/wh$/i.test(unit.name) && unit.dimension.endsWith('T-3')) return figure;
  const found = periods.find(([pattern]) => pattern.test(words));
  return found ? { ...figure, unit: perTime(unit, found[1]) } : figure;
}

function partsOf(text: Written, item: Span): Part[] {
  const grades = gradesIn(text.low, item);
  const figures = figuresIn(text, item);
  // Where both read a place, a grade of a family of its own says more than a number of 级.
  const free = figures.filter(({ start, end }) => !grades.some((grade) => grade.start < end && start < grade.end));
  const all: Part[] = [...grades, ...free];
  return now(
    text.low,
    item,
    all.sort((a, b) => a.start - b.start),
  );
}

/** Without the figures that are no more: 由52 dB(A)降到46 dB(A) is one part, the second with the place of both. */
function now(low: string, item: Span, parts: readonly Part[]): Part[] {
  const left: Part[] = [];
  for (const part of parts) {
    const before = left.at(-1);
    if (part.figure && before?.figure && hasBecome(low.slice(before.end, part.start))) {
      const head = low.slice(left.at(-2)?.end ?? item.start, before.start);
      const start = before.start - (fromBefore.exec(head)?.[0].length ?? 0);
      left[left.length - 1] = { ...part, start };
    } else left.push(part);
  }
  return left;
}

const openBracket = (low: string, from: number, to: number): boolean => {
  const between = low.slice(from, to);
  return between.lastIndexOf('(') > between.lastIndexOf(')');
};

/** 10件起做, 500件以下不接单. */
const smallest = /起订|起做|起接|起批|起售|起送|起发|不接单|不接散单|不承接/;

/** 最大厚度20mm says how far it goes, as 厚度最大20mm does. */
function most(figure: Figure, label: string, property: Property | undefined): Figure {
  return figure.form === 'value' && property?.span && /最[大高长厚宽]/.test(label)
    ? { ...figure, form: 'most' }
    : figure;
}

/** 500件以下不接单 says the same as 起订500件. */
function leastOrder(figure: Figure, tail: string): Figure {
  return (figure.form === 'at-most' || figure.form === 'below') && /不接|不承接/.test(tail)
    ? { ...figure, form: 'value' }
    : figure;
}

/** A property that only one unit has; of a tolerance the unit does not tell. */
function impliedProperty({ figure }: Part): Property | undefined {
  if (!figure?.unit || figure.form === 'tolerance') return undefined;
  return propertyOf(impliedBy[figure.unit.dimension] ?? '');
}

/** `last`: no further figure of the item takes the words after this one for its own. */
function propertyIn(part: Part, label: string, tail: string, last: boolean): Property | undefined {
  const counts = part.figure?.unit && isCount(part.figure.unit.dimension);
  // 500个并发用户: what is counted stands after the number.
  const counted = counts && last ? namedProperties(tail)[0] : undefined;
  if (counted && counted.start <= 2) return counted.property;
  if (part.grade && propertyOfGrade(part.grade.family) !== '') return propertyOf(propertyOfGrade(part.grade.family));
  if (counts && smallest.test(`${label} ${tail}`)) return propertyOf('minimum-order');
  const dimension = part.figure?.unit?.dimension;
  const stated = namedProperties(label).flatMap((one) => statedBy(one, dimension) ?? []);
  const named = stated.at(-1);
  if (named) return named;
  // 1天内工程师到现场: what is done within the time stands after it.
  const within = dimension === 'T1' && part.figure?.form === 'at-most';
  const all = counts || part.grade || within || tail.startsWith('的') || /^[a-z\s]/.test(tail);
  const after = last ? namedProperties(all ? tail : tail.slice(0, 2)) : [];
  const done = within ? after.flatMap((one) => statedBy(one, dimension) ?? [])[0] : undefined;
  if (done) return done;
  if (after[0] && (counts || after[0].start <= 2)) return after[0].property;
  if (part.grade) return propertyOf(propertyOfGrade(part.grade.family));
  if (dimension === 'M1' && press.test(label)) return propertyOf('clamping-force');
  if (part.figure?.unit?.dimension === 'LEVEL1' && /精度\s*$/.test(label)) return propertyOf('accuracy-grade');
  return undefined;
}

const service = /售后|服务|报修|客服|维修/;

interface Carried {
  label: string;
  dimension: string | undefined;
  property: Property | undefined;
  sentence: number;
}

function mentionsOfItem(text: Written, clause: Clause, index: number, item: Span, carried: Carried): Mention[] {
  const parts = partsOf(text, item);
  const found: Mention[] = [];
  const { low } = text;
  parts.forEach((part, at) => {
    // A grade is part of what a figure is about: 万级洁净车间650㎡.
    const cut = part.grade ? at - 1 : parts.slice(0, at).findLastIndex(({ figure }) => figure !== undefined);
    const from = parts[cut]?.end ?? item.start;
    const to = parts[at + 1]?.start ?? item.end;
    const inBrackets = openBracket(low, item.start, part.start);
    const opened = inBrackets ? low.lastIndexOf('(', part.start) + 1 : from;
    const own = low.slice(Math.max(from, opened), part.start);
    const tail = low.slice(part.end, to).replace(/^\)/, '');
    const dimension = part.grade ? part.grade.family : part.figure?.unit?.dimension;
    const counted = part.figure?.unit !== undefined && isCount(part.figure.unit.dimension);
    const before = found.at(-1);
    const follows = before !== undefined && counted && bare(own);
    const same = carried.sentence === clause.sentence && carried.dimension === dimension && dimension !== undefined;
    const inherited = bare(own) && !inBrackets && tail.replace(/[)\s]/g, '') === '' && same && !follows;
    // 注塑机12台，最大1300T: the things counted before are those that reach so far.
    const ofCounted =
      !counted &&
      !inBrackets &&
      (own.search(reach) >= 0 || part.figure?.form === 'most' || part.figure?.form === 'least') &&
      bare(own.replace(reach, '')) &&
      carried.sentence === clause.sentence &&
      isCount(carried.dimension ?? '');
    // 冲击-40℃≥35J: the second figure is of the property, the first under what condition.
    const under = before?.figure?.unit?.dimension === 'K1' && bare(own) && isOnlyIn(before.label, dimension);
    const condition = parts.length > 1 && part.figure !== undefined && isCondition(low, item, part);
    // 挤压机(1450T): what stands alone in brackets is of what stands before them.
    const outer = inBrackets && bare(own) ? low.slice(item.start, opened - 1) : own;
    const label =
      follows || under ? before!.label : inherited ? carried.label : ofCounted ? `${carried.label}${own}` : outer;
    const last = parts[at + 1] === undefined || low.slice(part.end, parts[at + 1]?.start).includes('(');
    const direct = propertyIn(part, label, tail, last);
    const read = inherited ? (carried.property ?? direct) : direct;
    // 售后2h响应 is no response of a machine.
    const named =
      read?.id === 'response-time' && service.test(`${label} ${tail}`) ? propertyOf('service-response') : read;
    const implied = named === undefined && !part.grade ? impliedProperty(part) : undefined;
    const property = named ?? implied;
    const carriedProperty = same && !inherited && named === undefined ? carried.property : undefined;
    const conditions = parts
      .filter(
        (other, place) => place !== at && other.figure && Math.abs(place - at) === 1 && isCondition(low, item, other),
      )
      .map(({ figure }) => figure!);
    const pure = property ?? (/纯/.test(label) ? propertyOf('purity') : undefined);
    const written = part.figure && asStated(most(part.figure, label, property), pure);
    const figure = written && withPeriod(leastOrder(written, tail), `${label} ${tail}`);
    found.push({
      start: part.start,
      end: part.end,
      ...(figure ? { figure } : {}),
      ...(part.grade ? { grade: part.grade } : {}),
      clause: index,
      item,
      label,
      tail,
      ...(property ? { property } : {}),
      implied: implied !== undefined,
      ...(part.figure && isDifference(own) ? { difference: true } : {}),
      named: namedProperties(label).length > 0 || namedProperties(tail).length > 0,
      said: residual(label),
      about: residual(label.slice(label.lastIndexOf(':') + 1)),
      inherited,
      ...(carriedProperty ? { carriedProperty } : {}),
      condition,
      conditions,
    });
    if (!inBrackets && !bare(own)) {
      Object.assign(carried, { label, dimension, property: named ?? carriedProperty, sentence: clause.sentence });
    }
  });
  return found;
}

/** Whether the label names a property that is stated in this dimension and not in degrees. */
const isOnlyIn = (label: string, dimension: string | undefined): boolean => {
  const last = lastProperty(label);
  return (
    last !== undefined && dimension !== undefined && !statedBy(last, 'K1') && statedBy(last, dimension) !== undefined
  );
};

/** What conditions are stated in: temperature, time, frequency, humidity, voltage, distance. */
const conditional = /^(?:K1|DEGREE1|T1|T-1|RH1|V1|L1)$/;

/** A figure that nothing names: at the beginning of its item, or alone in brackets. */
function isCondition(low: string, item: Span, { start, end, figure }: Part): boolean {
  const dimension = figure?.unit?.dimension ?? '';
  if (openBracket(low, item.start, start)) return bare(low.slice(low.lastIndexOf('(', start) + 1, start));
  return (
    low.slice(item.start, start).replace(/[\s冬夏春秋季常室温下在]/g, '') === '' &&
    end < item.end &&
    conditional.test(dimension)
  );
}

/** The year from which a firm counts its age. */
const foundedIn =
  /((?:19|20)\d\d)年?(?:\d{1,2}月)?(?:成立|建厂|创立|创办|创建|设立|注册成立|始建)|(?:成立于|始建于|创立于|创办于|创建于|设立于|建于|成立时间:?|founded in|established in)\s?((?:19|20)\d\d)/;

function founding(text: Written, clause: Clause, index: number): Mention[] {
  const found = foundedIn.exec(text.low.slice(clause.start, clause.end));
  const age = propertyOf('age');
  if (!found || !age) return [];
  const start = clause.start + found.index;
  const since = Number(found[1] ?? found[2]);
  const plain = {
    label: '',
    tail: '',
    inherited: false,
    implied: false,
    named: true,
    said: '',
    about: '',
    condition: false,
    conditions: [],
  };
  return [{ ...plain, start, end: start + found[0].length, since, clause: index, item: clause, property: age }];
}

/** The figures and grades of a text, with its clauses. */
export function mentionsOf(text: Written, clauses: readonly Clause[] = clausesOf(text)): Mention[] {
  const carried: Carried = { label: '', dimension: undefined, property: undefined, sentence: -1 };
  return clauses.flatMap((clause, index) => [
    ...clause.items.flatMap((item) => mentionsOfItem(text, clause, index, item, carried)),
    ...founding(text, clause, index),
  ]);
}

/** Whether a figure is a rate of production by its unit: 件/月, 吨/年, kW/年. */
export const isRate = (figure: Figure): boolean => figure.unit !== undefined && isPerTime(figure.unit.dimension);
