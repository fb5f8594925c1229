// The training loop's view of a data set that may still be arriving.
import type { OpenDataset } from '../../dataset/dataset-slot';
import { sampleOrder } from '../../dataset/sample-order';
import type { PullLength } from './pull-length';
import type { TrainingData } from './train';
import type { Until } from './until';

/** @param seed of the sample order */
export function trainingData(
  { handle, subsetOf }: Pick<OpenDataset, 'handle' | 'subsetOf'>,
  seed: number,
  { lastStep, lastEpoch }: Until,
  pulls?: PullLength,
): TrainingData {
  const { train, manifest, trainReady } = handle;
  const shards = manifest.train.shards.map(({ count }) => count);
  const order = sampleOrder(shards, seed);
  const limits = { lastStep, lastEpoch, ...(pulls && { pullMs: pulls.next }) };
  return { train, order, ready: trainReady, subsetOf, ...limits };
}
