import { expect, it } from 'vitest';
import { corrupt, testNoiseStep } from '../../../catalog/corrupt';
import type { NoisyInputs, NoisyReference, PcaModel } from '../../../core/analysis-api';
import type { DatasetId } from '../../../core/experiment/dataset-id';
import { defaultExperiment, type Experiment } from '../../../core/experiment/experiment';
import { allOf, type TrainedOn } from '../../../core/experiment/trained-on';
import type { SweepPlan, SweepPoint } from '../../../core/sweep/sweep';
import { settle } from '../../testing/test-session';
import { createLinearPoints } from './linear-points';
import type { SweepRecord } from '../sweep-record';

const shape = [2, 2, 1];
const identity = Float32Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
const modelOf = (dataset: DatasetId) =>
  ({
    ...{ dataset, sampleShape: shape, mean: new Float32Array(4), components: identity },
    testMse: Float32Array.of(4, 3, 2, 1, 0),
  }) as unknown as PcaModel;

/** Returns half of every pixel. */
const halvingDenoiser = {
  ...{ mean: new Float32Array(4), inputMean: new Float32Array(4), encoder: identity },
  ...{ decoder: identity.map((one) => one / 2), testMse: Float32Array.of(4, 3, 2, 1, 0.5) },
} as unknown as NoisyReference['denoiser'];

const point = (value: number): SweepPoint => ({
  ...{ value, codeSize: 16, steps: 10, testMse: 1 },
  indices: Uint32Array.of(7),
  labels: new Uint16Array(1),
  originals: Uint8Array.of(255, 255, 0, 51),
  reconstructions: new Uint8Array(4),
});

function sweepOf(base: Experiment, setting: SweepPlan['setting'], values: number[]) {
  let record: SweepRecord = {
    ...{ id: 'a', name: 'a', startedAt: 0, status: 'finished', failures: [] },
    plan: { base, setting, values, steps: 10 },
    points: values.map(point),
  };
  const asked: (TrainedOn | NoisyInputs)[] = [];
  const state = { fails: false, hasDenoiser: false };
  const work: (string | null)[] = [];
  const addLinear = createLinearPoints({
    analysis: {
      pca(of) {
        asked.push(of);
        return state.fails ? Promise.reject(new Error('offline')) : Promise.resolve(modelOf(of.dataset));
      },
      noisyReference(inputs) {
        asked.push(inputs);
        const pcaTestMse = Float32Array.from([4, 3, 2, 1, 0], (mse) => mse + inputs.noiseLevel);
        const denoiser = state.hasDenoiser ? halvingDenoiser : null;
        return Promise.resolve({ inputs, pcaTestMse, denoiser } as NoisyReference);
      },
    },
    recordOf: (id) => (id === 'a' ? record : undefined),
    add(_, value, linear) {
      record = {
        ...record,
        points: record.points.map((one) => (one.value === value ? { ...one, linear } : one)),
      };
    },
    onWork: (id) => work.push(id),
  });
  return { addLinear, asked, work, state, linear: () => record.points.map((one) => one.linear) };
}

it('PCA is of the data set of the sweep, and each point gets it once', async () => {
  const sweep = sweepOf({ ...defaultExperiment, dataset: 'quickdraw' }, 'codeSize', [1, 2]);
  sweep.addLinear('a');
  sweep.addLinear('a');
  await settle();
  expect(sweep.asked).toEqual([allOf('quickdraw'), allOf('quickdraw')]);
  expect(sweep.linear().map((one) => one?.size)).toEqual([1, 2]);
  expect(sweep.linear()[1]?.pcaMse).toEqual(Float32Array.of(4, 3, 2, 1, 0));
  sweep.addLinear('a');
  await settle();
  expect(sweep.asked).toHaveLength(2);
});

it('a sweep of the noise gets PCA of noisy inputs at every level, and of clean ones at level 0', async () => {
  const base: Experiment = { ...defaultExperiment, noise: 'gaussian', seed: 5 };
  const sweep = sweepOf(base, 'noiseLevel', [0, 0.5]);
  sweep.addLinear('a');
  await settle();
  const noise = { noise: 'gaussian', noiseLevel: 0.5, seed: 5 };
  expect(sweep.asked).toEqual([allOf('mnist'), allOf('mnist'), { ...allOf('mnist'), ...noise }]);
  expect(sweep.linear().map((one) => one?.pcaMse[0])).toEqual([4, 4.5]);
  // With all components PCA returns its input: the noisy images of the test set, by their place in it.
  const clean = Float32Array.of(1, 1, 0, 0.2);
  const noisy = corrupt(clean, shape, [7], noise, testNoiseStep);
  const bytes = (pixels: Float32Array) => Array.from(pixels, (pixel) => Math.round(pixel * 255));
  expect(sweep.linear().map((one) => Array.from(one?.pcaImages ?? []))).toEqual([bytes(clean), bytes(noisy)]);
});

it('a sweep over a part of the training set gets PCA of that part', async () => {
  const sweep = sweepOf({ ...defaultExperiment, classes: [1], validationShare: 0.2 }, 'codeSize', [1]);
  sweep.addLinear('a');
  await settle();
  expect(sweep.asked).toEqual([{ dataset: 'mnist', classes: [1], validationShare: 0.2, seed: 1 }]);
});

it('with noise the images of the linear denoiser stand beside those of PCA, also of points kept without them', async () => {
  const base: Experiment = { ...defaultExperiment, noise: 'gaussian', noiseLevel: 0.5, seed: 5 };
  const sweep = sweepOf(base, 'codeSize', [4]);
  sweep.state.hasDenoiser = true;
  sweep.addLinear('a');
  await settle();
  const [linear] = sweep.linear();
  const noisy = corrupt(Float32Array.of(1, 1, 0, 0.2), shape, [7], base, testNoiseStep);
  const half = Array.from(noisy, (pixel) => Math.round((pixel / 2) * 255));
  expect(Array.from(linear?.denoiserImages ?? [])).toEqual(half);
  expect(linear?.denoiserMse).toEqual(Float32Array.of(4, 3, 2, 1, 0.5));
  delete linear?.denoiserImages;
  sweep.addLinear('a');
  await settle();
  expect(Array.from(sweep.linear()[0]?.denoiserImages ?? [])).toEqual(half);
});

it('while a sweep is computed it is named, and no longer after its last point or a failure', async () => {
  const sweep = sweepOf(defaultExperiment, 'codeSize', [1]);
  sweep.state.fails = true;
  sweep.addLinear('a');
  expect(sweep.work).toEqual(['a']);
  await settle();
  expect(sweep.work).toEqual(['a', null]);
});

it('a hidden layer narrower than the code is what PCA is compared at, but not with more components than there are', async () => {
  const sweep = sweepOf({ ...defaultExperiment, codeSize: 3 }, 'codeSize', [3, 16]);
  sweep.addLinear('a');
  await settle();
  expect(sweep.linear().map((one) => one?.size)).toEqual([3, 4]);
  const narrow = sweepOf({ ...defaultExperiment, hidden: [2], codeSize: 3 }, 'codeSize', [3]);
  narrow.addLinear('a');
  await settle();
  expect(narrow.linear().map((one) => one?.size)).toEqual([2]);
});

it('a failure leaves the points as they are, and is tried again when asked', async () => {
  const sweep = sweepOf(defaultExperiment, 'codeSize', [1]);
  sweep.state.fails = true;
  sweep.addLinear('a');
  await settle();
  expect(sweep.linear()).toEqual([undefined]);
  sweep.state.fails = false;
  sweep.addLinear('a');
  await settle();
  expect(sweep.linear()[0]?.size).toBe(1);
});
