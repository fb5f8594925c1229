import { sampleText } from '../../core/samples/words/sample-words';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../core/experiment/experiment';
import type { FamilyId } from '../../catalog/families/registry';
import type { ComparedRun } from '../../session/comparison/comparison';
import { familyRuns, ofFamily } from '../../session/comparison/families';
import { newRun } from '../../session/runs/run';
import { meanSquaredError } from '../../core/pca/squared-error';
import { doingText, measuredOnText, purposes, samplesText, whatDiffers } from './words';

const runs = familyRuns(defaultExperiment, null).map(({ label, family, experiment }, index): ComparedRun => ({
  label,
  family,
  refusal: null,
  run: { ...newRun(String(index + 1), experiment, null), wantsTraining: true },
}));
const recordOf = (family: FamilyId): ComparedRun => {
  const found = ofFamily(runs, family);
  if (!found) throw new Error(`no ${family}`);
  return found;
};
const facts = {
  dataset: digitsInfo,
  parameters: 1,
  trainCount: 60_000,
  testCount: 10_000,
};
const built = (record: ComparedRun, step = 0): ComparedRun => ({
  ...record,
  run: { ...record.run, facts, step },
});

describe('what differs', () => {
  it('names for each family what makes it, and for the undercomplete one nothing', () => {
    const experiment = (family: FamilyId) => recordOf(family).run.experiment;
    const words = (id: FamilyId) => whatDiffers(experiment(id), experiment('undercomplete'));
    expect(words('undercomplete')).toContain('only the small code');
    expect(words('sparse')).toMatch(/KL divergence penalty × 0\.\d+, target activation 0\.05, sigmoid code/);
    expect(words('denoising')).toMatch(/^Gaussian noise of 0\.5 on the input/);
    expect(words('variational')).toMatch(/^Gaussian code, beta 1, Binary cross-entropy/);
  });
});

describe('what each is for', () => {
  it('is another thing to judge by for each', () => {
    const judged = Object.values(purposes).map(({ judge }) => sampleText(judge));
    expect(new Set(judged).size).toBe(5);
    expect(sampleText(purposes.denoising.judge)).toContain('noisy');
    expect(sampleText(purposes.variational.judge)).toContain('samples');
  });

  it('comes with how much was measured and what samples are of', () => {
    expect(sampleText(measuredOnText(undefined))).not.toContain('MSE');
    expect(sampleText(measuredOnText(1000))).toMatch(/^MSE on the first 1,000/);
    expect(samplesText(0).short).toContain('prior N(0, I)');
    expect(samplesText(5000).short).toContain('fitted Gaussian');
    expect(sampleText(samplesText(5000).explanation)).toContain('5,000 training images');
  });
});

describe('what one is doing', () => {
  it('is told by its steps', () => {
    expect(sampleText(doingText(built(recordOf('sparse'), 234), 1, true))).toBe('step 234 of 469 · 50 %');
    expect(sampleText(doingText(built(recordOf('sparse'), 469), 1, true))).toBe('step 469 of 469 · done');
    const { run, ...record } = built(recordOf('sparse'), 234);
    const fast = { ...record, run: { ...run, imagesPerSecond: 1834 } };
    expect(sampleText(doingText(fast, 1, true))).toBe('step 234 of 469 · 50 % · 1,800 images/s');
  });

  it('is told in words where there are no steps', () => {
    expect(sampleText(doingText(recordOf('sparse'), 1, true))).toMatch(/…$/);
    expect(
      sampleText(
        doingText(
          { ...recordOf('sparse'), refusal: { code: 'unexpected', detail: 'another data set' } },
          1,
          true,
        ),
      ),
    ).toContain('another data set');
    const diverged = { step: 1234, restoredStep: 1000, cause: 'kl' } as const;
    const record = built(recordOf('variational'), 1000);
    expect(sampleText(doingText({ ...record, run: { ...record.run, diverged } }, 1, true))).toMatch(
      /after step 1,234: its KL term .* Back at step 1,000/,
    );
  });
});

it('the squared error is the mean over all pixels', () => {
  expect(meanSquaredError(Float32Array.of(0, 1, 0.5, 0), Float32Array.of(0, 0, 0.5, 1))).toBe(0.5);
});
