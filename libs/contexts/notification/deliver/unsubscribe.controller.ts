import { Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, SIGNED_IN } from '#platform/access/access';
import { commonErrors } from '#platform/errors/common.errors';
import { type Language, Refused } from '#platform/errors/errors';
import { Endpoint } from '#platform/http/openapi';
import { Reader } from '#platform/http/request';
import { Channels } from './channels.js';

const ANYBODY = { any: ['anonymous', ...SIGNED_IN] } as const;

const WORDS: Readonly<Record<Language, { readonly ask: string; readonly button: string; readonly done: string }>> = {
  zh: { ask: '不再通过此方式接收入链的通知？', button: '确认退订', done: '已退订。可随时在“设置”中恢复。' },
  en: {
    ask: 'Stop the notices of Rulian 入链 on this channel?',
    button: 'Stop them',
    done: 'Stopped. You can resume it in the settings at any time.',
  },
};

/**
 * The link in each message. Mail programs post to it by themselves (RFC 8058); a person who opens it is asked first, since
 * programs that only look at links must not end anything.
 */
@ApiTags('notices')
@Controller('unsubscribe')
export class UnsubscribeController {
  constructor(private readonly channels: Channels) {}

  @Get(':key')
  @Access(ANYBODY)
  @Header('content-type', 'text/html; charset=utf-8')
  @Endpoint({ summary: 'A page that asks whether to end a channel', types: ['text/html'] })
  ask(@Param('key') key: string, @Reader() language: Language): string {
    refuseNoKey(key);
    const { ask, button } = WORDS[language];
    return page(language, `<p>${ask}</p><form method="post"><button>${button}</button></form>`);
  }

  @Post(':key')
  @HttpCode(200)
  @Access(ANYBODY)
  @Header('content-type', 'text/html; charset=utf-8')
  @Endpoint({ summary: 'End the channel that a message came on, without signing in', types: ['text/html'] })
  async end(@Param('key') key: string, @Reader() language: Language): Promise<string> {
    refuseNoKey(key);
    await this.channels.unsubscribe(key);
    return page(language, `<p>${WORDS[language].done}</p>`);
  }
}

/** What cannot be a key is no address of ours; one that nobody has (any more) is answered like any other. */
function refuseNoKey(key: string): void {
  if (!/^[\w-]{32}$/.test(key)) throw new Refused([commonErrors.not_found()]);
}

const page = (language: Language, inner: string): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex"><title>入链 Rulian</title></head>
<body style="font:16px/1.6 sans-serif;max-width:30em;margin:15vh auto;padding:0 16px;text-align:center">${inner}</body></html>
`;
