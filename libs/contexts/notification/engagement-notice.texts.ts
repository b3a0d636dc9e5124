import type { NoticeKind, NoticeState } from '#contracts/notice';
import type { Language } from '#platform/errors/errors';
import type { Texts } from './texts.js';

/** Texts of what is told of responses and threads. */
export const ENGAGEMENT_TEXTS: Readonly<
  Record<Extract<NoticeKind, `${'response' | 'evaluation' | 'engagement' | 'message'}.${string}`>, Texts>
> = {
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
    zh: { title: '揭榜入围：{title}', body: '{ownerName}已让贵单位的揭榜入围。' },
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
  'response.waited': {
    zh: { title: '揭榜等待答复：{firmName}', body: '{firmName}对“{title}”的揭榜已等待五天，请入围、否决或提问。' },
    en: {
      title: 'A response waits: {firmName}',
      body: 'The response of {firmName} to “{title}” has waited for five days.',
    },
  },
  'evaluation.named': {
    zh: { title: '请您评审：{title}', body: '{byName}请您评审“{title}”收到的 {responses} 份揭榜，各位评委互不可见。' },
    en: {
      title: 'You are asked to judge: {title}',
      body: '{byName} asks you to judge the responses to “{title}” ({responses}). Nobody sees what others say.',
    },
  },
  'evaluation.complete': {
    zh: { title: '评审已完成：{title}', body: '所有评委都已交回评分，可以查看结果并选定。' },
    en: { title: 'All sheets are in: {title}', body: 'All evaluators have handed in. See the results, and choose.' },
  },
  'engagement.reminded': {
    zh: { title: '步骤即将到期：{title}', body: '“{step}”将于{due}到期，由{name}负责。' },
    en: { title: 'A step is due soon: {title}', body: '{step} is due on {due}. In charge: {name}.' },
  },
  'engagement.overran': {
    zh: { title: '步骤已逾期：{title}', body: '“{step}”应于{due}完成，由{name}负责。' },
    en: { title: 'A step is overdue: {title}', body: '{step} was due on {due}. In charge: {name}.' },
  },
  'engagement.stalled': {
    zh: { title: '对接停滞：{title}', body: '{ownerName}与{firmName}的对接已十四天没有进展。' },
    en: {
      title: 'A thread stands still: {title}',
      body: 'Nothing has happened between {ownerName} and {firmName} for fourteen days.',
    },
  },
  'engagement.opened': {
    zh: { title: '需求方主动联系：{title}', body: '{ownerName}就“{title}”希望与贵单位对接。' },
    en: { title: 'A leader turns to you: {title}', body: '{ownerName} wants to talk with your firm about “{title}”.' },
  },
  'engagement.approached': {
    zh: { title: '企业主动联系：{title}', body: '{firmName}希望就“{title}”与贵单位对接，例如先签保密协议。' },
    en: {
      title: 'A firm turns to you: {title}',
      body: '{firmName} wants to talk about “{title}”, as to sign an NDA first.',
    },
  },
  'engagement.advanced': {
    zh: { title: '对接进展：{title}', body: '{byName}：{step}（{status}）。{note}' },
    en: { title: 'Progress: {title}', body: '{byName}: {step} is {status}. {note}' },
  },
  'engagement.assigned': {
    zh: { title: '由您负责的对接：{title}', body: '“{title}”的对接现由{name}负责。' },
    en: { title: 'A thread is yours: {title}', body: '{name} sees to the thread on “{title}” from now on.' },
  },
  'engagement.orphaned': {
    zh: { title: '对接需要新的负责人：{title}', body: '{name}已离开，请为“{title}”指定新的负责人。' },
    en: { title: 'A thread needs an owner: {title}', body: '{name} has left. Name who sees to “{title}” now.' },
  },
  'engagement.ended': {
    zh: { title: '对接已结束：{title}', body: '{byName}结束了对接，原因：{reason}。{note}' },
    en: { title: 'A thread is over: {title}', body: '{byName} has ended it. Reason: {reason}. {note}' },
  },
  'message.posted': {
    zh: { title: '新消息：{title}', body: '{byName}：{text}' },
    en: { title: 'A message: {title}', body: '{byName}: {text}' },
  },
};

/** Codes as people read them. */
type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const REASONS: Words = {
  capability: { zh: '能力不足', en: 'the ability is not enough' },
  evidence: { zh: '证明材料不足', en: 'the proof is not enough' },
  price: { zh: '价格', en: 'the price' },
  schedule: { zh: '进度', en: 'the schedule' },
  terms: { zh: '合作条件', en: 'the terms' },
  'others-chosen': { zh: '已选定其他企业', en: 'other firms were chosen' },
  'demand-over': { zh: '需求已关闭', en: 'the demand was closed' },
  completed: { zh: '合作达成', en: 'it is completed' },
  quality: { zh: '质量', en: 'the quality' },
  'no-answer': { zh: '对方没有回应', en: 'no answer' },
  'plans-changed': { zh: '计划变更', en: 'plans have changed' },
  other: { zh: '其他', en: 'another one' },
};

const STEPS: Words = {
  contact: { zh: '首次联系', en: 'first contact' },
  nda: { zh: '保密协议', en: 'NDA' },
  sample: { zh: '样件', en: 'sample' },
  trial: { zh: '试用', en: 'trial' },
  supply: { zh: '入库或签约', en: 'supplier list or contract' },
  repeat: { zh: '复购', en: 'repeat order' },
};

const STATES: Words = { done: { zh: '已完成', en: 'done' }, skipped: { zh: '已跳过', en: 'skipped' } };

const WORDS: Readonly<Record<string, Words>> = { reason: REASONS, step: STEPS, status: STATES };

/** Who sees to a step that nobody was named for. */
const NOBODY: Readonly<Record<Language, string>> = { zh: '双方', en: 'both sides' };

/** The parameters that are codes, in words. */
export function inWords(params: NoticeState['params'], language: Language): NoticeState['params'] {
  const told = Object.entries(WORDS).flatMap(([name, words]) => {
    const code = params[name] ?? '';
    return Object.hasOwn(words, code) ? [[name, words[code]?.[language] ?? '']] : [];
  });
  return { ...Object.fromEntries(told), ...(params.name === '' ? { name: NOBODY[language] } : {}) };
}
