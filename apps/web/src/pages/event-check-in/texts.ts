import { texts } from '#web/i18n/texts';

export const checkInTexts = texts({
  zh: {
    title: '签到',
    coming: '正在签到……',
    here: (name: string) => `${name}已签到`,
    people: '代表',
    back: '回到工作台',
  },
  en: {
    title: 'Check-in',
    coming: 'Checking in …',
    here: (name) => `${name} is here`,
    people: 'Representatives',
    back: 'Back to the desk',
  },
});
