import { describe, expect, it } from '@jest/globals';
import { checkCreditCode, normaliseCreditCode } from '#contracts/credit-code';

/** Published codes of listed and well-known firms. */
const real = [
  '91370200264574251E',
  '9144030071526726XG',
  '91330100799655058B',
  '914403001922038216',
  '91110108551385082Q',
  '91110000802100433B',
];

describe('unified social credit code', () => {
  it.each(real)('accepts %s', (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: true, code });
  });

  it('takes what people type: spaces, lower case, full width, hyphens', () => {
    expect(checkCreditCode(' 9137 0200 2645 7425 1e\u200b')).toEqual({ ok: true, code: real[0] });
    expect(normaliseCreditCode('９１３７０２００２６４５７４２５１Ｅ')).toBe(real[0]);
    expect(normaliseCreditCode('913702-00264574251E')).toBe(real[0]);
  });

  it('refuses every change of a single character', () => {
    for (const code of real) {
      for (let place = 0; place < 18; place++) {
        for (const other of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
          if (other === code[place]) continue;
          const verdict = checkCreditCode(code.slice(0, place) + other + code.slice(place + 1));
          expect(verdict.ok).toBe(false);
        }
      }
    }
  });

  it('says what is wrong', () => {
    expect(checkCreditCode('9137020026457425')).toEqual({ ok: false, problem: 'length', length: 16 });
    expect(checkCreditCode('')).toEqual({ ok: false, problem: 'length', length: 0 });
    expect(checkCreditCode('9137020026457425IE')).toMatchObject({ problem: 'character', place: 17, character: 'I' });
    expect(checkCreditCode('91A70200264574251E')).toMatchObject({ problem: 'character', place: 3, character: 'A' });
    expect(checkCreditCode('913702002645742张E')).toMatchObject({ problem: 'length' });
    expect(checkCreditCode('9137020026457425张E')).toMatchObject({ problem: 'character', place: 17, character: '张' });
    expect(checkCreditCode('91370200264574251F')).toEqual({
      ok: false,
      problem: 'check_digit',
      expected: 'E',
      found: 'F',
    });
  });
});
