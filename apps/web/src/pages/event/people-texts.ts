import { texts } from '#web/i18n/texts';

export const peopleTexts = texts({
  zh: {
    title: '谁来参加',
    hint: '每位代表可以同时与不同的单位会面；不在的时段不安排会面。',
    name: '姓名',
    absent: (name: string) => `${name || '该代表'}不在的时段`,
    add: '再加一位',
    remove: '删除',
    save: '保存名单',
    saved: '名单已保存',
  },
  en: {
    title: 'Who comes',
    hint: 'Each person can meet somebody else at the same time; nobody is put into times when they are away.',
    name: 'Name',
    absent: (name) => `When ${name || 'this person'} is away`,
    add: 'Add a person',
    remove: 'Remove',
    save: 'Save the people',
    saved: 'Saved',
  },
});
