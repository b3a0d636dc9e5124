import type { MatchRequirement } from '../types.js';
import type { VerdictWhy } from './finding.js';

/**
 * What a reason means to a person; `{name}` is what is asked. They do not repeat the line of the profile: it is shown
 * beside them, to those who may read it.
 */
export const VERDICT_SENTENCES: Readonly<Record<VerdictWhy, Readonly<Record<'zh' | 'en', string>>>> = {
  'figure-met': { zh: '所列数值达到“{name}”的要求', en: 'The figure given reaches what is asked of “{name}”' },
  'figure-not-met': {
    zh: '所列数值未达到“{name}”的要求',
    en: 'The figure given falls short of what is asked of “{name}”',
  },
  'figure-open': { zh: '所列数值不足以判断“{name}”是否达到', en: 'The figure given does not decide “{name}”' },
  'figure-missing': {
    zh: '档案提到相关内容，未给出“{name}”的数值',
    en: 'The profile speaks of it without the figure for “{name}”',
  },
  'figure-planned': { zh: '“{name}”的数值尚属计划', en: 'The figure for “{name}” is a plan, not there yet' },
  'figure-elsewhere': {
    zh: '所列数值达到“{name}”的要求，但可能属于其他产品',
    en: 'The figure given reaches what is asked of “{name}”, but may be of another product',
  },
  'grade-met': { zh: '所列等级达到“{name}”的要求', en: 'The grade given is what “{name}” asks, or better' },
  'grade-not-met': { zh: '所列等级低于“{name}”的要求', en: 'The grade given is below what “{name}” asks' },
  'grade-open': { zh: '所列等级未完全说明“{name}”', en: 'The grade given leaves part of “{name}” open' },
  stated: { zh: '档案写明“{name}”', en: 'The profile states “{name}”' },
  'stated-partly': { zh: '档案内容与“{name}”部分相符', en: 'The profile says part of “{name}”' },
  'stated-in-case': {
    zh: '案例中提到“{name}”，未说明是否为自有能力',
    en: 'A case speaks of “{name}” without saying that the firm does it itself',
  },
  'absence-stated': { zh: '档案说明符合“{name}”', en: 'The profile says that it is not there, as “{name}” asks' },
  'presence-stated': { zh: '档案内容与“{name}”不符', en: 'The profile has what “{name}” rules out' },
  contrary: { zh: '档案内容与“{name}”相反', en: 'The profile says the contrary of “{name}”' },
  'in-house': { zh: '“{name}”由本企业完成', en: '“{name}” is done in the house' },
  denied: { zh: '档案明确不具备“{name}”', en: 'The profile denies “{name}”' },
  outsourced: { zh: '“{name}”由外单位完成', en: '“{name}” is done by another firm' },
  planned: { zh: '“{name}”尚属计划或在办', en: '“{name}” is planned or under way' },
  former: { zh: '“{name}”已停止或失效', en: '“{name}” is given up or no longer in force' },
  others: {
    zh: '关于“{name}”，档案说的是其他单位，或时间不明',
    en: 'What the profile says of “{name}” is said of others, or of a time unknown',
  },
  'certificate-valid': { zh: '持有“{name}”，在有效期内', en: 'Holds “{name}”, in force' },
  'certificate-undated': { zh: '列有“{name}”，未注明有效期', en: 'Names “{name}” without its validity' },
  'certificate-expired': { zh: '“{name}”已过期', en: '“{name}” has expired' },
  'certificate-superseded': {
    zh: '所持“{name}”是已被替代的版本',
    en: 'Holds an edition of “{name}” that was superseded',
  },
  'certificate-level': { zh: '所持级别低于“{name}”', en: 'Holds a lower level than “{name}” asks' },
  'certificate-scope': { zh: '所持证书的范围不含“{name}”所需内容', en: 'The scope held is another than “{name}” asks' },
  'certificate-stated': { zh: '档案写明持有“{name}”', en: 'The profile says that it holds “{name}”' },
  'region-inside': { zh: '位于所需地域：{name}', en: 'Is in the region asked for: {name}' },
  'region-outside': { zh: '不在所需地域：{name}', en: 'Is outside the region asked for: {name}' },
  'region-unknown': { zh: '档案未能说明是否位于{name}', en: 'The profile does not tell whether it is in {name}' },
  silent: { zh: '档案中没有说明“{name}”', en: 'The profile says nothing of “{name}”' },
};

/** What a requirement asks, in one piece, with its figure where it has one: 定位精度 ≤0.02mm. */
export const askedText = ({ name, target = '', unit = '' }: Omit<MatchRequirement, 'must'>): string =>
  /\d/.test(target) ? `${name} ${target}${unit}` : name;
