import { defineErrors } from '#platform/errors/errors';

export const matchingErrors = defineErrors('matching', {
  not_matched: {
    kind: 'not-found',
    zh: '没有该需求的匹配结果：需求不存在、未发布，或不属于贵单位。',
    en: 'There is no matching of this demand: it does not exist, was never published, or is not yours.',
  },
});
