import { texts } from '#web/i18n/texts';

export const firmsTexts = texts({
  zh: {
    title: '企业库',
    lead: '按能力找企业：产品、工艺、专利，说得出就找得到。',
    search: '搜索',
    placeholder: '企业名称、产品、工艺……',
    region: '地区',
    tier: '培育梯度',
    industry: '所属行业',
    claimed: '入驻情况',
    yesNo: { yes: '已入驻', no: '未入驻' },
    found: (count: string, capped: boolean) => `${capped ? '超过 ' : '共 '}${count} 家企业`,
    none: '没有找到这样的企业',
    noneHint: '换个说法，或去掉几个筛选条件。',
  },
  en: {
    title: 'Firms',
    lead: 'Find firms by what they can do: products, processes, patents.',
    search: 'Search',
    placeholder: 'name, product, process …',
    region: 'Region',
    tier: 'Tier',
    industry: 'Industry',
    claimed: 'Account',
    yesNo: { yes: 'Has an account', no: 'No account yet' },
    found: (count, capped) => `${capped ? 'More than ' : ''}${count} firms`,
    none: 'No such firm',
    noneHint: 'Try other words or fewer filters.',
  },
});
