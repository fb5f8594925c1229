// Widens the code of a network trained on real digits and compares the loss of the next 40 steps with that of the unchanged
// network.
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { ExperimentPatch } from '../../../core/experiment/experiment';
import type { Samples } from '../../../core/samples/samples';
import { openDigits } from '../../testing/digits';
import { startForTest } from '../../testing/start-backend';
import { makeSteps } from '../../testing/steps';
import { tinyExperiment } from '../../testing/tiny/tiny';
import { meanSquaredError } from '../../objective/objective';
import { disposeBatch, trainingBatch } from '../../training/batch/training-batch';
import { initialCheckpoint } from '../weights/initial-weights';
import { Network } from '../network';
import { resize } from './surgery';

const experiment = tinyExperiment({ hidden: [32], codeSize: 6, batchSize: 64, learningRate: 0.002 });
const wider: ExperimentPatch = { codeSize: 22 };
const stepsBefore = 300;
const stepsAfter = 40;

let train: Samples;
let digits: Samples;
beforeAll(async () => ({ train, test: digits } = await openDigits(2000, 250)));

function testLoss({ autoencoder }: Network): number {
  const batch = trainingBatch(
    digits,
    Uint32Array.from({ length: digits.count }, (_, i) => i),
    experiment,
    0,
  );
  const loss = tf.tidy(() => {
    const logits = autoencoder.decodeLogits(autoencoder.encode(batch.input).mean);
    return meanSquaredError(experiment, batch.target, logits).dataSync()[0] ?? Number.NaN;
  });
  disposeBatch(batch);
  return loss;
}

/** The networks that are widened, by optimizer: trained once, by the first backend that needs them. */
const trainedOnce = new Map<string, Promise<Checkpoint>>();

function trained(optimizer: string): Promise<Checkpoint> {
  const known = trainedOnce.get(optimizer) ?? trainNew(optimizer);
  trainedOnce.set(optimizer, known);
  return known;
}

async function trainNew(optimizer: string): Promise<Checkpoint> {
  const network = new Network(
    initialCheckpoint({ ...experiment, optimizer }, train.shape),
    train.shape,
    train.count,
  );
  await makeSteps(network, train, stepsBefore);
  const checkpoint = await network.checkpoint();
  network.dispose();
  return checkpoint;
}

/** The test loss after each of the first four steps, and then after every fourth. */
async function lossesFrom(checkpoint: Checkpoint): Promise<number[]> {
  const network = new Network(checkpoint, train.shape, train.count);
  const losses: number[] = [];
  for (let step = 1; step <= stepsAfter; step++) {
    await makeSteps(network, train, 1);
    if (step <= 4 || step % 4 === 0) losses.push(testLoss(network));
  }
  network.dispose();
  return losses;
}

/** Largest excess over the losses of the unchanged network; 0.03 is 3 %. */
const excess = (losses: readonly number[], unchanged: readonly number[]) =>
  Math.max(...losses.map((loss, i) => loss / (unchanged[i] ?? Number.NaN) - 1));

const widened = (checkpoint: Checkpoint) =>
  resize(checkpoint, { ...checkpoint.experiment, ...wider }, train.shape);

describe.each(['wasm', 'webgl', 'cpu'] as const)('on %s', (backend) => {
  beforeAll(() => startForTest(backend));
  afterAll(() => {
    tf.disposeVariables();
  });

  test.each(['adam', 'rmsprop'] as const)(
    'widening the code raises the loss of the next 40 steps by less than 3 percent with %s',
    async (optimizer) => {
      const before = await trained(optimizer);
      const after = widened(before);
      const unchanged = await lossesFrom(before);
      expect(excess(await lossesFrom(after), unchanged)).toBeLessThan(0.03);
    },
  );
});
