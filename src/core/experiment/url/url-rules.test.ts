// Links whose values break the rules of rules.ts.
import { describe, expect, test } from 'vitest';
import { defaultExperiment, type Experiment, type ExperimentPatch } from '../experiment';
import { fromSearch, toSearch } from './experiment-url';
import { experimentSchema } from '../testing/example-kinds';
import { withPatch } from '../rules';

const read = (search: string) => fromSearch(search, experimentSchema);
const patched = (patch: ExperimentPatch): Experiment => withPatch(defaultExperiment, patch);

describe('values that cannot work together', () => {
  test('a code of 256 without a penalty becomes 128, with the reason', () => {
    const { experiment, problems } = read('?v=1&codeSize=256');
    expect(experiment).toEqual(patched({ codeSize: 128 }));
    expect(problems).toEqual([expect.stringContaining('needs a sparsity penalty')]);
  });

  test('a code out of range is clamped first, then shortened to what the experiment allows, and both are reported', () => {
    const { experiment, problems } = read('?v=1&codeSize=5000');
    expect(experiment).toEqual(patched({ codeSize: 128 }));
    expect(problems).toEqual([
      expect.stringContaining('became 1024'),
      expect.stringContaining('needs a sparsity penalty'),
    ]);
  });

  test('a code of 256 with a sparsity penalty is accepted', () => {
    const { experiment, problems } = read('?v=1&codeSize=256&sparsity=l1');
    expect(experiment).toEqual(patched({ codeSize: 256, sparsity: 'l1' }));
    expect(problems).toEqual([]);
  });

  test('KL sparsity changes ReLU code units to sigmoid, with the reason', () => {
    const { experiment, problems } = read('?v=1&sparsity=kl&codeActivation=relu');
    expect(experiment).toEqual(patched({ sparsity: 'kl', codeActivation: 'sigmoid' }));
    expect(problems).toEqual([expect.stringContaining('KL sparsity')]);
  });

  test('a Gaussian code drops its sparsity penalty and its activation, each with the reason and the new value', () => {
    const { experiment, problems } = read('?v=1&codeKind=gaussian&sparsity=l1&codeActivation=tanh');
    expect(experiment).toEqual(patched({ codeKind: 'gaussian' }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /sparsity penalty.*activation is linear\. So codeActivation became linear, sparsity became none\.$/,
    );
  });

  test('a link written from what was read has no problems', () => {
    for (const search of ['codeSize=900', 'sparsity=kl', 'codeKind=gaussian&sparsity=kl&codeSize=900']) {
      const { experiment } = read(search);
      expect(read(toSearch(experiment))).toEqual({ experiment, problems: [] });
    }
  });
});

describe('a link to signals', () => {
  test('that says no more has a linear output, and is as short again', () => {
    const { experiment, problems } = fromSearch('?v=1&dataset=heartbeats', experimentSchema);
    expect(experiment).toMatchObject({ outputActivation: 'linear', loss: 'mse' });
    expect(problems).toEqual([]);
    expect(toSearch(experiment)).toBe('?v=1&dataset=heartbeats');
  });

  test('keeps an output that it states', () => {
    const search = '?v=1&dataset=heartbeats&outputActivation=sigmoid';
    const { experiment } = fromSearch(search, experimentSchema);
    expect(experiment.outputActivation).toBe('sigmoid');
    expect(toSearch(experiment)).toBe(search);
  });
});

test('a link that is longer than any the page makes is not read', () => {
  const { experiment, problems } = fromSearch(`?codeSize=8&${'x=1&'.repeat(5000)}`, experimentSchema);
  expect(experiment).toEqual(defaultExperiment);
  expect(problems).toEqual([expect.stringMatching(/longer than any that this page makes/)]);
});
