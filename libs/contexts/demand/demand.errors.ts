import { defineErrors } from '#platform/errors/errors';

export const demandErrors = defineErrors('demand', {
  deadline_past: {
    kind: 'invalid',
    zh: '截止时间 {deadline} 已过，请改为将来的时间。',
    en: 'The deadline {deadline} is past. Choose a later one.',
  },
  deadline_far: {
    kind: 'invalid',
    zh: '截止时间不能晚于一年之后（{latest}），到期前可以续期。',
    en: 'The deadline may not be later than {latest}, one year ahead; a demand can be renewed.',
  },
  dates_order: {
    kind: 'invalid',
    zh: '时间顺序有误：样件、中试、量产的日期应依次不早于前一项。',
    en: 'The dates are out of order: sample, pilot and mass production follow one another.',
  },
  budget_order: {
    kind: 'invalid',
    zh: '预算下限不能高于上限。',
    en: 'The lower end of the budget is above its upper end.',
  },
  requirement_twice: {
    kind: 'invalid',
    zh: '指标编号 {id} 重复，请改为不同的编号。',
    en: 'The requirement id {id} stands twice. Give each its own.',
  },
  not_in_state: {
    kind: 'conflict',
    zh: '需求当前状态为“{status}”，不能{action}。',
    en: 'The demand is “{status}”: {action} is not possible now.',
    words: {
      draft: '草稿',
      submitted: '待审核',
      returned: '已退回',
      published: '已发布',
      closed: '已关闭',
      revise: '修改',
      submit: '提交',
      publish: '发布',
      return: '退回',
      close: '关闭',
      renew: '续期',
      mark: '标为敏感',
      unmark: '取消敏感标记',
      choose: '调整定向企业',
      'take-back': '撤回修改',
    },
  },
  second_person: {
    kind: 'conflict',
    zh: '这是敏感需求：您已经审核过，须由另一位工作人员复核后才能发布。',
    en: 'The demand is sensitive and you have looked at it already: somebody else of staff has to look before it is published.',
  },
  person_needed: {
    kind: 'forbidden',
    zh: '敏感需求须由两位工作人员本人审核，接口密钥和命令行不能发布。',
    en: 'A sensitive demand takes two people of staff: a key or the command line cannot publish it.',
  },
  mark_stays: {
    kind: 'conflict',
    zh: '工作人员所作的敏感标记不能取消；需求经两人审核后照常发布。',
    en: 'A mark by staff stays: the demand is published once two people have looked at it.',
  },
  chosen_days: {
    kind: 'invalid',
    zh: '依次邀请时，请填写每家企业的答复天数（1 至 90 天）。',
    en: 'Firms that are asked one after the other need a term: say how many days each has, 1 to 90.',
  },
  chosen_nobody: {
    kind: 'conflict',
    zh: '定向需求至少要选定一家企业，才能提交或发布。',
    en: 'A demand for chosen firms needs one firm at least before it is handed in or published. Choose one.',
  },
  chosen_too_late: {
    kind: 'conflict',
    zh: '该需求已经公开发布过，不能再改为定向。请关闭后另写一条定向需求。',
    en: 'The demand has been public: it cannot be kept to chosen firms any more. Close it and write another one for them.',
  },
  chosen_unknown: {
    kind: 'invalid',
    zh: '没有这家企业，请从推荐名单或搜索结果中选择。',
    en: 'There is no such firm. Choose from the firms that fit or from a search.',
  },
  chosen_own: {
    kind: 'invalid',
    zh: '{name}是需求方本单位，请改选其他企业。',
    en: '{name} is the owner of the demand itself. Choose another firm.',
  },
  chosen_blocked: {
    kind: 'invalid',
    zh: '{name}在“不参与的企业”之列，请先移出或改选其他企业。',
    en: '{name} is among the firms that must not hear of the demand. Take it out there, or choose another firm.',
  },
  leaders_only: {
    kind: 'forbidden',
    zh: '只有本单位发布的需求才能进行此操作。',
    en: 'Only the organisation that owns the demand may do this.',
  },
});
