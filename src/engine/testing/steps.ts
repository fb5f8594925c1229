// Training a network by hand, without the loop.
import type { Checkpoint } from '../../core/engine-api';
import type { Samples } from '../../core/samples';
import type { Network } from '../network';
import { disposeObjective } from '../objective';
import { sampleOrder } from '../sample-order';
import { disposeBatch, trainingBatch } from '../training-batch';

/** Makes `count` steps in the order of the run; the loss of each before its update, `[count]`. */
export async function makeSteps(network: Network, samples: Samples, count: number): Promise<number[]> {
  const order = sampleOrder([samples.count], network.experiment.seed);
  const losses: number[] = [];
  for (let i = 0; i < count; i++) {
    const indices = order.take(network.samplesSeen, network.experiment.batchSize);
    const batch = trainingBatch(samples, indices, network.experiment, network.step);
    const made = network.trainOn(batch);
    losses.push((await made.total.data<'float32'>())[0] ?? Number.NaN);
    disposeObjective(made);
    disposeBatch(batch);
  }
  return losses;
}

/** All numbers of a checkpoint's weights, one after the other. */
export function allWeights({ weights }: Pick<Checkpoint, 'weights'>): number[] {
  return weights.flatMap((weight) => Array.from(weight));
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.NaN;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs((a[i] ?? Number.NaN) - (b[i] ?? Number.NaN));
    // so that NaN, which is in no order, comes out on top
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
