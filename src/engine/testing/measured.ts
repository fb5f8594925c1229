// A network trained on some images and measured on others, as the engine measures it.
import type { CodeStatistics } from '../../core/engine-api';
import type { Experiment } from '../../core/experiment';
import type { Samples } from '../../core/samples';
import { codeStatistics } from '../code-statistics';
import { measure, type Measurement } from '../evaluation';
import { initialCheckpoint } from '../initial-weights';
import { Network } from '../network';
import { sharedTestSet } from '../test-set';
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

/** All of `test` through the network. */
export async function measured(network: Network, test: Samples): Promise<Measured> {
  const chunks = measure(network, sharedTestSet(test)(), test.count);
  for (;;) {
    const { done, value } = await chunks.next();
    if (done) return { ...value, statistics: codeStatistics(network.experiment, value) };
  }
}
