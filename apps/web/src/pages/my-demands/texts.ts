import { texts } from '#web/i18n/texts';

export const myDemandsTexts = texts({
  zh: {
    title: '我的需求',
    lead: '写清指标，系统立刻找到能做的企业，并逐项说明理由。',
    write: '发布需求',
    all: '全部',
    filter: '按状态筛选',
    none: '还没有需求',
    noneHint: '从一条最急的开始：标题、几项关键指标、截止日期，几分钟就能发布。',
    noneOf: '没有这种状态的需求',
    requirements: (count: number) => `${count} 项指标`,
    waiting: (count: number) => `${count} 份揭榜待处理`,
    until: (day: string) => `截止 ${day}`,
    changed: (when: string) => `${when}更新`,
  },
  en: {
    title: 'My demands',
    lead: 'State the requirements; the firms that can do it are found at once, each with its reasons.',
    write: 'Write a demand',
    all: 'All',
    filter: 'By status',
    none: 'No demands yet',
    noneHint: 'Begin with the most urgent one: a title, a few requirements, a deadline.',
    noneOf: 'None with this status',
    requirements: (count) => (count === 1 ? '1 requirement' : `${count} requirements`),
    waiting: (count) => (count === 1 ? '1 response waits for you' : `${count} responses wait for you`),
    until: (day) => `until ${day}`,
    changed: (when) => `changed ${when}`,
  },
});
