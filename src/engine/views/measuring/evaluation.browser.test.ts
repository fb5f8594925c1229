import { testNoiseStep } from '../../../catalog/corrupt';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { networkPlan } from '../../../catalog/architectures/registry';
import { gaussianKl } from '../../../catalog/code-kinds/registry';
import { kindOf } from '../../../catalog/kinds/kind';
import { meanLoss } from '../../../catalog/losses/loss';
import { losses } from '../../../catalog/losses/registry';
import { sparsityPenalties } from '../../../catalog/sparsity/registry';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import { drawCodeNoise } from '../../training/batch/batch';
import { imagesPerChunk, measure, type Measurement } from './evaluation';
import { initialCheckpoint } from '../../network/weights/initial-weights';
import { Network } from '../../network/network';
import { testSet, type TestSet } from '../../dataset/test-set';
import { runPlainNetwork } from '../../testing/tiny/plain-network';
import { startForTest } from '../../testing/start-backend';
import { largestDifference } from '../../testing/steps';
import { tinyExperiment, tinySamples } from '../../testing/tiny/tiny';

const shape = [4, 4, 1];
const size = 16;
const count = imagesPerChunk + 60;
const samples = tinySamples(shape, count);
const trainCount = 100;
const all = Uint32Array.from({ length: count }, (_, i) => i);

const newNetwork = (patch: ExperimentPatch) =>
  new Network(initialCheckpoint(tinyExperiment(patch), shape), shape, trainCount);

async function finish(chunks: ReturnType<typeof measure>): Promise<{ result: Measurement; pulls: number }> {
  for (let pulls = 1; ; pulls++) {
    const step = await chunks.next();
    if (step.done) return { result: step.value, pulls };
  }
}

const squared = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, i) => sum + (value - (b[i] ?? Number.NaN)) ** 2, 0) / a.length;

/** The logits. */
const lastOf = (boundaries: number[][]): number[] => boundaries[boundaries.length - 1] ?? [];

/** The same measurement image by image, in plain loops. */
function direct(network: Network, weights: Float32Array[], set: TestSet) {
  const { experiment } = network;
  const plan = networkPlan(experiment, shape);
  const { clean, noisy } = set.batch(experiment, all);
  const passes = Array.from(all, (image) =>
    runPlainNetwork({ experiment, weights }, shape, noisy.subarray(image * size, (image + 1) * size)),
  );
  const codes = passes.flatMap(({ boundaries }) => boundaries[plan.codeBoundary - 1] ?? []);
  const logVars = passes.flatMap(({ logVar }) => logVar ?? []);
  const noise = drawCodeNoise(all, experiment, testNoiseStep);
  const drawn = codes.map((z, i) => z + Math.exp((logVars[i] ?? Number.NaN) / 2) * (noise[i] ?? Number.NaN));
  const { codeSize } = experiment;
  const logits = passes.flatMap(({ boundaries }, image) =>
    experiment.codeKind === 'gaussian'
      ? decoded(network, weights, drawn.slice(image * codeSize, (image + 1) * codeSize))
      : lastOf(boundaries),
  );
  const perPixel =
    experiment.outputActivation === 'linear'
      ? squared(clean, logits)
      : meanLoss(kindOf(losses, experiment.loss), clean, logits);
  return {
    codes,
    logVars,
    reconstruction: experiment.codeKind === 'gaussian' ? size * perPixel : perPixel,
    kl: codes.reduce((sum, z, i) => sum + gaussianKl(z, logVars[i] ?? Number.NaN), 0) / count,
    sparsity: kindOf(sparsityPenalties, experiment.sparsity).value(
      Float32Array.from(codes),
      codeSize,
      experiment.targetActivation,
    ),
    mse: squared(
      clean,
      passes.flatMap(({ pixels }) => pixels),
    ),
    inputMse: squared(clean, noisy),
  };
}

/** The logits of a code in plain loops: a network whose encoder always outputs this code. */
function decoded(network: Network, weights: Float32Array[], code: readonly number[]): number[] {
  const { experiment } = network;
  const plan = networkPlan(experiment, shape);
  const silenced = weights.map((weight, index) => {
    const { stage, name } = plan.layers[Math.floor(index / 2)] ?? { stage: 0, name: '' };
    if (stage !== plan.codeBoundary || name === 'zLogVar') return weight;
    return index % 2 === 0 ? weight.map(() => 0) : Float32Array.from(code);
  });
  const { boundaries } = runPlainNetwork({ experiment, weights: silenced }, shape, new Float32Array(size));
  return lastOf(boundaries);
}

const convolutions: ExperimentPatch = { architecture: 'convolutional', convLayers: 2, filters: 4 };
const gaussian: ExperimentPatch = { codeKind: 'gaussian', codeSize: 3, loss: 'bce', beta: 2 };
const sparse: ExperimentPatch = {
  sparsity: 'kl',
  codeActivation: 'sigmoid',
  codeSize: 5,
  sparsityWeight: 0.3,
};

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test.each<ExperimentPatch>([
    { loss: 'bce', codeSize: 3 },
    { loss: 'mae', noise: 'gaussian', noiseLevel: 0.3 },
    { loss: 'mse', noise: 'saltPepper', noiseLevel: 0.2 },
    { outputActivation: 'linear' },
    { ...convolutions, noise: 'masking', noiseLevel: 0.3 },
    sparse,
    { ...sparse, ...convolutions, targetActivation: 0.2 },
    { sparsity: 'l1', sparsityWeight: 0.1, codeActivation: 'relu', codeSize: 4 },
    gaussian,
    { ...gaussian, ...convolutions, loss: 'mse', noise: 'gaussian', noiseLevel: 0.2 },
  ])('with %o the terms, the errors and the codes match a direct computation', async (patch) => {
    const network = newNetwork(patch);
    const { experiment } = network;
    const set = testSet(samples);
    const { result, pulls } = await finish(measure(network, set, count));
    const expected = direct(network, (await network.checkpoint()).weights, set);
    const { metrics, codes, logVars } = result;
    expect(pulls).toBe(2);
    expect(metrics.count).toBe(count);
    const terms: [string, number][] = [['reconstruction', expected.reconstruction]];
    if (experiment.sparsity !== 'none') terms.push(['sparsity', expected.sparsity]);
    if (experiment.codeKind === 'gaussian') terms.push(['kl', expected.kl]);
    expect(Object.keys(metrics.terms).sort()).toEqual(terms.map(([id]) => id).sort());
    for (const [id, value] of terms) {
      const measured = metrics.terms[id as keyof typeof metrics.terms] ?? Number.NaN;
      expect(Math.abs(measured / value - 1), id).toBeLessThan(1e-4);
    }
    const weighted =
      expected.reconstruction +
      (experiment.sparsity === 'none' ? 0 : experiment.sparsityWeight * expected.sparsity) +
      (experiment.codeKind === 'gaussian' ? experiment.beta * expected.kl : 0);
    expect(Math.abs(metrics.loss / weighted - 1)).toBeLessThan(1e-4);
    expect(metrics.mse).toBeCloseTo(expected.mse, 5);
    expect(metrics.inputMse).toBeCloseTo(expected.inputMse, 5);
    expect(metrics.medianMse === null).toBe(patch.noise === undefined);
    expect(largestDifference(codes, expected.codes)).toBeLessThan(1e-5);
    if (experiment.codeKind === 'gaussian') {
      expect(largestDifference(logVars ?? [], expected.logVars)).toBeLessThan(1e-5);
    } else {
      expect(logVars).toBeNull();
    }
    network.dispose();
  });

  test('KL sparsity uses the mean activation over all images, not per chunk', async () => {
    // a unit that is bright for the first chunk and dark for the second
    const values = new Uint8Array(count * size);
    values.fill(255, 0, imagesPerChunk * size);
    const network = newNetwork({ ...sparse, activation: 'linear' });
    const { result } = await finish(measure(network, testSet({ ...samples, values }), count));
    const split = imagesPerChunk * 5;
    const penalty = (codes: Float32Array) => sparsityPenalties.kl.value(codes, 5, 0.05);
    const ofChunks =
      (penalty(result.codes.slice(0, split)) * imagesPerChunk + penalty(result.codes.slice(split)) * 60) /
      count;
    expect(result.metrics.terms.sparsity).toBe(penalty(result.codes));
    expect(Math.abs((result.metrics.terms.sparsity ?? NaN) - ofChunks)).toBeGreaterThan(1e-3);
    network.dispose();
  });

  test.each([
    [0, 0],
    [0.5, 0.25],
    [2, 1],
    [9, 1],
  ])('after %f epochs of a two-epoch warm-up the KL term has %f of its beta', async (epoch, share) => {
    const network = newNetwork({ ...gaussian, betaWarmUp: 2 });
    network.restore({ ...(await network.checkpoint()), samplesPassed: epoch * trainCount });
    const { metrics } = (await finish(measure(network, testSet(samples), count))).result;
    const { reconstruction, kl = Number.NaN } = metrics.terms;
    expect(kl).toBeGreaterThan(0);
    expect(metrics.loss).toBeCloseTo(reconstruction + share * 2 * kl, 5);
    network.dispose();
  });

  test('a Gaussian code uses the same noise in every measurement, so that equal weights have equal losses', async () => {
    const network = newNetwork(gaussian);
    const once = await finish(measure(network, testSet(samples), count));
    expect(await finish(measure(network, testSet(samples), count))).toEqual(once);
    network.dispose();
  });

  test('measurements ignore input dropout, which is for training only', async () => {
    const network = newNetwork({ inputDropout: 0.5 });
    const { result } = await finish(measure(network, testSet(samples), count));
    network.applyLive({ ...network.experiment, inputDropout: 0 });
    expect((await finish(measure(network, testSet(samples), count))).result).toEqual(result);
    expect(result.metrics.inputMse).toBe(0);
    network.dispose();
  });

  test.each<ExperimentPatch>([{}, gaussian, { ...sparse, ...convolutions }])(
    'measuring %o leaks no tensor, finished or cancelled',
    async (patch) => {
      const network = newNetwork(patch);
      const before = tf.memory().numTensors;
      const set = testSet(samples);
      const broken = measure(network, set, count);
      await broken.next();
      expect(tf.memory().numTensors).toBe(before);
      await broken.return({} as Measurement);
      await finish(measure(network, set, count));
      expect(tf.memory().numTensors).toBe(before);
      network.dispose();
    },
  );
});
