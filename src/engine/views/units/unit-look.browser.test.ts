// What the engine says of a unit, against the network in plain loops.
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { networkPlan } from '../../../catalog/architectures/registry';
import { withMaskChannel } from '../../../core/inpainting/mask-input';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import { sampleSize } from '../../../core/samples/samples';
import { layerUnits } from '../../../core/units/layer-units';
import { Network } from '../../network/network';
import { initialCheckpoint } from '../../network/weights/initial-weights';
import { runPlainNetwork } from '../../testing/tiny/plain-network';
import { startForTest } from '../../testing/start-backend';
import { largestDifference } from '../../testing/steps';
import { tinyExperiment } from '../../testing/tiny/tiny';
import { lookAtUnit, turnUnit, type Focused } from './unit-look';

const conv: ExperimentPatch = { architecture: 'convolutional', convLayers: 2, filters: 3 };

function setUp(patch: ExperimentPatch, shape: readonly number[]) {
  const experiment = tinyExperiment({ codeSize: 3, ...patch });
  const checkpoint = initialCheckpoint(experiment, shape);
  const network = new Network(checkpoint, shape, 100);
  const noisy = Float32Array.from({ length: sampleSize(shape) }, (_, i) => ((i * 7) % 11) / 10);
  const masks = experiment.maskInput === 'on' ? Uint8Array.from(noisy, (_, i) => i % 2) : null;
  const pixels = sampleSize(shape) / (shape.length > 1 ? (shape.at(-1) ?? 1) : 1);
  const batch = { clean: noisy, noisy, masks: masks && masks.slice(0, pixels) };
  const focused: Focused = { focus: { kind: 'sample', index: 4 }, batch };
  const input = batch.masks ? withMaskChannel(noisy, batch.masks, shape) : noisy;
  return { experiment, checkpoint, network, focused, input };
}

const sumOf = (values: readonly number[], units: number, unit: number) =>
  values.reduce((sum, value, at) => sum + (at % units === unit ? value : 0), 0);

describe('a unit', () => {
  beforeAll(() => startForTest('wasm'));

  test.each<[string, ExperimentPatch, number[]]>([
    ['dense', { hidden: [7, 6], activation: 'tanh' }, [5, 4, 1]],
    ['dense on colours, without a hidden layer', { hidden: [] }, [4, 4, 3]],
    ['with a Gaussian code', { hidden: [7], codeKind: 'gaussian' }, [5, 4, 1]],
    ['that reads a mask', { hidden: [7], maskInput: 'on', noise: 'block' }, [5, 4, 1]],
    ['convolutional', { ...conv, activation: 'elu' }, [7, 6, 1]],
    ['convolutional on colours that reads a mask', { ...conv, maskInput: 'on', noise: 'block' }, [6, 5, 3]],
    ['convolutional along a signal of two channels', conv, [9, 2]],
  ])('of a network %s is what plain numbers say, in every layer', async (_name, patch, shape) => {
    const { experiment, checkpoint, network, focused, input } = setUp(patch, shape);
    const plan = networkPlan(experiment, shape);
    const tensors = tf.memory().numTensors;
    const whole = runPlainNetwork(checkpoint, shape, input);
    for (let boundary = 1; boundary < plan.boundaries.length - 1; boundary++) {
      const { units } = layerUnits(plan.boundaries[boundary] ?? []);
      const unit = units - 1;
      const look = await lookAtUnit(network, focused, { boundary, unit });
      if (!look) throw new Error('no such unit');
      const without = runPlainNetwork(checkpoint, shape, input, (values, at) =>
        values.map((value, i) => (at === boundary && i % units === unit ? 0 : value)),
      );
      const own = (whole.boundaries[boundary - 1] ?? []).filter((__, i) => i % units === unit);
      expect(largestDifference(look.values, own)).toBeLessThan(1e-5);
      expect(largestDifference(look.output, whole.pixels)).toBeLessThan(1e-5);
      expect(largestDifference(look.without, without.pixels)).toBeLessThan(1e-5);

      // All sources and the bias together are the sum inside the unit.
      const layers = plan.layers.flatMap((layer, index) => (layer.stage === boundary ? [index] : []));
      expect(look.incoming).toHaveLength(layers.length);
      layers.forEach((index, at) => {
        const bias = checkpoint.weights[2 * index + 1] ?? new Float32Array(0);
        const sums = whole.sums[index] ?? [];
        const given = look.incoming[at]?.contributions.reduce((sum, value) => sum + value, 0) ?? NaN;
        const places = sums.length / units;
        const inside = sumOf(sums, units, unit);
        const offset = bias.length === units ? places * (bias[unit] ?? 0) : sumOf([...bias], units, unit);
        expect(given + offset).toBeCloseTo(inside, 4);
      });

      // What it adds to the next layer is what is missing there without it.
      const next = plan.layers.findIndex(({ stage }) => stage === boundary + 1);
      const after = layerUnits(plan.boundaries[boundary + 1] ?? []).units;
      const missing = Array.from(
        { length: after },
        (__, target) =>
          sumOf(whole.sums[next] ?? [], after, target) - sumOf(without.sums[next] ?? [], after, target),
      );
      expect(largestDifference(look.outgoing, missing)).toBeLessThan(1e-4);

      const doubled = await turnUnit(network, focused, { boundary, unit }, { by: 'factor', amount: 2 });
      const plain = runPlainNetwork(checkpoint, shape, input, (values, at) =>
        values.map((value, i) => (at === boundary && i % units === unit ? 2 * value : value)),
      );
      expect(largestDifference(doubled?.output ?? [], plain.pixels)).toBeLessThan(1e-5);
    }
    expect(tf.memory().numTensors).toBe(tensors);
    network.dispose();
  });

  test('has its weights in the order of the layer before', async () => {
    const { checkpoint, network, focused } = setUp({ ...conv, convLayers: 1 }, [6, 6, 1]);
    // convolution, code, unfold, logits
    const kernelAt = (layer: number, at: number) => checkpoint.weights[2 * layer]?.[at];
    const weightsOf = async (boundary: number, unit: number) =>
      (await lookAtUnit(network, focused, { boundary, unit }))?.incoming[0];
    const filter = await weightsOf(1, 2);
    expect(filter).toMatchObject({ sources: 1, rows: 3, columns: 3 });
    expect(filter?.weights[4]).toBe(kernelAt(0, 4 * 3 + 2));
    const code = await weightsOf(2, 1);
    expect(code).toMatchObject({ sources: 3, rows: 3, columns: 3 });
    // place 5 of map 2
    expect(code?.weights[2 * 9 + 5]).toBe(kernelAt(1, (5 * 3 + 2) * 3 + 1));
    const unfolded = await weightsOf(3, 1);
    expect(unfolded).toMatchObject({ sources: 3, rows: 3, columns: 3 });
    expect(unfolded?.weights[2 * 9 + 5]).toBe(kernelAt(2, 2 * 27 + 5 * 3 + 1));
    network.dispose();
  });

  test('of the input, of the output or beyond the layer is not there', async () => {
    const { network, focused } = setUp({ hidden: [7] }, [5, 4, 1]);
    for (const place of [
      { boundary: 0, unit: 0 },
      { boundary: 4, unit: 0 },
      { boundary: 1, unit: 7 },
      { boundary: 1, unit: 0.5 },
    ])
      expect(await lookAtUnit(network, focused, place)).toBeNull();
    const nothing = { by: 'value', amount: NaN } as const;
    expect(await turnUnit(network, focused, { boundary: 1, unit: 0 }, nothing)).toBeNull();
    network.dispose();
  });
});
