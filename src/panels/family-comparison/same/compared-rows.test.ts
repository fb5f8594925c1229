import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../../../core/experiment/experiment';
import { familyRuns } from '../../../session/comparison/families';
import type { ComparedRun } from '../../../session/comparison/comparison';
import {
  firstTrial,
  noAnswers,
  trialNoise,
  type MeasuredImages,
  type RunAnswers,
  type Trial,
} from '../../../session/comparison/trial/trial-state';
import { newRun } from '../../../session/runs/run';
import { exploredPca } from '../../../session/testing/explored-set';
import { startedEvent } from '../../../session/testing/fake-engine';
import { snapshotEvent } from '../../../session/testing/snapshot-event';
import { comparedRows, pcaPictures, picturedInputs } from './compared-rows';

const { indices, original, reconstructed } = snapshotEvent('');
const pictured = { indices, original };
const others = Uint32Array.from(indices, (index) => index + 1);
const runs = familyRuns(defaultExperiment, null).map(({ label, family, experiment }): ComparedRun => {
  const run = { ...newRun(label, experiment, null), facts: startedEvent(label) };
  return { label, family, refusal: null, run };
});
const comparison = { runs, pictured };
const noise = trialNoise(comparison, null) ?? { noise: 'none', noiseLevel: 0, seed: 0 };
const inputs = picturedInputs(pictured, [28, 28, 1], noise);
const images: MeasuredImages = {
  dataset: 'mnist',
  noise,
  count: 1000,
  clean: new Float32Array(784),
  noisy: new Float32Array(784),
  noisyMse: 0.1,
};

const answer = (runId: string, patch: Partial<RunAnswers> = {}): RunAnswers => ({
  ...noAnswers,
  pictured: { runId, step: 3, indices, noise: null, images: reconstructed },
  measured: { runId, step: 3, of: images, mse: { clean: 0.02, noisy: 0.05 } },
  ...patch,
});
const trial: Trial = {
  ...firstTrial,
  images,
  answers: Object.fromEntries(runs.map(({ label }) => [label, answer(label)])),
  pca: { of: images, codeSize: 16, mse: { clean: 0.01, noisy: 0.04 } },
};
const withAnswer = (label: string, patch: Partial<RunAnswers>): Trial => ({
  ...trial,
  answers: { ...trial.answers, [label]: answer(label, patch) },
});

describe('the rows of the same images', () => {
  it('are the images, the noisy ones, one row of each family, and PCA', () => {
    const pca = pcaPictures(exploredPca, runs[0]?.run.experiment, inputs.clean);
    const rows = comparedRows(comparison, trial, inputs, pca);
    expect(rows.map(({ name }) => name)).toEqual([
      'Original',
      'Noisy',
      'Reconstructed by Undercomplete',
      'Reconstructed by Sparse',
      'Reconstructed by Denoising',
      'Reconstructed by Variational',
      'Reconstructed by PCA',
    ]);
    expect(rows.every(({ values }) => values?.length === original.length)).toBe(true);
    expect(rows[1]?.values).not.toEqual(original);
    // Components of 0: the mean image.
    expect(rows[6]?.values?.every((pixel) => pixel === 0.5)).toBe(true);
    expect(rows.map(({ mse }) => mse?.noisy ?? null)).toEqual([null, 0.1, 0.05, 0.05, 0.05, 0.05, 0.04]);
    expect(rows.map(({ step }) => step)).toEqual([null, null, 3, 3, 3, 3, null]);
  });

  it('show nothing of a family that has answered for other images or another input', () => {
    const pictures = { runId: 'Sparse', step: 3, indices, noise: null, images: reconstructed };
    const shown = (one: Trial) =>
      comparedRows(comparison, one, inputs, null)
        .filter(({ family, values }) => family !== null && values !== null)
        .map(({ label }) => label);
    expect(shown(withAnswer('Sparse', { pictured: { ...pictures, indices: others } }))).not.toContain(
      'Sparse',
    );
    expect(shown(withAnswer('Sparse', { pictured: { ...pictures, noise } }))).not.toContain('Sparse');
    expect(shown({ ...withAnswer('Sparse', { pictured: { ...pictures, noise } }), shown: 'noisy' })).toEqual([
      'Sparse',
    ]);
  });

  it('have no errors that were measured with another noise', () => {
    const masked = comparedRows(comparison, { ...trial, noise: 'masking' }, inputs, null);
    expect(masked.every(({ mse }) => mse === null)).toBe(true);
    const stale = { runId: 'Sparse', step: 3, of: { ...images }, mse: { clean: 0.02, noisy: 0.05 } };
    const rows = comparedRows(comparison, withAnswer('Sparse', { measured: stale }), inputs, null);
    expect(rows.map(({ mse }) => mse?.clean ?? null)).toEqual([null, 0, 0.02, null, 0.02, 0.02, 0.01]);
  });

  it('are empty before the first answer, and have no PCA of another data set', () => {
    const rows = comparedRows({ runs, pictured: null }, firstTrial, null, null);
    expect(rows.every(({ values, mse }) => values === null && mse === null)).toBe(true);
    expect(pcaPictures(exploredPca, { ...defaultExperiment, dataset: 'quickdraw' }, inputs.clean)).toBeNull();
  });
});
