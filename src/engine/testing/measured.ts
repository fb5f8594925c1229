// Trains a network on some images and measures it on others, as the engine does.
import type { CodeStatistics } from '../../core/engine-api/looking';
import type { Experiment } from '../../core/experiment/experiment';
import type { Samples } from '../../core/samples/samples';
import { codeStatistics } from '../views/measuring/code-statistics';
import { measure, type Measurement } from '../views/measuring/evaluation';
import { initialCheckpoint } from '../network/weights/initial-weights';
import { Network } from '../network/network';
import { sharedTestSet } from '../dataset/test-set';
import { makeSteps } from './steps';

export interface Measured extends Measurement {
  statistics: Omit<CodeStatistics, 'type' | 'runId' | 'step'>;
}

/** A new network after `steps` steps. The caller disposes of it. */
export async function trained(experiment: Experiment, train: Samples, steps: number): Promise<Network> {
  const network = new Network(initialCheckpoint(experiment, train.shape), train.shape, train.count);
  await makeSteps(network, train, steps);
  return network;
}

/** Measures the network on all of `test`. */
export async function measured(network: Network, test: Samples): Promise<Measured> {
  const chunks = measure(network, sharedTestSet(test)(), test.count);
  for (;;) {
    const { done, value } = await chunks.next();
    if (done) return { ...value, statistics: codeStatistics(network.experiment, value) };
  }
}
