import { beforeEach, describe, expect, test } from 'vitest';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { OpenDataset } from '../../dataset/dataset-slot';
import { initialCheckpoint } from '../../network/weights/initial-weights';
import type { Network } from '../../network/network';
import { tinyExperiment } from '../../testing/tiny/tiny';
import { RunHealth } from './run-health';

const start = initialCheckpoint(tinyExperiment(), [4, 1]);
/** Without test images no network counts as dead. */
const dataset = { handle: { testReady: () => false } } as unknown as OpenDataset;

/** A network at a step, and the step it was last restored to. */
class FakeNetwork {
  step = 0;
  restored: Checkpoint | null = null;
  checkpoint = () => Promise.resolve<Checkpoint>({ ...start, step: this.step });
  restore(checkpoint: Checkpoint): void {
    this.restored = checkpoint;
    this.step = checkpoint.step;
  }
}

let fake: FakeNetwork;
let network: Network;
let health: RunHealth;
beforeEach(() => {
  fake = new FakeNetwork();
  network = fake as unknown as Network;
  health = new RunHealth(start, dataset);
});

/** Trains that many steps at one loss; returns the first sign of failure. */
async function train(loss: number, steps: number) {
  fake.step += steps;
  const losses = new Float32Array(steps).fill(loss);
  return health.judge(network, { losses, terms: { reconstruction: losses } });
}

const take = () => health.takeCheckpoint(network, () => undefined);

function restoredStep(): number | undefined {
  health.restore(network);
  return fake.restored?.step;
}

describe('a run rolls back', () => {
  test('to its start when the only checkpoint was taken after one step', async () => {
    await train(0.23, 1);
    await take();
    await train(0.9, 1);
    expect(restoredStep()).toBe(0);
  });

  test('to the latest checkpoint with good losses, not to a later one with bad ones', async () => {
    await train(0.23, 1);
    await train(0.05, 99);
    await take();
    await train(0.2, 40);
    await take();
    expect(restoredStep()).toBe(100);
  });

  test('to the last good weights, resized, when it was resized while failing', async () => {
    await train(0.05, 100);
    await take();
    await train(0.2, 40);
    const resize = (checkpoint: Checkpoint) => ({ ...checkpoint, samplesPassed: checkpoint.step + 7 });
    health.noteResize({ ...start, step: 140 }, resize);
    health.restore(network);
    expect(fake.restored).toMatchObject({ step: 100, samplesPassed: 107 });
  });

  test('to the resized network itself when training was going well', async () => {
    await train(0.05, 100);
    health.noteResize({ ...start, step: 100, samplesPassed: 9 }, (checkpoint) => checkpoint);
    health.restore(network);
    expect(fake.restored).toMatchObject({ step: 100, samplesPassed: 9 });
  });
});

test('takes the first good checkpoint as soon as one is available, after the one that is due at once', async () => {
  await train(0.23, 1);
  expect(health.isDue(network)).toBe(true);
  await take();
  await train(0.2, 10);
  expect(health.isDue(network)).toBe(false);
  await train(0.2, 10);
  expect(health.isDue(network)).toBe(true);
});

test('reports a failure with the step of its batch and the cause', async () => {
  await train(0.05, 100);
  expect(await train(5, 60)).toEqual({ step: 149, cause: 'high-loss' });
  expect(await train(Number.NaN, 4)).toEqual({ step: 160, cause: 'reconstruction' });
});

test('a new objective is not a failure, and a new learning rate does not hide one', async () => {
  await train(0.05, 100);
  health.noteChange({ loss: 'bce' }, 100);
  expect(await train(5, 60)).toBeNull();
  health.noteChange({ learningRate: 1 }, 160);
  expect(await train(500, 60)).toMatchObject({ cause: 'high-loss' });
});

test('weights that are not finite are neither kept nor sent', async () => {
  await train(0.05, 100);
  fake.checkpoint = () => Promise.resolve({ ...start, step: 100, weights: [Float32Array.of(Infinity)] });
  const sent: Checkpoint[] = [];
  expect(await health.takeCheckpoint(network, (checkpoint) => sent.push(checkpoint))).toBe(false);
  expect(sent).toEqual([]);
  expect(restoredStep()).toBe(0);
});
