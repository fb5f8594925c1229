import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ExperimentPatch } from '../core/experiment';
import { initialCheckpoint } from './initial-weights';
import { Network } from './network';
import { sampleOrder } from './sample-order';
import { startForTest } from './testing/start-backend';
import { tinyExperiment, tinySamples } from './testing/tiny';
import { train, type TrainingData, type TrainingStep } from './train';

const shape = [4, 4, 1];
const samples = tinySamples(shape, 160);

function setUp(patch: ExperimentPatch = {}, ready: () => number = () => samples.count) {
  const network = new Network(initialCheckpoint(tinyExperiment(patch), shape), shape);
  const data: TrainingData = { train: samples, order: sampleOrder([80, 80], 1), ready };
  return { network, data };
}

/** A clock that says every step took so long. */
const clock = (msPerCall: number) => {
  let now = 0;
  return () => (now += msPerCall);
};

async function lossesOf(loop: AsyncGenerator<TrainingStep, void, void>, pulls: number): Promise<number[]> {
  const losses: number[] = [];
  for (let i = 0; i < pulls; i++) {
    const { value } = await loop.next();
    if (value?.kind === 'losses') losses.push(...value.losses);
  }
  return losses;
}

describe.each(['wasm', 'webgl'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));

  test('the first pull is one step and brings its loss', async () => {
    const { network, data } = setUp();
    const loop = train(network, data);
    const { value } = await loop.next();
    expect(value).toMatchObject({ kind: 'losses', losses: { length: 1 } });
    expect(network.step).toBe(1);
    await loop.return();
    network.dispose();
  });

  test('every step brings one loss, however many a pull makes', async () => {
    const { network, data } = setUp();
    const loop = train(network, data, clock(2));
    const losses = await lossesOf(loop, 6);
    expect(losses).toHaveLength(network.step);
    expect(network.step).toBeGreaterThan(6);
    await loop.return();
    network.dispose();
  });

  test('the loop ends with the last step, however many a pull would make', async () => {
    const { network, data } = setUp();
    const loop = train(network, { ...data, lastStep: () => 12 }, clock(1));
    const losses = await lossesOf(loop, 12);
    expect(losses).toHaveLength(12);
    expect(network.step).toBe(12);
    expect((await loop.next()).done).toBe(true);
    network.dispose();
  });

  test('the losses are the same whether steps are read back one by one or together', async () => {
    const slow = setUp({ noise: 'masking' });
    const slowLoop = train(slow.network, slow.data, clock(1000));
    const oneByOne = await lossesOf(slowLoop, 8);
    await slowLoop.return();
    const fast = setUp({ noise: 'masking' });
    const fastLoop = train(fast.network, fast.data, clock(4));
    const together = await lossesOf(fastLoop, 8);
    await fastLoop.return();
    expect(oneByOne).toHaveLength(8);
    expect(together.length).toBeGreaterThan(8);
    expect(together.slice(0, 8)).toEqual(oneByOne);
    slow.network.dispose();
    fast.network.dispose();
  });

  test('stopping leaves no tensor behind, at the start, between pulls and while waiting', async () => {
    const { network, data } = setUp();
    const before = tf.memory().numTensors;
    await train(network, data).return();
    const loop = train(network, data);
    await lossesOf(loop, 3);
    await loop.return();
    expect((await loop.next()).done).toBe(true);
    const waiting = train(network, { ...data, ready: () => 0 });
    await waiting.next();
    await waiting.return();
    expect(tf.memory().numTensors).toBe(before);
    network.dispose();
  });
});

describe('while the data arrives', () => {
  beforeAll(() => startForTest('wasm'));

  test('it waits without a step until the images it needs are there', async () => {
    let ready = 0;
    const { network, data } = setUp({}, () => ready);
    const loop = train(network, data);
    expect((await loop.next()).value).toMatchObject({ kind: 'waiting' });
    expect(network.step).toBe(0);
    ready = 80;
    expect((await loop.next()).value).toMatchObject({ kind: 'losses' });
    await loop.return();
    network.dispose();
  });

  test('it makes the steps that it can and then says how many images it needs', async () => {
    const { network, data } = setUp({}, () => 80);
    const loop = train(network, data, clock(1));
    let losses = 0;
    for (;;) {
      const { value } = await loop.next();
      if (value?.kind === 'losses') losses += value.losses.length;
      if (value?.kind !== 'waiting') continue;
      // five batches of 16 from the first shard of 80
      expect([network.step, losses]).toEqual([5, 5]);
      expect(value.needs).toBeGreaterThan(80);
      expect(value.needs).toBeLessThanOrEqual(160);
      break;
    }
    await loop.return();
    network.dispose();
  });

  test('the losses do not depend on when the data arrived', async () => {
    const all = setUp();
    const allLoop = train(all.network, all.data, clock(1000));
    const expected = await lossesOf(allLoop, 10);
    let ready = 0;
    const slow = setUp({}, () => (ready = Math.min(160, ready + 9)));
    const loop = train(slow.network, slow.data, clock(1000));
    const losses: number[] = [];
    while (losses.length < 10) losses.push(...(await lossesOf(loop, 1)));
    expect(losses).toEqual(expected);
    await allLoop.return();
    await loop.return();
    all.network.dispose();
    slow.network.dispose();
  });

  test('a batch may be larger than the data set', async () => {
    const { network, data } = setUp({ batchSize: 400 });
    const loop = train(network, data);
    expect((await loop.next()).value).toMatchObject({ kind: 'losses' });
    expect(network.samplesSeen).toBe(400);
    await loop.return();
    network.dispose();
  });
});

test('a change of the batch size takes effect at the next step', async () => {
  await startForTest('wasm');
  const { network, data } = setUp();
  const loop = train(network, data, clock(1000));
  await loop.next();
  network.applyLive({ ...network.experiment, batchSize: 64 });
  await loop.next();
  expect(network.samplesSeen).toBe(16 + 64);
  await loop.return();
  network.dispose();
});
