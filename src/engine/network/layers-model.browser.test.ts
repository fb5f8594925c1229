// The files that the page writes without TensorFlow.js, read by TensorFlow.js: the same outputs as the network's.
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ModelPart } from '../../catalog/architectures/keras-topology';
import { layersModel } from '../../catalog/architectures/layers-model';
import { networkPlan } from '../../catalog/architectures/registry';
import { defaultExperiment, type ExperimentPatch } from '../../core/experiment/experiment';
import { repairExperiment } from '../../core/experiment/rules';
import { inputShape } from '../../core/inpainting/mask-input';
import { sampleSize } from '../../core/samples/samples';
import { startForTest } from '../testing/start-backend';
import { trained } from '../testing/measured';
import { largestDifference } from '../testing/steps';
import { tinySamples } from '../testing/tiny/tiny';

const small: ExperimentPatch = { hidden: [12, 6], codeSize: 5, filters: 4, batchSize: 16 };
/** Odd sides, so that transposed convolutions are cropped; a signal, whose grid is one wide. */
const cases: [string, ExperimentPatch, number[]][] = [
  ['dense', {}, [9, 9, 1]],
  ['dense, with a mask', { noise: 'block', maskInput: 'on' }, [9, 9, 1]],
  ['convolutional', { architecture: 'convolutional' }, [9, 9, 1]],
  ['convolutional, in colour, Gaussian', { architecture: 'convolutional', codeKind: 'gaussian' }, [8, 7, 3]],
  ['convolutional, on signals', { architecture: 'convolutional', convLayers: 3 }, [21, 2]],
];

describe('a model that is written from the plan', () => {
  beforeAll(() => startForTest('wasm'));

  test.each(cases)('of a network that is %s is read by TensorFlow.js', async (_, patch, shape) => {
    const { experiment } = repairExperiment({ ...defaultExperiment, ...small, ...patch });
    const samples = tinySamples(shape, 32);
    const network = await trained(experiment, samples, 2);
    const { weights } = await network.checkpoint();
    const plan = networkPlan(experiment, shape);
    const input = inputShape(shape, experiment);
    const load = (part: ModelPart) => {
      const texts = { nameOf: ({ name }: { name: string }) => name, generatedBy: 'a test', metadata: {} };
      const files = layersModel(plan, part, { sample: shape, input }, weights, texts);
      return loadLayersModel(
        tf.io.browserFiles([new File([files.json], 'model.json'), new File([files.weights], 'weights.bin')]),
      );
    };
    const models = await Promise.all((['autoencoder', 'encoder', 'decoder'] as const).map(load));
    const [autoencoder, encoder, decoder] = models;
    const flat = tf.randomUniform([4, sampleSize(shape)], 0, 1, 'float32', 3) as tf.Tensor2D;
    const numbers = (tensor: tf.Tensor | undefined) => [...(tensor?.dataSync<'float32'>() ?? [])];
    tf.tidy(() => {
      const { mean, logVar } = network.autoencoder.encode(flat);
      const expected = network.autoencoder.decode(mean);
      // No pixel is missing.
      const withMask = sampleSize(input) > sampleSize(shape);
      const images = tf.reshape(flat, [4, ...shape]);
      const given = withMask ? tf.concat([images, tf.zerosLike(images)], -1) : images;
      const [codes, logVars] = [encoder!.predict(given)].flat();
      const made = autoencoder!.predict(given) as tf.Tensor;
      expect(made.shape).toEqual([4, ...shape]);
      expect(largestDifference(numbers(made), numbers(expected))).toBeLessThan(1e-6);
      expect(largestDifference(numbers(codes), numbers(mean))).toBeLessThan(1e-6);
      if (logVar) expect(numbers(logVars)).toHaveLength(4 * 5);
      const decoded = decoder!.predict(mean) as tf.Tensor;
      expect(largestDifference(numbers(decoded), numbers(expected))).toBeLessThan(1e-6);
      expect(new Set(numbers(expected)).size).toBeGreaterThan(expected.size / 2);
    });
    flat.dispose();
    models.forEach((model) => model.dispose());
    network.dispose();
  });
});
