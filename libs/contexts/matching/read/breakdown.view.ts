import type { HandPart } from '#engines/match/by-hand';
import { chanceOf } from '#engines/match/rank/calibration';
import type { Language } from '#platform/errors/errors';
import type { Breakdown } from '../index/breakdown.js';
import type { BreakdownView } from '../matching.dto.js';
import { reasonSentence } from './proposal.view.js';

type Texts = Readonly<Record<Language, string>>;

/** Groups of learned features, by how their names begin: the first that fits. */
const GROUPS: readonly (readonly [group: string, begins: RegExp, texts: Texts])[] = [
  [
    'backing',
    /(?:Backed|Beyond|LessLabels)$|^(?:secondLine|thirdLine|other(?:Labels|Statements))$/,
    { zh: '档案各条相互印证', en: 'Lines of the profile back each other' },
  ],
  ['feedback', /^feedback/, { zh: '与最相符企业的用词相近', en: 'Says what the best firms by words say' }],
  ['leaders', /^(?:leaders|manyLeaders|led)/, { zh: '与最相符企业的整体相近', en: 'Like the firms that fit best' }],
  ['name', /^(?:name(?!Length)|vectorName|runName)/, { zh: '企业名称', en: 'The name of the firm' }],
  ['labels', /^(?:label|vectorLabel)/, { zh: '领域与行业标签', en: 'Domains and industries' }],
  [
    'lines',
    /^(?:statement(?!s$)|line(?!s$)|vector(?:Statement|Line)|run|same)/,
    { zh: '档案中最接近的一条', en: 'The nearest line of the profile' },
  ],
  ['meaning', /^vector/, { zh: '整体含义相近', en: 'Meaning of the whole profile' }],
  ['place', /^firstStage/, { zh: '初筛名次', en: 'Place in the first selection' }],
  ['asked', /^ask/, { zh: '需求本身的特点', en: 'What kind of demand it is' }],
  [
    'size',
    /^(?:lines|statements|domains|industries|nameLength|firmLength)$/,
    { zh: '档案篇幅', en: 'Size of the profile' },
  ],
  ['words', /^/, { zh: '与需求相同的词语', en: 'Words shared with the demand' }],
];

const PARTS: Readonly<Record<HandPart, Texts>> = {
  requirements: { zh: '指标逐项判断', en: 'Requirements, one by one' },
  certificates: { zh: '资质证书（当日有效）', en: 'Certificates valid on the day' },
  process: { zh: '工艺', en: 'Process' },
  region: { zh: '地区', en: 'Region' },
  quantity: { zh: '产能与需求数量', en: 'Capacity for the quantity' },
  details: { zh: '工艺、指标与背景中的词语', en: 'Words of process, requirements and background' },
  link: { zh: '产业链环节', en: 'Link of the chain' },
  tier: { zh: '梯度', en: 'Tier' },
  meaning: { zh: '语义相近（外部模型）', en: 'Near in meaning, by a model outside' },
};

export const groupOf = (feature: string): string => GROUPS.find(([, begins]) => begins.test(feature))?.[0] ?? 'words';

const short = (value: number): number => Math.round(value * 1000) / 1000;
const bySize = (a: { readonly share: number }, b: { readonly share: number }) => Math.abs(b.share) - Math.abs(a.share);

/**
 * Every part of a firm's score for a demand, the largest first. `whole`: with each feature; else with the sums of the groups
 * only, as single features tell of lines that the firm may keep back.
 */
export function breakdownView(
  demandId: string,
  firmId: string,
  breakdown: Breakdown,
  whole: boolean,
  language: Language,
): BreakdownView {
  const { firmName, text, odds, base, learned, byHand, relevance, excluded } = breakdown;
  const groups = GROUPS.map(([group, , texts]) => {
    const features = learned.filter(({ feature }) => groupOf(feature) === group);
    const share = features.reduce((sum, each) => sum + each.share, 0);
    const shown = features.map(({ feature, value, share }) => ({ feature, value: short(value), share: short(share) }));
    return {
      part: group,
      name: texts[language],
      learned: true,
      share: short(share),
      features: whole ? shown.sort(bySize) : [],
    };
  });
  const hand = byHand.map(({ part, share }) => ({
    ...{ part, name: PARTS[part][language], learned: false, share: short(share) },
    features: [],
  }));
  return {
    ...{ demandId, firmId, firmName, text },
    score: short(chanceOf(odds)),
    odds: short(odds),
    base: short(base),
    relevance: short(relevance),
    parts: [...groups, ...hand].filter(({ share, features }) => share !== 0 || features.length > 0).sort(bySize),
    ...(excluded ? { excluded: reasonSentence(excluded.why, excluded.name, language) } : {}),
  };
}
