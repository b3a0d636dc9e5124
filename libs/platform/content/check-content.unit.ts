import { crc32, deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { jpeg, office, pdf, png, webp } from '#test/kit/sample-files';
import { checkContent } from './check-content.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function verdict(file: Uint8Array | string): Promise<string> {
  const checked = await checkContent(typeof file === 'string' ? Buffer.from(file) : file);
  return checked.ok ? checked.value : checked.failure.code;
}

/** A PDF whose table of objects unpacks to so many bytes. */
function pdfBomb(bytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(bytes, 0x20), { level: 9 });
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ]);
}

describe('the kind of a file', () => {
  it.each([
    ['application/pdf', () => pdf('hello')],
    ['image/png', () => png()],
    ['image/jpeg', () => jpeg()],
    ['image/webp', () => webp()],
    [WORD, async () => office('docx', 'hello')],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', async () => office('xlsx', 'hello')],
    ['application/vnd.openxmlformats-officedocument.presentationml.presentation', async () => office('pptx', 'hello')],
  ])('is %s by its content', async (type, make) => {
    expect(await verdict(await make())).toBe(type);
  });

  it.each([
    ['nothing', ''],
    ['a text', 'hello'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a program', 'MZ\u0090\u0000\u0003\u0000\u0000\u0000'],
    ['a script', '#!/bin/sh\nrm -rf /'],
    ['a GIF', 'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;'],
    ['a page that is called a PDF further down', '<html>%PDF-1.7</html>'],
  ])('is none for %s', async (_what, content) => {
    expect(await verdict(content)).toBe('file.unknown_type');
  });

  it('is told to people whose Office file is old, has a password or macros', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]);
    expect(await verdict(old)).toBe('file.old_office');
    expect(await verdict(office('docx', 'x', [{ name: 'word/vbaProject.bin', content: 'x' }]))).toBe('file.macros');
  });
});

describe('a file is refused', () => {
  it.each([0.3, 0.7, 0.97])('when a PNG, JPEG or WebP is cut short at %s', async (part) => {
    for (const make of [png, jpeg, webp]) {
      const whole = await make(700, 500);
      expect(await verdict(whole.subarray(0, Math.floor(whole.length * part)))).toBe('file.broken');
    }
  });

  it('when a PDF has no pages that can be found', async () => {
    const whole = await pdf('hello');
    expect(await verdict(whole.subarray(0, 40))).toBe('file.broken');
    expect(await verdict('%PDF-1.7\n%%EOF')).toBe('file.broken');
  });

  it('when a PDF has a password', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.encrypt({ userPassword: 'secret', ownerPassword: 'owner' });
    expect(await verdict(await document.save())).toBe('file.pdf_encrypted');
  });

  it('when a PDF opens with a script', async () => {
    expect(await verdict(await pdf('hello', { script: true }))).toBe('file.pdf_active');
  });

  it('when a PDF has more pages than are marked in time', async () => {
    expect(await verdict(await pdf('hello', { pages: 1001 }))).toBe('file.pdf_pages');
  });

  it('when a few bytes of a PDF unpack to many, with little memory', async () => {
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 5);
    expect(await verdict(pdfBomb(300 * 1024 * 1024))).toBe('file.broken');
    clearInterval(watch);
    expect(most).toBeLessThan(400 * 1024 * 1024);
  }, 60_000);

  it('when an Office file unpacks to more than it says, or more than is looked through', async () => {
    const bomb = Buffer.alloc(129 * 1024 * 1024);
    expect(await verdict(office('docx', 'x', [{ name: 'word/media/a.png', content: bomb, says: 10 }]))).toBe(
      'file.unpacks_too_large',
    );
    expect(await verdict(office('docx', 'x', [{ name: 'a', content: 'x', says: 0xfffffff0 }]))).toBe(
      'file.unpacks_too_large',
    );
  }, 60_000);

  it('when something hides in an archive or after it', async () => {
    expect(await verdict(office('docx', 'x', [{ name: 'evil.exe', content: 'MZ', hidden: true }]))).toBe('file.broken');
    const trailed = Buffer.concat([office('docx', 'x'), Buffer.from('<script>alert(1)</script>')]);
    expect(await verdict(trailed)).toBe('file.broken');
    expect(await verdict(office('docx', 'x', [{ name: '../../up', content: 'x' }]))).toBe('file.broken');
  });

  it('when a picture has too many pixels, which its head alone tells', async () => {
    const head = Buffer.from(await png(8, 8));
    head.writeUInt32BE(60_000, 16);
    head.writeUInt32BE(60_000, 20);
    head.writeUInt32BE(crc32(head.subarray(12, 29)), 29);
    expect(await verdict(head)).toBe('file.picture_pixels');
  });
});
