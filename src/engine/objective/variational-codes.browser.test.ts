// The effect of the KL term on a Gaussian code, on real digits: 2,000 for training, 500 for measuring.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { valueScale, type Samples } from '../../core/samples/samples';
import { drawCodeNoise } from '../training/batch/batch';
import type { Network } from '../network/network';
import { openDigits } from '../testing/digits';
import { measured, trained, type Measured } from '../testing/measured';
import { startForTest } from '../testing/start-backend';

function variational(beta: number): Experiment {
  return {
    ...defaultExperiment,
    codeKind: 'gaussian',
    loss: 'bce',
    beta,
    codeSize: 8,
    hidden: [128],
    batchSize: 100,
    learningRate: 0.004,
  };
}

/** Mean pixel of images decoded from samples of N(0, I). */
async function meanSampledPixel({ autoencoder, experiment }: Network): Promise<number> {
  const count = 1000;
  const places = Array.from({ length: count }, (_, i) => i);
  // at a step beyond training, so that no sample repeats its noise
  const draws = drawCodeNoise(places, experiment, 1_000_000);
  const mean = tf.tidy(() => tf.mean(autoencoder.decode(tf.tensor2d(draws, [count, experiment.codeSize]))));
  const [value = Number.NaN] = await mean.data<'float32'>();
  mean.dispose();
  return value;
}

function meanPixel(samples: Samples): number {
  let sum = 0;
  for (const value of samples.values) sum += value;
  return (sum * valueScale(samples)) / samples.values.length;
}

let digits: { train: Samples; test: Samples };

/** Trains, then measures the sampled codes of the test images and decoded samples of the prior. */
async function outcomeOf(
  beta: number,
  steps: number,
): Promise<Measured['statistics'] & { sampledPixel: number }> {
  const network = await trained(variational(beta), digits.train, steps);
  const { statistics } = await measured(network, digits.test);
  const sampledPixel = await meanSampledPixel(network);
  network.dispose();
  return { ...statistics, sampledPixel };
}

beforeAll(async () => {
  await startForTest('wasm');
  digits = await openDigits(2000, 500);
});

describe('with beta 1', () => {
  let outcome: Awaited<ReturnType<typeof outcomeOf>>;
  beforeAll(async () => {
    outcome = await outcomeOf(1, 800);
  }, 300_000);

  test('the codes of test images approach N(0, I): means within 1 of 0, variances between 1/2 and 2', () => {
    for (const mean of outcome.meanActivation) expect(Math.abs(mean)).toBeLessThan(1);
    expect(Math.min(...outcome.variance)).toBeGreaterThan(0.5);
    expect(Math.max(...outcome.variance)).toBeLessThan(2);
  });

  test('samples of N(0, I) decode to images as bright as the digits, within 20 %', () => {
    const brightness = outcome.sampledPixel / meanPixel(digits.train);
    expect(brightness).toBeGreaterThan(0.8);
    expect(brightness).toBeLessThan(1.2);
  });
});

test(
  'with beta 0 the codes are far from N(0, I): every variance above 4, means beyond 1',
  { timeout: 300_000 },
  async () => {
    const { meanActivation, variance } = await outcomeOf(0, 400);
    expect(Math.min(...variance)).toBeGreaterThan(4);
    expect(Math.max(...meanActivation.map(Math.abs))).toBeGreaterThan(1);
  },
);
