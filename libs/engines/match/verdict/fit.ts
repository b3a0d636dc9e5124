import type { FigureAsk } from './ask.js';
import { gradesIn } from './grades.js';
import { coverage } from './matter.js';
import { isRate, type Mention } from './mention.js';
import type { ReadLine, ReadProfile } from './profile-reading.js';
import { lastProperty, namedProperties } from './properties.js';
import { widerThan } from './property-dimensions.js';

/** Below this a figure is not about what is asked. */
export const LEAST_FIT = 0.45;

/** Words of a label that do not tell one thing of a firm from another. */
const neutral =
  /额定|标称|典型值?|实测值?|平均|最大值?|最小值?|最高|最低|最快|最长|最短|最厚|最薄|最窄|最宽|可达到?|达到?|可做|可制|可加工|可生产|高达|稳定|保持|控制|约|为|可|能|已|均|一般|通常|常规|常温|整机|单机|全系列?|系列|合计|总计|共计?|另有|其中|现有?|目前|拥有|配有?|具备|设有|公司|我司|本厂|厂内|每年?|主推|成品|外壳|产品|型号?|规格|值|优于|小于|大于|低于|高于|不低于|不超过|不大于|不小于|不高于|不少于|至少|超过|连续|持续|累计|总|年|月|日|天|时|处|下|内|上|的|了|之|与|及|和|在|是|到|至|等|仅|只|有|做|件|个|支持|单套|可支撑|经|[:=()/,·~\-\s"“”']/g;
const model = /[a-z0-9][a-z0-9.#/+-]*\d[a-z0-9.#/+-]*|(?<![a-z])[a-z]{1,3}(?![a-z])/g;

function residual(label: string): string {
  const property = lastProperty(label);
  const rest = property ? `${label.slice(0, property.start)} ${label.slice(property.end)}` : label;
  return rest.replace(model, ' ').replace(neutral, '');
}

/** The length of the longest run of characters that two texts share. */
export function sharedRun(a: string, b: string): number {
  let best = 0;
  for (let at = 0; at < a.length; at += 1) {
    while (at + best < a.length && b.includes(a.slice(at, at + best + 1))) best += 1;
  }
  return best;
}

const related = (a: string, b: string) => {
  const least = Math.min(2, a.length, b.length);
  return least > 0 && sharedRun(a, b) >= least;
};

/** The product named last before a place of a line: the longest end of its name, of two characters at least. */
function productBefore(profile: ReadProfile, low: string): string | undefined {
  let found: { product: string; at: number } | undefined;
  for (const product of profile.products) {
    for (let cut = 0; cut + 2 <= product.length; cut += 1) {
      const at = low.lastIndexOf(product.slice(cut));
      if (at < 0) continue;
      if (!found || at > found.at) found = { product, at };
      break;
    }
  }
  return found?.product;
}

/** The figure stands in a passage on another of the firm's products than the one asked about. */
function ofAnotherProduct(subject: string, profile: ReadProfile, line: ReadLine, mention: Mention): boolean {
  const asked = profile.products.filter((product) => related(product, subject));
  if (asked.length === 0) return false;
  const product = productBefore(profile, line.text.low.slice(0, mention.start));
  return product !== undefined && !asked.includes(product);
}

/** 十万级洁净车间 is not 万级洁净车间. */
function gradeDiffers(subject: string, label: string): boolean {
  const [asked] = gradesIn(subject, { start: 0, end: subject.length });
  const said = gradesIn(label, { start: 0, end: label.length }).at(-1);
  return (
    asked !== undefined &&
    said !== undefined &&
    asked.grade.family === said.grade.family &&
    asked.grade.rank !== said.grade.rank
  );
}

/** A word that no line of the profile has names a whole category (面料) rather than one of the firm's things. */
const isCategory = (subject: string, profile: ReadProfile) =>
  !profile.lines.some(({ text }) => related(subject, text.low));

/** How well the words about a figure fit the subject asked: 1 the same, 0 another. */
function subjectFit(ask: FigureAsk, profile: ReadProfile, line: ReadLine, mention: Mention): number {
  const { subject } = ask;
  const counted = mention.tail.length >= 2 && mention.tail.length <= 12 ? residual(mention.tail) : '';
  const about = residual(mention.label.slice(mention.label.lastIndexOf(':') + 1));
  if (subject === '') return about === '' ? 1 : 0.8;
  if (gradeDiffers(subject, mention.label)) return 0;
  if (about !== '' && (related(about, subject) || coverage(ask.core, mention.label) >= 0.7)) return 1;
  if (about.length <= 1 || related(counted, subject) || related(subject, mention.tail.slice(0, 8))) {
    return ofAnotherProduct(subject, profile, line, mention) ? 0 : 0.88;
  }
  const others = profile.products.filter((product) => related(product, about));
  if (others.length > 0 && !others.some((product) => related(product, subject)))
    return isCategory(subject, profile) ? 0.8 : 0;
  // A part or state that nothing says is another thing: less sure, and only where the property is named.
  const named =
    mention.grade !== undefined ||
    lastProperty(mention.label) !== undefined ||
    lastProperty(mention.tail) !== undefined;
  return named && line.field !== 'equipment' ? 0.5 : 0;
}

function propertyFit(ask: FigureAsk, mention: Mention): number {
  const [wanted, named] = [ask.property, mention.property];
  if (wanted && named) {
    if (wanted === named) return 1;
    if (widerThan[wanted.id] === named.id) return 0.65;
    return widerThan[named.id] === wanted.id ? 0.6 : 0;
  }
  if (wanted) {
    if (mention.carriedProperty === wanted && related(residual(mention.label), ask.subject)) return 0.97;
    if (wanted.id === 'output' && mention.figure && isRate(mention.figure)) return 0.9;
    return elliptic(ask, mention);
  }
  const share = Math.max(coverage(ask.core, mention.label), coverage(ask.core, mention.tail));
  if (share >= 0.7) return share;
  const head = sharedEnd(ask.core.text, residual(mention.label));
  if (head >= 2) return endFit(ask.core.text.slice(0, -head), residual(mention.label).slice(0, -head));
  return share >= 0.4 && sameCounter(ask, mention) ? 0.6 : 0;
}

/** The length of the ending that two texts share. */
function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.charAt(a.length - 1 - length) === b.charAt(b.length - 1 - length))
    length += 1;
  return length;
}

/** Of a property that no table has, its head is what both end with; what stands before it must not be two things. */
function endFit(asked: string, said: string): number {
  if (said === '') return 0.85;
  return asked === '' || related(asked, said) ? 0.9 : 0;
}

/** 辆 counts vehicles, whatever they are called; 个, 台 and 件 count anything. */
const telling = /^[辆艘架户层路]$/;
const sameCounter = (ask: FigureAsk, mention: Mention) =>
  ask.figure?.unit !== undefined &&
  telling.test(ask.figure.unit.name) &&
  mention.figure?.unit?.name === ask.figure.unit.name;

/** 压铸机最大1250T says no property, but only one can be meant where subject and unit are those asked. */
function elliptic(ask: FigureAsk, mention: Mention): number {
  if (ask.subject.length < 2) return 0;
  const about = residual(mention.label) || residual(mention.tail);
  return about !== '' && related(about, ask.subject) && namedProperties(mention.label).length === 0 ? 0.6 : 0;
}

/** 25℃粘度 is not 10℃粘度; 1 where either says no condition of the kind. */
function conditionFit(ask: FigureAsk, mention: Mention): number {
  for (const asked of ask.conditions) {
    for (const said of mention.conditions) {
      if (asked.unit?.dimension !== said.unit?.dimension || !asked.unit) continue;
      return Math.abs(asked.lo * asked.unit.factor - said.lo * (said.unit?.factor ?? 1)) < 1e-9 ? 1 : 0.5;
    }
  }
  return 1;
}

/** How far a figure of a profile is about what is asked, 0 to 1; its size and unit are not looked at. */
export function fitness(ask: FigureAsk, profile: ReadProfile, line: ReadLine, mention: Mention): number {
  if (mention.condition) return 0;
  const property = propertyFit(ask, mention);
  if (property === 0) return 0;
  const subject = property === 0.6 || ask.property ? subjectFit(ask, profile, line, mention) : 1;
  const place = line.field === 'capacity' || ask.property?.id !== 'output' ? 1 : 0.9;
  return property * subject * conditionFit(ask, mention) * place;
}
