import { describe, expect, test } from 'vitest';
import { defaultExperiment, type Experiment, type ExperimentPatch } from '../experiment';
import { withPatch } from '../rules';
import { experimentSchema } from '../testing/example-kinds';
import { fromSearch, toSearch } from './experiment-url';

const read = (search: string) => fromSearch(search, experimentSchema);
const patched = (patch: ExperimentPatch): Experiment => withPatch(defaultExperiment, patch);

describe('the classes that are trained on', () => {
  test('are written as people write lists', () => {
    expect(toSearch(patched({ classes: [1, 7] }))).toBe('?v=1&classes=1,7');
  });

  test('are read in any order, each once, with the comma encoded or not', () => {
    for (const text of ['1,7', '7,1,7', '1%2C7', ' 7, 1 ']) {
      expect(read(`?classes=${text}`)).toEqual({ experiment: patched({ classes: [1, 7] }), problems: [] });
    }
  });

  test('are all where the list is empty', () => {
    expect(read('?classes=')).toEqual({ experiment: defaultExperiment, problems: [] });
  });

  test('keep what can be a class, and say what could not', () => {
    expect(read('?classes=3,-1,cat,2.5')).toEqual({
      experiment: patched({ classes: [3] }),
      problems: ['classes “3,-1,cat,2.5” became 3.'],
    });
    expect(read('?classes=cat')).toEqual({
      experiment: defaultExperiment,
      problems: ['classes “cat” is not valid; all is used.'],
    });
  });

  test('keep their number below what a label can hold', () => {
    expect(read('?classes=5,70000').experiment.classes).toEqual([5]);
  });
});

test('a validation share beyond half is brought back to half', () => {
  expect(read('?validationShare=0.8')).toEqual({
    experiment: patched({ validationShare: 0.5 }),
    problems: ['validationShare “0.8” became 0.5.'],
  });
});
