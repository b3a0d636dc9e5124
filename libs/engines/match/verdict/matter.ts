import { contraryWords, entailments, kindsOf, synonymGroups } from './synonym-table.js';

const groupsOf = new Map<string, (readonly string[])[]>();
for (const group of synonymGroups) for (const name of group) groupsOf.set(name, [...(groupsOf.get(name) ?? []), group]);
const known = [...new Set([...groupsOf.keys(), ...kindsOf.keys()])].sort((a, b) => b.length - a.length);

/** Words that name a way of doing anything: they must not carry a match alone. */
const generic =
  /加工|能力|服务|设备|工艺|技术|系统|产品|生产|制造|处理|联动|平台|装置|经验|项目|工程|自主|专业|相关|产线|生产线|资源|条件|方案|功能|业务|水平|要求|限制|门槛|人员|团队|提供|支持|具备|随货|独立|方式|实现|管理|场地|工序|检测|测试|检验|测量|试验|业绩|案例|铸件|锻件|零件|工件|零部件|样品|材料|原料|壳体|外壳|结构件|machining|processing|capability|service|equipment|system/g;
const GENERIC_WEIGHT = 0.3;

const alphanumeric = /[a-z0-9]/;
const unitLike = /^\s?(?:mm|cm|m|kg|g|t|台|件|个|套|万|千|人|家|%|℃|°|小时|天|吨|只|米|元|~|×|\.\d)/;

/** Whether a text without capitals has a name: letters and digits as a whole token, a bare number not as a figure. */
export function has(low: string, name: string): boolean {
  return placeOf(low, name) >= 0;
}

/** Where a name stands in a text; -1 where it does not. See {@link has}. */
function placeOf(low: string, name: string): number {
  const first = alphanumeric.test(name.charAt(0));
  const last = alphanumeric.test(name.charAt(name.length - 1));
  for (let at = low.indexOf(name); at >= 0; at = low.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (first && alphanumeric.test(low.charAt(at - 1)) && alphanumeric.test(name.charAt(0))) continue;
    if (last && alphanumeric.test(low.charAt(end))) continue;
    if (/^\d+$/.test(name) && (unitLike.test(low.slice(end, end + 4)) || /[φ±~×.]\s?$/.test(low.slice(0, at))))
      continue;
    return at;
  }
  return -1;
}

/** One way to say what is asked, with a weight for each of its characters. */
interface Variant {
  readonly text: string;
  readonly weights: readonly number[];
  readonly total: number;
}

/** What is asked in words, ready to be looked for. */
export interface Matter {
  readonly text: string;
  readonly variants: readonly Variant[];
  /** All of one of these lists also say it. */
  readonly entailed: readonly (readonly string[])[];
}

function weigh(text: string): Variant {
  const weights = new Array<number>(text.length).fill(1);
  for (const { index, 0: word } of text.matchAll(generic)) weights.fill(GENERIC_WEIGHT, index, index + word.length);
  if (weights.every((weight) => weight < 1)) weights.fill(1);
  for (let at = 0; at < text.length; at += 1) if (text.charAt(at) === ' ') weights[at] = 0;
  return { text, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}

const graded = /^([a-z\d.-]{3,})(?:不锈钢|合金钢|铝合金|钛合金|球墨铸铁|灰铸铁)$/;
const MOST_VARIANTS = 80;

/** The ways to say a phrase: each known name in it replaced by those that mean the same or a kind of it. */
function variantsOf(phrase: string): string[] {
  // 316L不锈钢 is 316L.
  const found = new Set([phrase, graded.exec(phrase)?.[1] ?? phrase]);
  const taken: [number, number][] = [];
  for (const name of known) {
    const at = placeOf(phrase, name);
    if (at < 0 || taken.some(([start, end]) => at >= start && at + name.length <= end && end - start > name.length))
      continue;
    taken.push([at, at + name.length]);
    const same = (groupsOf.get(name) ?? []).flat();
    const kinds = [name, ...same].flatMap((one) => kindsOf.get(one) ?? []);
    const all = new Set([...same, ...kinds, ...kinds.flatMap((one) => (groupsOf.get(one) ?? []).flat())]);
    // Of two names each may stand for another at the same time: 东南亚 and 网点.
    const before = [...found];
    for (const other of all)
      for (const said of before) if (found.size < MOST_VARIANTS) found.add(said.replace(name, other));
  }
  return [...found];
}

/** Phrases prepared before: one requirement is asked of many firms. */
const prepared = new Map<string, Matter>();
const MOST_PREPARED = 2_000;

/** Prepares a phrase without capitals for {@link coverage}. */
export function matterOf(phrase: string): Matter {
  const known = prepared.get(phrase);
  if (known) return known;
  if (prepared.size >= MOST_PREPARED) prepared.clear();
  const made = prepare(phrase);
  prepared.set(phrase, made);
  return made;
}

function prepare(phrase: string): Matter {
  const variants = variantsOf(phrase).map(weigh);
  const names = new Set(variants.map(({ text }) => text));
  const entailed = entailments
    .filter(({ makes }) => names.has(makes) || phrase.includes(makes))
    .map(({ when }) => when);
  return { text: phrase, variants, entailed };
}

const run = /\d+×\d+|[a-z0-9][a-z0-9.#+-]*/y;

function runAt(text: string, at: number): string | undefined {
  run.lastIndex = at;
  return run.exec(text)?.[0];
}

/** The longest part of `text` from `at` that the other text has; letters and digits only as a whole. */
function foundAt(text: string, at: number, low: string): number {
  const token = runAt(text, at);
  if (token !== undefined) return has(low, token) ? token.length : -token.length;
  let length = 0;
  while (
    at + length < text.length &&
    !alphanumeric.test(text.charAt(at + length)) &&
    low.includes(text.slice(at, at + length + 1))
  )
    length += 1;
  return length;
}

function covered({ text, weights, total }: Variant, low: string): number {
  let sum = 0;
  let runs = 0;
  let [from, to] = [low.length, 0];
  for (let at = 0; at < text.length; ) {
    const found = foundAt(text, at, low);
    const alone = found === 1 && text.length > 1 && !alphanumeric.test(text.charAt(at));
    const step = Math.max(1, Math.abs(found));
    if (found > 0 && !alone) {
      for (let place = at; place < at + found; place += 1) sum += weights[place] ?? 0;
      const place = low.indexOf(text.slice(at, at + found));
      [from, to] = [Math.min(from, place), Math.max(to, place + found)];
      runs += 1;
    }
    at += step;
  }
  // 激光清洗后CMT焊接 is no 激光焊接: the parts of a short name stand together.
  const apart = runs > 1 && text.length <= 6 && !text.includes(' ') && to - from > text.length + 3;
  return total === 0 ? 0 : (sum / total) * (apart ? 0.7 : 1);
}

/** The share, 0 to 1, of what is asked that a text without capitals says; generic words count for less. */
export function coverage(matter: Matter, low: string): number {
  if (matter.entailed.some((all) => all.every((name) => has(low, name)))) return 1;
  let best = 0;
  for (const variant of matter.variants) {
    const share = covered(variant, low);
    if (share > best) best = share;
    if (best === 1) break;
  }
  return best;
}

/** Whether a text is made of words alone that name a way of doing anything. */
export const isGeneric = (text: string): boolean => text.replace(generic, '') === '';

/** What each of these is a kind of: grades by how they begin. Provenance: by hand. */
const families: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^qt\d{3}/, ['球墨铸铁', '球铁']],
  [/^ht\d{3}/, ['灰铸铁', '灰铁']],
  [/^zg\d/, ['铸钢']],
  [/^(?:adc|zl|a3|yl)\d/, ['铸铝', '压铸铝', '铝合金', '铝铸件']],
  [/^t[ac]\d/, ['钛合金', '钛']],
  [/^(?:gh\d|inconel)/, ['高温合金']],
  [/^(?:sus)?(?:304|316|321|310s|2205)/, ['不锈钢']],
  [/^[2567]\d{3}(?:-|$)/, ['铝合金', '铝']],
];

/** What a thing is a kind of: 热处理 for 渗碳, 球墨铸铁 for qt600-3. */
export function wholesOf(text: string): string[] {
  const named = families.flatMap(([grade, names]) => (grade.test(text) ? names : []));
  return [
    ...named,
    ...[...kindsOf].flatMap(([whole, kinds]) => (kinds.some((kind) => text.includes(kind)) ? [whole] : [])),
  ];
}

/** What is said instead of what is asked, e.g. 收费样品 for 免费样品; nothing where no word of it has a contrary. */
export function contraries(phrase: string): string[] {
  return contraryWords.flatMap(([word, others]) =>
    phrase.includes(word) ? others.map((other) => phrase.replace(word, other)) : [],
  );
}

/** Where the longest common part of what is asked and a text begins, and where it ends. */
export function common(matter: Matter, low: string): { readonly start: number; readonly end: number } | undefined {
  let best: { start: number; end: number } | undefined;
  for (const { text } of matter.variants) {
    for (let at = 0; at < text.length; at += 1) {
      const length = foundAt(text, at, low);
      if (length < 2 || length <= (best ? best.end - best.start : 0)) continue;
      const start = low.indexOf(text.slice(at, at + length));
      best = { start, end: start + length };
    }
  }
  return best;
}
