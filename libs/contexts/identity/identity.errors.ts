import { defineErrors } from '#platform/errors/errors';

export const identityErrors = defineErrors('identity', {
  credit_code_needed: {
    kind: 'invalid',
    zh: '请填写统一社会信用代码。',
    en: 'A unified social credit code is needed.',
  },
  code_taken: {
    kind: 'conflict',
    zh: '该统一社会信用代码已注册。请联系本单位管理员把您加入，或联系平台工作人员。',
    en: 'This credit code is registered already. Ask an administrator of that organisation to add you, or ask staff.',
  },
  email_taken: {
    kind: 'conflict',
    zh: '该邮箱已被使用，请直接登录或换一个邮箱。',
    en: 'This e-mail address is in use. Sign in with it, or use another one.',
  },
  staff_by_operator: {
    kind: 'forbidden',
    zh: '工作人员单位不能自行注册，请由运维人员用命令行添加。',
    en: 'A staff organisation cannot sign up; the operator adds it on the command line.',
  },
  wrong_credentials: {
    kind: 'unauthenticated',
    zh: '邮箱或密码不正确。',
    en: 'The e-mail address or the password is wrong.',
  },
  person_inactive: {
    kind: 'forbidden',
    zh: '该账号已停用，请联系本单位管理员。',
    en: 'This account is switched off. Ask an administrator of your organisation.',
  },
  link_invalid: {
    kind: 'not-found',
    zh: '链接无效、已使用或已超过一天。请联系本单位管理员或平台工作人员重新生成。',
    en: 'The link is not valid, was used, or is older than a day. Ask an administrator of your organisation or staff for a new one.',
  },
  current_password: {
    kind: 'invalid',
    zh: '当前密码不正确。',
    en: 'The current password is wrong.',
  },
  decision_not_possible: {
    kind: 'conflict',
    zh: '单位当前状态为“{status}”，不能执行此操作。',
    en: 'The organisation is “{status}”; this is not possible now.',
    words: { pending: '待审核', approved: '已通过', rejected: '未通过', suspended: '已停用' },
  },
  reason_needed: {
    kind: 'invalid',
    zh: '请写明理由，对方会看到。',
    en: 'Give a reason; the organisation will read it.',
  },
  last_admin: {
    kind: 'conflict',
    zh: '这是本单位最后一名管理员，请先指定另一名管理员。',
    en: 'This is the last administrator. Make somebody else one first.',
  },
  too_many_people: {
    kind: 'conflict',
    zh: '一个单位最多 {max} 人，请先停用不再使用的账号。',
    en: 'An organisation has at most {max} people. Remove accounts that are not used.',
  },
});
