import { defineErrors } from '#platform/errors/errors';

/** What is wrong with a channel, told to who sets it up. */
export const channelErrors = defineErrors('channel', {
  mail_off: {
    kind: 'conflict',
    zh: '本平台尚未设置发信服务器，暂不能用邮件通知。请联系运维人员设置 RULIAN_SMTP_URL。',
    en: 'This installation has no mail server yet. Ask its operator to set RULIAN_SMTP_URL.',
  },
  mail_there: {
    kind: 'conflict',
    zh: '您已有一个邮件通知方式，请直接修改。',
    en: 'You have an e-mail channel already. Change that one.',
  },
  address_needed: {
    kind: 'invalid',
    zh: '请填写机器人或接收系统的地址。',
    en: 'The address of the robot or of your system is needed.',
  },
  address_shape: {
    kind: 'invalid',
    zh: '这不是{kind}的地址，应形如 {example}。',
    en: 'This is not an address of {kind}. It looks like {example}.',
    words: {
      webhook: '接收系统',
      wecom: '企业微信群机器人',
      dingtalk: '钉钉群机器人',
      feishu: '飞书群机器人',
    },
  },
  private_address: {
    kind: 'invalid',
    zh: '该地址指向内部网络，不能使用。请换成公网可访问的 https 地址。',
    en: 'The address points into a private network. Use an https address of the public internet.',
  },
  too_many: {
    kind: 'conflict',
    zh: '最多可设置 {max} 个通知方式，请先删除不用的。',
    en: 'A person has at most {max} channels. Remove one first.',
  },
  quiet_nothing: {
    kind: 'invalid',
    zh: '免打扰的开始与结束时间不能相同。',
    en: 'Quiet hours need a beginning and an end that differ.',
  },
  just_tested: {
    kind: 'too-many',
    zh: '刚刚测试过，请 {seconds} 秒后再试。',
    en: 'It was tested just now. Try again in {seconds} s.',
  },
});

/** Why a message was not taken, told to its person and to operators. */
export const deliveryErrors = defineErrors('delivery', {
  private_address: {
    kind: 'conflict',
    zh: '该地址指向内部网络，不能使用。请换成公网可访问的 https 地址。',
    en: 'The address points into a private network. Use an https address of the public internet.',
  },
  unreachable: {
    kind: 'unavailable',
    zh: '连接不上对方服务器（{detail}）。',
    en: 'The other side cannot be reached ({detail}).',
  },
  too_slow: {
    kind: 'unavailable',
    zh: '对方服务器 {seconds} 秒内没有应答。',
    en: 'The other side did not answer within {seconds} s.',
  },
  status: {
    kind: 'conflict',
    zh: '对方服务器返回 HTTP {status}。',
    en: 'The other side answered HTTP {status}.',
  },
  gone: {
    kind: 'conflict',
    zh: '对方服务器表示该地址已停用（HTTP {status}）。',
    en: 'The other side says that this address is no more (HTTP {status}).',
  },
  robot: {
    kind: 'conflict',
    zh: '机器人拒收：{message}（{code}）。',
    en: 'The robot refused it: {message} ({code}).',
  },
  robot_setup: {
    kind: 'conflict',
    zh: '机器人设置不符：{message}（{code}）。请检查地址、加签密钥和关键词（“{keyword}”）。',
    en: 'The robot is set up otherwise: {message} ({code}). Check its address, its signing secret and its keyword (“{keyword}”).',
  },
  too_often: {
    kind: 'unavailable',
    zh: '对方限制了发送频率，稍后自动再发。',
    en: 'The other side limits how often it is told; it will be tried again later.',
  },
  mailbox: {
    kind: 'conflict',
    zh: '邮件被退回（{answer}）。',
    en: 'The mail was turned back ({answer}).',
  },
  mail_later: {
    kind: 'unavailable',
    zh: '邮件服务器暂未接收（{answer}）。',
    en: 'The mail server did not take it yet ({answer}).',
  },
});
