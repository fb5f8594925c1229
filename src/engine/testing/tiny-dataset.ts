// An open data set that is in memory from the start, for tests of what watches a run.
import type { Samples } from '../../core/samples';
import { meanImage } from '../baselines';
import type { OpenDataset } from '../dataset-slot';
import { sharedTestSet } from '../test-set';

/** Samples that serve as training images and as test images. */
export function tinyDataset(samples: Samples): OpenDataset {
  const { count, shape, classNames } = samples;
  const shard = { file: 'all.gz', count, bytes: 1, sha256: '0'.repeat(64) };
  const split = { count, shards: [shard] };
  return {
    id: 'mnist',
    handle: {
      manifest: {
        id: 'mnist',
        name: 'Tiny',
        licence: '',
        attribution: '',
        sampleShape: [...shape],
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
    },
    testSet: sharedTestSet(samples),
    meanImage: meanImage(samples, samples),
  };
}
