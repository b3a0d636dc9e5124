import { texts } from '#web/i18n/texts';

export const welcomeTexts = texts({
  zh: {
    title: '入驻申请已提交',
    pending: (name: string) => `${name}正在审核中`,
    pendingHint: '工作人员核对单位信息后，这里会立即变化，无需刷新。您可以先看看大厅里的需求，或者认领已有的企业档案。',
    rejected: (name: string) => `${name}未通过审核`,
    suspended: (name: string) => `${name}已停用`,
    hall: '看看需求大厅',
    claim: '认领企业档案',
  },
  en: {
    title: 'Thank you for joining',
    pending: (name) => `${name} is being checked`,
    pendingHint:
      'This screen changes as soon as staff have answered. Until then, look at the demands or claim your profile.',
    rejected: (name) => `${name} was not approved`,
    suspended: (name) => `${name} is suspended`,
    hall: 'See the demands',
    claim: 'Claim a profile',
  },
});
