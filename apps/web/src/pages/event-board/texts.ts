import { texts } from '#web/i18n/texts';

export const boardTexts = texts({
  zh: {
    now: '正在进行',
    next: '下一场',
    over: '今天的会面已结束',
    begins: (time: string) => `${time} 开始`,
    table: '桌号',
    leader: '链主',
    firm: '企业',
    none: '这个时段没有会面',
    changed: '时间有变',
    cancelled: '已取消',
    noPlan: '日程确定后在这里显示',
  },
  en: {
    now: 'Now',
    next: 'Next',
    over: 'Today’s meetings are over',
    begins: (time) => `from ${time}`,
    table: 'Table',
    leader: 'Leader',
    firm: 'Firm',
    none: 'No meetings at this time',
    changed: 'Changed',
    cancelled: 'cancelled',
    noPlan: 'It appears here once the schedule is final',
  },
});
