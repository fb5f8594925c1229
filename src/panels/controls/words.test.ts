import { expect, test } from 'vitest';
import { codeText, epochsOrOff, noSuchClassText, offAtZero, plainPathText, shareOrOff } from './words';

test.each([
  [1, '784 pixels squeezed into 1 number, 784 : 1'],
  [16, '784 pixels squeezed into 16 numbers, 49 : 1'],
  [256, '784 pixels squeezed into 256 numbers, 3.1 : 1'],
  [784, '784 pixels spread over 784 numbers, 1 : 1'],
  [1024, '784 pixels spread over 1,024 numbers, 1 : 1.31'],
])('a code of %i is described truthfully: %s', (codeSize, words) => {
  expect(codeText(784, 'pixels', codeSize, codeSize)).toBe(words);
});

test('a setting that is off at 0 says so', () => {
  expect([offAtZero(0), offAtZero(0.5)]).toEqual(['off', '0.5']);
  expect([0, 1, 2.5].map(epochsOrOff)).toEqual(['off', '1 epoch', '2.5 epochs']);
});

test('a note says of which choice it is, by the label that the select shows', () => {
  expect(plainPathText({ code: 'kind.plain-path', setting: 'noise', kind: 'saltPepper' })).toBe(
    'Salt and pepper runs in plain JavaScript on this backend, so training is slower.',
  );
  expect(plainPathText({ code: 'kind.plain-path', setting: 'sparsity', kind: 'l1' })).toMatch(/^L1 runs/);
});

test('classes that the data set does not have are named by number', () => {
  const note = { code: 'subset.no-such-class', setting: 'classes', classes: [12] } as const;
  expect(noSuchClassText(note, false)).toBe(
    'This data set has no class number 12; the others are trained on.',
  );
  expect(noSuchClassText({ ...note, classes: [12, 40] }, true)).toBe(
    'This data set has no classes number 12 and 40, so all classes are trained on.',
  );
});

test('a share is a percentage, or off', () => {
  expect([shareOrOff(0), shareOrOff(0.15)]).toEqual(['off', '15 %']);
});

test('says that a hidden layer narrower than the code is the bottleneck', () => {
  expect(codeText(784, 'pixels', 128, 8)).toBe('The bottleneck is a hidden layer of 8, 98 : 1');
  expect(codeText(784, 'pixels', 1000, 900)).toMatch(/^784 pixels spread over/);
});
