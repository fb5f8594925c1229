import { sampleText } from '../../../core/samples/words/sample-words';
import { describe, expect, it } from 'vitest';
import type { FamilyId } from '../../../catalog/families/registry';
import { defaultExperiment } from '../../../core/experiment/experiment';
import { familyRuns, ofFamily } from '../../../session/comparison/families';
import { newRun, type Run } from '../../../session/runs/run';
import { exploredPca } from '../../../session/testing/explored-set';
import { codeStatisticsEvent, evaluationEvent, startedEvent } from '../../../session/testing/fake-engine';
import type { MeasuredLinear } from '../../../session/comparison/trial/trial-state';
import { activeUnits, denoiserNumber, ownNumber, pcaNumbers, testError } from './family-numbers';

/** At step 100. */
function runOf(family: FamilyId, patch: Partial<Run> = {}): Run {
  const experiment = ofFamily(familyRuns(defaultExperiment, null), family)?.experiment;
  if (!experiment) throw new Error(`no ${family}`);
  return { ...newRun('1', experiment, null), facts: startedEvent('1'), step: 100, ...patch };
}

const evaluated = (patch: Parameters<typeof evaluationEvent>[1]) => ({
  testAll: { evaluation: evaluationEvent('1', { step: 100, ...patch }), outdated: false },
});

describe('the number of its own', () => {
  it('is the compression, of 784 pixels to 16 numbers 49 : 1', () => {
    const number = ownNumber('undercomplete', { run: runOf('undercomplete') });
    expect(number).toMatchObject({ exact: 49, text: '49 : 1' });
  });

  it('is the mean activation, which the penalty aims at', () => {
    const codeStatistics = codeStatisticsEvent('1', Array<number>(16).fill(0.12), { step: 90 });
    const number = ownNumber('sparse', { run: runOf('sparse', { codeStatistics }) });
    expect(number).toMatchObject({ text: '0.06', step: 90 });
    expect(sampleText(number.explanation)).toContain('to 0.05');
  });

  it('is the negative ELBO: reconstruction plus KL, whatever beta weighs', () => {
    const run = runOf('variational', evaluated({ loss: 999, terms: { reconstruction: 90, kl: 15.5 } }));
    expect(ownNumber('variational', { run })).toMatchObject({ exact: 105.5, text: '105.5 nats' });
  });

  it('is nothing before anything is measured', () => {
    for (const id of ['sparse', 'denoising', 'variational'] as const) {
      expect(ownNumber(id, { run: runOf(id) })).toMatchObject({ exact: undefined, text: '—' });
    }
  });
});

describe('the active units', () => {
  it('of a plain code are the sum of the shares of images that each is active for', () => {
    const shares = Array.from({ length: 16 }, (_, unit) => (unit < 3 ? 0.5 : 0));
    const codeStatistics = codeStatisticsEvent('1', shares, { step: 100 });
    const number = activeUnits(runOf('sparse', { codeStatistics }));
    expect(number).toMatchObject({ exact: 1.5, text: '1.5 of 16', step: 100 });
    expect(sampleText(number.explanation)).toMatch(
      /further than 0\.1 from 0.* over 10,000 test images, at step 100\.$/,
    );
  });

  it('of a Gaussian code are those that carry information, however active they are', () => {
    const kl = Float32Array.from({ length: 16 }, (_, unit) => (unit < 12 ? 2 : 0.001));
    const codeStatistics = codeStatisticsEvent('1', Array<number>(16).fill(1), { step: 80, kl });
    const number = activeUnits(runOf('variational', { codeStatistics }));
    expect(number).toMatchObject({ exact: 12, text: '12 of 16', step: 80 });
    expect(sampleText(number.explanation)).toContain('0.01 nats');
  });

  it('of a denoising code are of noisy images, and say so', () => {
    const codeStatistics = codeStatisticsEvent('1', Array<number>(16).fill(1));
    expect(sampleText(activeUnits(runOf('denoising', { codeStatistics })).explanation)).toContain(
      'noisy test images',
    );
    expect(activeUnits(runOf('denoising'))).toMatchObject({ exact: undefined, text: '—' });
  });
});

describe('the test error', () => {
  it('says which input it is of, on how many images, and of which step', () => {
    expect(testError(runOf('sparse', evaluated({ mse: 0.02 })))).toMatchObject({
      exact: 0.02,
      text: '0.0200',
      caption: 'Test MSE',
      step: 100,
    });
    const noisy = testError(runOf('denoising', evaluated({ step: 60 })));
    expect(noisy).toMatchObject({ caption: 'Test MSE, noisy input', step: 60 });
    const subset = evaluationEvent('1', { scope: 'subset', count: 500, step: 100 });
    const run = runOf('sparse', { testSubset: { evaluation: subset, outdated: false } });
    expect(sampleText(testError(run).caption ?? '')).toBe('Test MSE, 500 images');
  });
});

it('the linear denoiser is named with its input, and has no number before it is measured', () => {
  expect(denoiserNumber(null)).toMatchObject({ text: '—', exact: undefined });
  const of = { count: 1000 } as MeasuredLinear['of'];
  const number = denoiserNumber({ of, codeSize: 16, mse: { clean: 0.027, noisy: 0.0309 } });
  expect(number).toMatchObject({ caption: 'Linear denoiser, noisy input', exact: 0.0309, text: '0.0309' });
  expect(sampleText(number.explanation)).toContain('the same 1,000 noisy test images');
});

it('PCA has as many components as the codes have units, and never more than there are pixels', () => {
  const texts = (codeSize: number) => pcaNumbers(exploredPca, codeSize).map(({ text }) => text);
  expect(texts(16).slice(0, 2)).toEqual(['0.0500', '16 of 784']);
  expect(texts(1000)[1]).toBe('784 of 784');
});
