import { texts } from '#web/i18n/texts';

export const threadsTexts = texts({
  zh: {
    title: '对接',
    lead: '从选定到签约的每一步，双方看到的是同一份。',
    leadStaff: '平台上的全部对接。',
    none: '还没有对接',
    noneHint: '揭榜被选定，或需求方主动联系后，会出现在这里。',
    orphaned: '缺负责人',
    all: '全部',
    filter: '筛选',
    open: '进行中',
    ended: '已结束',
    changed: (when: string) => `${when}更新`,
    done: (done: number, of: number) => `已走 ${done}/${of} 步`,
  },
  en: {
    title: 'Threads',
    lead: 'Each step from the choice to the contract, the same for both sides.',
    leadStaff: 'All threads of the platform.',
    none: 'No thread yet',
    noneHint: 'One begins when a response is chosen, or when the owner of a demand turns to a firm.',
    orphaned: 'Nobody in charge',
    all: 'All',
    filter: 'Filter',
    open: 'Open',
    ended: 'Over',
    changed: (when) => `changed ${when}`,
    done: (done, of) => `${done} of ${of} steps`,
  },
});
