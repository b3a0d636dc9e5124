import { texts } from '#web/i18n/texts';

export const signInTexts = texts({
  zh: {
    title: '登录',
    email: '邮箱',
    password: '密码',
    emailNeeded: '请填写注册时用的邮箱',
    passwordNeeded: '请填写密码',
    submit: '登录',
    noAccount: '还没有账户？',
    join: '免费入驻',
    forgot: '忘记密码？',
    forgotHint:
      '请本单位管理员在“本单位的人”里生成重置链接发给您；管理员自己忘记密码时，请联系平台工作人员。链接一天内有效，打开即可设置新密码。',
  },
  en: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    emailNeeded: 'The e-mail address you signed up with',
    passwordNeeded: 'Your password',
    submit: 'Sign in',
    noAccount: 'No account yet?',
    join: 'Join',
    forgot: 'Forgotten your password?',
    forgotHint:
      'Ask an administrator of your organisation for a password link (under “Our people”); administrators ask programme staff. The link is good for a day.',
  },
});
