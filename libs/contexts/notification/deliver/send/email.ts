import { createTransport, type Transporter } from 'nodemailer';
import { deliveryErrors } from '../delivery.errors.js';
import type { MessageText } from '../message-text.js';
import { mailHtml, mailText } from './mail-body.js';
import type { Outcome, Sender, Target } from './outcome.js';

/** Where mail is handed in. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://`. */
  readonly smtpUrl: string;
  /** Sender, as `入链 <notice@example.org>`. */
  readonly from: string;
}

/** Words of SMTP answers that speak of the mailbox and not of us: RFC 3463, 5.1.x (address) and 5.2.1 (mailbox disabled). */
export const MAILBOX = /\b5\.1\.\d+\b|\b5\.2\.1\b/;
/** Basic status codes that say the same where there is no enhanced one: 550, 551, 553. */
const NO_MAILBOX = [550, 551, 553];

/**
 * Mail with HTML and text, handed to a mail server over SMTP. One link ends it without signing in (RFC 8058); a repeat has
 * the same Message-ID, so that mail programs show it once.
 */
export class EmailSender implements Sender {
  private readonly transport: Transporter;
  private readonly domain: string;

  constructor(private readonly settings: MailSettings) {
    const url = new URL(settings.smtpUrl);
    const limits = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 };
    this.transport = createTransport({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || (url.protocol === 'smtps:' ? 465 : 587)),
      secure: url.protocol === 'smtps:',
      ...(url.username
        ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
        : {}),
      pool: true,
      maxConnections: 2,
      ...limits,
    });
    this.domain = /@([^>\s]+)/.exec(settings.from)?.[1] ?? 'rulian.invalid';
  }

  async send(text: MessageText, { address }: Target): Promise<Outcome> {
    try {
      const { response } = await this.transport.sendMail({
        from: this.settings.from,
        to: address,
        subject: text.subject,
        text: mailText(text),
        html: mailHtml(text),
        messageId: `<${text.id}@${this.domain}>`,
        headers: {
          'List-Unsubscribe': `<${text.unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          'Auto-Submitted': 'auto-generated',
          'Content-Language': text.language === 'zh' ? 'zh-CN' : 'en',
        },
      });
      return { result: 'sent', receipt: String(response).slice(0, 200) };
    } catch (error) {
      return refusal(error as { responseCode?: number; response?: string; code?: string; message: string });
    }
  }

  close(): void {
    this.transport.close();
  }
}

function refusal(error: { responseCode?: number; response?: string; code?: string; message: string }): Outcome {
  const { responseCode, response, code } = error;
  if (responseCode === undefined)
    return { result: 'later', reason: deliveryErrors.unreachable({ detail: code ?? 'SMTP' }) };
  const answer = (response ?? String(responseCode)).slice(0, 200);
  const enhanced = /\b[245]\.\d+\.\d+\b/.test(answer);
  const isMailbox = enhanced ? MAILBOX.test(answer) : NO_MAILBOX.includes(responseCode);
  // EAUTH and the like are ours to mend: they say nothing of the mailbox.
  if (isMailbox && code === 'EENVELOPE') return { result: 'refused', reason: deliveryErrors.mailbox({ answer }) };
  return { result: 'later', reason: deliveryErrors.mail_later({ answer }) };
}
