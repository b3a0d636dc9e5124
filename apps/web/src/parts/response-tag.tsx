import { texts, useTexts } from '#web/i18n/texts';
import { nameOf } from '#web/i18n/words';
import { Tag, type Tone } from './tag';

const responseTexts = texts({
  zh: {
    status: {
      draft: '草稿',
      submitted: '已提交',
      shortlisted: '已入围',
      chosen: '已选定',
      rejected: '未选中',
      withdrawn: '已撤回',
    },
    reason: {
      capability: '能力不足',
      evidence: '证明材料不足',
      price: '价格',
      schedule: '进度',
      terms: '合作条件',
      'others-chosen': '已选定其他企业',
      'demand-over': '需求已关闭',
      other: '其他原因',
    },
  },
  en: {
    status: {
      draft: 'Draft',
      submitted: 'Handed in',
      shortlisted: 'Shortlisted',
      chosen: 'Chosen',
      rejected: 'Not chosen',
      withdrawn: 'Withdrawn',
    },
    reason: {
      capability: 'The ability is not enough',
      evidence: 'The proof is not enough',
      price: 'The price',
      schedule: 'The schedule',
      terms: 'The terms',
      'others-chosen': 'Others were chosen',
      'demand-over': 'The demand was closed',
      other: 'Another reason',
    },
  },
});

const TONE: Readonly<Record<string, Tone>> = {
  shortlisted: 'accent',
  chosen: 'good',
  rejected: 'bad',
  submitted: 'warn',
};

/** Why a response was not chosen, in words. */
export function useRejectReasons() {
  return useTexts(responseTexts).reason;
}

export function ResponseTag({ status }: { readonly status: string }) {
  return <Tag tone={TONE[status] ?? 'plain'}>{nameOf(useTexts(responseTexts).status, status)}</Tag>;
}
