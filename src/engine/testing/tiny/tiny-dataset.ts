// An open data set that is in memory from the start, for tests of observers.
import type { Samples } from '../../../core/samples/samples';
import type { DatasetHandle } from '../../../data/sources/load-dataset';
import type { OpenDataset } from '../../dataset/dataset-slot';
import { sharedTestSet } from '../../dataset/test-set';
import { trainingSubsets } from '../../dataset/training-subset';

/** Samples that serve both as training and as test images. */
export function tinyDataset(samples: Samples): OpenDataset {
  const { count, shape, classNames } = samples;
  const shard = { file: 'all.gz', count, bytes: 1, sha256: '0'.repeat(64) };
  const split = { count, shards: [shard] };
  const handle: DatasetHandle = {
    manifest: {
      id: 'mnist',
      name: 'Tiny',
      licence: '',
      attribution: '',
      sampleShape: [...shape],
      values: 'uint8',
      valueRange: [0, 1],
      classNames: [...classNames],
      train: split,
      test: split,
    },
    train: samples,
    test: samples,
    trainReady: () => count,
    testReady: () => true,
    whenTrainReady: () => Promise.resolve(),
    whenTestReady: () => Promise.resolve(),
    retry: () => undefined,
    dispose: () => undefined,
  };
  return {
    id: 'mnist',
    handle,
    testSet: sharedTestSet(samples),
    subsetOf: trainingSubsets(handle),
  };
}
