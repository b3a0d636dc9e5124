import { describe, expect, it } from '@jest/globals';
import { attachment, fileNameOf } from './file-types.js';

describe('the name of a file', () => {
  it.each([
    ['图纸 A3.pdf', '图纸 A3.pdf'],
    ['图纸.PDF', '图纸.pdf'],
    ['setup.exe', 'setup.exe.pdf'],
    ['..\\..\\windows\\up.pdf', 'up.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\a\\b.pdf', 'b.pdf'],
    ['fdp.\u202egnp.pdf', 'fdp. gnp.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie x.pdf'],
    ['.pdf', 'file.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(120)}.pdf`],
  ])('of %j is %j', (given, kept) => {
    expect(fileNameOf(given, 'application/pdf')).toBe(kept);
  });

  it('keeps the ending it came with where that is right', () => {
    expect(fileNameOf('a.jpeg', 'image/jpeg')).toBe('a.jpeg');
    expect(fileNameOf('a.png', 'image/jpeg')).toBe('a.png.jpg');
  });

  it('is one header value, whatever is in it', () => {
    expect(attachment('图纸 (1)\'s "a"%41.pdf')).toBe(
      `attachment; filename="__ (1)'s _a__41.pdf"; filename*=UTF-8''%E5%9B%BE%E7%BA%B8%20%281%29%27s%20%22a%22%2541.pdf`,
    );
  });
});
