import type { NoticeKind, NoticeState } from '#contracts/notice';
import type { Language } from '#platform/errors/errors';
import type { Texts } from './texts.js';

/** Texts of what is told of responses. */
export const ENGAGEMENT_TEXTS: Readonly<Record<Extract<NoticeKind, `response.${string}`>, Texts>> = {
  'response.submitted': {
    zh: { title: '收到揭榜：{firmName}', body: '{firmName}对“{title}”提交了揭榜方案，请查看并答复。' },
    en: { title: 'A response of {firmName}', body: '{firmName} has responded to “{title}”. Read it and answer.' },
  },
  'response.withdrawn': {
    zh: { title: '揭榜已撤回：{firmName}', body: '{firmName}撤回了对“{title}”的揭榜。{note}' },
    en: { title: '{firmName} has withdrawn', body: '{firmName} has taken back its response to “{title}”. {note}' },
  },
  'response.asked': {
    zh: { title: '需求方提问：{title}', body: '{ownerName}就贵单位的揭榜提问：{note}' },
    en: { title: 'A question on your response: {title}', body: '{ownerName} asks: {note}' },
  },
  'response.answered': {
    zh: { title: '已答复提问：{firmName}', body: '{firmName}就“{title}”答复：{note}' },
    en: { title: '{firmName} has answered', body: '{firmName} answers on “{title}”: {note}' },
  },
  'response.shortlisted': {
    zh: { title: '揭榜入围：{title}', body: '{ownerName}已将贵单位列入候选。' },
    en: { title: 'Shortlisted: {title}', body: '{ownerName} has put your response on its shortlist.' },
  },
  'response.rejected': {
    zh: { title: '揭榜未选中：{title}', body: '{ownerName}没有继续，原因：{reason}。{note}' },
    en: { title: 'Not chosen: {title}', body: '{ownerName} does not go on. Reason: {reason}. {note}' },
  },
  'response.chosen': {
    zh: { title: '揭榜选中：{title}', body: '{ownerName}选定了贵单位，请在对接中约定下一步。' },
    en: { title: 'Chosen: {title}', body: '{ownerName} has chosen your firm. Agree on the next step in the thread.' },
  },
};

/** Codes as people read them. */
const REASONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  capability: { zh: '能力不足', en: 'the ability is not enough' },
  evidence: { zh: '证明材料不足', en: 'the proof is not enough' },
  price: { zh: '价格', en: 'the price' },
  schedule: { zh: '进度', en: 'the schedule' },
  terms: { zh: '合作条件', en: 'the terms' },
  'others-chosen': { zh: '已选定其他企业', en: 'other firms were chosen' },
  'demand-over': { zh: '需求已关闭', en: 'the demand was closed' },
  other: { zh: '其他', en: 'another one' },
};

/** The parameters that are codes, in words. */
export function inWords({ reason = '' }: NoticeState['params'], language: Language): NoticeState['params'] {
  const word = Object.hasOwn(REASONS, reason) ? REASONS[reason]?.[language] : undefined;
  return word ? { reason: word } : {};
}
