/** Parts of a report that a mail came back. */
export interface Report {
  /** Message-ID of the mail, with brackets. */
  readonly messageId: string;
  readonly to: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  /** The whole mail is returned, not only its headers. */
  readonly whole?: boolean;
}

/** A delivery status notification as RFC 3464 and RFC 6522 have it, in the way of Postfix. */
export function bounceMail({
  messageId,
  to,
  action = 'failed',
  status = '5.1.1',
  diagnostic = `550 5.1.1 <${to}>: Recipient address\n    rejected: User unknown in virtual mailbox table`,
  whole = false,
}: Report): string {
  return `Return-Path: <>
Date: Wed, 25 Nov 2026 10:00:05 +0800 (CST)
From: MAILER-DAEMON@mx.example.com (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: notice@example.org
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="A1B2.1764036005/mx.example.com"

This is a MIME-encapsulated message.

--A1B2.1764036005/mx.example.com
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.com.

--A1B2.1764036005/mx.example.com
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com
X-Postfix-Queue-ID: A1B2
X-Postfix-Sender: rfc822; notice@example.org
Arrival-Date: Wed, 25 Nov 2026 10:00:03 +0800 (CST)

Final-Recipient: rfc822; ${to}
Original-Recipient: rfc822;${to}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.example.net
Diagnostic-Code: smtp; ${diagnostic}

--A1B2.1764036005/mx.example.com
Content-Description: Undelivered Message${whole ? '' : ' Headers'}
Content-Type: ${whole ? 'message/rfc822' : 'text/rfc822-headers'}

From: =?UTF-8?B?5YWl6ZO+?= <notice@example.org>
To: ${to}
Message-ID: ${messageId}
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
${whole ? '\nText of the notice.\n' : ''}
--A1B2.1764036005/mx.example.com--
`.replace(/\n/g, '\r\n');
}
