import type { FigureAsk } from './ask.js';
import { gradesIn } from './grades.js';
import { coverage } from './matter.js';
import { isRate, type Mention } from './mention.js';
import type { ReadLine, ReadProfile } from './profile-reading.js';
import { lastProperty } from './properties.js';
import { widerThan } from './property-dimensions.js';
import type { Property } from './property-table.js';
import { neutral, residual } from './residual.js';
import { abbreviates, related, sameCharacters, sameSymbols, sharedEnd, sharedRun } from './similarity.js';
import { elements, kindsOf } from './synonym-table.js';

/** Below this a figure is not about what is asked. */
export const LEAST_FIT = 0.45;

const anyWork = /(?:加工|处理|服务|系统|制品|产品|装置|设备)$/;

/** The product named last before a place of a line: an end of its name of two characters at least, or its beginning. */
function productBefore(profile: ReadProfile, low: string): string | undefined {
  let found: { product: string; at: number } | undefined;
  const take = (product: string, part: string): boolean => {
    const at = low.lastIndexOf(part);
    if (at >= 0 && (!found || at > found.at)) found = { product, at };
    return at >= 0;
  };
  for (const product of profile.products) {
    let named = false;
    for (let cut = 0; cut + 2 <= product.length && !named; cut += 1) named = take(product, product.slice(cut));
    const head = product.replace(anyWork, '');
    for (let end = head.length; end >= 3 && !named; end -= 1) named = take(product, head.slice(0, end));
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

const han = /\p{Script=Han}/u;
const series = /[a-z0-9-]+(?=系列|型(?!材))/g;
const acronym = /(?<![a-z0-9])[a-z]{2,}(?![a-z0-9])/g;

/** COD去除率 is not SS去除率, MPPT效率 is not that of the whole; the name of a product of the firm tells nothing. */
function symbolDiffers(ask: FigureAsk, profile: ReadProfile, { label: whole }: Mention): boolean {
  const head = lastProperty(whole);
  const label = head ? whole.slice(0, head.start) + whole.slice(head.end) : whole;
  if (!han.test(whole) || !han.test(ask.core.text)) return false;
  // HGJ系列 is a name.
  const said: readonly string[] = label.replace(series, '').match(acronym) ?? [];
  const asked: readonly string[] = ask.subject.match(acronym) ?? [];
  const ofProduct = (one: string) =>
    profile.products.some((product) => product.includes(one) || whole.includes(`${one}${product}`)) ||
    kindsOf.get(one)?.some((kind) => [whole, ...profile.products].some((text) => text.includes(kind)));
  if (asked.some((one) => !ofProduct(one) && !said.includes(one))) return residual(label) !== '' || said.length > 0;
  return said.some((one) => one.length > 2 && !ask.core.text.includes(one) && !ofProduct(one));
}

/** Parts that have figures of their own: a pump's motor tells nothing of the pump. Provenance: by hand. */
const parts =
  /电动机|电机|马达|发动机|柴油机|减速机|减速器|变频器|控制器|逆变器|电源|电池|轴承|压缩机|风机|水泵|油泵|灯珠|传感器|风扇|显示屏|遥控器|充电器|接插件?|连接器|插头|插座|线束/;

const cabinets = /控制柜|电控柜|示教器/;

const substances = elements.map(([name, symbol]) => ({
  signs: [name, symbol],
  asked: new RegExp(`${name}(?:$|含量|杂质|离子|残留|溶出|析出|元素)`),
  said: new RegExp(`(?:^|[^a-z])${symbol.replace('+', '\\+')}(?:含量|杂质|离子|残留)?[\\s:≤<≥>]*$`),
}));

/** 含量98.5% and 砷1mg/kg say nothing of the 铅 that is asked for. */
function ofAnotherSubstance(ask: FigureAsk, label: string): boolean {
  if (!/含量|残留|溶出|杂质|离子$/.test(ask.core.text)) return false;
  const asked = substances.filter((one) => one.asked.test(ask.subject));
  return asked.length > 0 && !asked.some(({ signs }) => signs.some((sign) => label.includes(sign)));
}

/** Parts that are one with each other. */
const joints = /接插件?|连接器|插头|插座|线束|端子/;
const isOf = (part: string, subject: string) => related(part, subject) || (joints.test(part) && joints.test(subject));

/** Words of which a text that says one does not speak of another. Provenance: by hand. */
const siblings = [
  ['氧化', '氮化', '碳化', '硼化', '硫化', '氯化', '氟化'],
  ['内径', '外径'],
  ['机械寿命', '电气寿命'],
  ['光电', '磁电'],
  ['干摩', '湿摩'],
  ['横向', '纵向'],
  ['经向', '纬向'],
  ['短期', '长期'],
  ['动态', '静态'],
  ['轴向', '径向'],
  ['正面', '背面'],
  ['单面', '双面'],
  ['进口', '出口'],
  ['入口', '出口'],
  ['充电', '放电'],
  ['洁净', '普通'],
  ['净化', '普通'],
  ['总氮', '氨氮'],
  ['满载', '空载', '负载'],
  ['线宽', '线距'],
  ['燃油', '机油', '尿素'],
  ['水蒸气', '氧气'],
  ['水汽', '氧气'],
  ['作业', '运输', '行驶'],
  ['并发', '注册', '在线'],
  ['d50', 'd10', 'd90', 'd97', '最大粒径'],
  ['峰值', '额定'],
  ['峰值', '持续'],
  ['瞬时', '持续'],
  ['净重', '毛重'],
  ['齿面', '心部', '芯部', '齿根'],
  ['表面', '心部', '芯部'],
  ['插入损耗', '回波损耗'],
  ['插损', '回损'],
  ['insertion loss', 'return loss'],
  ['耐摩擦', '耐洗', '耐水', '耐汗', '耐光', '耐日晒', '耐干洗', '耐热压', '耐氯'],
  ['氟橡胶', '硅橡胶', '丁腈', '三元乙丙', '天然橡胶', '氯丁', '丁基橡胶', '聚氨酯'],
  ['铝合金', '镁合金', '钛合金', '锌合金', '铜合金'],
] as const;
/** What is asked of each head or thing is not said of the whole. */
const each = /人均|单台|单班|单位面积|每班|吨均/g;

/** States that one character at the end of a label tells: 耐摩擦色牢度干4级、湿3级. */
const states = [
  ['干', '湿'],
  ['经', '纬'],
  ['纵', '横'],
] as const;
const isState = (asked: string, said: string, own: string, other: string): boolean =>
  asked.includes(own) && !asked.includes(other) && said.trimEnd().endsWith(other) && !said.includes(own);

/** 高纯铟 is not 高纯镓. */
const purified = /(?:高纯|超纯)(\p{Script=Han})/u;

/** What one metal is made into: 铝棒 is no 铝板. */
const made = /([铝铜钢铁钛镁锌镍])(?:合金)?([棒板管线丝带箔卷坯])/;

/** The words about a figure tell of a brother of what is asked: 氮化铝 and 氧化铝. */
function isSibling(asked: string, said: string): boolean {
  if (asked.match(each)?.some((word) => !said.includes(word))) return true;
  const [wanted, given] = [purified.exec(asked)?.[1], purified.exec(said)?.[1]];
  if (wanted !== undefined && given !== undefined && wanted !== given) return true;
  const [shape, other] = [made.exec(asked), made.exec(said)];
  if (shape && other && shape[1] === other[1] && shape[2] !== other[2]) return true;
  if (states.some(([a, b]) => isState(asked, said, a, b) || isState(asked, said, b, a))) return true;
  return siblings.some((words) => {
    const [own, other] = [words.find((word) => asked.includes(word)), words.find((word) => said.includes(word))];
    return own !== undefined && other !== undefined && !asked.includes(other) && !said.includes(own);
  });
}

/** A word that no line of the profile has names a whole category (面料) rather than one of the firm's things. */
const isCategory = (subject: string, profile: ReadProfile) =>
  !profile.lines.some(({ text }) => related(subject, text.low));

/** Subjects that are no thing but any work on it: 加工公差. */
const work = /^(?:机?加工|尺寸|精密|零件|工件|制造|车削|铣削|磨削)+$/;

/** What is read against a figure because of the firm's other lines; `kind` leaves that out. */
export type Reading = 'strict' | 'kind';

/** 温度变送器 and 差压变送器 of one firm are two, however much their names have in common. */
function ofNamedProduct(subject: string, profile: ReadProfile, said: string): boolean {
  const inside = (text: string) => profile.products.filter((product) => product.length >= 3 && text.includes(product));
  const [asked, given] = [inside(subject), inside(said)];
  return (
    asked.length > 0 &&
    given.length > 0 &&
    !given.some((one) => asked.some((other) => one.includes(other) || other.includes(one)))
  );
}

/** How well the words about a figure fit the subject asked: 1 the same, 0 another. */
function subjectFit(ask: FigureAsk, profile: ReadProfile, line: ReadLine, mention: Mention, how: Reading): number {
  const { subject } = ask;
  const counted = mention.tail.length >= 2 && mention.tail.length <= 12 ? residual(mention.tail) : '';
  const about = mention.about;
  if (subject === '') return about === '' ? 1 : 0.8;
  if (symbolDiffers(ask, profile, mention)) return 0;
  if (ofAnotherSubstance(ask, mention.label)) return 0;
  const part = parts.exec(about)?.[0] ?? cabinets.exec(mention.label)?.[0];
  const isOwn = profile.products.some((product) => part !== undefined && product.includes(part));
  if (part !== undefined && !isOwn && !isOf(part, subject)) return 0;
  if (about !== '' && (related(about, subject) || coverage(ask.core, mention.label) >= 0.7)) {
    // 作业速度 of 播种机 is related to 植保机作业速度 by the work alone.
    const named = profile.products.some((product) => related(product, subject) && related(product, about));
    return how === 'strict' && !named && ofAnotherProduct(subject, profile, line, mention) ? 0 : 1;
  }
  if (ask.subjectNames.variants.length > 1 && coverage(ask.subjectNames, mention.label) >= 0.9) return 1;
  if (about.length <= 1 || related(counted, subject) || related(subject, mention.tail.slice(0, 8))) {
    return how === 'strict' && ofAnotherProduct(subject, profile, line, mention) ? 0 : 0.88;
  }
  const others = profile.products.filter((product) => related(product, about));
  if (others.length > 0 && how === 'kind') return 0.8;
  if (others.length > 0 && !others.some((product) => related(product, subject)))
    return isCategory(subject, profile) ? 0.8 : 0;
  // A tolerance of something else is another tolerance.
  if (ask.property?.id === 'tolerance' && !work.test(subject)) return 0;
  // A part or state that nothing says is another thing: less sure, and only where the property is named.
  const named = mention.grade !== undefined || mention.named;
  const substance = elements.some(([name]) => name.length > 1 && subject.includes(name));
  // Where the profile speaks of the very thing elsewhere, this one is another.
  const whole = profile.products.some((product) => related(product, subject));
  const said = ({ text }: ReadLine) => text.low.includes(subject);
  const elsewhere = !whole && subject.length >= 2 && (how === 'strict' ? profile.lines.some(said) : said(line));
  return named && !substance && !elsewhere && line.field !== 'equipment' ? 0.5 : 0;
}

/** Properties of which one speaks for the other. */
const near: Readonly<Record<string, string>> = {
  output: 'throughput',
  throughput: 'output',
  speed: 'speed-rotation',
  volume: 'storage',
  storage: 'volume',
  'speed-rotation': 'speed',
};

function knownFit(wanted: Property, named: Property): number {
  if (wanted === named) return 1;
  if (near[wanted.id] === named.id) return 0.8;
  if (widerThan[wanted.id] === named.id) return 0.65;
  return widerThan[named.id] === wanted.id ? 0.6 : 0;
}

function propertyFit(ask: FigureAsk, mention: Mention, products: readonly string[], how: Reading): number {
  const [wanted, named] = [ask.property, mention.property];
  if (wanted && named && (wanted === named || !mention.implied)) return knownFit(wanted, named);
  if (wanted) {
    if (mention.carriedProperty === wanted && related(mention.said, ask.subject)) return 0.97;
    if (wanted.id === 'output' && mention.figure && isRate(mention.figure)) return 0.9;
    return elliptic(ask, mention);
  }
  const share = Math.max(coverage(ask.core, mention.label), coverage(ask.core, mention.tail));
  if (share >= 0.7) return share;
  const label = mention.label.replace(/[\s:约为达可]+$/, '');
  const head = sharedEnd(ask.core.text, label);
  if (head >= 2) return endFit(ask.core.text.slice(0, -head), residual(label.slice(0, -head)), products, how);
  return share >= 0.4 && sameCounter(ask, mention) ? 0.6 : 0;
}

/** Fe 0.003% tells of 铁杂质含量: analyses name what they found by its symbol. */
function sameSubstance(asked: string, label: string): boolean {
  return substances.some((one) => one.asked.test(asked) && one.said.test(label));
}

/** Other words for the same: abbreviated, in another order, by a symbol, or after the number (1.5米跌落). */
function looselyFit(ask: FigureAsk, mention: Mention): number {
  const asked = ask.core.text;
  const { said } = mention;
  if (sameSubstance(asked, mention.label)) return 0.85;
  if (sameSymbols(asked, mention.label)) return 0.85;
  if (abbreviates(said.slice(-2), asked) || abbreviates(said.slice(-3), asked)) return 0.7;
  if (said.length >= 2 && asked.includes(said)) return 0.6;
  if (sameCharacters(asked.replace(neutral, ''), said)) return 0.6;
  return sharedRun(mention.tail.slice(0, 8), asked) >= (said === '' ? 2 : 4) ? 0.6 : 0;
}

/** Of a property that no table has, its head is what both end with; what stands before it must not be two things. */
function endFit(asked: string, said: string, products: readonly string[], how: Reading): number {
  if (said === '') return 0.85;
  if (asked === '' || related(asked, said)) return 0.9;
  // 单级 of the firm's own 减速机 is a variant, not another thing.
  const isProduct = (name: string) => products.some((product) => related(product, name));
  return isProduct(asked) && (how === 'kind' || !isProduct(said)) ? 0.55 : 0;
}

/** 辆 counts vehicles, whatever they are called; 个, 台 and 件 count anything. */
const telling = /^[辆艘架户层路]$/;
const sameCounter = (ask: FigureAsk, mention: Mention) =>
  ask.figure?.unit !== undefined &&
  telling.test(ask.figure.unit.name) &&
  mention.figure?.unit?.name === ask.figure.unit.name;

const sameRate = ({ figure: asked }: FigureAsk, { figure: said }: Mention): boolean =>
  asked?.unit?.dimension === 'PCS1 T-1' &&
  said?.unit?.dimension === 'PCS1 T-1' &&
  asked.unit.factor === said.unit.factor;

/** Properties that a figure without a name is never of. */
const small = /rough|tolerance|repeat|flat|straight|round/;

/** 压铸机最大1250T says no property, but only one can be meant where subject and unit are those asked. */
function elliptic(ask: FigureAsk, mention: Mention): number {
  if (ask.subject.length < 2 || small.test(ask.property?.id ?? '')) return 0;
  const about = mention.said || residual(mention.tail);
  // 最高60包/分钟 alone: a rate in the unit asked is of the machine.
  if (about === '' && mention.label === '' && sameRate(ask, mention)) return 0.6;
  return about !== '' && related(about, ask.subject) && !mention.named ? 0.6 : 0;
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

/**
 * How far a figure of a profile is about what is asked, 0 to 1; its size and unit are not looked at. Read kindly it never
 * falls when the profile gets more lines.
 */
export function fitness(
  ask: FigureAsk,
  profile: ReadProfile,
  line: ReadLine,
  mention: Mention,
  how: Reading = 'strict',
): number {
  const asked = ask.core.text;
  // -25℃冷库: what it is the temperature of stands after it.
  const ofNext = ask.subject.length >= 2 && mention.tail.startsWith(ask.subject);
  if (ofNamedProduct(asked, profile, mention.label)) return 0;
  if ((mention.condition && !ofNext) || gradeDiffers(asked, mention.label) || isSibling(asked, mention.label)) return 0;
  // A weight is no tolerance of the weight.
  if (ask.figure?.form === 'tolerance' && !mention.named && mention.figure?.form !== 'tolerance') return 0;
  const property = propertyFit(ask, mention, profile.products, how);
  const other = (mention.property && !mention.implied) || small.test(ask.property?.id ?? '');
  const loosely = other ? 0 : looselyFit(ask, mention) * conditionFit(ask, mention);
  if (property === 0) return loosely;
  const subject = property === 0.6 || ask.property ? subjectFit(ask, profile, line, mention, how) : 1;
  const place = line.field === 'capacity' || ask.property?.id !== 'output' ? 1 : 0.9;
  return Math.max(property * subject * conditionFit(ask, mention) * place, loosely);
}
