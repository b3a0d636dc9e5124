import { defineErrors } from '#platform/errors/errors';

export const engagementErrors = defineErrors('engagement', {
  evaluation_begun: {
    kind: 'conflict',
    zh: '评审已经开始（已有评分表），不能再改评审标准和评审人。',
    en: 'The evaluation has begun: criteria and evaluators stay as they are once a sheet is in.',
  },
  evaluation_empty: {
    kind: 'conflict',
    zh: '还没有可评审的揭榜。',
    en: 'There is no response to be judged yet.',
  },
  evaluation_complete: {
    kind: 'conflict',
    zh: '评分表已全部提交，评审结果不能再改。',
    en: 'All sheets are in: the results cannot be changed any more.',
  },
  evaluators_missing: {
    kind: 'invalid',
    zh: '请至少指定一位评审人。',
    en: 'Name at least one evaluator.',
  },
  evaluator_of_firm: {
    kind: 'invalid',
    zh: '评审人须为需求方人员或工作人员，不能是其他企业的人员。',
    en: 'Evaluators are people of the demand’s owner or of staff, not of other firms.',
  },
  evaluation_many: {
    kind: 'conflict',
    zh: '一次最多评审 {most} 份揭榜，请先选出入围的揭榜再评审。',
    en: 'At most {most} responses are judged at once: put those to be judged on the shortlist first.',
  },
  criterion_twice: {
    kind: 'invalid',
    zh: '评审标准重复，每项只能出现一次。',
    en: 'A criterion stands twice. Give each once.',
  },
  no_evaluator: {
    kind: 'forbidden',
    zh: '只有本需求的评审人才能评分。',
    en: 'Only an evaluator of this demand hands in a sheet.',
  },
  not_evaluated: {
    kind: 'conflict',
    zh: '这份揭榜不在本次评审之列。',
    en: 'This response is not among those that are judged.',
  },
  scores_missing: {
    kind: 'invalid',
    zh: '请为每项标准评分：{criteria}。',
    en: 'Give a score for each criterion and no other: {criteria}.',
  },
  scores_wrong: {
    kind: 'invalid',
    zh: '每项评分应为 0 到 10 的数字。',
    en: 'Each score is a number from 0 to 10.',
  },
  readers_by_leader: {
    kind: 'forbidden',
    zh: '只有需求方可以指定谁能查看“仅指定人员可见”的内容。',
    en: 'Only the owner of the demand names who may read what is kept for named readers.',
  },
  own_demand: {
    kind: 'conflict',
    zh: '这是本单位发布的需求，不能由本单位揭榜。',
    en: 'This is a demand of your own organisation; it cannot respond to it.',
  },
  not_open_to_you: {
    kind: 'forbidden',
    zh: '该需求不接受贵单位揭榜。',
    en: 'This demand takes no response from your organisation.',
  },
  asked_no_more: {
    kind: 'conflict',
    zh: '该需求定向邀请的答复期限已过，或已改请其他企业，不再接受贵单位揭榜。如仍有意向，请联系需求方。',
    en: 'The term of your organisation is over, or others are asked now: the demand takes no response from you any more. Write to its owner if you are still interested.',
  },
  not_proposed: {
    kind: 'conflict',
    zh: '收到匹配建议的企业才能主动联系需求方。请直接揭榜，需求方会收到。',
    en: 'Only a firm that the demand was proposed to turns to its owner. Respond to the demand instead: its owner will read it.',
  },
  owner_hidden: {
    kind: 'conflict',
    zh: '需求方暂未公开单位名称，不能直接联系。请先揭榜，由需求方联系贵单位。',
    en: 'The owner of the demand does not show its name yet. Respond first; it will turn to you.',
  },
  demand_over: {
    kind: 'conflict',
    zh: '该需求已截止或已关闭，不能再揭榜。',
    en: 'The demand is closed or its deadline has passed: no response is taken any more.',
  },
  unknown_requirement: {
    kind: 'invalid',
    zh: '该需求没有编号为“{id}”的指标，请重新打开需求后填写。',
    en: 'The demand has no requirement “{id}”. Open the demand again.',
  },
  requirement_twice: {
    kind: 'invalid',
    zh: '指标“{id}”填写了两次，请只保留一条。',
    en: 'The requirement “{id}” is answered twice. Keep one answer.',
  },
  price_order: {
    kind: 'invalid',
    zh: '报价下限不能高于上限。',
    en: 'The lower end of the price is above its upper end.',
  },
  time_order: {
    kind: 'invalid',
    zh: '开始时间应早于结束时间。',
    en: 'A time must begin before it ends.',
  },
  incomplete: {
    kind: 'conflict',
    zh: '还有 {count} 项必填内容未填写：{items}。',
    en: 'What is needed is not complete ({count}): {items}.',
    words: { profile: '企业档案', plan: '方案' },
  },
  not_in_state: {
    kind: 'conflict',
    zh: '揭榜当前状态为“{status}”，不能{action}。',
    en: 'The response is “{status}”: {action} is not possible now.',
    words: {
      draft: '草稿',
      submitted: '已提交',
      shortlisted: '入围',
      chosen: '已选定',
      rejected: '未选中',
      withdrawn: '已撤回',
      change: '修改',
      submit: '提交',
      withdraw: '撤回',
      shortlist: '列入或移出候选',
      reject: '否决',
      choose: '选定',
      ask: '提问',
      answer: '答复',
    },
  },
  note_missing: {
    kind: 'invalid',
    zh: '原因选择“其他”时，请填写说明。',
    en: 'Say in the note what the other reason is.',
  },
  questions_full: {
    kind: 'conflict',
    zh: '一份揭榜最多可提 {max} 个问题，请选定后在对接中继续沟通。',
    en: 'A response takes at most {max} questions. Choose it and go on in the thread.',
  },
  question_answered: {
    kind: 'conflict',
    zh: '该问题已答复。',
    en: 'This question has been answered already.',
  },
  thread_ended: {
    kind: 'conflict',
    zh: '该对接已结束，不能再修改。',
    en: 'This thread is over: nothing can be changed any more.',
  },
  step_closed: {
    kind: 'conflict',
    zh: '该步骤已完成或已跳过。',
    en: 'This step is done or was skipped already.',
  },
  step_unknown: {
    kind: 'not-found',
    zh: '没有这个步骤，可用的步骤：{steps}。',
    en: 'There is no such step. The steps are {steps}.',
  },
  due_past: {
    kind: 'invalid',
    zh: '完成期限应为将来的时间。',
    en: 'A step is due at a time to come.',
  },
  nda_by_leader: {
    kind: 'forbidden',
    zh: '保密协议须由需求方确认签署，确认后对方可查看保密内容。',
    en: 'The owner of the demand confirms the NDA: what it keeps for after the NDA is shown then.',
  },
  firm_unreachable: {
    kind: 'conflict',
    zh: '该企业还没有账户，请先请工作人员邀请其入驻。',
    en: 'The firm has no account yet. Ask staff to invite it first.',
  },
  person_unknown: {
    kind: 'invalid',
    zh: '负责人须为本单位在职的账户。',
    en: 'The owner must be an active person of the organisation.',
  },
  side_needed: {
    kind: 'invalid',
    zh: '请说明为哪一方指定负责人：leader 或 firm。',
    en: 'Say for which side: leader or firm.',
  },
  choice_full: {
    kind: 'conflict',
    zh: '该需求计划选定 {wanted} 家，已选满。如需增加，请先修改需求的“拟选企业数”。',
    en: 'The demand wants {wanted} firms and has chosen as many. Raise how many it wants to choose more.',
  },
  file_body: {
    kind: 'unsupported',
    zh: '请以 {allowed} 类型把文件本身作为请求内容发送。',
    en: 'Send the file itself as the body, with the content type {allowed}.',
  },
  file_too_large: {
    kind: 'too-large',
    zh: '文件超过 {limit} MB，请压缩或拆分后再上传。',
    en: 'The file is larger than {limit} MB. Make it smaller or split it.',
  },
  file_empty: {
    kind: 'invalid',
    zh: '文件是空的，请选择有内容的文件。',
    en: 'The file is empty. Choose one that is not.',
  },
  files_full: {
    kind: 'conflict',
    zh: '这里最多可放 {limit} 个文件，请先删除不再需要的文件。',
    en: 'There are {limit} files already, the most there can be. Take away one that is not needed.',
  },
});
