import { defineErrors } from './errors.js';

/** Refusals that any endpoint can give. */
export const commonErrors = defineErrors('common', {
  body_not_json: {
    kind: 'invalid',
    zh: '请求内容不是有效的 JSON：{reason}。请检查后重试。',
    en: 'The body is not valid JSON: {reason}. Mend it and send it again.',
  },
  body_too_deep: {
    kind: 'invalid',
    zh: '请求内容的嵌套超过 {limit} 层，请简化后重试。',
    en: 'The body is nested deeper than {limit} levels. Flatten it and send it again.',
  },
  body_not_utf8: {
    kind: 'invalid',
    zh: '请求内容不是有效的 UTF-8 编码，请改用 UTF-8 编码后重试。',
    en: 'The body is not valid UTF-8. Encode it as UTF-8 and send it again.',
  },
  body_cut: {
    kind: 'invalid',
    zh: '请求内容没有传完连接就断开了，请重试。',
    en: 'The connection ended before the whole body was here. Send it again.',
  },
  body_too_large: {
    kind: 'too-large',
    zh: '请求内容超过上限 {limit}，请缩短后重试。',
    en: 'The body is larger than the limit of {limit}. Make it shorter and send it again.',
  },
  media_type: {
    kind: 'unsupported',
    zh: '不支持的内容类型 {type}，请使用 {allowed}。',
    en: 'The content type {type} is not supported; use {allowed}.',
  },
  method_or_path: {
    kind: 'not-found',
    zh: '没有这个地址：{method} {path}。可用地址见 /api/docs。',
    en: 'There is no {method} {path}. The addresses are listed at /api/docs.',
  },
  not_found: {
    kind: 'not-found',
    zh: '没有找到该记录，或者您无权查看。',
    en: 'It does not exist, or you may not see it.',
  },
  sign_in_needed: {
    kind: 'unauthenticated',
    zh: '请先登录（会话可能已过期）。',
    en: 'Sign in first; your session may have ended.',
  },
  forbidden: {
    kind: 'forbidden',
    zh: '您的身份无权进行此操作。允许的身份：{allowed}。',
    en: 'Your role may not do this. It is for: {allowed}.',
    words: { anonymous: '未登录', pending: '待审核单位', sme: '中小企业', leader: '链主企业', staff: '工作人员' },
  },
  admin_needed: {
    kind: 'forbidden',
    zh: '此操作只能由本单位的管理员进行，请联系本单位管理员。',
    en: 'Only an administrator of your organisation may do this; ask one of them.',
  },
  person_needed: {
    kind: 'forbidden',
    zh: '此操作须由个人登录后进行，不能使用接口密钥。',
    en: 'This needs a person who is signed in; an API key cannot do it.',
  },
  cross_site: {
    kind: 'forbidden',
    zh: '已拒绝来自其他网站的请求，请在本网站内操作。',
    en: 'A request from another site was refused; use this site itself.',
  },
  stale: {
    kind: 'stale',
    zh: '该记录刚被他人修改，请重新打开后再改。',
    en: 'Somebody changed it in the meantime. Open it again and repeat your change.',
  },
  idempotency_reused: {
    kind: 'conflict',
    zh: '这个 Idempotency-Key 已用于另一个不同的请求，请换一个新的值。',
    en: 'This Idempotency-Key was used for another request. Use a new value.',
  },
  idempotency_invalid: {
    kind: 'invalid',
    zh: 'Idempotency-Key 须为 8 到 128 个可见的 ASCII 字符。',
    en: 'An Idempotency-Key has 8 to 128 visible ASCII characters.',
  },
  cursor_invalid: {
    kind: 'invalid',
    zh: '分页游标 cursor 无效，请使用上一页返回的 next，或去掉该参数从头开始。',
    en: 'The cursor is not valid. Use `next` of the page before, or leave it out to start again.',
  },
  too_many: {
    kind: 'too-many',
    zh: '请求过于频繁，请在 {seconds} 秒后重试。',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  through_gateway: {
    kind: 'unauthenticated',
    level: 'warn',
    zh: '该服务只接受网关转发的请求，请改用平台的访问地址。',
    en: 'This service takes requests through the gateway only; use the address of the platform.',
  },
  clocks_differ: {
    kind: 'unavailable',
    level: 'error',
    zh: '服务器之间的时钟相差过大，请管理员校准时间后重试。',
    en: 'The clocks of the servers differ too much. Ask the administrator to set them, then try again.',
  },
  unavailable: {
    kind: 'unavailable',
    level: 'warn',
    zh: '服务暂时繁忙或不可用，请稍后重试。',
    en: 'The service is busy or not available at the moment. Try again soon.',
  },
  internal: {
    kind: 'unavailable',
    level: 'error',
    zh: '系统内部错误，编号 {id}。请把编号告知管理员。',
    en: 'Something went wrong on our side, number {id}. Tell the administrator this number.',
  },
});
