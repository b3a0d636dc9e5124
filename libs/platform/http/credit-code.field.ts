import { checkCreditCode, normaliseCreditCode } from '#contracts/credit-code';
import { defineErrors, type Params } from '#platform/errors/errors';
import { Checked } from './fields.js';

const errors = defineErrors('credit_code', {
  length: {
    kind: 'invalid',
    zh: '统一社会信用代码应为 18 位，现为 {length} 位。请对照营业执照核对。',
    en: 'A unified social credit code has 18 characters, this has {length}. Compare it with the business licence.',
  },
  character: {
    kind: 'invalid',
    zh: '统一社会信用代码第 {place} 位不能是“{character}”（不使用字母 I、O、S、V、Z，第 3 至 8 位为数字）。',
    en: 'Character {place} of the credit code cannot be “{character}” (I, O, S, V, Z are not used; 3 to 8 are digits).',
  },
  check_digit: {
    kind: 'invalid',
    zh: '统一社会信用代码校验位应为“{expected}”，现为“{found}”：有一位写错了，请对照营业执照核对。',
    en: 'The check digit should be “{expected}”, not “{found}”: one character is wrong. Compare it with the business licence.',
  },
});

/** GB 32100 unified social credit code; arrives in its normal form. */
export const CreditCode = (options: { optional?: boolean } = {}) =>
  Checked(
    { test: (v) => typeof v === 'string' && checkCreditCode(v).ok, code: 'field.wrong', failure },
    { type: 'string', minLength: 18, maxLength: 18, example: '91370200264574251E' },
    options,
    (value) => (typeof value === 'string' ? normaliseCreditCode(value) : value),
  );

function failure(value: unknown): { code: string; params: Params } {
  const verdict = typeof value === 'string' ? checkCreditCode(value) : undefined;
  if (!verdict || verdict.ok) return errors.length({ length: 0 });
  const { ok: _ok, problem, ...params } = verdict;
  return errors[problem](params);
}
