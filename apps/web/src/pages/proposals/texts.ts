import { texts } from '#web/i18n/texts';

export const proposalsTexts = texts({
  zh: {
    title: '匹配建议',
    lead: '根据企业档案为您推荐的需求，最新的在前，每一条都说明理由。',
    none: '还没有匹配建议',
    noneHint: '完善企业档案后，有合适的需求会立刻出现在这里。',
    profile: '完善企业档案',
  },
  en: {
    title: 'Proposals',
    lead: 'Demands that fit your profile, the newest first, each with its reasons.',
    none: 'No proposals yet',
    noneHint: 'With a fuller profile, fitting demands appear here at once.',
    profile: 'Complete the profile',
  },
});
