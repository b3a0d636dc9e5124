import { after, before, scales, without } from './figure-signs.js';
import { readNumber } from './numbers.js';
import { readUnit, type Unit } from './units.js';
import type { Span } from './written.js';

/**
 * How a figure is meant: a value, a range from `lo` to `hi`, a tolerance of ±`hi`, a lower or upper bound that is said
 * (`above` and `below` leave the limit out), or the most or least that is reached (最大1250T, 最快3天).
 */
export type FigureForm =
  | 'value'
  | 'range'
  | 'tolerance'
  | 'at-least'
  | 'above'
  | 'at-most'
  | 'below'
  | 'most'
  | 'least';

/** A figure as written, before units are made equal. A value has `lo` equal to `hi`. */
export interface Figure {
  readonly form: FigureForm;
  readonly lo: number;
  readonly hi: number;
  readonly unit?: Unit;
  /** A range written as a value with a tolerance: 70±10. */
  readonly around?: boolean;
  /** Values to choose from: 3、5、10. */
  readonly choice?: boolean;
  /** A range within which any value can be set: 40~70cm可调. */
  readonly adjustable?: boolean;
  /** Further measures of one thing: 460 of 510×460mm. */
  readonly more?: readonly number[];
}

/** A figure and its place: `start` at its sign or scale (≥, HRC), `digits` at its number. */
export interface FoundFigure extends Span {
  readonly digits: number;
  readonly figure: Figure;
}

const digitOrSign =
  /[±\d]|正负(?=\d)|零下(?=\d)|[百千万]分之(?=[\d一二两三四五六七八九十])|[+-](?=\d)|[一二两三四五六七八九十百半]/g;
/** A day, month or year is no figure. */
const dateAt =
  /(?:19|20)\d\d\s?(?:年(?:度?(?:底|初)?|\d{1,2}月(?:\d{1,2}日)?)|[-/.]\d{1,2}[-/.]\d{1,2})|\d{1,2}月(?!内|以内)(?:\d{1,2}日|份|[初底])?/y;
const between =
  /^\s*(?:~|-{1,2}|—{1,2}|至|到|to)\s*(?:φ|dn|pn|hrc|hrb|hb|hv|ra|rz)?\s*(?=[+-]?\d|[一二两三四五六七八九十])/;
const times = /^\s*[×x*]\s*(?=\d)/;

function prefixScale(head: string): { unit: Unit; start: number } | undefined {
  for (const [pattern, unit] of scales) {
    const found = pattern.exec(head);
    if (found) return { unit, start: found.index };
  }
  return undefined;
}

const standardNumber =
  /(?<![a-z])(?:gb|gjb|jb|hg|yb|qb|yy|nb|sj|iso|iec|din|jis|astm|ansi|agma|en)(?:\/[a-z]+)?\s[a-z]?$/;

/** A digit that belongs to a name (JS-30, GH4169, TPX6111) begins no figure. */
function inName(low: string, at: number): boolean {
  if (low.charAt(at) >= '一') return /第.|[单统同唯任逐均专]一/.test(low.slice(Math.max(0, at - 1), at + 1));
  if (/(?<![a-z])[da]c$/.test(low.slice(Math.max(0, at - 3), at))) return false;
  if (standardNumber.test(low.slice(Math.max(0, at - 9), at))) return true;
  return (
    /(?:第|[a-z\d.][-_./]?|[a-z]\s?-)$/.test(low.slice(Math.max(0, at - 3), at)) && !/\d\s$/.test(low.slice(at - 2, at))
  );
}

const nameRun = /[a-z\d.\-_]*/y;
function skipName(low: string, at: number): number {
  nameRun.lastIndex = at;
  nameRun.exec(low);
  return Math.max(at + 1, nameRun.lastIndex);
}

interface Texts {
  readonly plain: string;
  readonly low: string;
}

interface Core {
  form: FigureForm;
  lo: number;
  hi: number;
  unit: Unit | undefined;
  more?: number[];
  around?: boolean;
  choice?: boolean;
  end: number;
}

function unitAt({ plain }: Texts, at: number): { unit?: Unit; end: number } {
  return readUnit(plain, at) ?? { end: at };
}

function tolerance(texts: Texts, at: number): Core | undefined {
  const number = readNumber(texts.low, at + 1 + (/^\s*/.exec(texts.low.slice(at + 1))?.[0].length ?? 0));
  if (!number) return undefined;
  const { unit, end } = unitAt(texts, number.end);
  return { form: 'tolerance', lo: -number.value, hi: number.value, unit, end };
}

/** 80±5%, 50±5. */
function centred(texts: Texts, value: number, at: number, unit: Unit | undefined): Core | undefined {
  const sign = /^\s*±\s*/.exec(texts.low.slice(at));
  if (!sign) return undefined;
  const spread = readNumber(texts.low, at + sign[0].length);
  if (!spread) return undefined;
  const { unit: last, end } = unitAt(texts, spread.end);
  const whole = unit ?? last;
  // 50±3% with a unit before is a share of the value.
  const part =
    unit && last && unit.dimension !== last.dimension && last.dimension === ''
      ? value * spread.value * last.factor
      : spread.value;
  return { form: 'range', lo: value - part, hi: value + part, unit: whole, around: true, end };
}

function rangeFrom(
  texts: Texts,
  value: number,
  numberEnd: number,
  first: { unit?: Unit; end: number },
): Core | undefined {
  const separator = between.exec(texts.low.slice(first.end));
  if (!separator) return undefined;
  const other = readNumber(texts.low, first.end + separator[0].length);
  if (!other) return undefined;
  const last = unitAt(texts, other.end);
  // 10%~90%RH.
  const humid = first.unit?.dimension === '' && last.unit?.dimension === 'RH1';
  if (first.unit && last.unit && first.unit.dimension !== last.unit.dimension && !humid) return undefined;
  if (first.unit && !last.unit) return undefined;
  // 1~3万件: the scale of the second is meant for both; a range that falls is none (182-72).
  const scaled =
    /[万千百亿]/.test(texts.low.slice(first.end, other.end)) &&
    !/[万千百亿]/.test(texts.low.slice(numberEnd - 1, first.end));
  const unscaled = scaled
    ? value * (other.value / (readPlain(texts.low, first.end + separator[0].length) ?? other.value))
    : value;
  const low = first.unit && last.unit && !humid ? (unscaled * first.unit.factor) / last.unit.factor : unscaled;
  if (low > other.value && !/℃|°|度/.test(texts.low.slice(numberEnd, last.end + 1))) return undefined;
  return {
    form: 'range',
    lo: Math.min(low, other.value),
    hi: Math.max(low, other.value),
    unit: last.unit ?? first.unit,
    end: last.end,
  };
}

const plainNumber = /[+-]?\d+(?:\.\d+)?/y;
function readPlain(low: string, at: number): number | undefined {
  plainNumber.lastIndex = at;
  const found = plainNumber.exec(low);
  return found ? Number(found[0]) : undefined;
}

function measures(texts: Texts, value: number, at: number): Core | undefined {
  const more: number[] = [];
  let end = at;
  for (let sign = times.exec(texts.low.slice(end)); sign && more.length < 2; sign = times.exec(texts.low.slice(end))) {
    const next = readNumber(texts.low, end + sign[0].length);
    if (!next) break;
    more.push(next.value);
    end = next.end;
  }
  if (more.length === 0) return undefined;
  const { unit, end: last } = unitAt(texts, end);
  return { form: 'value', lo: value, hi: value, more, unit, end: last };
}

/** 3、5、10μm: what there is to choose from. */
function listed(texts: Texts, value: number, at: number): Core | undefined {
  const found = /^(?:、\d+(?:\.\d+)?)+/.exec(texts.low.slice(at));
  if (!found) return undefined;
  const values = [value, ...found[0].slice(1).split('、').map(Number)];
  const { unit, end } = unitAt(texts, at + found[0].length);
  return unit && { form: 'range', lo: Math.min(...values), hi: Math.max(...values), unit, choice: true, end };
}

const twinAt = /\s?([a-zμ]+|微米|毫米)\/(\d+(?:\.\d+)?)\s?\1(?![a-z\d])/y;

/** 4mil/4mil; 0.02mm/300mm is a share. */
function twin(texts: Texts, value: number, at: number): Core | undefined {
  twinAt.lastIndex = at;
  const found = twinAt.exec(texts.low);
  const second = Number(found?.[2]);
  const unit = found && readUnit(texts.plain.slice(at, at + found[0].indexOf('/')), 0)?.unit;
  if (!found || !unit || second > value * 5 || value > second * 5) return undefined;
  return { form: 'range', lo: Math.min(value, second), hi: Math.max(value, second), unit, end: at + found[0].length };
}

/** 2.5/2.5mil, 0.4/0.6%: two of one kind; the worse counts. */
function pair(texts: Texts, value: number, at: number): Core | undefined {
  const slash = /^\/(?=\d)/.exec(texts.low.slice(at));
  const other = slash ? readNumber(texts.low, at + 1) : undefined;
  if (!other) return twin(texts, value, at);
  const { unit, end } = unitAt(texts, other.end);
  return unit
    ? { form: 'range', lo: Math.min(value, other.value), hi: Math.max(value, other.value), unit, end }
    : undefined;
}

const shares: Readonly<Record<string, number>> = { 百: 1e-2, 千: 1e-3, 万: 1e-4 };

/** Signs in words: 零下20℃, 正负0.5, 百分之八, 万分之二. */
function worded(texts: Texts, at: number): Core | undefined {
  const { low } = texts;
  if (low.startsWith('正负', at)) return tolerance(texts, at + 1);
  const found = core(texts, at + (low.startsWith('零下', at) ? 2 : 3));
  if (!found) return undefined;
  if (low.startsWith('零下', at))
    return { ...found, lo: -Math.abs(found.lo), hi: found.form === 'range' ? found.hi : -Math.abs(found.hi) };
  return {
    ...found,
    unit: { ...readUnit('%', 0)!.unit, factor: shares[low.charAt(at)] ?? 1, name: low.slice(at, at + 3) },
  };
}

function core(texts: Texts, at: number): Core | undefined {
  if (/^(?:正负|零下|[百千万]分之)/.test(texts.low.slice(at, at + 3))) return worded(texts, at);
  if (texts.low.charAt(at) === '±') return tolerance(texts, at);
  const number = readNumber(texts.low, at);
  if (!number) return undefined;
  const sized = measures(texts, number.value, number.end);
  if (sized) return sized;
  const paired = pair(texts, number.value, number.end) ?? listed(texts, number.value, number.end);
  if (paired) return paired;
  const rest = /^[余多来](?=\p{Script=Han})/u.exec(texts.low.slice(number.end));
  const first = unitAt(texts, number.end + (rest?.[0].length ?? 0));
  return (
    centred(texts, number.value, first.end, first.unit) ??
    rangeFrom(texts, number.value, number.end, first) ?? {
      form: 'value',
      lo: number.value,
      hi: number.value,
      unit: first.unit,
      end: first.end,
    }
  );
}

function signed(found: Core, head: string, rest: string): { form: FigureForm; start: number; length: number } {
  const prefix = before.map(([pattern, sign]) => ({ sign, found: pattern.exec(head) })).find((one) => one.found);
  const suffix = after.map(([pattern, sign]) => ({ sign, found: pattern.exec(rest) })).find((one) => one.found);
  const open = without.test(rest.slice(suffix?.found?.[0].length ?? 0));
  const start = prefix?.found?.index ?? head.length;
  const length = suffix?.found?.[0].length ?? 0;
  if (found.form !== 'value') return { form: found.form, start, length: 0 };
  if (suffix?.sign === 'at-least') return { form: open ? 'above' : 'at-least', start, length };
  if (suffix?.sign === 'at-most' && prefix?.sign !== 'least')
    return { form: open ? 'below' : 'at-most', start, length };
  return { form: prefix?.sign ?? 'value', start, length: 0 };
}

const adjusted = /^\s?(?:范围内?)?(?:任意|连续|无级|自由)?(?:可调|可选|可变|调节)/;

function figureAt(texts: Texts, from: number, at: number): FoundFigure | undefined {
  const head = texts.low.slice(from, at);
  const scale = prefixScale(head);
  if (!scale && inName(texts.low, at)) return undefined;
  const found = core(texts, at);
  if (!found) return undefined;
  const { low } = texts;
  if (!/[\d±+\-正零]/.test(low.charAt(at)) && found.unit === undefined) return undefined;
  if (found.unit === undefined && !scale && /[a-z]/.test(low.charAt(found.end))) return undefined;
  const sign = signed(found, head, low.slice(found.end, found.end + 16));
  const bracketed = found.unit === undefined && !scale ? unitBefore(head.slice(0, sign.start)) : undefined;
  const own = bracketed ?? found.unit;
  const unit =
    scale && (found.unit === undefined || scale.unit.dimension !== 'L1') ? scaled(scale.unit, found.unit) : own;
  const { form, lo, hi, more, around, choice } = { ...found, form: sign.form };
  const adjustable = form === 'range' && adjusted.test(low.slice(found.end));
  return {
    start: from + Math.min(sign.start, scale?.start ?? sign.start),
    digits: at,
    end: found.end + sign.length,
    figure: {
      form,
      lo,
      hi,
      ...(unit ? { unit } : {}),
      ...(more ? { more } : {}),
      ...(choice || adjustable ? { choice: true } : {}),
      ...(adjustable ? { adjustable } : {}),
      ...(around ? { around } : {}),
    },
  };
}

/** 尺寸(mm):510 has its unit before the number. */
function unitBefore(head: string): Unit | undefined {
  const found = /\(([^()]{1,12})\)[\s:]*$/.exec(head);
  const unit = found ? readUnit(found[1]!, 0) : undefined;
  return unit && unit.end === found?.[1]?.length ? unit.unit : undefined;
}

/** Ra0.8μm is a roughness, however its unit is written. */
function scaled(scale: Unit, written: Unit | undefined): Unit {
  return written?.dimension === 'L1' ? { ...scale, factor: written.factor / 1e-6 } : scale;
}

/** The figures within a span, in reading order. Dates and the numbers of names are none. */
export function figuresIn(texts: Texts, span: Span): FoundFigure[] {
  const found: FoundFigure[] = [];
  let from = span.start;
  digitOrSign.lastIndex = span.start;
  for (let hit = digitOrSign.exec(texts.low); hit && hit.index < span.end; hit = digitOrSign.exec(texts.low)) {
    const at = hit.index;
    dateAt.lastIndex = at;
    if (!inName(texts.low, at) && dateAt.test(texts.low)) {
      digitOrSign.lastIndex = dateAt.lastIndex;
      continue;
    }
    const figure = figureAt(texts, from, at);
    if (figure && figure.end <= span.end) {
      found.push(figure);
      from = figure.end;
      digitOrSign.lastIndex = Math.max(figure.end, at + 1);
    } else if (/\d/.test(texts.low.charAt(at))) digitOrSign.lastIndex = skipName(texts.low, at);
  }
  return found;
}
