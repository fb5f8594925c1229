import { expect, test } from 'vitest';
import { decimalText, epochsText, offAtZero } from './setting-text';

test.each([
  [0, '0'],
  [10, '10'],
  [0.00001, '0.00001'],
  [0.000001, '0.000001'],
  [0.002, '0.002'],
  [1, '1'],
])('%d reads %s, without an exponent', (value, text) => {
  expect(decimalText(value)).toBe(text);
});

test('what is off at 0 says so', () => {
  expect([offAtZero(0), offAtZero(0.5)]).toEqual(['off', '0.5']);
  expect([0, 1, 2.5].map(epochsText)).toEqual(['off', '1 epoch', '2.5 epochs']);
});
