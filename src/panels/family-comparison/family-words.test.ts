import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment';
import { begun, nextExperiments, noComparison, type ComparedRun } from '../../session/comparison';
import { newRun } from '../../session/run';
import { evaluationEvent } from '../../session/testing/fake-engine';
import { meanSquaredError } from '../../core/squared-error';
import { doingText, newestEvaluation, ownNumber, whatDiffers } from './family-words';

const experiments = nextExperiments(noComparison, defaultExperiment);
const ids = { undercomplete: 1, sparse: 2, denoising: 3, variational: 4 };
const { runs } = begun(noComparison, ids, experiments, newRun(0, defaultExperiment, null));
if (!runs) throw new Error('nothing has begun');
const facts = {
  sampleShape: [28, 28, 1],
  parameters: 1,
  trainCount: 60_000,
  testCount: 10_000,
  classNames: [],
};
const built = (record: ComparedRun, step = 0): ComparedRun => ({
  ...record,
  run: { ...record.run, facts, step },
});

describe('what differs', () => {
  it('names for each family what makes it, and for the undercomplete one nothing', () => {
    const words = (id: keyof typeof experiments) => whatDiffers(experiments[id], experiments.undercomplete);
    expect(words('undercomplete')).toContain('only the small code');
    expect(words('sparse')).toMatch(/KL divergence penalty × 0\.\d+, target activation 0\.05, sigmoid code/);
    expect(words('denoising')).toMatch(/^Gaussian noise of 0\.5 on the input/);
    expect(words('variational')).toMatch(/^Gaussian code, beta 1, Binary cross-entropy/);
  });
});

describe('the number of its own', () => {
  it('is the compression, of 784 pixels to 16 numbers 49 : 1', () => {
    expect(ownNumber('undercomplete', built(runs.undercomplete))).toMatchObject({
      exact: 49,
      text: '49 : 1',
    });
  });

  it('is the sum of the shares of active units', () => {
    const codeStatistics = {
      type: 'code-statistics',
      runId: 2,
      step: 0,
      count: 10,
      threshold: 0.1,
      meanActivation: new Float32Array(16),
      variance: new Float32Array(16),
      activeShare: Float32Array.from({ length: 16 }, (_, unit) => (unit < 3 ? 0.5 : 0)),
      kl: null,
    } as const;
    const { run } = runs.sparse;
    expect(ownNumber('sparse', { run: { ...run, codeStatistics } })).toMatchObject({
      exact: 1.5,
      text: '1.5 of 16',
    });
  });

  it('is the negative ELBO: reconstruction plus KL, whatever beta weighs', () => {
    const evaluation = evaluationEvent(4, { loss: 999, terms: { reconstruction: 90, kl: 15.5 } });
    const testAll = { evaluation, outdated: false };
    const { run } = runs.variational;
    expect(ownNumber('variational', { run: { ...run, testAll } })).toMatchObject({
      exact: 105.5,
      text: '105.5 nats',
    });
  });

  it('is nothing before anything is measured', () => {
    for (const id of ['sparse', 'denoising', 'variational'] as const) {
      expect(ownNumber(id, runs[id])).toMatchObject({ exact: undefined, text: '—' });
    }
  });
});

describe('the newest measurement', () => {
  const measured = (step: number, scope: 'all' | 'subset') => ({
    evaluation: evaluationEvent(1, { step, scope }),
    outdated: false,
  });

  it('is of the subset while the whole test set was measured longer ago, else of the whole', () => {
    const newest = (all: number | null, subset: number | null) =>
      newestEvaluation({
        testAll: all === null ? null : measured(all, 'all'),
        testSubset: subset === null ? null : measured(subset, 'subset'),
      });
    expect(newest(0, 40)).toMatchObject({ step: 40, scope: 'subset' });
    expect(newest(40, 40)).toMatchObject({ step: 40, scope: 'all' });
    expect(newest(40, null)).toMatchObject({ step: 40, scope: 'all' });
    expect(newest(null, null)).toBeNull();
  });
});

describe('what one is doing', () => {
  it('is told by its steps', () => {
    expect(doingText(built(runs.sparse, 234), 1, true)).toBe('step 234 of 469 · 50 %');
    expect(doingText(built(runs.sparse, 469), 1, true)).toBe('step 469 of 469 · done');
  });

  it('is told in words where there are no steps', () => {
    expect(doingText(runs.sparse, 1, true)).toMatch(/ …$/);
    expect(doingText({ ...runs.sparse, refusal: 'another data set' }, 1, true)).toContain('another data set');
    const diverged = { step: 1234, restoredStep: 1000, cause: 'kl' } as const;
    expect(doingText({ ...built(runs.variational, 1000), diverged }, 1, true)).toMatch(
      /after step 1,234: its kl term .* Back at step 1,000/,
    );
  });
});

it('the squared error is the mean over all pixels', () => {
  expect(meanSquaredError(Float32Array.of(0, 1, 0.5, 0), Float32Array.of(0, 0, 0.5, 1))).toBe(0.5);
});
