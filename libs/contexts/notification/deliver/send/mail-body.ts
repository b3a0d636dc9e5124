import type { Language } from '#platform/errors/errors';
import type { Item, MessageText } from '../message-text.js';

interface Words {
  readonly greeting: string;
  readonly open: string;
  readonly why: string;
  readonly settings: string;
  readonly unsubscribe: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    greeting: '您好，入链平台有与您有关的消息：',
    open: '查看',
    why: '您收到此邮件，是因为您在入链平台设置了邮件通知。',
    settings: '修改通知设置',
    unsubscribe: '不再接收邮件',
  },
  en: {
    greeting: 'Rulian 入链 has news that concerns you:',
    open: 'Open',
    why: 'You get this mail because you have set up e-mail notices in Rulian.',
    settings: 'Change what you are told',
    unsubscribe: 'Stop these mails',
  },
};

export function mailText({ language, items, settingsUrl, unsubscribeUrl }: MessageText): string {
  const words = WORDS[language];
  const parts = items.map(({ title, body, url }) => `${title}\n${body}\n${url}`);
  const end = `${words.why}\n${words.settings}: ${settingsUrl}\n${words.unsubscribe}: ${unsubscribeUrl}`;
  return `${words.greeting}\n\n${parts.join('\n\n')}\n\n-- \n${end}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] as string);

/** Plain tables and inline styles: what mail programs show alike. */
export function mailHtml({ language, subject, items, settingsUrl, unsubscribeUrl }: MessageText): string {
  const words = WORDS[language];
  const link = (url: string, text: string) =>
    `<a href="${escapeHtml(url)}" style="color:#1554ad">${escapeHtml(text)}</a>`;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:16px;background:#f5f6f8;color:#1f2329;font:15px/1.6 -apple-system,'PingFang SC','Microsoft YaHei',sans-serif">
<table role="presentation" width="100%" style="max-width:600px;margin:auto;background:#fff;border-radius:8px" cellpadding="20"><tr><td>
<p>${escapeHtml(words.greeting)}</p>
${items.map((item) => itemHtml(item, link(item.url, words.open))).join('\n')}
<p style="margin-top:24px;color:#646a73;font-size:13px">${escapeHtml(words.why)}<br>${link(settingsUrl, words.settings)} · ${link(unsubscribeUrl, words.unsubscribe)}</p>
</td></tr></table></body></html>
`;
}

const itemHtml = ({ title, body }: Item, open: string): string =>
  `<h3 style="margin:16px 0 4px;font-size:16px">${escapeHtml(title)}</h3><p style="margin:0 0 4px">${escapeHtml(body)}</p><p style="margin:0">${open}</p>`;
