import type { Ask } from './ask.js';
import type { Finding, VerdictEvidence, VerdictWhy } from './finding.js';
import { common, contraries, coverage, type Matter, matterOf } from './matter.js';
import { type ReadClause, type ReadLine, type ReadProfile, standing } from './profile-reading.js';
import { isInHouse, type Standing } from './standing.js';
import { quote, type Span } from './written.js';

/** The share of what is asked in words that one place of the profile must say; less is only likely. */
const ENOUGH = 0.74;
const SOME = 0.6;

interface Place extends Span {
  readonly line: ReadLine;
  readonly clause: ReadClause;
  readonly share: number;
}

function evidence(line: ReadLine, span: Span): VerdictEvidence {
  const date = line.validUntil || line.date;
  return { field: line.field, text: quote(line.text, span.start, span.end), ...(date ? { date } : {}) };
}

/** The places that speak of what is asked: an item if it says enough alone, else its clause. */
function placesOf(matter: Matter, profile: ReadProfile): Place[] {
  const found: Place[] = [];
  for (const line of profile.lines) {
    for (const clause of line.clauses) {
      const whole = coverage(matter, clause.low);
      if (whole < SOME) continue;
      const items = clause.items.map((item) => ({
        item,
        share: coverage(matter, line.text.low.slice(item.start, item.end)),
      }));
      const enough = items.filter(({ share }) => share >= Math.min(ENOUGH, whole));
      const spans = enough.length > 0 ? enough : [{ item: clause, share: whole * 0.9 }];
      for (const { item, share } of spans) found.push({ start: item.start, end: item.end, line, clause, share });
    }
  }
  return found;
}

const nothingBetween =
  /^(?:再|自有|自己的?|独立的?|专门的?|专业的?|任何|相关|上述|此类|该|大规模|批量|实现|做到|达到|建立|建成|完全|[\s:"“”'的])*$/;
const denies =
  /.*(?:不具备|不支持|不提供|不承接|不接受?|不做|不生产|不含|不能|不可|不开展|不从事|不承运|不承揽|不运输|不经营|不销售|不储存|不存放|不受理|不涉及|没有|未(?:[设配建](?:置|备|有|立|成|全)?|开展|开通|取得|通过|获得|具备|做|引进|引入|购置|购买|掌握|覆盖|涉及|投产|量产)?|尚无|暂无|暂不(?:具备|提供|承接|支持|接|做)?|暂缺|缺乏|缺少|无法|无|no|not|without)/;
/** Only a part of it: 大件外协, 高峰期委外. */
const partly = /大件|超大|超长|部分|个别|少量|少数|不足时|高峰|旺季|特殊|复杂|另|再|新增|增加|扩/;

/** Whether a denial is of the very thing asked: 不做硬质阳极氧化 leaves 阳极氧化 open. */
function deniesAll(matter: Matter, clause: ReadClause): boolean {
  const place = common(matter, clause.low);
  if (!place) return true;
  const head = clause.low.slice(0, place.start);
  const word = denies.exec(head)?.[0];
  return word === undefined || nothingBetween.test(head.slice(word.length));
}

const whys: Readonly<Record<Exclude<Standing, 'held'>, VerdictWhy>> = {
  denied: 'denied',
  outsourced: 'outsourced',
  planned: 'planned',
  former: 'former',
  others: 'others',
};

/** What a statement against it weighs beside one for it: a plain denial more, a plan for more of it less. */
function against(ask: Ask, place: Place, how: Exclude<Standing, 'held'>): Finding | undefined {
  const shown = evidence(place.line, place);
  const { low } = place.clause;
  if (how === 'others') return { state: 'unknown', why: 'others', evidence: shown, weight: place.share };
  if (place.share < ENOUGH) return undefined;
  if (how === 'denied' && !deniesAll(ask.matter, place.clause)) return undefined;
  const weak = partly.test(low) || how === 'planned' || how === 'former';
  return {
    state: 'not-met',
    why: whys[how],
    evidence: shown,
    weight: weak ? place.share * 0.5 : Math.min(1, place.share) + 0.2,
  };
}

function stated(ask: Ask, place: Place, on: string): Finding {
  const { line, share } = place;
  const shown = evidence(line, place);
  if (line.validUntil && line.validUntil.slice(0, 10) < on)
    return { state: 'not-met', why: 'certificate-expired', evidence: shown, weight: share };
  if (share < ENOUGH) return { state: 'likely', why: 'stated-partly', evidence: shown, weight: share };
  if (line.field === 'cases' && !ask.experience)
    return { state: 'likely', why: 'stated-in-case', evidence: shown, weight: share };
  // A machine of one's own outweighs the word that the work is given away.
  return { state: 'met', why: 'stated', evidence: shown, weight: line.field === 'equipment' ? share + 0.2 : share };
}

/** What must not be there: 无MOQ限制 is met where a clause denies it, not met where one says it. */
const saysNone = /无|不|未|没有|零|免|非|none|\bno\b|without|free/;
function absenceFindings(ask: Ask, profile: ReadProfile): Finding[] {
  return placesOf(ask.matter, profile).flatMap((place): Finding[] => {
    if (place.share < ENOUGH) return [];
    const none = saysNone.test(place.clause.low);
    const shown = evidence(place.line, place);
    return [
      {
        state: none ? 'met' : 'not-met',
        why: none ? 'absence-stated' : 'presence-stated',
        evidence: shown,
        weight: place.share,
      },
    ];
  });
}

/** The work must stay in the house: a sentence on it says so, or says that it is given away. */
function inHouseFindings(ask: Ask, profile: ReadProfile, on: string): Finding[] {
  const found: Finding[] = [];
  // 表面处理 says no more than 阳极氧化 that is asked of it, and is said by other kinds too.
  const wide = ask.wider.wholes.some((whole) => ask.named.text.includes(whole) && !ask.matter.text.includes(whole));
  for (const line of profile.lines) {
    for (const clause of line.clauses) {
      const before = line.clauses.filter(
        ({ sentence, start }) => sentence === clause.sentence && start <= clause.start,
      );
      const sentence = before.map(({ low }) => low).join(',');
      const alone = Math.max(coverage(ask.matter, clause.low), wide ? 0 : coverage(ask.named, clause.low));
      const share = Math.max(alone, coverage(ask.matter, sentence) * 0.95);
      if (share < SOME) continue;
      const shown = evidence(line, clause);
      if (isInHouse(clause.low)) found.push({ state: 'met', why: 'in-house', evidence: shown, weight: share });
      else if (alone >= SOME && standing(profile, line, clause, on) === 'outsourced') {
        found.push({ state: 'not-met', why: 'outsourced', evidence: shown, weight: share + 0.2 });
      }
    }
  }
  return found;
}

const plant = /车间|工厂|生产线|产线|工序|设备|中心|厂|线$/g;

/** Who has the work done elsewhere has no plant for it: 模具委外 against 自有模具车间. */
function givenAway(ask: Ask, profile: ReadProfile, on: string): Finding[] {
  const works = [ask.matter.text.replace(plant, ''), ask.named.text.replace(plant, '')].filter(
    (work) => work.length >= 2,
  );
  return works
    .flatMap((work) => inHouseFindings({ ...ask, matter: matterOf(work), named: matterOf(work) }, profile, on))
    .filter(({ state }) => state === 'not-met');
}

/** Who does not do the whole does not do its kinds: 暂不具备水电镀能力 against 塑料件水电镀, 不做球墨铸铁 against QT600-3. */
function wholeRefused({ wider }: Ask, profile: ReadProfile): Finding[] {
  const isWhole = (thing: string) =>
    wider.wholes.includes(thing) ||
    wider.names.some((name) => name !== thing && (name.endsWith(thing) || (thing.length >= 4 && name.includes(thing))));
  return profile.lines.flatMap((line) =>
    line.clauses.flatMap((clause) =>
      clause.refused
        .filter(({ things }) => things.some(isWhole))
        .filter(() => !partly.test(clause.low))
        .map(({ how }): Finding => ({ state: 'not-met', why: how, evidence: evidence(line, clause), weight: 0.85 })),
    ),
  );
}

/** What is said instead of it contradicts it: 样品收费 against 免费样品. */
function contraryFindings(ask: Ask, profile: ReadProfile): Finding[] {
  return contraries(ask.matter.text).flatMap((text) =>
    placesOf(matterOf(text), profile)
      .filter(({ share }) => share >= ENOUGH)
      .map(
        (place): Finding => ({
          state: 'not-met',
          why: 'contrary',
          evidence: evidence(place.line, place),
          weight: place.share,
        }),
      ),
  );
}

/** Names of one kind of statement; 材质仅限Q235B answers 钢材. */
const categories = [
  /材质|材料|牌号|钢材|钢种|板材|基材|原料|树脂/,
  /工艺|成形|成型|加工方式|连接方式/,
  /接口|协议|通讯|通信/,
  /语言|语种/,
];
const exclusive =
  /(?<!并非|不是|并不|不)仅限于?|(?<!并非|不是|并不|不)[仅只](?:以|通过|能开具)|仅(?:有|用|做|支持|提供|生产|接受?|为|能|可)?|只(?:有|用|做|支持|提供|生产|接受?|能|可)|均为|全部(?:为|采用)?|\bonly\b/;

/** What leaves no room for the other by itself. */
const selfExclusive = /款到发货|现款现货|先款后货|款到生产|预付全款|不设账期/;

/** Kinds of which one, said to be all there is, leaves out the others. Provenance: by hand. */
const apart: readonly (readonly RegExp[])[] = [
  [/常温/, /冷链|冷藏|冷冻|低温运输|温控/],
  [/内销|国内(?!外)/, /外销|出口|海外|国际/],
  [/公路|道路|汽运|陆运/, /铁路|海运|空运|航空运输/],
  [/民用|民品/, /军用|军品|军工/],
  [/专用发票|专票/, /普通发票|普票/],
  [/月结|账期|赊销/, selfExclusive],
  [/私有化|本地化?部署|内网部署|on-premise/, /公有云|saas/],
];

interface Kinds {
  readonly own: RegExp;
  readonly rest: readonly RegExp[];
}

/** Of the kinds that are apart: the one asked, and the others. */
function kindsOf({ name, target }: Ask): Kinds[] {
  const asked = `${name.low} ${target.low}`;
  return apart.flatMap((kinds) => {
    const own = kinds.find((kind) => kind.test(asked));
    return own ? [{ own, rest: kinds.filter((kind) => !kind.test(asked)) }] : [];
  });
}

/** Whether a clause speaks of another kind than the one asked: 公路运输 is not 铁路运输. */
const isOtherKind = (kinds: readonly Kinds[], low: string): boolean =>
  kinds.some(({ own, rest }) => rest.some((kind) => kind.test(low)) && !own.test(low));

/** 仅有常温车队 leaves no room for a cold chain. */
function otherKindFindings(kinds: readonly Kinds[], profile: ReadProfile): Finding[] {
  if (kinds.length === 0) return [];
  return profile.lines.flatMap((line) =>
    line.clauses.flatMap((clause): Finding[] =>
      (exclusive.test(clause.low) || selfExclusive.test(clause.low)) && isOtherKind(kinds, clause.low)
        ? [{ state: 'not-met', why: 'contrary', evidence: evidence(line, clause), weight: 0.8 }]
        : [],
    ),
  );
}

/** A statement on the same that leaves no room: 材质仅限Q235B against Q355B. */
function exclusiveFindings(ask: Ask, profile: ReadProfile): Finding[] {
  const category = categories.find((one) => one.test(ask.name.low));
  if (!category) return [];
  const thing = matterOf(ask.named.text.replace(category, ''));
  const isOfIt = (head: string) => category.test(head) || (thing.text.length >= 2 && coverage(thing, head) >= ENOUGH);
  return profile.lines.flatMap((line) =>
    line.clauses.flatMap((clause): Finding[] => {
      const only = exclusive.exec(clause.low);
      if (!only || !isOfIt(clause.low.slice(0, only.index)) || coverage(ask.matter, clause.low) > 0) return [];
      return [{ state: 'not-met', why: 'contrary', evidence: evidence(line, clause), weight: 0.7 }];
    }),
  );
}

/** Where a firm lies tells nothing of whom it works for. */
const located = /(?:距|离)[^,。;]{1,12}(?:公里|km|分钟)|毗邻|紧邻|邻近|地处|位于|坐落/;

/** Countries and regions abroad, and what a firm may have there. Provenance: by hand. */
const abroad =
  /墨西哥|美国|加拿大|巴西|德国|法国|英国|意大利|西班牙|荷兰|波兰|匈牙利|土耳其|俄罗斯|越南|泰国|马来西亚|印尼|印度尼西亚|印度|菲律宾|新加坡|柬埔寨|日本|韩国|沙特|阿联酋|埃及|南非|澳大利亚|欧洲|东南亚|北美|南美|中东|非洲/;
const premises = /仓|厂|网点|服务[点站]|办事处|分公司|子公司|中心|基地|代表处/;

/** 墨西哥仓尚在选址: what is asked for in a place is only planned there, or denied. */
function absentAbroad(ask: Ask, profile: ReadProfile, on: string): Finding[] {
  const asked = `${ask.name.low} ${ask.target.low}`;
  const place = abroad.exec(asked)?.[0];
  if (place === undefined || !premises.test(asked)) return [];
  return profile.lines.flatMap((line) =>
    line.clauses.flatMap((clause): Finding[] => {
      if (!clause.low.includes(place) || !premises.test(clause.low)) return [];
      const how = standing(profile, line, clause, on);
      if (how !== 'planned' && how !== 'denied' && how !== 'former') return [];
      return [{ state: 'not-met', why: how, evidence: evidence(line, clause), weight: 0.6 }];
    }),
  );
}

/** What the words of a profile say to a requirement. */
export function matterFindings(ask: Ask, profile: ReadProfile, on: string): Finding[] {
  if (ask.inHouse) return inHouseFindings(ask, profile, on);
  const given = ask.ownPlant ? givenAway(ask, profile, on) : [];
  if (ask.absent) return absenceFindings(ask, profile);
  const kinds = kindsOf(ask);
  const found = placesOf(ask.matter, profile).flatMap((place) => {
    if (isOtherKind(kinds, place.clause.low) || (ask.experience && located.test(place.clause.low))) return [];
    const how = standing(profile, place.line, place, on);
    return how === 'held' ? [stated(ask, place, on)] : (against(ask, place, how) ?? []);
  });
  return [
    ...given,
    ...found,
    ...wholeRefused(ask, profile),
    ...absentAbroad(ask, profile, on),
    ...contraryFindings(ask, profile),
    ...exclusiveFindings(ask, profile),
    ...otherKindFindings(kinds, profile),
  ];
}

const licence = /(?:经营|生产)?(?:资质|许可证?|资格证?|执照|证书|认证)$/;

/** Who does not do the work has no licence for it: 不承运危险品 against 危化品运输资质. */
export function refusedWork(ask: Ask, profile: ReadProfile, on: string): Finding[] {
  const work = matterOf(ask.named.text.replace(licence, ''));
  const refused = wholeRefused(ask, profile);
  if (work.text === ask.named.text || work.text.length < 3) return refused;
  const said = matterFindings({ ...ask, matter: work, named: work }, profile, on);
  return [...refused, ...said.filter(({ why }) => why === 'denied')];
}

/** Denials, plans and outsourcing of the matter itself, for a requirement of which no figure is given. */
export function refusals(ask: Ask, profile: ReadProfile, on: string): Finding[] {
  return matterFindings(ask, profile, on).filter(
    ({ state, why }) => state === 'not-met' && why !== 'certificate-expired',
  );
}
