import { defineErrors } from '#platform/errors/errors';

export const wordsErrors = defineErrors('words', {
  unknown: {
    kind: 'invalid',
    zh: '这类通知没有“{{place}}”这一项。可用的有：{places}。',
    en: 'This kind of notice knows no {{place}}. It knows {places}.',
  },
  missing: {
    kind: 'invalid',
    zh: '请在标题或正文中保留“{{place}}”，否则收件人不知道说的是哪一件事。',
    en: 'Keep {{place}} in the title or the text: without it nobody knows what the notice is about.',
  },
  braces: {
    kind: 'invalid',
    zh: '大括号要成对使用，里面是一项的名称，例如 {{example}}。',
    en: 'Curly brackets stand around the name of a place, such as {{example}}, and nowhere else.',
  },
  link: {
    kind: 'invalid',
    zh: '请不要写网址：“查看”的链接由平台加上，收件人才能确认去向。',
    en: 'Leave addresses out: the product adds the link itself, so that readers can trust where it leads.',
  },
  line: {
    kind: 'invalid',
    zh: '标题只能有一行。',
    en: 'A title has one line.',
  },
});
