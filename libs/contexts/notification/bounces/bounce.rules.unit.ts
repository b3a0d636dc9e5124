import { describe, expect, it } from '@jest/globals';
import { randomOf } from '#engines/random';
import { bounceMail } from '#test/kit/bounces';
import { readBounce } from './bounce.rules.js';

const read = (mail: string) => readBounce(Buffer.from(mail));
const MAIL = { messageId: '<m1@example.org>', to: 'lisi@example.com' };

describe('a report that a mail came back', () => {
  it.each([false, true])('names the mail and whom it did not reach (whole mail returned: %s)', async (whole) => {
    expect(await read(bounceMail({ ...MAIL, whole }))).toEqual({
      messageId: 'm1',
      undelivered: [
        {
          address: 'lisi@example.com',
          status: '5.1.1',
          answer: '550 5.1.1 <lisi@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
        },
      ],
    });
  });

  it('is read with the line ends of Unix too', async () => {
    expect(await read(bounceMail(MAIL).replace(/\r/g, ''))).toMatchObject({ messageId: 'm1' });
  });

  it('leaves those out that were reached or are waited for', async () => {
    for (const action of ['delayed', 'delivered', 'relayed', 'expanded'])
      expect(await read(bounceMail({ ...MAIL, action }))).toBeUndefined();
    const several = bounceMail(MAIL).replace(
      'Final-Recipient',
      'Final-Recipient: rfc822; other@example.com\r\nAction: delivered\r\nStatus: 2.1.5\r\n\r\nFinal-Recipient',
    );
    expect((await read(several))?.undelivered.map(({ address }) => address)).toEqual(['lisi@example.com']);
  });

  it('takes the address that was written to, not the one it was passed on to', async () => {
    const passedOn = bounceMail(MAIL).replace(
      'Final-Recipient: rfc822; lisi@example.com',
      'Final-Recipient: rfc822; box7@example.net',
    );
    expect((await read(passedOn))?.undelivered[0]?.address).toBe('lisi@example.com');
  });

  it('is nothing else: no answer out of office, no mail with a foreign report, nothing unreadable', async () => {
    expect(
      await read('Subject: Auto: out of office\r\nIn-Reply-To: <m1@example.org>\r\n\r\nBack on Monday'),
    ).toBeUndefined();
    expect(await read(bounceMail({ ...MAIL, messageId: 'none' }))).toBeUndefined();
    expect(await read(bounceMail(MAIL).replace('message/delivery-status', 'text/plain'))).toBeUndefined();
    expect(await read('')).toBeUndefined();
    const nested = Array.from(
      { length: 2000 },
      (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}`,
    );
    expect(await read(`Content-Type: multipart/mixed; boundary=b0\r\n\r\n${nested.join('\r\n\r\n')}`)).toBeUndefined();
  });

  it('never throws, whatever comes', async () => {
    const random = randomOf(3);
    const whole = Buffer.from(bounceMail(MAIL));
    for (let round = 0; round < 300; round += 1) {
      const broken = Buffer.from(whole.subarray(0, Math.floor(random() * whole.length)));
      for (let n = 0; n < 5 && broken.length > 0; n += 1)
        broken[Math.floor(random() * broken.length)] = Math.floor(random() * 256);
      const bounce = await readBounce(broken);
      expect(bounce === undefined || bounce.undelivered.length > 0).toBe(true);
    }
  });
});
