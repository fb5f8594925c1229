// Trains a network step by step, without the loop.
import type { Checkpoint } from '../../core/run/checkpoint';
import type { Samples } from '../../core/samples/samples';
import type { Network } from '../network/network';
import { disposeObjective } from '../objective/objective';
import { sampleOrder } from '../dataset/sample-order';
import { disposeBatch, trainingBatch } from '../training/batch/training-batch';

/** Trains `count` steps in the order of the run; returns the loss of each before its update, `[count]`. */
export async function makeSteps(network: Network, samples: Samples, count: number): Promise<number[]> {
  const order = sampleOrder([samples.count], network.experiment.seed);
  const losses: number[] = [];
  for (let i = 0; i < count; i++) {
    const indices = order.take(network.samplesPassed, network.experiment.batchSize);
    const batch = trainingBatch(samples, indices, network.experiment, network.step);
    const made = await network.trainOn(batch);
    losses.push((await made.total.data<'float32'>())[0] ?? Number.NaN);
    disposeObjective(made);
    disposeBatch(batch);
  }
  return losses;
}

/** All weights of a checkpoint in one array. */
export function allWeights({ weights }: Pick<Checkpoint, 'weights'>): number[] {
  return weights.flatMap((weight) => Array.from(weight));
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.NaN;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs((a[i] ?? Number.NaN) - (b[i] ?? Number.NaN));
    // so that NaN, which compares as false, becomes the result
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
