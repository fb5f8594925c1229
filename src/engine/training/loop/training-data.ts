// The training loop's view of a data set that may still be arriving.
import type { OpenDataset } from '../../dataset/dataset-slot';
import { sampleOrder } from '../../dataset/sample-order';
import type { TrainingData } from './train';
import type { Until } from './until';

/** @param seed of the sample order */
export function trainingData(
  { handle, subsetOf }: Pick<OpenDataset, 'handle' | 'subsetOf'>,
  seed: number,
  { lastStep, lastEpoch }: Until,
): TrainingData {
  const { train, manifest, trainReady } = handle;
  const shards = manifest.train.shards.map(({ count }) => count);
  return { train, order: sampleOrder(shards, seed), ready: trainReady, subsetOf, lastStep, lastEpoch };
}
