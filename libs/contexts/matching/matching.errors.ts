import { defineErrors } from '#platform/errors/errors';

export const matchingErrors = defineErrors('matching', {
  not_open: {
    kind: 'conflict',
    zh: '该匹配建议已结束或尚未发出，不能再答复。',
    en: 'This proposal is over or was not sent yet: it cannot be answered.',
  },
  reason_missing: {
    kind: 'invalid',
    zh: '请至少选择一个不合适的原因。',
    en: 'Choose at least one reason why it is not for you.',
  },
  not_matched: {
    kind: 'not-found',
    zh: '没有该需求的匹配结果：需求不存在、未发布，或不属于贵单位。',
    en: 'There is no matching of this demand: it does not exist, was never published, or is not yours.',
  },
});
