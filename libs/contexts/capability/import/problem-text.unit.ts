import { describe, expect, it } from '@jest/globals';
import { importCodes, problemText } from './problem-text.js';

describe('problem texts', () => {
  it('says the cell, what is wrong and how to mend it', () => {
    const problem = {
      row: 5,
      column: 'C',
      header: '信用代码',
      code: 'import.credit_code.check_digit' as const,
      params: { expected: 'E', found: 'F' },
    };
    expect(problemText(problem, 'zh')).toBe(
      '第 5 行 C 列（信用代码）：统一社会信用代码的校验位应为“E”，现为“F”：其中有一位写错了。请对照营业执照改正。',
    );
    expect(problemText(problem, 'en')).toMatch(/^Row 5, column C \(信用代码\): The check digit .*“E”, not “F”/);
  });

  it('leaves places out that are not known', () => {
    expect(problemText({ code: 'import.file.empty', params: {} }, 'zh')).toBe('文件是空的。请选择有内容的文件。');
    expect(problemText({ code: 'import.json.invalid', params: {}, row: 2, column: '', header: '' }, 'en')).toMatch(
      /^Row 2: The line is not valid JSON/,
    );
  });

  it('has the same parameters in both languages for every code', () => {
    const parameters = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    for (const code of importCodes) {
      const [zh, en] = (['zh', 'en'] as const).map((language) => problemText({ code, params: {} }, language));
      expect(parameters(zh!)).toEqual(parameters(en!));
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it('does not read parameters twice', () => {
    expect(problemText({ code: 'import.date.invalid', params: { date: '{limit}', limit: 1 } }, 'en')).toContain(
      '“{limit}”',
    );
  });
});
