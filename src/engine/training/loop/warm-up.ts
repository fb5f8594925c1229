// The first training step compiles shaders and kernels, which can take seconds. The warm-up does it before training starts.
import type { Samples } from '../../../core/samples/samples';
import type { Network } from '../../network/network';
import { disposeObjective } from '../../objective/objective';
import { disposeBatch, trainingBatch } from '../batch/training-batch';

/** Trains one step and restores the weights. The batch repeats the first image, which is black until it arrives. */
export async function warmUp(network: Network, train: Samples): Promise<void> {
  const before = await network.checkpoint();
  const { experiment, step } = network;
  const batch = trainingBatch(train, new Uint32Array(experiment.batchSize), experiment, step);
  const made = await network.trainOn(batch);
  await made.total.data();
  disposeObjective(made);
  disposeBatch(batch);
  network.restore(before);
}
