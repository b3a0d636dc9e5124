import { expect, it } from '@jest/globals';
import { NO_ORDER, orderNumber, orderText } from './order.js';

it('orders are numbers that sort as text', () => {
  const numbers = [1, 2, 9, 10, 99, 1_795_312_800_000, 999_999_999_999_999];
  const texts = numbers.map(orderText);
  expect([...texts].sort()).toEqual(texts);
  expect(texts.map(orderNumber)).toEqual(numbers);
  expect(texts.every((text) => text.length === 15 && text > NO_ORDER)).toBe(true);
});

it('a number goes on above a mark of time', () => {
  const mark = '001795312800000.000017';
  const next = orderText(orderNumber(mark) + 1);
  expect(next).toBe('001795312800001');
  expect(next > mark).toBe(true);
});
