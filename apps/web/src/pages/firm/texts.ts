import { texts } from '#web/i18n/texts';

export const firmTexts = texts({
  zh: {
    loading: '企业名片',
    card: '数字名片',
    employees: (count: string) => `${count} 人`,
    withheld: (fields: string) => `企业未公开：${fields}`,
    unclaimedTitle: '这是贵企业吗？',
    unclaimed: '这份名片由公开资料整理。入驻后申请认领，由工作人员核对，之后就可以自己维护。',
    join: '入驻并认领',
    share: '复制链接',
    copied: '链接已复制',
    print: '打印名片',
    scan: '扫码查看名片',
    edit: '编辑我的档案',
    nothing: '企业还没有填写这部分内容。',
  },
  en: {
    loading: 'Firm',
    card: 'Business card',
    employees: (count) => `${count} people`,
    withheld: (fields) => `Not public: ${fields}`,
    unclaimedTitle: 'Is this your firm?',
    unclaimed: 'This card was made from published facts. Join and claim it; once staff have checked, it is yours.',
    join: 'Join and claim',
    share: 'Copy link',
    copied: 'Link copied',
    print: 'Print the card',
    scan: 'Scan for this card',
    edit: 'Edit my profile',
    nothing: 'The firm has not filled this in yet.',
  },
});
