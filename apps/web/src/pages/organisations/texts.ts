import { texts } from '#web/i18n/texts';

export const organisationsTexts = texts({
  zh: {
    title: '单位与人员',
    lead: '平台上的每个单位。点“人员”可以替他们添加人、停用账号、生成密码链接。',
    all: '全部',
    filter: '按状态筛选',
    people: '人员',
    peopleOf: (name: string) => `人员：${name}`,
    none: '没有这种状态的单位',
    since: (when: string) => `${when}加入`,
  },
  en: {
    title: 'Organisations and people',
    lead: 'Every organisation here. Under “People” you add people for them, switch accounts off and make password links.',
    all: 'All',
    filter: 'By status',
    people: 'People',
    peopleOf: (name) => `People: ${name}`,
    none: 'None with this status',
    since: (when) => `joined ${when}`,
  },
});
