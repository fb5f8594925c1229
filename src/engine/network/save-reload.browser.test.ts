// Saves and reloads a trained network, both as the engine does (a checkpoint) and as Keras does (topology and weights).
import * as tf from '@tensorflow/tfjs-core';
import { loadLayersModel, type LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll, describe, expect, test } from 'vitest';
import { families } from '../../catalog/families/registry';
import type { BackendName } from '../../core/backend-measurement';
import type { Checkpoint } from '../../core/run/checkpoint';
import { architectureIds, defaultExperiment, type Experiment } from '../../core/experiment/experiment';
import { repairExperiment } from '../../core/experiment/rules';
import { Network } from './network';
import { startForTest } from '../testing/start-backend';
import { trained } from '../testing/measured';
import { allWeights, largestDifference, makeSteps } from '../testing/steps';
import { tinySamples } from '../testing/tiny/tiny';

// odd sides, so that the transposed convolutions are cropped
const shape = [9, 9, 1];
const samples = tinySamples(shape, 64);
const images = Float32Array.from(tinySamples(shape, 5).values, (byte) => byte / 255);

const everyKind = Object.entries(families).flatMap(([family, { preset }]) =>
  architectureIds.map((architecture) => {
    const small = { hidden: [12, 6], codeSize: 5, filters: 4, batchSize: 16, learningRate: 0.01 };
    const { experiment } = repairExperiment({ ...defaultExperiment, ...preset, ...small, architecture });
    return { family, architecture, experiment };
  }),
);

/** All outputs: the code (for a Gaussian code means, then log-variances), then the decoded pixels. */
function outputs(encoder: LayersModel, decoder: LayersModel): number[] {
  return tf.tidy(() => {
    const heads = [encoder.predict(tf.tensor2d(images, [5, images.length / 5]))].flat();
    const pixels = decoder.predict(heads[0] as tf.Tensor) as tf.Tensor;
    return [...heads, pixels].flatMap((tensor) => Array.from(tensor.dataSync<'float32'>()));
  });
}

const outputsOf = ({ autoencoder }: Network) => outputs(autoencoder.encoder, autoencoder.decoder);

/** A checkpoint through JSON, with number arrays in place of typed ones. */
function throughJson(checkpoint: Checkpoint): Checkpoint {
  const text = JSON.stringify(checkpoint, (_, value: unknown) =>
    value instanceof Float32Array ? { numbers: Array.from(value) } : value,
  );
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'numbers' in value
      ? Float32Array.from(value.numbers as number[])
      : value,
  ) as Checkpoint;
}

const copies = { 'a structured clone': structuredClone<Checkpoint>, JSON: throughJson };

async function newNetwork(experiment: Experiment): Promise<Network> {
  return trained(experiment, samples, 3);
}

const backends: BackendName[] = ['wasm', 'webgl'];

describe.each(backends)('a checkpoint on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test.each(everyKind)(
    'of a trained $architecture network ($family) restores one that gives the same outputs and continues identically',
    { timeout: 180_000 },
    async ({ experiment }) => {
      const network = await newNetwork(experiment);
      const checkpoint = await network.checkpoint();
      const before = outputsOf(network);
      const next = await makeSteps(network, samples, 2);
      network.dispose();
      for (const [name, copy] of Object.entries(copies)) {
        const saved = copy(checkpoint);
        expect(saved, name).toEqual(checkpoint);
        const loaded = new Network(saved, shape, samples.count);
        expect(largestDifference(outputsOf(loaded), before), name).toBeLessThan(1e-6);
        expect(largestDifference(await makeSteps(loaded, samples, 2), next), name).toBeLessThan(1e-5);
        loaded.dispose();
      }
      expect(new Set(before).size).toBeGreaterThan(before.length / 2);
    },
  );
});

describe('a Keras model', () => {
  beforeAll(() => startForTest('wasm'));

  /** The contents of a saved file: the topology as JSON, the weights as bytes. */
  async function saved(model: LayersModel): Promise<tf.io.ModelArtifacts> {
    let kept: tf.io.ModelArtifacts = {};
    await model.save(
      tf.io.withSaveHandler((artifacts) => {
        kept = JSON.parse(JSON.stringify({ ...artifacts, weightData: undefined })) as tf.io.ModelArtifacts;
        kept.weightData = structuredClone(artifacts.weightData) as tf.io.WeightData;
        const modelArtifactsInfo = tf.io.getModelArtifactsInfoForJSON(artifacts);
        return Promise.resolve({ modelArtifactsInfo });
      }),
    );
    return kept;
  }

  const namesOf = (artifacts: tf.io.ModelArtifacts) => artifacts.weightSpecs?.map(({ name }) => name) ?? [];

  test.each(everyKind)(
    'saved from the encoder and the decoder of a $architecture network ($family) gives the same outputs',
    async ({ experiment }) => {
      const network = await newNetwork(experiment);
      const { encoder, decoder } = network.autoencoder;
      const files = await Promise.all([saved(encoder), saved(decoder)]);
      const before = outputsOf(network);
      const { weights } = await network.checkpoint();
      network.dispose();

      const [loadedEncoder, loadedDecoder] = await Promise.all(
        files.map((file) => loadLayersModel(tf.io.fromMemory(file))),
      );
      if (!loadedEncoder || !loadedDecoder) throw new Error('two models were saved');
      // up to rounding: tfjs's own layers compute product and activation separately
      expect(largestDifference(outputs(loadedEncoder, loadedDecoder), before)).toBeLessThan(1e-6);

      // Both models must fit in one program: no two weights or layers may share a name.
      const weightNames = files.flatMap(namesOf);
      expect(new Set(weightNames).size).toBe(weightNames.length);
      expect(weightNames).toHaveLength(weights.length);
      const layerNames = [loadedEncoder, loadedDecoder].flatMap((model) =>
        model.layers.map(({ name }) => name),
      );
      expect(new Set(layerNames).size).toBe(layerNames.length);
      loadedEncoder.dispose();
      loadedDecoder.dispose();
    },
  );

  test('of a variational encoder outputs the mean first and the log-variance second', async () => {
    const found = everyKind.find(({ family }) => family === 'variational');
    if (!found) throw new Error('no variational family');
    const network = await newNetwork(found.experiment);
    const { autoencoder } = network;
    const loaded = await loadLayersModel(tf.io.fromMemory(await saved(autoencoder.encoder)));
    expect(loaded.outputNames).toEqual(['zMean', 'zLogVar']);
    tf.tidy(() => {
      const input = tf.tensor2d(images, [5, images.length / 5]);
      const { mean, logVar } = autoencoder.encode(input);
      const [first, second] = loaded.predict(input) as tf.Tensor[];
      expect(first?.dataSync()).toEqual(mean.dataSync());
      expect(second?.dataSync()).toEqual(logVar?.dataSync());
    });
    expect(allWeights({ weights: loaded.getWeights().map((w) => w.dataSync<'float32'>()) })).toEqual(
      allWeights({ weights: (await network.checkpoint()).weights.slice(0, loaded.getWeights().length) }),
    );
    network.dispose();
    loaded.dispose();
  });
});
