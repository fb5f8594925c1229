import { expect, test } from 'vitest';
import { codeWords } from './code-words';

test.each([
  [1, '784 pixels squeezed into 1 number, 784 : 1'],
  [16, '784 pixels squeezed into 16 numbers, 49 : 1'],
  [256, '784 pixels squeezed into 256 numbers, 3.1 : 1'],
  [784, '784 pixels spread over 784 numbers, 1 : 1'],
  [1024, '784 pixels spread over 1,024 numbers, 1 : 1.3'],
])('a code of %i is said truthfully: %s', (codeSize, words) => {
  expect(codeWords(784, 'pixels', codeSize)).toBe(words);
});
