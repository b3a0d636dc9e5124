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
  },
});
