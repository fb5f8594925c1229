// The part of the training set that an experiment trains on, and the part that it holds out: what the runs with the same choice
// share. Index lists over the samples in memory, which are never copied.
import { samplesKey, type TrainedOn } from '../../core/experiment/trained-on';
import { keepLatest } from '../../core/plain/keep-latest';
import type { DatasetHandle } from '../../data/sources/load-dataset';
import { createSubset, isWhole } from '../../data/subset';
import { cutOf } from '../../core/samples/series/held-out-stretch';
import { meanImage, type MeanImage } from './baselines';
import { testSet, type TestSet } from './test-set';

/** Held-out samples that are measured: as many as of the test set's fixed subset. */
const validationSize = 500;
/** Held-out samples that are scored: a percentile needs more of them than a mean. */
const scoredSize = 2000;
/** Choices whose subsets are kept: those of runs side by side, and some that were just left. */
const kept = 4;

export interface TrainingSubset {
  /** Whether a sample is trained on; true for one that has not arrived. */
  readonly isTrained: (index: number) => boolean;
  /** Samples that are trained on, and held-out ones of the same classes. Before `isExact`, those that have not arrived count as trained on. */
  readonly counts: () => { trainCount: number; validationCount: number; isExact: boolean };
  /** Of the samples that are trained on. */
  readonly meanImage: MeanImage;
  /**
   * A fixed choice of at most 500 held-out samples of the classes that are trained on, evenly spread over them; null where there
   * are none, and before all labels have arrived.
   */
  readonly validation: () => TestSet | null;
  /** Indices of at most 2,000 of the same held-out samples, evenly spread over them; none before all labels have arrived. */
  readonly heldOut: () => Uint32Array;
  /** Indices of the first `count` samples that are trained on, or of as many as have arrived. */
  readonly first: (count: number) => Uint32Array;
}

/** The subsets of a data set, one for each choice. What has arrived by the time of asking is decided on. */
export function trainingSubsets({
  train,
  test,
  trainReady,
}: Pick<DatasetHandle, 'train' | 'test' | 'trainReady'>): (choice: TrainedOn) => TrainingSubset {
  /** The latest used last. */
  const made = new Map<string, { subset: TrainingSubset; extend: (ready: number) => void }>();

  function make(choice: TrainedOn) {
    const subset = createSubset(train.labels, train.classNames.length, choice, cutOf(train));
    let validation: TestSet | null = null;
    return {
      extend: subset.extend,
      subset: {
        isTrained: subset.isTrained,
        counts: () => ({
          trainCount: subset.trainCount(),
          validationCount: subset.heldOutOfClasses().length,
          isExact: isWhole(choice) || subset.isComplete(),
        }),
        meanImage: meanImage(train, test, subset.isTrained),
        validation() {
          if (choice.validationShare === 0 || !subset.isComplete()) return null;
          validation ??= testSet(train, spread(subset.heldOutOfClasses(), validationSize));
          return validation.count > 0 ? validation : null;
        },
        heldOut: () =>
          spread(subset.isComplete() ? subset.heldOutOfClasses() : new Uint32Array(0), scoredSize),
        first: (count: number) => subset.lists().train.subarray(0, count),
      },
    };
  }

  return (choice) => {
    const key = samplesKey(choice);
    const found = made.get(key) ?? make(choice);
    keepLatest(made, key, found, kept);
    found.extend(trainReady());
    return found.subset;
  };
}

/** At most `count` of the entries, at equal distances. */
function spread(indices: Uint32Array, count: number): Uint32Array {
  if (indices.length <= count) return indices;
  return Uint32Array.from(
    { length: count },
    (_, i) => indices[Math.floor((i * indices.length) / count)] ?? 0,
  );
}
