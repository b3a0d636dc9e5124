import { defineErrors } from '#platform/errors/errors';

export const capabilityErrors = defineErrors('capability', {
  code_taken: {
    kind: 'conflict',
    zh: '该统一社会信用代码已有一份企业档案，请认领该档案。',
    en: 'There is a profile with this credit code already. Claim that one.',
  },
  code_not_yours: {
    kind: 'invalid',
    zh: '企业档案的统一社会信用代码应与贵单位一致（{code}）。',
    en: 'The credit code of your profile is that of your organisation ({code}).',
  },
  have_profile: {
    kind: 'conflict',
    zh: '本单位已有一份企业档案（{id}），请直接修改。',
    en: 'Your organisation has a profile already ({id}). Change that one.',
  },
  claimed: {
    kind: 'conflict',
    zh: '该档案已被其他单位认领。如有异议请联系平台工作人员。',
    en: 'This profile has an owner already. If that is wrong, ask staff.',
  },
  code_differs: {
    kind: 'conflict',
    zh: '该档案的统一社会信用代码与贵单位不一致，不能认领。',
    en: 'The credit code of this profile is not that of your organisation; it cannot be claimed.',
  },
  claim_open: {
    kind: 'conflict',
    zh: '认领申请已提交，请等待工作人员审核。',
    en: 'The claim waits for an answer of staff already.',
  },
  claim_decided: { kind: 'conflict', zh: '该认领申请已处理过。', en: 'This claim has been answered already.' },
  invitation_invalid: {
    kind: 'not-found',
    zh: '邀请链接无效或已过期，请联系邀请您的工作人员重新发送。',
    en: 'The invitation is not valid or has expired. Ask whoever invited you for a new one.',
  },
  sheet_of_others: {
    kind: 'invalid',
    zh: '表格里有 {firms} 家企业，但没有“{name}”。请检查企业名称或统一社会信用代码，或只保留本单位的行。',
    en: 'The sheet has {firms} firms and “{name}” is none of them. Check the name or the credit code, or keep the rows of your firm only.',
  },
  import_type: {
    kind: 'unsupported',
    zh: '请上传 xlsx、csv 或 jsonl 文件，并设置相应的 Content-Type：{allowed}。',
    en: 'Send an xlsx, csv or jsonl file with its Content-Type: {allowed}.',
  },
  no_sheet: {
    kind: 'invalid',
    zh: '只有 xlsx 和 csv 可以当作表格查看。请另存为其中一种。',
    en: 'Only xlsx and csv can be shown as a sheet. Save the file as one of them.',
  },
  import_too_large: {
    kind: 'too-large',
    zh: '文件超过 {limit} MB，请拆分后分批导入。',
    en: 'The file is larger than {limit} MB. Split it and import the parts.',
  },
});
