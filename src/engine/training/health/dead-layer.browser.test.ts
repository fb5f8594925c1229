import { beforeAll, describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import { testSet } from '../../dataset/test-set';
import { initialCheckpoint } from '../../network/weights/initial-weights';
import { Network } from '../../network/network';
import { startForTest } from '../../testing/start-backend';
import { tinyExperiment, tinySamples } from '../../testing/tiny/tiny';
import { findDeadLayer } from './dead-layer';

const shape = [4, 4, 1];
const samples = tinySamples(shape, 40);

/** The dead layer found when all biases of layer `layer` of the plan are set to `bias`; none by default. */
async function found(patch: ExperimentPatch, layer?: number, bias = 0) {
  const checkpoint = initialCheckpoint(tinyExperiment(patch), shape);
  const weights = checkpoint.weights.map((values, i) =>
    i === 2 * (layer ?? NaN) + 1 ? values.map(() => bias) : values,
  );
  const network = new Network({ ...checkpoint, weights }, shape, samples.count);
  const test = testSet(samples);
  const dead = await findDeadLayer(network, test);
  network.dispose();
  return dead;
}

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  const kinds: ExperimentPatch[] = [
    { hidden: [8, 6] },
    { codeKind: 'gaussian' },
    { architecture: 'convolutional', convLayers: 1, filters: 4 },
    { activation: 'sigmoid', codeActivation: 'sigmoid' },
  ];

  test.each(kinds)('a fresh network of %o is alive', async (patch) => {
    expect(await found(patch)).toBeNull();
  });

  test('rectifiers pushed below 0 make a dead hidden layer', async () => {
    expect(await found({ hidden: [8, 6] }, 0, -100)).toBe('hidden');
    expect(await found({ hidden: [8, 6] }, 1, -100)).toBe('hidden');
    expect(await found({ architecture: 'convolutional', convLayers: 1, filters: 4 }, 0, -100)).toBe('hidden');
  });

  test('saturated sigmoids make a dead hidden layer', async () => {
    expect(await found({ activation: 'sigmoid' }, 0, 1e4)).toBe('hidden');
  });

  test('a code whose rectifiers are all off is dead', async () => {
    expect(await found({ codeActivation: 'relu' }, 1, -100)).toBe('code');
  });

  test('an all-black output is dead', async () => {
    expect(await found({}, 3, -1e4)).toBe('output');
  });

  test('a linear code far from 0 is alive, because it still varies', async () => {
    expect(await found({}, 1, 100)).toBeNull();
  });
});
