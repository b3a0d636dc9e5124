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
  list_closed: {
    kind: 'conflict',
    zh: '需求已关闭，名单不能再调整。',
    en: 'The demand is closed: its list cannot be changed any more.',
  },
  list_chosen: {
    kind: 'conflict',
    zh: '这是定向需求，名单就是选定的企业。请在需求页面调整定向企业。',
    en: 'The demand is for chosen firms only, and these are its list. Change the choice on the page of the demand.',
  },
  chosen_nothing: {
    kind: 'not-found',
    zh: '没有该需求的定向名单：需求不存在、不是定向需求，或不属于贵单位。',
    en: 'There are no chosen firms of this demand: it does not exist, is not for chosen firms only, or is not yours.',
  },
  touch_reason: {
    kind: 'invalid',
    zh: '请写明理由：排除企业和人工匹配都要说明原因。',
    en: 'Give a reason: a firm is kept out, or put in by hand, with a reason only.',
  },
  contradicts: {
    kind: 'conflict',
    zh: '该企业不满足必须条件：{musts}。如仍要列入，请确认后重试。',
    en: 'The firm contradicts what is a must: {musts}. Confirm that it shall stand in the list all the same.',
  },
  too_many_touches: {
    kind: 'conflict',
    zh: '一份名单最多人工调整 {most} 家企业，请先撤销一些。',
    en: 'Staff may touch {most} firms of a list at most. Take something back first.',
  },
  not_touched: {
    kind: 'not-found',
    zh: '名单中没有对该企业的人工调整。',
    en: 'Nothing was done to this firm by hand in this list.',
  },
  may_not_meet: {
    kind: 'not-found',
    zh: '该企业不能列入名单：企业不存在、是需求方本单位、被需求方屏蔽，或需求未发布。',
    en: 'The firm cannot stand in the list: there is no such firm, it is the owner of the demand, the owner has blocked it, or the demand is not open.',
  },
  not_matched: {
    kind: 'not-found',
    zh: '没有该需求的匹配结果：需求不存在、未发布，或不属于贵单位。',
    en: 'There is no matching of this demand: it does not exist, was never published, or is not yours.',
  },
});
