import { expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import type { ValuesProblem } from './values/typed-values';
import { sweptSettings } from '../../core/sweep/sweep';
import {
  curveTitle,
  pictureTitle,
  problemText,
  proposedName,
  readAsText,
  settingWords,
  whyNotStarted,
  whyNotSwept,
} from './words';

const experiment = defaultExperiment;

it.each<[ValuesProblem, string]>([
  [{ code: 'values.too-many', count: 25 }, '25 values: at most 24.'],
  [{ code: 'value.not-a-number', word: 'two' }, '“two” is not a number.'],
  [{ code: 'value.too-small', word: '0', min: 1 }, '0 is too small: the minimum is 1.'],
  [
    { code: 'value.too-large', word: '256', max: 128, needsPenalty: true },
    '256 is too large: the maximum is 128. Longer codes need a sparsity penalty.',
  ],
  [{ code: 'value.too-large', word: '4', max: 3, needsPenalty: false }, '4 is too large: the maximum is 3.'],
  [
    { code: 'value.too-large', word: '64,128', max: 128, needsPenalty: true },
    '64,128 is too large: the maximum is 128. Put a space after a comma between two values.',
  ],
])('%o reads "%s"', (problem, text) => {
  expect(problemText(problem)).toBe(text);
});

it('says how ambiguous values were read, in digits that cannot be misread', () => {
  expect(readAsText([1.5])).toBe('Read as one value: 1.5.');
  expect(readAsText([1000, 0.5, 2])).toBe('Read as 3 values: 1000, 0.5 and 2.');
});

it('says why a sweep cannot start, the first thing to do first', () => {
  const ready = {
    canTrain: true,
    hasData: true,
    isSettingFree: true,
    areValuesValid: true,
    areStepsValid: true,
  };
  expect(whyNotStarted(ready)).toBeNull();
  expect(whyNotStarted({ ...ready, areStepsValid: false })).toMatch(/correct the number of steps/);
  expect(whyNotStarted({ ...ready, areValuesValid: false, hasData: false })).toMatch(/correct the values/);
  expect(whyNotStarted({ ...ready, isSettingFree: false })).toMatch(/another setting/);
  expect(whyNotStarted({ ...ready, canTrain: false })).toMatch(/engine/);
  expect(whyNotStarted({ ...ready, hasData: false })).toMatch(/data/);
});

it('names a sweep after its experiment and its setting', () => {
  expect(proposedName('learningRate', 'Sparse')).toBe('Sparse: learning rate');
});

it('says why a setting does not go with the experiment, and nothing where it does', () => {
  expect(whyNotSwept('codeSize', experiment)).toBeUndefined();
  expect(whyNotSwept('noiseLevel', experiment)).toMatch(/no noise/);
  expect(whyNotSwept('noiseLevel', { ...experiment, noise: 'gaussian' })).toBeUndefined();
  expect(whyNotSwept('beta', { ...experiment, codeKind: 'gaussian' })).toBeUndefined();
});

it('titles the curve after the setting that is swept', () => {
  expect(curveTitle('codeSize')).toBe('Rate–distortion');
  expect(curveTitle('noiseLevel')).toBe('Error by noise level');
  for (const setting of sweptSettings.filter((one) => one !== 'codeSize')) {
    expect(`${curveTitle(setting)} ${pictureTitle(setting)}`).not.toMatch(/rate–|distortion/i);
    expect(pictureTitle(setting)).toContain(settingWords[setting].inSentence);
  }
});
