import { sameCertificate } from '../certificate.js';
import { type Standard, standards } from './standard-table.js';
import type { Written } from './written.js';

/** A standard named in a text with what is said of it. */
export interface NamedStandard {
  readonly standard: Standard;
  readonly edition?: string;
  readonly level?: number;
  /** It is named by what came before it. */
  readonly old: boolean;
  readonly start: number;
  readonly end: number;
}

const chinese: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
};
const levelAfter = /^[^,;。、\d一二三四五]{0,8}?(?:l|level\s?|ml)?([1-5一二三四五]|iii|iv|ii|v)(?:级|(?=[^\d.a-z]|$))/;
const levelBefore = /([1-5一二三四五])级$/;
const editionAfter = /^[a-z\d\s/]{0,6}?[:\-—]\s?((?:19|20)\d\d)|^\s?\(?((?:19|20)\d\d)版?/;
const letterAfter = /^\s?([a-d])(?![a-z])/;

function editionOf({ editions, sameEdition }: Standard, rest: string): string | undefined {
  const letters = editions?.[0]?.length === 1;
  const found = letters ? letterAfter.exec(rest)?.[1] : (editionAfter.exec(rest)?.[1] ?? editionAfter.exec(rest)?.[2]);
  return found === undefined ? undefined : (sameEdition?.[found] ?? found);
}

function levelOf(low: string, start: number, end: number): number | undefined {
  const text = levelAfter.exec(low.slice(end))?.[1] ?? levelBefore.exec(low.slice(0, start))?.[1];
  return text === undefined ? undefined : (chinese[text] ?? Number(text));
}

/** A text without any of these names no standard. */
const mayName =
  /[a-z]{2}|管理体系|等保|等级保护|安全生产标准化|成熟度|实验室认可|资质认定|强制性|许可|知识产权|清真|犹太|国军标|武器装备|危害分析|3c|隐私|连续性|检验检测|铁路行业/;

/** The standards that a text without capitals names. */
export function standardsIn(low: string): NamedStandard[] {
  if (!mayName.test(low)) return [];
  const found: NamedStandard[] = [];
  for (const standard of standards) {
    const now = standard.names.exec(low);
    const before = standard.replaces?.exec(low);
    const match = now ?? before;
    if (!match) continue;
    const end = match.index + match[0].length;
    const edition = now ? editionOf(standard, low.slice(end)) : undefined;
    const level = standard.levels ? levelOf(low, match.index, end) : undefined;
    found.push({
      standard,
      ...(edition ? { edition } : {}),
      ...(level ? { level } : {}),
      old: !now,
      start: match.index,
      end,
    });
  }
  return found;
}

/** How a standard held answers one asked, on a day: `undefined` where it is another. */
export type Fit = 'same' | 'superseded' | 'lower-level' | undefined;

export function fitOf(asked: NamedStandard, held: NamedStandard, on: string): Fit {
  if (asked.standard !== held.standard) return undefined;
  const { editions = [], endOfOld, levels } = asked.standard;
  if (held.old && !asked.old) return asked.edition !== undefined || on > (endOfOld ?? '') ? 'superseded' : 'same';
  if (held.edition !== undefined) {
    const [want, have] = [editions.indexOf(asked.edition ?? ''), editions.indexOf(held.edition)];
    if (asked.edition !== undefined && held.edition < asked.edition) return 'superseded';
    if (want < 0 && have >= 0 && have < editions.length - 1 && endOfOld !== undefined && on > endOfOld)
      return 'superseded';
  }
  if (levels && asked.level !== undefined) {
    if (held.level === undefined) return undefined;
    const enough = levels === 'high' ? held.level >= asked.level : held.level <= asked.level;
    return enough ? 'same' : 'lower-level';
  }
  return 'same';
}

/** Words that any certificate may have: they must not carry a match. */
const soft =
  /认证证书|认证|证书|证|产品|医疗器械(?!经营|生产)|有效|合格|第(?=类)|certificate|certification|certified|registration|licen[cs]e|approval/g;
const classes: readonly (readonly [RegExp, string])[] = [
  [/第?(?:三|iii|3)\s?类|class\s?iii/g, '③类'],
  [/第?(?:二|ii|2)\s?类|class\s?ii/g, '②类'],
  [/第?(?:一|i|1)\s?类/g, '①类'],
];
const functionWords =
  /(?:认可|认证|资质)?范围[须应]?(?:含|包含|包括|覆盖|涵盖)|必须|须|需要|需|应|要求|具备|具有|拥有|持有|取得|获得|通过|已|且|在有效期内|有效期内|有效期|有效|提供|符合|满足|及以上|以上|的|相关|至少|required|valid|hold(?:s|ing)?|must|have|has|with|\bin\b|\bof\b/g;

const unified = (low: string) => classes.reduce((text, [pattern, name]) => text.replace(pattern, name), low);

/** What remains of a name of a certificate: its codes, its class, its kind, and the words that say of what. */
function partsOf(low: string) {
  const text = unified(low).replace(functionWords, ' ').replace(qualityLevel, ' ');
  const codes = (text.match(/[a-z]{2,}[a-z\d]*|\d{3,}/g) ?? []).filter(
    (code) => !soft.test(` ${code}`) && !/^(?:report|svhc|gmp\d)$/.test(code),
  );
  soft.lastIndex = 0;
  const rank = /[①②③]类/.exec(text)?.[0];
  const kinds = /许可|核准|注册证|备案|执照|检定|登记证|报告|专利|著作权/.exec(low)?.[0];
  const all = text.replace(/[①②③]类/g, ' ');
  const strip = (from: string, pattern: RegExp) => from.replace(pattern, ' ').match(/\p{Script=Han}{2,}/gu) ?? [];
  const words = strip(all, soft);
  return { codes, rank, kinds, words: words.length > 0 ? words : strip(all, /\s/g) };
}

/** The share of the words that stand in a text in runs of two characters at least. */
function shareOf(words: readonly string[], low: string): number {
  let said = 0;
  let all = 0;
  for (const word of words) {
    const known = new Array<boolean>(word.length).fill(false);
    for (let at = 0; at + 2 <= word.length; at += 1)
      if (low.includes(word.slice(at, at + 2))) known.fill(true, at, at + 2);
    said += known.filter(Boolean).length;
    all += word.length;
  }
  return all === 0 ? 0 : said / all;
}

const shares = (words: readonly string[], low: string) => shareOf(words, low) >= 0.7;

/** The words of a scope in brackets; without brackets a certificate is taken to be for what the firm makes. */
const scopeOf = (low: string) => /\(([^)]*)\)/.exec(low)?.[1];

/** 一级, 甲级, and A1级 or B级 of licences; a number within a letter counts down. */
const qualityLevel = /([特一二三四甲乙丙]|(?<![a-z])[a-d])([1-3]?)级/;
const qualityOrder = '四丙三乙二甲一特';
const letterOrder = 'dcba';

/** The class of a licence for medical devices and the like, ① to ③. */
const classOf = (low: string) => (/许可|备案/.test(low) ? /[①②③]类/.exec(unified(low))?.[0] : undefined);

/** How the levels of a qualification compare (一级 is above 二级); `same` where either has none. */
export function levelFit(asked: string, held: string): Fit {
  const [want, have] = [classOf(asked), classOf(held)];
  if (want && have) return have < want ? 'lower-level' : have > want ? undefined : 'same';
  const [, wanted, wantedPart] = qualityLevel.exec(asked) ?? [];
  const [, given, givenPart] = qualityLevel.exec(held) ?? [];
  if (wanted === undefined || given === undefined) return 'same';
  const order = /[a-d]/.test(wanted) ? letterOrder : qualityOrder;
  if (!order.includes(given)) return 'same';
  if (given === wanted && wantedPart && givenPart) return givenPart <= wantedPart ? 'same' : 'lower-level';
  return order.indexOf(given) >= order.indexOf(wanted) ? 'same' : 'lower-level';
}

/** Whether a certificate held is the one asked by its names, beyond the standards both may have. */
export function sameByName(asked: string, held: Written): boolean {
  const [want, have] = [partsOf(asked), partsOf(held.low)];
  const haveText = unified(held.low);
  if (want.codes.length === 0 && want.words.length === 0) return false;
  // Of a licence the classes are compared, see levelFit; a registration of another class is another one.
  if (want.rank !== have.rank && want.rank !== undefined && classOf(asked) === undefined) return false;
  if (want.kinds !== undefined && have.kinds !== undefined && want.kinds !== have.kinds) return false;
  if (!want.codes.every((code) => haveText.includes(code))) return sameCertificate(asked, held.raw);
  // A code says which; without a scope in brackets it is taken to be for what the firm makes.
  if (want.codes.length > 0 && (have.words.length === 0 || scopeOf(haveText) === undefined)) return true;
  return want.words.length === 0 || shares(want.words, haveText);
}

/** Whether a certificate that is given for one process each (NADCAP) is for another than the one asked. */
export function ofAnotherProcess(asked: string, held: string): boolean {
  const [want, have] = [partsOf(asked).words, partsOf(held).words];
  return want.length > 0 && have.length > 0 && !shares(want, held);
}

/** Whether the scope that a certificate names in brackets leaves out what is asked: CCC（电线组件） for a heater. */
export function outOfScope(asked: string, held: string): boolean {
  const scope = scopeOf(held);
  const wanted = partsOf(asked).words.filter((word) => !/管理体系|强制|产品$|许可|资质|^认可$/.test(word));
  if (scope === undefined || wanted.length === 0 || !/\p{Script=Han}{2}/u.test(scope)) return false;
  return !wanted.some((word) => shares([word], held));
}
