import type { Verdict, VerdictWhy } from './finding.js';

type Sentences = Readonly<Record<'zh' | 'en', string>>;

/** What a reason code means to a person; `{asked}` is the requirement, `{found}` the text of the profile, `{date}` its day. */
const VERDICT_SENTENCES: Readonly<Record<VerdictWhy, Sentences>> = {
  'figure-met': { zh: '“{found}”达到要求：{asked}', en: '“{found}” reaches what is asked: {asked}' },
  'figure-not-met': { zh: '“{found}”未达到要求：{asked}', en: '“{found}” falls short of what is asked: {asked}' },
  'figure-open': { zh: '“{found}”不足以判断是否达到：{asked}', en: '“{found}” does not decide: {asked}' },
  'figure-planned': { zh: '“{found}”尚属计划，目前未达到：{asked}', en: '“{found}” is a plan, not there yet: {asked}' },
  'grade-met': { zh: '“{found}”达到所需等级：{asked}', en: '“{found}” is of the grade asked or better: {asked}' },
  'grade-not-met': { zh: '“{found}”低于所需等级：{asked}', en: '“{found}” is below the grade asked: {asked}' },
  'grade-open': {
    zh: '“{found}”未说明所需等级的全部：{asked}',
    en: '“{found}” leaves part of the grade open: {asked}',
  },
  stated: { zh: '档案写明“{found}”', en: 'The profile says “{found}”' },
  'stated-partly': {
    zh: '“{found}”只与要求部分相符：{asked}',
    en: '“{found}” says only part of what is asked: {asked}',
  },
  'stated-in-case': {
    zh: '案例“{found}”提到，但未说明是否自有：{asked}',
    en: 'A case, “{found}”, speaks of it without saying that it is the firm’s own: {asked}',
  },
  'absence-stated': {
    zh: '“{found}”说明没有所排除的内容：{asked}',
    en: '“{found}” says that it is not there, as asked: {asked}',
  },
  'presence-stated': { zh: '“{found}”与“{asked}”不符', en: '“{found}” is what must not be: {asked}' },
  contrary: { zh: '“{found}”与要求相反：{asked}', en: '“{found}” is the contrary of what is asked: {asked}' },
  'in-house': { zh: '“{found}”说明由本企业完成', en: '“{found}” says that it is done in the house' },
  denied: { zh: '档案明确否认：“{found}”', en: 'The profile denies it: “{found}”' },
  outsourced: { zh: '由外单位完成：“{found}”', en: 'Another firm does it: “{found}”' },
  planned: { zh: '尚属计划或在办：“{found}”', en: 'It is planned or under way: “{found}”' },
  former: { zh: '已停止或失效：“{found}”', en: 'It is given up or no longer in force: “{found}”' },
  others: { zh: '说的是其他单位或时间不明：“{found}”', en: 'It is said of others, or of a time unknown: “{found}”' },
  'certificate-valid': { zh: '持有“{found}”，有效期至{date}', en: 'Holds “{found}”, valid until {date}' },
  'certificate-undated': { zh: '列有“{found}”，未注明有效期', en: 'Names “{found}” without its validity' },
  'certificate-expired': { zh: '“{found}”已于{date}到期', en: '“{found}” ended on {date}' },
  'certificate-superseded': { zh: '“{found}”是已被替代的版本', en: '“{found}” is an edition that was superseded' },
  'certificate-level': {
    zh: '“{found}”低于所需级别：{asked}',
    en: '“{found}” is of a lower level than asked: {asked}',
  },
  'certificate-scope': { zh: '“{found}”的范围不含所需内容：{asked}', en: 'The scope of “{found}” is another: {asked}' },
  'certificate-stated': { zh: '档案写明“{found}”', en: 'The profile says “{found}”' },
  'region-inside': { zh: '位于所需地域：{found}', en: 'Is in the region asked for: {found}' },
  'region-outside': { zh: '不在所需地域：{found}', en: 'Is outside the region asked for: {found}' },
  'region-unknown': {
    zh: '档案未能说明是否位于所需地域：{asked}',
    en: 'The profile does not tell whether it is there: {asked}',
  },
  silent: { zh: '档案没有说明：{asked}', en: 'The profile says nothing of it: {asked}' },
};

/** The sentence for a verdict. */
export function verdictSentence({ why, asked, found = '', evidence }: Verdict, language: 'zh' | 'en'): string {
  const values: Readonly<Record<string, string>> = { asked, found, date: evidence?.date ?? '' };
  return VERDICT_SENTENCES[why][language].replace(/\{(asked|found|date)\}/g, (_, name: string) => values[name] ?? '');
}
