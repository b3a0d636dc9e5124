import type { MatchRequirement } from '../types.js';
import {
  absent,
  content,
  experience,
  genericTail,
  inHouse,
  isCategory,
  itself,
  nameOf,
  onlyYes,
  ownPlant,
  press,
  withoutBrackets,
} from './ask-words.js';
import { type Figure, type FoundFigure, figuresIn } from './figure.js';
import { type FoundGrade, type Grade, gradesIn, propertyOfGrade } from './grades.js';
import { asStated } from './habits.js';
import { type Matter, matterOf, wholesOf } from './matter.js';
import { withPeriod } from './mention.js';
import { readNumber } from './numbers.js';
import { lastProperty, namedProperties, propertyOf, statedBy } from './properties.js';
import type { Property } from './property-table.js';
import { isCount, readUnit, type Unit } from './units.js';
import { type Written, written } from './written.js';

/** What a requirement asks in figures or grades. */
export interface FigureAsk {
  readonly figure?: Figure;
  readonly grade?: Grade;
  readonly property?: Property;
  /** What is asked about without its property: 圆刀刀口 of 圆刀刀口硬度. May be empty. */
  readonly subject: string;
  /** The subject with other names of it: 仓储 may be said as 仓库. */
  readonly subjectNames: Matter;
  /** The whole name and what else the target says, to compare where no property is known. */
  readonly core: Matter;
  readonly conditions: readonly Figure[];
  readonly finest: boolean;
}

/** A requirement as the verdict reads it. */
export interface Ask {
  readonly name: Written;
  readonly target: Written;
  readonly figure?: FigureAsk;
  /** What must be there (or, `absent`, must not be there) in words. */
  readonly matter: Matter;
  /** The name in words. */
  readonly named: Matter;
  /** The names in words without what the work needs, and what they are kinds of. */
  readonly wider: { readonly names: readonly string[]; readonly wholes: readonly string[] };
  readonly absent: boolean;
  /** The firm must do it itself. */
  readonly inHouse: boolean;
  /** It asks for a plant or line of the firm's own. */
  readonly ownPlant: boolean;
  /** It asks for cases, customers, experience. */
  readonly experience: boolean;
}

/** The unit as its own field has it; 万 of 万件/月 multiplies the figure. */
function unitField(text: string): { readonly unit?: Unit; readonly times: number } {
  const { plain, low } = written(text.trim());
  const scaled = readNumber(`1${low}`, 0);
  const at = scaled ? scaled.end - 1 : 0;
  const unit = readUnit(plain, at)?.unit;
  return { ...(unit ? { unit } : {}), times: scaled?.value ?? 1 };
}

/** 7×24 is a way of working, no measure of anything. */
const wayOfWorking = /7\s?[×x*]\s?24|24\/7|24\s?h(?:ours)? a day/;

function figureOf(target: Written, unitText: string, name: string): FoundFigure | undefined {
  if (wayOfWorking.test(target.low)) return undefined;
  const [found] = figuresIn(target, { start: 0, end: target.plain.length });
  if (!found) return undefined;
  const { figure } = found;
  const field = figure.unit ? { unit: figure.unit, times: 1 } : unitField(unitText);
  const [lo, hi, ...more] = [figure.lo, figure.hi, ...(figure.more ?? [])].map((value) => value * field.times);
  const scaled: Figure = { ...figure, lo: lo!, hi: hi!, ...(more.length > 0 ? { more } : {}) };
  return { ...found, figure: withPeriod({ ...scaled, ...(field.unit ? { unit: field.unit } : {}) }, name) };
}

/** 小批量试制(≤50件) asks how small an order may be. */
const smallOrder = /小批|试制|打样|起订|起做|小单|散单|小量|moq|small batch|prototype/;

/** Things or material per time without another property are what can be made. */
const rate = /^(?:PCS1|M1|L2|TEU1) T-1$/;
const force = /^(?:M1|L1 M1 T-2)$/;

function propertyFor(
  name: string,
  rest: string,
  figure: Figure | undefined,
  grade: Grade | undefined,
): Property | undefined {
  const dimension = figure?.unit?.dimension ?? '';
  const upTo = figure && ['at-most', 'below', 'value'].includes(figure.form);
  if (upTo && isCount(dimension) && smallOrder.test(`${name} ${rest}`)) return propertyOf('minimum-order');
  if (grade && propertyOfGrade(grade.family) !== '') return propertyOf(propertyOfGrade(grade.family));
  const last = lastProperty(name) ?? lastProperty(rest);
  const said = last && (statedBy(last, figure?.unit?.dimension) ?? last.property);
  // How much can be delivered each month is what can be made.
  const named = said?.id === 'shipped' && rate.test(dimension) ? propertyOf('output') : said;
  if (named) return named;
  if (dimension === 'LEVEL1' && /精度$/.test(name)) return propertyOf('accuracy-grade');
  if (rate.test(dimension)) return propertyOf('output');
  return force.test(dimension) && press.test(rest || name) ? propertyOf('clamping-force') : undefined;
}

function subjectOf(name: string, property: Property | undefined): string {
  const same = namedProperties(name).filter(({ all }) => property !== undefined && all.includes(property));
  const bare = same.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, name);
  const rest = property && same.length === 0 && !/等级|级别/.test(name) ? name.replace(genericTail, '') : bare;
  return rest.replace(noSubject, '').trim();
}

/** What the figure is of: the name, or the target's own words where the name only says of what kind they are. */
function aboutOf(outer: string, rest: string): string {
  const [named, said] = [lastProperty(outer)?.property, lastProperty(rest)?.property];
  if (rest.length >= 2 && (isCategory(outer) || (said !== undefined && said !== named))) return rest;
  return outer;
}

function figureAsk(
  name: Written,
  target: Written,
  found: FoundFigure | undefined,
  graded: FoundGrade | undefined,
): FigureAsk {
  const part = graded ?? found;
  const rest = part ? content(`${target.low.slice(0, part.start)} ${target.low.slice(part.end)}`) : '';
  const about = aboutOf(withoutBrackets(name.low), rest);
  const core = nameOf(about);
  const whole = lastProperty(about) ? about : core;
  const property = propertyFor(whole, rest, found?.figure, graded?.grade);
  const subject = isCategory(about) ? '' : subjectOf(whole, property);
  const conditions = figuresIn(name, { start: 0, end: name.plain.length }).map(({ figure }) => figure);
  return {
    ...(found && !graded ? { figure: asStated(found.figure, property) } : {}),
    ...(graded ? { grade: graded.grade } : {}),
    ...(property ? { property } : {}),
    subject,
    subjectNames: matterOf(subject),
    core: matterOf(content(core) || core),
    conditions,
    finest: /最小|最细|最薄|最窄|最快|minimum|smallest/.test(name.low),
  };
}

/** Words of a name that are of its property, not of a thing. */
const noSubject =
  /(?<![a-z])(?:ra|rz|hrc|hrb|hb|hv)(?![a-z])|付款|结算|货款|最大|最小|最高|最低|平均|额定|标称|单位|时间|周期|等级|级别|数量|总量|指标|能力|要求|支持|性能|参数|(?<!\p{Script=Han})[年月日](?!\p{Script=Han})|\s/gu;

/** A figure without a sign among other words numbers something (3.1材质书, 10米法): it is no measure. */
function isIncidental(target: string, { start, end, figure }: FoundFigure): boolean {
  if (figure.form !== 'value') return false;
  // 5-axis names a machine.
  if (figure.unit?.dimension === 'AXIS1' || /^-[a-z]/.test(target.slice(end))) return true;
  const rest = content(`${target.slice(0, start)} ${target.slice(end)}`).replace(/[^\p{Script=Han}]/gu, '');
  return rest.length >= 2 && !lastProperty(rest) && !/内|前|起/.test(target.slice(end, end + 1));
}

/** Words that every account of past work may have. */
const trade = /行业|领域|供货|供应|配套|企业|客户|厂商|厂家|合作|服务过|服务/g;

const everyInHouse = new RegExp(inHouse.source, 'g');
const ending = /(?:必?须|应|需|要求|在|[,;、\s])+$/;

interface Words {
  readonly phrase: string;
  readonly absent: boolean;
}

function wordsOf(name: string, target: string): Words {
  // 热处理须厂内完成，不得外协 asks for 热处理.
  const without = target.replace(everyInHouse, '').replace(ending, '').trim();
  const fromName = onlyYes.test(target.trim());
  const said = fromName ? withoutBrackets(name) : without;
  const isAbsent = absent.test(said) && !inHouse.test(target);
  if (isAbsent) return { phrase: content(said.replace(absent, '')) || said, absent: true };
  const words = content(without).replace(/[≥≤<>=~±+]/g, '');
  const nothing = words.replace(/[\d.\s]/g, '') === '' || fromName;
  const named = nameOf(name);
  // 具备电泳线 asks for 电泳.
  const same = words.startsWith(named) && /^(?:线|炉|车间|设备|工序|产线|服务)$/.test(words.slice(named.length));
  const phrase = nothing || same ? named : words;
  return { phrase: experience.test(target) ? phrase.replace(trade, ' ').trim() || phrase : phrase, absent: false };
}

/** Reads a requirement. Its name says what, its target how much; where the target has words, they say what. */
export function readAsk({ name, target = '', unit = '' }: MatchRequirement): Ask {
  const [asked, wanted] = [written(name), written(target)];
  const whole = { start: 0, end: wanted.plain.length };
  const graded = gradesIn(wanted.low, whole)[0] ?? contextual(asked, wanted);
  const figure = figureOf(wanted, unit, `${asked.low} ${wanted.low}`);
  const found = figure && isIncidental(wanted.low, figure) ? undefined : figure;
  const { phrase, absent: isAbsent } = wordsOf(asked.low, wanted.low);
  const stays = inHouse.test(wanted.low) || inHouse.test(asked.low);
  const matter = matterOf(stays && phrase.length < 3 ? nameOf(asked.low) : phrase);
  const named = matterOf(nameOf(asked.low));
  const names = [matter.text, named.text].map(itself);
  return {
    name: asked,
    target: wanted,
    ...(found || graded ? { figure: figureAsk(asked, wanted, found, graded) } : {}),
    matter,
    named,
    wider: { names, wholes: names.flatMap(wholesOf) },
    absent: isAbsent,
    inHouse: stays,
    ownPlant: ownPlant.test(wanted.low) || ownPlant.test(asked.low),
    experience: experience.test(`${asked.low} ${wanted.low}`),
  };
}

/** F级 is a class of insulation where the name says so. */
function contextual(name: Written, target: Written): FoundGrade | undefined {
  const joined = `${name.low} ${target.low}`;
  const from = name.low.length + 1;
  const found = gradesIn(joined, { start: 0, end: joined.length }).find(({ start }) => start >= from);
  return found && { ...found, start: found.start - from, end: found.end - from };
}
