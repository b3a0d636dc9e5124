import type { NoticeKind, NoticeState } from '#contracts/notice';
import { fill, type Language } from '#platform/errors/errors';

import { ENGAGEMENT_TEXTS, inWords } from './engagement-notice.texts.js';
import type { Texts } from './texts.js';

/** The words of the house: what a notice says unless staff have given its kind others. */
export const HOUSE_TEXTS: Readonly<Record<NoticeKind, Texts>> = {
  ...ENGAGEMENT_TEXTS,
  'proposal.released': {
    zh: {
      title: '新的匹配建议：{title}',
      body: '{ownerName}发布的需求可能适合贵单位（匹配度 {score}%）。点开查看逐项理由。',
    },
    en: {
      title: 'A demand you may meet: {title}',
      body: '{ownerName} asks for what your profile may meet (fit {score} %). Open it to see why.',
    },
  },
  'proposal.recommended': {
    zh: {
      title: '新的匹配建议：{title}',
      body: '{ownerName}发布的需求，由工作人员推荐给贵单位。点开查看需求与逐项比对。',
    },
    en: {
      title: 'A demand you may meet: {title}',
      body: 'Recommended by programme staff: a demand of {ownerName}. Open it to see how you compare.',
    },
  },
  'proposal.asked': {
    zh: {
      title: '定向邀请揭榜：{title}',
      body: '{ownerName}邀请贵单位揭榜，该需求未公开，请勿外传。请在 {until} 前提交揭榜方案，或告知不合适。',
    },
    en: {
      title: 'You are asked to respond: {title}',
      body: '{ownerName} shows this demand to chosen firms only: keep it to yourself. Respond by {until}, or say that it is not for you.',
    },
  },
  'proposal.accepted': {
    zh: { title: '企业有意向：{firmName}', body: '{firmName}对“{title}”表示有意向，可查看其档案与逐项理由。' },
    en: {
      title: 'Interested: {firmName}',
      body: '{firmName} is interested in “{title}”. See its profile and the reasons.',
    },
  },
  'proposal.declined': {
    zh: { title: '企业表示不合适：{firmName}', body: '{firmName}认为“{title}”不适合，原因可在匹配建议中查看。' },
    en: {
      title: 'Not for {firmName}',
      body: '{firmName} says that “{title}” is not for it. The reason is with the proposal.',
    },
  },
  'demand.submitted': {
    zh: { title: '待审核需求：{title}', body: '{ownerName}提交了需求，请审核。' },
    en: { title: 'A demand to check: {title}', body: '{ownerName} has handed in a demand.' },
  },
  'demand.returned': {
    zh: { title: '需求被退回：{title}', body: '退回原因：{reason}' },
    en: { title: 'Your demand was returned: {title}', body: 'Reason: {reason}' },
  },
  'demand.published': {
    zh: { title: '需求已发布：{title}', body: '正在为您匹配企业，稍后可在匹配建议中查看。' },
    en: { title: 'Your demand is published: {title}', body: 'Firms are being matched; see its proposals.' },
  },
  'chosen.started': {
    zh: { title: '定向需求已生效：{title}', body: '选定的企业正在收到邀请，其他人看不到这条需求。' },
    en: { title: 'The chosen firms are asked: {title}', body: 'Nobody else is told that the demand is there.' },
  },
  'chosen.ran-out': {
    zh: { title: '未在期限内答复：{firmName}', body: '{firmName}没有在期限内就“{title}”提交揭榜方案，邀请已结束。' },
    en: {
      title: 'No answer in time: {firmName}',
      body: '{firmName} has not responded to “{title}” in its term, which is over now.',
    },
  },
  'chosen.over': {
    zh: { title: '选定的企业已全部问完：{title}', body: '没有企业在等待或答复中。可以增加企业，或公开需求。' },
    en: {
      title: 'No chosen firm is left: {title}',
      body: 'Nobody is asked or has responded. Choose more firms, or open the demand to everybody.',
    },
  },
  'organisation.registered': {
    zh: { title: '新单位待审核：{name}', body: '请核对信息后通过或驳回。' },
    en: { title: 'A new organisation to approve: {name}', body: 'Check it, then approve or reject.' },
  },
  'organisation.decided': {
    zh: { title: '单位审核结果：{status}', body: '{name}。{reason}' },
    en: { title: 'Your organisation is now: {status}', body: '{name}. {reason}' },
  },
  'claim.requested': {
    zh: { title: '待审核认领：{firmName}', body: '{organisationName}申请认领该企业档案。' },
    en: { title: 'A claim to answer: {firmName}', body: '{organisationName} claims this profile.' },
  },
  'claim.decided': {
    zh: { title: '认领结果：{firmName}（{status}）', body: '申请单位：{organisationName}。{reason}' },
    en: { title: 'Your claim of {firmName}: {status}', body: 'Claimed by {organisationName}. {reason}' },
  },
  'channel.stopped': {
    zh: { title: '通知方式已停用：{channel}', body: '多次发送失败，已自动停用。请在“设置”中查看原因，修改后恢复。' },
    en: {
      title: 'A channel was stopped: {channel}',
      body: 'Its messages were not taken. See why in the settings, mend it and resume it.',
    },
  },
  'registration.invited': {
    zh: { title: '邀请参加对接活动：{title}', body: '请确认是否参加，并填写参会代表与可参加的时间。' },
    en: { title: 'You are invited: {title}', body: 'Say whether you come, who comes and when they are there.' },
  },
  'registration.applied': {
    zh: { title: '待审核报名：{organisationName}', body: '{organisationName}报名参加“{title}”，请审核。' },
    en: { title: 'An application: {organisationName}', body: '{organisationName} wants to come to “{title}”.' },
  },
  'registration.decided': {
    zh: { title: '报名结果（{status}）：{title}', body: '{organisationName}。{reason}' },
    en: { title: 'Your application is {status}: {title}', body: '{organisationName}. {reason}' },
  },
  'registration.withdrawn': {
    zh: { title: '不参加活动：{organisationName}', body: '{organisationName}不参加“{title}”（{status}）。{reason}' },
    en: {
      title: 'Not coming: {organisationName}',
      body: '{organisationName} does not come to “{title}” ({status}). {reason}',
    },
  },
  'agenda.wishes': {
    zh: { title: '请选择想见的单位：{title}', body: '报名已截止，现在可以填写会面意向。不填写时按匹配度安排。' },
    en: { title: 'Whom do you want to meet: {title}', body: 'Say it now; without wishes, fit decides.' },
  },
  'agenda.final': {
    zh: { title: '对接日程已定：{title}', body: '贵单位共有 {meetings} 场会面，点开查看时间、桌号与对方。' },
    en: {
      title: 'Your meetings are settled: {title}',
      body: 'You have {meetings} meetings. Open it for times and tables.',
    },
  },
  'agenda.changed': {
    zh: { title: '对接日程有变动：{title}', body: '{changes}。' },
    en: { title: 'Your meetings have changed: {title}', body: '{changes}.' },
  },
  'agenda.reminder': {
    zh: {
      title: '对接会面即将开始：{title}',
      body: '24 小时内开始，贵单位有 {meetings} 场会面。到场请出示签到码；不能来请尽早告知工作人员。',
    },
    en: {
      title: 'Your meetings begin soon: {title}',
      body: 'They begin within 24 hours; you have {meetings}. Show your code at the door, and tell staff early if you cannot come.',
    },
  },
  'agenda.asked': {
    zh: {
      title: '请马上回答：能和{otherName}加一场会面吗？',
      body: '“{title}”有一个空位。请在 {minutes} 分钟内在日程中回答“可以”或“不行”。',
    },
    en: {
      title: 'Please answer now: can you meet {otherName}?',
      body: 'A seat is free at “{title}”. Say yes or no in your agenda within {minutes} minutes.',
    },
  },
  'agenda.unfilled': {
    zh: {
      title: '加的会面没有安排：{otherName}',
      body: '“{title}”：对方不能来、没有回答，或位置已不空。贵单位的其他会面不变。',
    },
    en: {
      title: 'No extra meeting with {otherName}',
      body: '“{title}”: they cannot come, did not answer, or the seat is taken. Your other meetings stay.',
    },
  },
};

const STATUS: Readonly<Record<string, string>> = {
  pending: '待审核',
  approved: '已通过',
  rejected: '未通过',
  suspended: '已停用',
  accepted: '已通过',
  refused: '未通过',
  declined: '已谢绝',
  withdrawn: '已退出',
};

/** Who asks, where the leader keeps its name back. */
const NAMELESS: Readonly<Record<Language, string>> = { zh: '一家企业', en: 'A company' };

/** What has changed in an agenda, without what has not. */
function changesOf({ added, moved, cancelled }: NoticeState['params'], language: Language): string {
  const changes = [
    { count: added, zh: `新增 ${added} 场`, en: `${added} new` },
    { count: moved, zh: `改时间或桌号 ${moved} 场`, en: `${moved} moved` },
    { count: cancelled, zh: `取消 ${cancelled} 场`, en: `${cancelled} cancelled` },
  ];
  const said = changes.filter(({ count }) => count !== undefined && count !== 0).map((change) => change[language]);
  return said.join(language === 'zh' ? '，' : ', ');
}

/** Words that staff have given to kinds of notices. */
export type OwnTexts = ReadonlyMap<NoticeKind, Texts>;
const NONE: OwnTexts = new Map();

/** A notice in the reader's language; `own` are the words that staff have laid down. */
export function noticeText(
  notice: Pick<NoticeState, 'kind' | 'params'>,
  language: Language,
  own: OwnTexts = NONE,
): { title: string; body: string } {
  const { title, body } = (own.get(notice.kind) ?? HOUSE_TEXTS[notice.kind])[language];
  const status = String(notice.params.status ?? '');
  const params = {
    ...(notice.params.added === undefined ? {} : { changes: changesOf(notice.params, language) }),
    ...notice.params,
    status: language === 'zh' ? (STATUS[status] ?? status) : status,
    ...(Object.hasOwn(ENGAGEMENT_TEXTS, notice.kind) ? inWords(notice.params, language) : {}),
    ...(notice.params.ownerName === '' ? { ownerName: NAMELESS[language] } : {}),
  };
  return { title: fill(title, params), body: fill(body, params).trim() };
}
