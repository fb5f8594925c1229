// Training on a part of the samples.
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import type { Samples } from '../../../core/samples/samples';
import { sampleOrder } from '../../dataset/sample-order';
import { trainingSubsets } from '../../dataset/training-subset';
import { initialCheckpoint } from '../../network/weights/initial-weights';
import { Network } from '../../network/network';
import { startForTest } from '../../testing/start-backend';
import { tinyExperiment, tinySamples } from '../../testing/tiny/tiny';
import { train, type TrainingData } from './train';

const shape = [4, 4, 1];
const samples = tinySamples(shape, 160);

function setUp(patch: ExperimentPatch, of: Samples = samples, ready: () => number = () => of.count) {
  const network = new Network(initialCheckpoint(tinyExperiment(patch), shape), shape, of.count);
  const data: TrainingData = {
    train: of,
    order: sampleOrder([80, 80], 1),
    ready,
    subsetOf: trainingSubsets({ train: of, test: of, trainReady: ready }),
  };
  return { network, data };
}

/** The losses of the next `steps` steps; it waits for nothing. */
async function lossesOf(network: Network, data: TrainingData, steps: number): Promise<number[]> {
  const last = network.step + steps;
  const losses: number[] = [];
  const loop = train(network, { ...data, lastStep: () => last });
  for (let pull = await loop.next(); !pull.done; pull = await loop.next()) {
    if (pull.value.kind === 'losses') losses.push(...pull.value.losses);
  }
  return losses;
}

/** Other pixels for every sample that `isKept` does not hold for. */
function spoilt(isKept: (label: number, index: number) => boolean): Samples {
  const size = 16;
  const values = samples.values.map((value, at) => {
    const index = Math.floor(at / size);
    return isKept(samples.labels[index] ?? 0, index) ? value : 255 - value;
  });
  return { ...samples, values };
}

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test('without a filter the losses are those of the plain order, bit by bit', async () => {
    const filtered = setUp({ noise: 'gaussian' });
    const plain = setUp({ noise: 'gaussian' });
    const { train: of, order } = plain.data;
    expect(await lossesOf(filtered.network, filtered.data, 25)).toEqual(
      await lossesOf(plain.network, { train: of, order, ready: () => of.count }, 25),
    );
    filtered.network.dispose();
    plain.network.dispose();
  });

  test('no pixel of a class that is not chosen, or of a held-out sample, reaches the network', async () => {
    const patch: ExperimentPatch = { classes: [1, 4], validationShare: 0.25 };
    const subset = trainingSubsets({ train: samples, test: samples, trainReady: () => 160 })(
      tinyExperiment(patch),
    );
    const whole = setUp(patch);
    const others = setUp(
      patch,
      spoilt((_, index) => subset.isTrained(index)),
    );
    const losses = await lossesOf(whole.network, whole.data, 20);
    expect(await lossesOf(others.network, others.data, 20)).toEqual(losses);
    // The test can fail: where a chosen sample is spoilt, the losses differ.
    const chosen = setUp(
      patch,
      spoilt((label) => label !== 4),
    );
    expect(await lossesOf(chosen.network, chosen.data, 20)).not.toEqual(losses);
    for (const { network } of [whole, others, chosen]) network.dispose();
  });

  test('an epoch shows every sample that is trained on once', async () => {
    const { network, data } = setUp({ classes: [0, 1, 2, 3, 4], batchSize: 20 });
    await lossesOf(network, data, 4);
    // 80 of 160 samples are trained on.
    expect(network.epoch).toBeGreaterThan(0.9);
    expect(network.epoch).toBeLessThanOrEqual(1);
    network.dispose();
  });

  test('the losses do not depend on when the samples arrive', async () => {
    const patch: ExperimentPatch = { classes: [2, 7], validationShare: 0.2 };
    const whole = setUp(patch);
    const expected = await lossesOf(whole.network, whole.data, 20);
    let ready = 80;
    const arriving = setUp(patch, samples, () => ready);
    const loop = train(arriving.network, { ...arriving.data, lastStep: () => 20 });
    const losses: number[] = [];
    let waits = 0;
    for (let pull = await loop.next(); !pull.done; pull = await loop.next()) {
      if (pull.value.kind === 'losses') losses.push(...pull.value.losses);
      else {
        waits++;
        expect(pull.value.needs).toBeGreaterThan(80);
        ready = 160;
      }
    }
    expect(waits).toBe(1);
    expect(losses).toEqual(expected);
    whole.network.dispose();
    arriving.network.dispose();
  });

  test('other classes take effect at the next step, and a run resumed from a checkpoint goes on alike', async () => {
    const { network, data } = setUp({});
    const before = await lossesOf(network, data, 7);
    const epoch = network.epoch;
    network.applyLive({ ...network.experiment, classes: [1] });
    // An epoch is a pass over the whole set, so the schedules do not jump.
    expect(network.epoch).toBe(epoch);
    const checkpoint = await network.checkpoint();
    const after = await lossesOf(network, data, 9);
    const resumed = new Network(checkpoint, shape, samples.count);
    expect(await lossesOf(resumed, data, 9)).toEqual(after);
    const unchanged = setUp({});
    const plain = await lossesOf(unchanged.network, unchanged.data, 16);
    expect(plain.slice(0, 7)).toEqual(before);
    expect(plain.slice(7)).not.toEqual(after);
    for (const each of [network, resumed, unchanged.network]) each.dispose();
  });
});
