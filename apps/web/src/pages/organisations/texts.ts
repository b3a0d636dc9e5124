import { texts } from '#web/i18n/texts';

export const organisationsTexts = texts({
  zh: {
    title: '单位与人员',
    lead: '平台上的每个单位。点“人员”可以替他们添加人、停用账号、生成密码链接。',
    search: '搜索',
    placeholder: '单位名称或统一社会信用代码',
    status: '状态',
    kind: '类别',
    region: '地区',
    found: (count: string, capped: boolean) => `${capped ? '超过 ' : '共 '}${count} 个单位`,
    people: '人员',
    peopleOf: (name: string) => `人员：${name}`,
    none: '没有找到这样的单位',
    noneHint: '换个说法，或去掉几个筛选条件。',
    since: (when: string) => `${when}加入`,
  },
  en: {
    title: 'Organisations and people',
    lead: 'Every organisation here. Under “People” you add people for them, switch accounts off and make password links.',
    search: 'Search',
    placeholder: 'name or credit code',
    status: 'Status',
    kind: 'Kind',
    region: 'Region',
    found: (count, capped) => `${capped ? 'More than ' : ''}${count} organisations`,
    people: 'People',
    peopleOf: (name) => `People: ${name}`,
    none: 'No such organisation',
    noneHint: 'Try other words or fewer filters.',
    since: (when) => `joined ${when}`,
  },
});
