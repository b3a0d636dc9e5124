import { texts } from '#web/i18n/texts';

export const whyTexts = texts({
  zh: {
    loading: '匹配度的构成',
    title: (firm: string) => `${firm}：匹配度的构成`,
    lead: '匹配度是工作人员会把这条需求推荐给该企业的概率。向右的条使它更高，向左的使它更低。',
    back: '返回需求',
    of: (percent: string) => `匹配度 ${percent}`,
    excluded: (why: string) => `因“必须”条件不进入建议：${why}`,
    read: (text: string) => `由案例学得的排序读到的需求：“${text}”`,
    sum: (base: string, odds: string) => `起点 ${base}，加上以下各项，得 ${odds}（对数几率）。`,
    parts: '各部分的贡献',
    byHand: '人工设定的权重',
    features: (count: number) => `${count} 个特征`,
    value: (value: number) => `取值 ${value}`,
  },
  en: {
    loading: 'What makes the score',
    title: (firm) => `${firm}: what makes the score`,
    lead: 'The score is the probability that staff would release the demand to the firm. Bars to the right raise it, bars to the left lower it.',
    back: 'Back to the demand',
    of: (percent) => `Fit ${percent}`,
    excluded: (why) => `Not proposed, for a must: ${why}`,
    read: (text) => `What the learned ranking reads of the demand: “${text}”`,
    sum: (base, odds) => `It starts at ${base}; with all parts below it comes to ${odds} (log-odds).`,
    parts: 'What each part adds',
    byHand: 'weight set by hand',
    features: (count) => `${count} features`,
    value: (value) => `value ${value}`,
  },
});
