import { texts } from '#web/i18n/texts';

export const newPasswordTexts = texts({
  zh: {
    title: '设置新密码',
    forWhom: (name: string, email: string) => `${name}，请为 ${email} 设置新密码。`,
    password: '新密码',
    hint: '至少 8 个字符',
    again: '再输一遍',
    differs: '两次输入的密码不一样',
    needed: '请填写这一项',
    submit: '保存并登录',
    goneTitle: '链接已失效',
    signIn: '返回登录',
  },
  en: {
    title: 'Set a new password',
    forWhom: (name, email) => `${name}, choose a new password for ${email}.`,
    password: 'New password',
    hint: 'At least 8 characters',
    again: 'The same again',
    differs: 'The two are not the same',
    needed: 'Please fill this in',
    submit: 'Save and sign in',
    goneTitle: 'This link is no longer good',
    signIn: 'To the sign-in',
  },
});
