import type { MatchRequirement } from '../types.js';
import { type Figure, type FoundFigure, figuresIn } from './figure.js';
import { type FoundGrade, type Grade, gradesIn, propertyOfGrade } from './grades.js';
import { type Matter, matterOf } from './matter.js';
import { withPeriod } from './mention.js';
import { readNumber } from './numbers.js';
import { lastProperty, namedProperties, propertyOf } from './properties.js';
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
  readonly absent: boolean;
  /** The firm must do it itself. */
  readonly inHouse: boolean;
  /** It asks for cases, customers, experience. */
  readonly experience: boolean;
}

/** What a target begins or ends with that says only that the rest is asked. */
const opening =
  /^(?:在有效期内|有效期内|有效|必须|须|需要|需|应当|应|要求|能够|可以|可|能|具备|具有|拥有|持有|备有|配备|设有|建有|自有|有|支持|提供|满足|符合|达到|通过|取得|获得|已|且|并|由|为|是|在|的|[,;。、:\s]|(?:must|shall|should|have|has|having|holds?|with|able to|capable of|available|provides?|supports?|the|an?|of|for|required?|requires|yes)(?![a-z]))+/;
const closing =
  /(?:[,;。、:\s]|及以上|以上|以下|以内|有效|在有效期内|相关|等|能力|经验|业绩|案例|资源|条件|情况|要求|的|者|required|available|experience)+$/;
const inner = /或者?|以及|和|及|与|并|且|、|[,;。:“”"']|(?<![a-z])(?:and|or)(?![a-z])/g;
const genericTail = /(?:能力|要求|指标|参数|规格|数量|数值|范围|情况|数|值|大小|台数|水平|规模|总数|总量)$/;
const brackets = /\(([^()]*)\)/g;
const inHouse =
  /不得?(?:外协|外包|委外|外发|转包|分包|外委)|非外协|禁止(?:外协|外包|转包|分包)|严禁|自制|自产|自有(?=.{0,6}(?:厂|线|车间|工序|设备))|自主完成|自主生产|厂内(?:完成|生产)|本厂(?:完成|生产)|自行(?:完成|生产)|in-house|no subcontract|not (?:be )?(?:subcontract|outsourc)/;
const absent =
  /^(?:无(?!铅|卤|尘|菌|损|缝|纺|氰|刷|人|线|机|水|油|氧|级|源|毒|心|轨|感|溶剂|醛|磷|蜡|硅|害|痕|接触|纸|极)|不含|不得|不使用|不可|不设|不限|禁止|零(?!部|件|售|担|碳|下)|非(?!标|金属|晶|织造|接触|开挖|遗|道路|煤|洲)|没有|免(?!费)|no |without |free of )/;
const experience = /经验|案例|业绩|客户|供货|配套|服务过|合作过|experience|reference|case/;

/** The words of a text that say what is asked. */
function content(low: string): string {
  const bare = low.replace(brackets, ' ').trim();
  return bare.replace(opening, '').replace(closing, '').replace(inner, ' ').replace(/\s+/g, ' ').trim();
}

/** The name without what is said of it in brackets and without words for any measure. */
function nameOf(low: string): string {
  const outer =
    low
      .replace(brackets, '')
      .replace(/in-house|自有|自制|自产/g, '')
      .trim() || low;
  return outer.replace(genericTail, '').replace(closing, '') || outer;
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

function propertyFor(
  name: string,
  rest: string,
  figure: Figure | undefined,
  grade: Grade | undefined,
): Property | undefined {
  const upTo = figure && ['at-most', 'below', 'value'].includes(figure.form);
  if (upTo && figure.unit && isCount(figure.unit.dimension) && smallOrder.test(`${name} ${rest}`))
    return propertyOf('minimum-order');
  const named = lastProperty(name)?.property ?? lastProperty(rest)?.property;
  return named ?? (grade ? propertyOf(propertyOfGrade(grade.family)) : undefined);
}

function subjectOf(name: string, property: Property | undefined): string {
  const same = namedProperties(name).filter((named) => named.property === property);
  const bare = same.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, name);
  const rest = property && same.length === 0 && !/等级|级别/.test(name) ? name.replace(genericTail, '') : bare;
  return rest.replace(noSubject, '').trim();
}

function figureAsk(
  name: Written,
  target: Written,
  found: FoundFigure | undefined,
  graded: FoundGrade | undefined,
): FigureAsk {
  const outer = name.low.replace(brackets, '').trim();
  const core = outer.replace(genericTail, '') || outer;
  const part = graded ?? found;
  const rest = part ? content(`${target.low.slice(0, part.start)} ${target.low.slice(part.end)}`) : '';
  const property = propertyFor(lastProperty(outer) ? outer : core, rest, found?.figure, graded?.grade);
  const conditions = figuresIn(name, { start: 0, end: name.plain.length }).map(({ figure }) => figure);
  return {
    ...(found && !graded ? { figure: found.figure } : {}),
    ...(graded ? { grade: graded.grade } : {}),
    ...(property ? { property } : {}),
    subject: subjectOf(lastProperty(outer) ? outer : core, property),
    core: matterOf(
      core.length >= 2 && !/^(?:设备|检测|加工|生产)?(?:要求|能力|配置|支持)?$/.test(core) ? core : rest || core,
    ),
    conditions,
    finest: /最小|最细|最薄|最窄|最快|minimum|smallest/.test(name.low),
  };
}

/** Words of a name that are of its property, not of a thing. */
const noSubject =
  /最大|最小|最高|最低|平均|额定|标称|单位|时间|周期|等级|级别|数量|总量|指标|能力|要求|支持|性能|参数|(?<!\p{Script=Han})[年月日](?!\p{Script=Han})|\s/gu;

/** Reads a requirement. Its name says what, its target how much; where the target has words, they say what. */
export function readAsk({ name, target = '', unit = '' }: MatchRequirement): Ask {
  const [asked, wanted] = [written(name), written(target)];
  const whole = { start: 0, end: wanted.plain.length };
  const graded = gradesIn(`${wanted.low}`, whole)[0] ?? contextual(asked, wanted);
  const found = figureOf(wanted, unit, `${asked.low} ${wanted.low}`);
  const without = wanted.low.replace(inHouse, '');
  const isAbsent = absent.test(without.trim()) && !inHouse.test(wanted.low);
  const words = content(isAbsent ? without.replace(absent, '') : without).replace(/[≥≤<>=~±+]/g, '');
  const phrase = words.replace(/[\d.\s]/g, '') === '' ? nameOf(asked.low) : words;
  return {
    name: asked,
    target: wanted,
    ...(found || graded ? { figure: figureAsk(asked, wanted, found, graded) } : {}),
    matter: matterOf(inHouse.test(wanted.low) && phrase.length < 3 ? nameOf(asked.low) : phrase),
    named: matterOf(nameOf(asked.low)),
    absent: isAbsent,
    inHouse: inHouse.test(wanted.low) || inHouse.test(asked.low),
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
