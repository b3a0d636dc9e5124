import { texts } from '#web/i18n/texts';

export const compareTexts = texts({
  zh: {
    title: '并排对比',
    back: '返回需求',
    requirement: '指标',
    fit: '匹配度',
    answer: '企业答复',
    region: '地区',
    none: '没有选择企业',
    noneHint: '回到需求页，勾选 2 至 5 家企业再对比。',
    why: '查看理由',
    scroll: '对比表，可左右滚动',
  },
  en: {
    title: 'Side by side',
    back: 'Back to the demand',
    requirement: 'Requirement',
    fit: 'Fit',
    answer: 'Answer',
    region: 'Region',
    none: 'No firms chosen',
    noneHint: 'Go back to the demand and tick two to five firms.',
    why: 'Reasons',
    scroll: 'Comparison, scrolls sideways',
  },
});
