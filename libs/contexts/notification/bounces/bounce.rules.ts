import PostalMime, { type Attachment } from 'postal-mime';

/** What a mail server reports of one address to which a mail did not go. */
export interface Undelivered {
  readonly address: string;
  /** Enhanced status code, as `5.1.1` (RFC 3463). */
  readonly status: string;
  /** What the other server said, or the code. */
  readonly answer: string;
}

/** A report that a mail came back: the mail's Message-ID without brackets and domain, and whom it did not reach for good. */
export interface Bounce {
  readonly messageId: string;
  readonly undelivered: readonly Undelivered[];
}

const MOST_ANSWER = 200;
const DECODER = new TextDecoder();

/**
 * Reads a delivery status notification (RFC 3464, with the returned mail or its headers as RFC 6522 has them).
 * Undefined for any other mail, as an answer out of office, and for a report of delay or delivery.
 */
export async function readBounce(mail: Uint8Array): Promise<Bounce | undefined> {
  // What cannot be read, as parts nested without end, is no report.
  const { attachments } = (await parse(mail).catch(() => undefined)) ?? { attachments: [] };
  const part = (...types: readonly string[]) => attachments.find(({ mimeType }) => types.includes(mimeType));
  const [report, returned] = [part('message/delivery-status'), part('message/rfc822', 'text/rfc822-headers')];
  if (!report || !returned) return undefined;
  const sent = await parse(bytesOf(returned)).catch(() => undefined);
  const id = /^<([^@>]+)@/.exec(sent?.messageId ?? '')?.[1];
  const undelivered = groupsOf(DECODER.decode(bytesOf(report))).flatMap(undeliveredOf);
  return id === undefined || undelivered.length === 0 ? undefined : { messageId: id, undelivered };
}

const parse = (mail: Uint8Array) =>
  PostalMime.parse(mail, { forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' });

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);

type Fields = ReadonlyMap<string, string>;

/** Groups of fields between empty lines; a line that begins with a space goes on with the one before. */
function groupsOf(text: string): Fields[] {
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ');
  return unfolded.split(/\n{2,}/).map(
    (group) =>
      new Map(
        group.split('\n').flatMap((line): [string, string][] => {
          const at = line.indexOf(':');
          return at < 1 ? [] : [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]];
        }),
      ),
  );
}

function undeliveredOf(fields: Fields): Undelivered[] {
  const address = typed(fields.get('original-recipient') ?? fields.get('final-recipient'));
  if (fields.get('action')?.toLowerCase() !== 'failed' || !address) return [];
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '';
  const answer = (typed(fields.get('diagnostic-code')) || status || 'failed').slice(0, MOST_ANSWER);
  return [{ address, status, answer }];
}

/** What follows the type, as in `rfc822; lisi@example.com`. */
const typed = (field = ''): string => field.slice(field.indexOf(';') + 1).trim();
