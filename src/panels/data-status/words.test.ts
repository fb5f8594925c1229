import { expect, it } from 'vitest';
import { countsText } from './words';

it('says how many samples are trained on, held out and tested on', () => {
  expect(countsText({ trainCount: 60_000, testCount: 10_000 }, false)).toBe(
    '60,000 to train on, 10,000 to test',
  );
  expect(countsText({ trainCount: 54_000, validationCount: 6000, testCount: 10_000 }, false)).toBe(
    '54,000 to train on, 6,000 to validate, 10,000 to test',
  );
});

it('says that the test set keeps all classes where only some are trained on', () => {
  expect(countsText({ trainCount: 6742, testCount: 10_000 }, true)).toBe(
    '6,742 to train on; test: all classes, 10,000',
  );
});
