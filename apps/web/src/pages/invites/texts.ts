import { texts } from '#web/i18n/texts';

export const invitesTexts = texts({
  zh: {
    title: '待邀请企业',
    lead: '这些企业已经有匹配的需求，但还没有账户。把邀请链接发给他们。',
    invite: '生成邀请链接',
    copied: '邀请链接已复制',
    link: (firm: string) => `${firm}的邀请链接`,
    until: (day: string) => `${day}前有效`,
    demands: (count: number) => `匹配 ${count} 条需求`,
    none: '没有待邀请的企业',
    noneHint: '有匹配建议的企业都已入驻。',
  },
  en: {
    title: 'Firms to invite',
    lead: 'Demands fit these firms, and they have no account yet. Send them their invitation.',
    invite: 'Make an invitation',
    copied: 'Invitation copied',
    link: (firm) => `Invitation of ${firm}`,
    until: (day) => `Valid until ${day}`,
    demands: (count) => `${count} demands fit`,
    none: 'Nobody to invite',
    noneHint: 'Every firm with a proposal has an account.',
  },
});
