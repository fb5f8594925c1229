import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../experiment/experiment';
import { fromSearch, toSearch } from '../../experiment/url/experiment-url';
import { experimentSchema } from '../../experiment/testing/example-kinds';
import { isReached, isReachedBy, type Goal } from './goal';
import { goalText, readGoal } from './goal-text';

const goals: Goal[] = [
  { kind: 'epochs', value: 2.5 },
  { kind: 'seconds', value: 60 },
  { kind: 'testMse', value: 0.0125 },
];

describe('a goal', () => {
  it('is reached at its value', () => {
    const at = (epoch: number, seconds: number | null, testMse: number | null) =>
      goals.map((goal) => isReached(goal, { epoch, seconds, testMse }));
    expect(at(2.4, 59, 0.013)).toEqual([false, false, false]);
    expect(at(2.5, 60, 0.0125)).toEqual([true, true, true]);
    expect(at(0, null, null)).toEqual([false, false, false]);
  });

  it('in test MSE is reached by a measurement of the whole test set only', () => {
    const [inEpochs, , inMse] = goals;
    expect(isReachedBy(inMse!, { scope: 'all', mse: 0.01 })).toBe(true);
    expect(isReachedBy(inMse!, { scope: 'subset', mse: 0.01 })).toBe(false);
    expect(isReachedBy(inEpochs!, { scope: 'all', mse: 0 })).toBe(false);
    expect(isReachedBy(null, { scope: 'all', mse: 0 })).toBe(false);
  });

  it.each(goals)('comes back from a link: %o', (goal) => {
    const { until, problems, experiment } = fromSearch(
      toSearch(defaultExperiment, null, goalText(goal)),
      experimentSchema,
    );
    expect(readGoal(until!)).toEqual({ goal });
    expect(problems).toEqual([]);
    expect(experiment).toEqual(defaultExperiment);
  });

  it('is none without one in the link', () => {
    expect(fromSearch('?v=1', experimentSchema)).not.toHaveProperty('until');
  });

  it.each([
    ['5', /a number followed by epochs/],
    ['fiveepochs', /a number followed by epochs/],
    ['-1epochs', /a number followed by epochs/],
    ['0epochs', /epochs go from 0\.1 to/],
    ['2mse', /mse go from 0\.000001 to 1/],
    ['99999999seconds', /seconds go from 1 to/],
  ])('of nonsense is none, and it is said why: %s', (text, problem) => {
    const read = readGoal(text);
    expect('problem' in read && read.problem).toMatch(problem);
  });
});
