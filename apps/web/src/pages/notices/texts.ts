import { texts } from '#web/i18n/texts';

export const noticesTexts = texts({
  zh: {
    title: '消息',
    allRead: '全部标为已读',
    none: '还没有消息',
    noneHint: '匹配建议、审核结果都会出现在这里，不用刷新。',
  },
  en: {
    title: 'Notices',
    allRead: 'Mark all as read',
    none: 'No notices yet',
    noneHint: 'Proposals and decisions appear here by themselves.',
  },
});
