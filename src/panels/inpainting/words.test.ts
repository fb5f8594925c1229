import { expect, test } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import { sampleWords } from '../../core/samples/words/sample-words';
import { fedBackText, missingText, placeText, testColumnText, trainedOnText, verdictText } from './words';

const words = sampleWords('image');

test('says of a network what it has been trained on', () => {
  expect(trainedOnText(defaultExperiment, 0, words)).toBe(
    'This network is untrained, and set to learn from whole images.',
  );
  expect(trainedOnText(defaultExperiment, 9, words)).toContain('only ever seen whole images');
  const told = { ...defaultExperiment, noise: 'block', noiseLevel: 3 / 7, maskInput: 'on' } as const;
  expect(trainedOnText(told, 9, words)).toBe(
    'This network trains on images with holes (block, level 0.43), and is told where they are.',
  );
});

test('the verdict follows from the numbers, whoever is ahead', () => {
  const best = { id: 'neighbours', mse: 0.05 } as const;
  expect(verdictText(0.04, best)).toContain('20 % below that of nearest neighbours');
  expect(verdictText(0.06, best)).toContain('20 % above that of nearest neighbours');
  expect(verdictText(0.0502, best)).toBe('The network does as well as nearest neighbours.');
});

test('feeding back may help, may not, and may change nothing', () => {
  expect(fedBackText(0.08, 0.06)).toBe('It helps here: the error goes from 0.0800 to 0.0600.');
  expect(fedBackText(0.06, 0.08)).toContain('does not help');
  expect(fedBackText(0.06, 0.06)).toContain('changes nothing');
  expect(fedBackText(undefined, null)).toBe('');
});

test('names pixels and points', () => {
  expect(placeText(3, 7, true)).toBe('row 3, column 7, missing');
  expect(placeText(null, 7, false)).toBe('point 7, known');
  expect(missingText(144, 784, false)).toBe('144 of 784 pixels missing, 18 %');
  expect(missingText(5, 50, true)).toBe('5 of 50 points missing, 10 %');
  expect(testColumnText(1000, words)).toBe('1,000 test images');
});
