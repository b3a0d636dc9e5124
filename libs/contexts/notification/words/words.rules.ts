import { NOTICE_KINDS, type NoticeKind } from '#contracts/notice';
import type { Failure, Language } from '#platform/errors/errors';
import { HOUSE_TEXTS } from '../notice.texts.js';
import type { Texts } from '../texts.js';
import { wordsErrors } from './words.errors.js';

const LANGUAGES: readonly Language[] = ['zh', 'en'];

export const isKind = (kind: string): kind is NoticeKind => (NOTICE_KINDS as readonly string[]).includes(kind);

const PLACE = /\{(\w+)\}/g;
const placesIn = (text: string): string[] => [...text.matchAll(PLACE)].map(([, name = '']) => name);

/** The places that a kind of notice can fill: those that the house's own words use. */
export function placesOf(kind: NoticeKind): string[] {
  const all = LANGUAGES.flatMap((language) => Object.values(HOUSE_TEXTS[kind][language]).flatMap(placesIn));
  return [...new Set(all)].sort();
}

/** Those without which nobody knows what a notice is about: what the house's titles name in both languages. */
export function neededOf(kind: NoticeKind): string[] {
  const { zh, en } = HOUSE_TEXTS[kind];
  const english = placesIn(en.title);
  return [...new Set(placesIn(zh.title))].filter((name) => english.includes(name)).sort();
}

/** What looks like an address, or would be made a link of by a program that shows it. */
const ADDRESS = /:\/\/|\bwww\.|\bmailto:|\bjavascript:/i;

/** The first thing wrong with the words of a kind, if any. Pure. */
export function checkWords(kind: NoticeKind, texts: Texts): Failure | undefined {
  for (const language of LANGUAGES) {
    const { title, body } = texts[language];
    const wrong =
      checkText(kind, title, `/${language}/title`) ??
      checkText(kind, body, `/${language}/body`) ??
      (/[\r\n]/.test(title) ? wordsErrors.line({}, `/${language}/title`) : undefined);
    if (wrong) return wrong;
    const used = [...placesIn(title), ...placesIn(body)];
    const missing = neededOf(kind).find((name) => !used.includes(name));
    if (missing !== undefined) return wordsErrors.missing({ place: missing }, `/${language}/title`);
  }
  return undefined;
}

function checkText(kind: NoticeKind, text: string, pointer: string): Failure | undefined {
  const known = placesOf(kind);
  const unknown = placesIn(text).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const places = known.map((name) => `{${name}}`).join(', ');
    return wordsErrors.unknown({ place: unknown, places: places || '-' }, pointer);
  }
  if (/[{}]/.test(text.replace(PLACE, ''))) return wordsErrors.braces({ example: known[0] ?? 'title' }, pointer);
  return ADDRESS.test(text) ? wordsErrors.link({}, pointer) : undefined;
}

/** What stands in a place when words are tried. */
const SAMPLES: Readonly<Record<string, string | number>> = {
  title: '冰箱压缩机用精密齿轮配套',
  ownerName: '海岳智能家电集团',
  firmName: '青岛岚齿精密机械有限公司',
  organisationName: '青岛岚齿精密机械有限公司',
  name: '李工',
  byName: '王敏',
  reason: 'other',
  note: '请补充检测报告',
  text: '样件下周寄出',
  channel: '企业微信群',
  until: '2026-12-31',
  due: '2026-12-31',
  step: 'sample',
  status: 'approved',
  score: 87,
  rank: 1,
  responses: 4,
  meetings: 6,
  minutes: 5,
  otherName: '海岳智能家电集团',
  changes: '新增 1 场，取消 1 场',
};

/** Values for all places of a kind. */
export const samplesOf = (kind: NoticeKind): Record<string, string | number> =>
  Object.fromEntries(placesOf(kind).map((name) => [name, SAMPLES[name] ?? name]));
