import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pdf, png } from '#test/kit/sample-files';
import { Workshop } from './workshop.js';

let workshop: Workshop | undefined;
afterEach(() => workshop?.close());

describe('the thread for files', () => {
  it('checks and marks, and lets others work meanwhile', async () => {
    workshop = new Workshop();
    const file = await pdf('hello', { pages: 600 });
    let [turns, longest, last] = [0, 0, performance.now()];
    const clock = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      turns += 1;
    }, 5);
    expect(await workshop.check(async () => file)).toEqual({ ok: true, value: 'application/pdf' });
    const marked = await workshop.mark(async () => file, 'application/pdf', ['WHO', 'WHEN']);
    clearInterval(clock);
    expect((await PDFDocument.load(marked)).getPageCount()).toBe(600);
    expect(turns).toBeGreaterThan(10);
    expect(longest).toBeLessThan(400);
  }, 60_000);

  it('gives up on a file that takes too long, and goes on with the next', async () => {
    const [slow, quick] = [await pdf('hello', { pages: 900 }), await png(20, 20)];
    workshop = new Workshop(1);
    expect(await workshop.check(async () => slow)).toMatchObject({
      ok: false,
      failure: { code: 'file.takes_too_long' },
    });
    await workshop.close();
    workshop = new Workshop();
    expect(await workshop.check(async () => quick)).toEqual({ ok: true, value: 'image/png' });
  });

  it('reads one file at a time into memory, and sends away whoever comes to a long queue', async () => {
    const file = await png(20, 20);
    const here = new Workshop();
    workshop = here;
    let [now, most] = [0, 0];
    const read = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      return file;
    };
    const asked = await Promise.allSettled(Array.from({ length: 45 }, () => here.check(read)));
    expect(most).toBe(1);
    expect(asked.filter(({ status }) => status === 'rejected')).toHaveLength(5);
  });
});
