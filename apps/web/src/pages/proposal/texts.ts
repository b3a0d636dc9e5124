import { texts } from '#web/i18n/texts';

export const proposalTexts = texts({
  zh: {
    loading: '匹配建议',
    whyFirm: '为什么推荐给您',
    whyOthers: (firm: string) => `为什么推荐${firm}`,
    shared: '档案中与这条需求相关的内容',
    missing: '补上这些，排名更靠前',
    missingHint: '每一条都按补充后的档案重新排过序。确实具备的话，写进档案后立即生效。',
    edit: '去补充档案',
    background: '需求背景',
    facts: '基本信息',
    demand: '查看完整需求',
    withdrawn: '这条建议已撤回',
    because: {
      'fits-no-longer': '需求或档案变更后不再匹配',
      fulfilled: '需求已达成',
      withdrawn: '发布单位已撤回需求',
      expired: '需求已到期',
    },
    card: '查看企业名片',
  },
  en: {
    loading: 'Proposal',
    whyFirm: 'Why it was proposed to you',
    whyOthers: (firm) => `Why ${firm} was proposed`,
    shared: 'What your profile says to this demand',
    missing: 'Worth adding to the profile',
    missingHint: 'Each was tried by ranking again. If you have it, write it down: it counts at once.',
    edit: 'Add it to the profile',
    background: 'Background',
    facts: 'At a glance',
    demand: 'The whole demand',
    withdrawn: 'This proposal was withdrawn',
    because: {
      'fits-no-longer': 'it no longer fits after a change',
      fulfilled: 'the demand is fulfilled',
      withdrawn: 'the demand was withdrawn',
      expired: 'the deadline has passed',
    },
    card: 'The firm’s card',
  },
});
