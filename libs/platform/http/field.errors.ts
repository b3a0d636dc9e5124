import { defineErrors } from '#platform/errors/errors';

/** Refusals of single fields; the problem document says which field by a JSON pointer. */
export const fieldErrors = defineErrors('field', {
  unknown: {
    kind: 'invalid',
    zh: '没有这个字段，请删除或检查拼写。',
    en: 'There is no such field. Remove it or check its spelling.',
  },
  text: {
    kind: 'invalid',
    zh: '须为 {min} 到 {max} 个字符的文本。',
    en: 'Must be a text of {min} to {max} characters.',
  },
  length: { kind: 'invalid', zh: '须为 {max} 个字符的文本。', en: 'Must be a text of {max} characters.' },
  unreadable: {
    kind: 'invalid',
    zh: '含有控制字符或损坏的字符，请删除后重新输入。',
    en: 'Holds control or broken characters. Remove them and type it again.',
  },
  pattern: { kind: 'invalid', zh: '格式不正确，请按示例填写。', en: 'Has the wrong form; see the example.' },
  password: {
    kind: 'invalid',
    zh: '密码须为 {min} 到 {max} 个字符。',
    en: 'A password has {min} to {max} characters.',
  },
  email: { kind: 'invalid', zh: '不是有效的邮箱地址。', en: 'Is not a valid e-mail address.' },
  number: { kind: 'invalid', zh: '须为 {min} 到 {max} 之间的数字。', en: 'Must be a number from {min} to {max}.' },
  whole: { kind: 'invalid', zh: '须为 {min} 到 {max} 之间的整数。', en: 'Must be a whole number from {min} to {max}.' },
  flag: { kind: 'invalid', zh: '须为 true 或 false。', en: 'Must be true or false.' },
  one_of: { kind: 'invalid', zh: '须为以下之一：{values}。', en: 'Must be one of: {values}.' },
  day: { kind: 'invalid', zh: '须为真实存在的日期，格式 YYYY-MM-DD。', en: 'Must be a real day written YYYY-MM-DD.' },
  instant: {
    kind: 'invalid',
    zh: '须为带时区的时间（如 2026-12-31T15:59:59Z）或日期 YYYY-MM-DD。',
    en: 'Must be a time with its zone (2026-12-31T15:59:59Z) or a day YYYY-MM-DD.',
  },
  zone: {
    kind: 'invalid',
    zh: '须为时区名称，如 Asia/Shanghai。',
    en: 'Must be the name of a time zone, such as Asia/Shanghai.',
  },
  moment: {
    kind: 'invalid',
    zh: '须为带时区的时间（如 2026-12-31T09:00:00+08:00）。',
    en: 'Must be a time with its zone (2026-12-31T09:00:00+08:00).',
  },
  id: { kind: 'invalid', zh: '不是有效的编号。', en: 'Is not a valid id.' },
  list: { kind: 'invalid', zh: '须为列表，最多 {max} 项。', en: 'Must be a list of at most {max} items.' },
  list_empty: { kind: 'invalid', zh: '至少需要 {min} 项。', en: 'Needs at least {min} items.' },
  texts: {
    kind: 'invalid',
    zh: '列表中的每一项须为 1 到 {max} 个字符的文本。',
    en: 'Each item must be a text of 1 to {max} characters.',
  },
  object: { kind: 'invalid', zh: '须为对象（{"字段": 值}）。', en: 'Must be an object ({"field": value}).' },
  map: {
    kind: 'invalid',
    zh: '须为对象，键可为 {keys}，值可为 {values}。',
    en: 'Must be an object with keys out of {keys} and values out of {values}.',
  },
  wrong: { kind: 'invalid', zh: '填写有误，请检查。', en: 'Is not valid; check it.' },
  invalid_request: {
    kind: 'invalid',
    zh: '有 {count} 处填写有误，详见 errors。',
    en: '{count} fields are wrong; see errors.',
  },
});
