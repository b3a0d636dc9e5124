import { describe, expect, it } from '@jest/globals';
import { type Analyser, createAnalyser } from '#engines/match/analysis';
import { remembering } from './line-memory.js';

const analyser = createAnalyser();
const LINES = ['精密齿轮 ISO9001 加工', '…', 'PLC 控制柜 2.5 kW'];

describe('an analyser that remembers', () => {
  it('answers what the other one does, the first time and later', () => {
    const memory = remembering(analyser, new Set(LINES));
    for (const text of [...LINES, ...LINES, '别的文字', '别的文字']) {
      expect(memory.terms(text)).toEqual(analyser.terms(text));
      expect(memory.words(text)).toEqual(analyser.words(text));
    }
  });

  it('asks once for each line, and every time for another text', () => {
    const asked: string[] = [];
    const counting: Analyser = {
      terms: (text) => {
        asked.push(text);
        return analyser.terms(text);
      },
      words: analyser.words,
    };
    const memory = remembering(counting, new Set(['甲乙']));
    for (const text of ['甲乙', '甲乙', '丙丁', '丙丁']) memory.terms(text);
    expect(asked).toEqual(['甲乙', '丙丁', '丙丁']);
  });
});
