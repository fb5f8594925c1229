import { expect, test } from 'vitest';
import { defaultExperiment } from './experiment';
import { withPatch } from './rules';

const onOnes = withPatch(defaultExperiment, { classes: [1, 300] });

test('the classes to train on go with their data set: another one has other classes', () => {
  expect(withPatch(onOnes, { dataset: 'quickdraw' }).classes).toEqual([]);
  expect(withPatch(onOnes, { dataset: 'mnist', codeSize: 3 }).classes).toEqual([1, 300]);
});

test('the classes to train on can be chosen together with the data set', () => {
  expect(withPatch(onOnes, { dataset: 'quickdraw', classes: [7] }).classes).toEqual([7]);
});
