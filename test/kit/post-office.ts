import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Posted {
  readonly url: URL;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}
export interface Mailed {
  readonly mail: Email;
  readonly to: readonly string[];
}
interface Reply {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The other side of messages, real servers on loopback: a mail server, and a web server where robots and systems are. */
export class PostOffice {
  readonly posted: Posted[] = [];
  readonly mails: Mailed[] = [];
  /** What the web server answers. */
  reply: (posted: Posted) => Reply = () => ({});

  private constructor(
    private readonly web: Server,
    private readonly smtp: SMTPServer,
  ) {}

  /** `mail`: how the mail server behaves. */
  static async open(mail: SMTPServerOptions = {}): Promise<PostOffice> {
    let office: PostOffice | undefined;
    const web = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const url = new URL(request.url ?? '', 'http://localhost');
      const posted = { url, body: Buffer.concat(chunks).toString(), headers: request.headers };
      office?.posted.push(posted);
      const { status = 200, body = {}, headers = {} } = office?.reply(posted) ?? {};
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    const smtp = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onData: async (stream, session, done) => {
        const chunks: Buffer[] = [];
        for await (const chunk of stream) chunks.push(chunk as Buffer);
        const to = session.envelope.rcptTo.map(({ address }) => address);
        office?.mails.push({ mail: await PostalMime.parse(Buffer.concat(chunks)), to });
        done();
      },
      ...mail,
    });
    office = new PostOffice(web, smtp);
    await Promise.all([
      new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve)),
      new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve())),
    ]);
    return office;
  }

  get webUrl(): string {
    return `http://127.0.0.1:${(this.web.address() as AddressInfo).port}`;
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${(this.smtp.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.web.closeAllConnections();
    await Promise.all([
      new Promise((resolve) => this.web.close(resolve)),
      new Promise<void>((resolve) => this.smtp.close(resolve)),
    ]);
  }
}

/** A header of a mail, by its name in small letters. */
export const headerOf = (mail: Email, name: string): string | undefined =>
  mail.headers.find(({ key }) => key === name)?.value;
