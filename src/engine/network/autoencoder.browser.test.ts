import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel, type LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { widthOf } from '../../catalog/architectures/plan';
import { networkPlan } from '../../catalog/architectures/registry';
import {
  activationIds,
  codeActivationIds,
  outputActivationIds,
  type ExperimentPatch,
} from '../../core/experiment/experiment';
import { uniform } from '../../core/random';
import { sampleSize, type SampleShape } from '../../core/samples/samples';
import { createAutoencoder, type Autoencoder } from './autoencoder';
import { initialCheckpoint } from './weights/initial-weights';
import { runPlainNetwork } from '../testing/tiny/plain-network';
import { startForTest } from '../testing/start-backend';
import { largestDifference } from '../testing/steps';
import { tinyExperiment } from '../testing/tiny/tiny';

const flat: SampleShape = [3, 2, 1];
const rows = 2;

/** Weights of magnitude about 1, biases included, so that no activation is near 0. */
function checkpointOf(patch: ExperimentPatch = {}, shape: SampleShape = flat) {
  const checkpoint = initialCheckpoint(tinyExperiment({ hidden: [5, 4], codeSize: 3, ...patch }), shape);
  const weights = checkpoint.weights.map((weight, w) =>
    w % 2 === 1 ? weight.map((_, i) => ((i + w) % 3) / 4 - 0.2) : weight,
  );
  return { ...checkpoint, weights };
}

/** Two different images, `[2, sampleSize]`. */
const imagesOf = (shape: SampleShape) =>
  Float32Array.from({ length: rows * sampleSize(shape) }, (_, i) => uniform(1, 0, 0, i));

function run(autoencoder: Autoencoder, shape: SampleShape) {
  const scope = tf.engine();
  scope.startScope();
  try {
    const input = tf.tensor2d(imagesOf(shape), [rows, sampleSize(shape)]);
    const { mean, logVar } = autoencoder.encode(input);
    const boundaries = autoencoder.activations(input);
    return {
      code: mean.dataSync(),
      logVar: logVar?.dataSync() ?? null,
      logits: autoencoder.decodeLogits(mean).dataSync(),
      pixels: autoencoder.decode(mean).dataSync(),
      boundaries: boundaries.map((boundary) => boundary.dataSync()),
      shapes: boundaries.map((boundary) => boundary.shape.slice()),
    };
  } finally {
    scope.endScope();
  }
}

/** Expects every boundary of an experiment's network to match the plain loops. */
function expectPlain(patch: ExperimentPatch, shape: SampleShape, tolerance = 1e-5): void {
  const checkpoint = checkpointOf(patch, shape);
  const { experiment, weights } = checkpoint;
  const plan = networkPlan(experiment, shape);
  const autoencoder = createAutoencoder(experiment, shape, weights);
  const { code, logVar, logits, pixels, boundaries, shapes } = run(autoencoder, shape);
  autoencoder.dispose();
  const size = sampleSize(shape);
  const plain = [0, 1].map((row) =>
    runPlainNetwork(checkpoint, shape, imagesOf(shape).subarray(row * size, (row + 1) * size)),
  );
  const rowsOf = (of: (pass: (typeof plain)[number]) => number[] | null | undefined) =>
    plain.flatMap((pass) => of(pass) ?? [Number.NaN]);
  const close = (what: string, actual: ArrayLike<number>, expected: readonly number[]) => {
    expect(largestDifference(actual, expected), what).toBeLessThan(tolerance);
  };
  close(
    'code',
    code,
    rowsOf((pass) => pass.boundaries[plan.codeBoundary - 1]),
  );
  close(
    'logits',
    logits,
    rowsOf((pass) => pass.boundaries.at(-1)),
  );
  close(
    'pixels',
    pixels,
    rowsOf((pass) => pass.pixels),
  );
  if (experiment.codeKind === 'gaussian')
    close(
      'logVar',
      logVar ?? [],
      rowsOf((pass) => pass.logVar),
    );
  else expect(logVar).toBeNull();
  const last = boundaries.length - 1;
  expect(boundaries.map(({ length }) => length)).toEqual(
    plan.boundaries.slice(1).map((boundary) => rows * widthOf(boundary)),
  );
  // feature maps keep their shape so that a view can show them; the output is flat
  expect(shapes.slice(0, -1)).toEqual(plan.boundaries.slice(1, -1).map((boundary) => [rows, ...boundary]));
  expect(shapes[last]).toEqual([rows, size]);
  boundaries.forEach((boundary, i) => {
    close(
      `boundary ${i + 1}`,
      boundary,
      rowsOf((p) => (i === last ? p.pixels : p.boundaries[i])),
    );
  });
}

const convolutions: ExperimentPatch = { architecture: 'convolutional', convLayers: 1, filters: 4 };

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  describe('every boundary matches the plain loops', () => {
    test.each(activationIds)('with %s hidden units', (activation) => {
      expectPlain({ activation }, flat);
    });

    test.each(codeActivationIds)('with %s code units', (codeActivation) => {
      expectPlain({ codeActivation }, flat);
    });

    test.each(outputActivationIds)('with a %s output, which the logits leave out', (outputActivation) => {
      expectPlain({ outputActivation }, flat);
    });

    test('with a Gaussian code', () => {
      expectPlain({ codeKind: 'gaussian' }, flat);
    });

    test.each<[ExperimentPatch, SampleShape]>([
      [convolutions, [6, 4, 1]],
      [convolutions, [7, 7, 1]],
      [{ ...convolutions, convLayers: 2 }, [9, 6, 1]],
      [{ ...convolutions, convLayers: 3 }, [7, 7, 1]],
      [{ ...convolutions, convLayers: 3, activation: 'tanh' }, [9, 6, 3]],
      [{ ...convolutions, convLayers: 2 }, [12, 1]],
      [{ ...convolutions, convLayers: 3, activation: 'sigmoid' }, [13, 2]],
      [{ ...convolutions, convLayers: 2, activation: 'elu', codeActivation: 'sigmoid' }, [5, 3, 3]],
      [{ ...convolutions, convLayers: 2, outputActivation: 'linear' }, [9, 6, 1]],
      [{ ...convolutions, convLayers: 2, codeKind: 'gaussian' }, [7, 7, 1]],
      [{ ...convolutions, convLayers: 3, codeKind: 'gaussian' }, [2, 1, 1]],
    ])('with %o for samples of shape %o', (patch, shape) => {
      expectPlain(patch, shape);
    });
  });

  test.each<ExperimentPatch>([{}, { codeKind: 'gaussian' }, { ...convolutions, convLayers: 2 }])(
    'the tensors of %o are its variables, and dispose frees them',
    (patch) => {
      const shape = [7, 6, 1];
      const { experiment, weights } = checkpointOf(patch, shape);
      const before = tf.memory().numTensors;
      const autoencoder = createAutoencoder(experiment, shape, weights);
      expect(tf.memory().numTensors).toBe(before + weights.length);
      expect(autoencoder.variables).toHaveLength(weights.length);
      autoencoder.dispose();
      expect(tf.memory().numTensors).toBe(before);
    },
  );
});

describe('the models', () => {
  beforeAll(() => startForTest('wasm'));

  test('are plain Keras: encoder and decoder list their layers with sizes and activations', () => {
    const { experiment, weights } = checkpointOf({ activation: 'elu' });
    const autoencoder = createAutoencoder(experiment, flat, weights);
    const units = (model: LayersModel) =>
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

  test('of a convolutional network go down by convolutions and up by transposed convolutions', () => {
    const { experiment, weights } = checkpointOf({ ...convolutions, convLayers: 2 }, [7, 6, 1]);
    const autoencoder = createAutoencoder(experiment, [7, 6, 1], weights);
    const classes = (model: LayersModel) =>
      model.layers.filter((layer) => layer.countParams() > 0).map((layer) => layer.getClassName());
    expect(classes(autoencoder.encoder)).toEqual(['Conv2D', 'Conv2D', 'Dense']);
    expect(classes(autoencoder.decoder)).toEqual(['Dense', 'Conv2DTranspose', 'Conv2DTranspose']);
    autoencoder.dispose();
  });

  /** The model, saved and loaded again. */
  async function savedAndLoaded(model: LayersModel): Promise<LayersModel> {
    const artifacts = await new Promise<tf.io.ModelArtifacts>((resolve, reject) => {
      const handler = tf.io.withSaveHandler((saved) => {
        resolve(saved);
        return Promise.resolve({ modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(saved) });
      });
      model.save(handler).catch(reject);
    });
    return loadLayersModel(tf.io.fromMemory(artifacts));
  }

  test.each<ExperimentPatch>([
    {},
    { codeKind: 'gaussian' },
    { ...convolutions, convLayers: 3, outputActivation: 'linear' },
    { ...convolutions, convLayers: 2, codeKind: 'gaussian', activation: 'elu' },
  ])('of %o give the same outputs after saving and loading', async (patch) => {
    const shape = [7, 7, 1];
    const { experiment, weights } = checkpointOf(patch, shape);
    const autoencoder = createAutoencoder(experiment, shape, weights);
    const expected = run(autoencoder, shape);
    const encoder = await savedAndLoaded(autoencoder.encoder);
    const decoder = await savedAndLoaded(autoencoder.decoder);
    tf.tidy(() => {
      const [mean, logVar] = [encoder.apply(tf.tensor2d(imagesOf(shape), [rows, 49]))].flat() as tf.Tensor[];
      expect(mean?.dataSync()).toEqual(expected.code);
      expect(logVar?.dataSync() ?? null).toEqual(expected.logVar);
      expect((decoder.apply(mean as tf.Tensor) as tf.Tensor).dataSync()).toEqual(expected.pixels);
    });
    for (const model of [encoder, decoder]) model.dispose();
    autoencoder.dispose();
  });

  test('reject weights of the wrong size and name it', () => {
    const { experiment, weights } = checkpointOf();
    const wrong = weights.with(4, new Float32Array(7));
    expect(() => createAutoencoder(experiment, flat, wrong)).toThrow(/weight 4 has 7 numbers/);
    expect(() => createAutoencoder(experiment, flat, weights.slice(0, 4))).toThrow(RangeError);
  });
});
