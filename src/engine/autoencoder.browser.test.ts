import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { activationIds } from '../core/experiment';
import { createAutoencoder } from './autoencoder';
import { initialCheckpoint } from './initial-weights';
import { plainLayers, plainReconstruction } from './testing/plain-network';
import { startForTest } from './testing/start-backend';
import { largestDifference } from './testing/steps';
import { tinyExperiment } from './testing/tiny';

const shape = [3, 2, 1];
const image = Float32Array.of(0, 0.2, 0.4, 0.6, 0.8, 1);

/** Weights of size about 1, biases included, so that every activation is away from 0. */
function checkpointOf(patch: Parameters<typeof tinyExperiment>[0] = {}) {
  const checkpoint = initialCheckpoint(tinyExperiment({ hidden: [5, 4], codeSize: 3, ...patch }), shape);
  const weights = checkpoint.weights.map((weight, w) =>
    w % 2 === 1 ? weight.map((_, i) => (i % 3) / 4 - 0.2) : weight,
  );
  return { ...checkpoint, weights };
}

function run(autoencoder: ReturnType<typeof createAutoencoder>) {
  return tf.tidy(() => {
    const input = tf.tensor2d(image, [1, 6]);
    const code = autoencoder.encode(input);
    return {
      code: code.dataSync(),
      logits: autoencoder.decodeLogits(code).dataSync(),
      pixels: (autoencoder.decoder.apply(code) as tf.Tensor).dataSync(),
      layers: autoencoder.activations(input).map((layer) => layer.dataSync()),
    };
  });
}

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test.each(activationIds)('with %s every layer gives what the plain loops give', (activation) => {
    const checkpoint = checkpointOf({ activation });
    const autoencoder = createAutoencoder(checkpoint.experiment, shape, checkpoint.weights);
    const { code, logits, pixels, layers } = run(autoencoder);
    const expected = plainLayers(checkpoint, image);
    const reconstruction = plainReconstruction(checkpoint, image);
    expect(largestDifference(code, expected[2] ?? [])).toBeLessThan(1e-5);
    expect(largestDifference(logits, expected[5] ?? [])).toBeLessThan(1e-5);
    expect(largestDifference(pixels, reconstruction)).toBeLessThan(1e-5);
    expect(layers.map(({ length }) => length)).toEqual([5, 4, 3, 4, 5, 6]);
    [...expected.slice(0, -1), reconstruction].forEach((layer, i) => {
      expect(largestDifference(layers[i] ?? [], layer)).toBeLessThan(1e-5);
    });
    autoencoder.dispose();
  });

  test('its tensors are its variables, and are gone after dispose', () => {
    const { experiment, weights } = checkpointOf();
    const before = tf.memory().numTensors;
    const autoencoder = createAutoencoder(experiment, shape, weights);
    expect(tf.memory().numTensors).toBe(before + weights.length);
    autoencoder.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('the models', () => {
  beforeAll(() => startForTest('wasm'));

  test('are plain Keras: encoder and decoder list their layers with sizes and activations', () => {
    const { experiment, weights } = checkpointOf({ activation: 'elu' });
    const autoencoder = createAutoencoder(experiment, shape, weights);
    const units = (model: typeof autoencoder.encoder) =>
      model.layers.map(({ name, outputShape }) => [name, outputShape.at(-1)]);
    expect(units(autoencoder.encoder)).toEqual([
      ['image', 6],
      ['hidden-1', 5],
      ['hidden-2', 4],
      ['code', 3],
    ]);
    expect(units(autoencoder.decoder).map(([, size]) => size)).toEqual([3, 4, 5, 6, 6]);
    autoencoder.dispose();
  });

  test('refuse weights of another size and say which', () => {
    const { experiment, weights } = checkpointOf();
    const wrong = weights.with(4, new Float32Array(7));
    expect(() => createAutoencoder(experiment, shape, wrong)).toThrow(/weight 4 has 7 numbers/);
    expect(() => createAutoencoder(experiment, shape, weights.slice(0, 4))).toThrow(RangeError);
  });
});
