// Which training samples are trained on, and which are held out for validation. Nothing is copied: a subset says of each sample
// what it is for. A sample's part is decided from the seed and from the labels up to its own, so that it is known as soon as its
// shard has arrived and does not depend on what comes later. That is why the split is stratified by counting within each class
// (one validation sample at random in every 1 / share of them) and not by shuffling a class, which needs all of its samples.
// Of windows cut from recordings, which overlap their neighbours, the last stretch is held out instead.
import type { Experiment } from '../core/experiment/experiment';
import { streams, uniform } from '../core/random';
import type { Samples } from '../core/samples/samples';
import { cutOf, windowParts, type CutSeries } from '../core/samples/series/held-out-stretch';

/** What of an experiment decides on the subset. The seed matters for the split alone. */
export type SubsetChoice = Pick<Experiment, 'classes' | 'validationShare' | 'seed'>;

/** Indices into the training set, rising. */
export interface SubsetLists {
  /** Samples of the chosen classes that are not held out. */
  train: Uint32Array;
  /** The held-out samples of all classes, whatever classes are chosen. */
  validation: Uint32Array;
}

/** The subset of a training set whose labels may still be arriving. */
export interface Subset {
  /** Decides on the samples before `ready`, whose labels have arrived. */
  readonly extend: (ready: number) => void;
  /** Whether a sample is trained on; true for one that is not decided yet. */
  readonly isTrained: (index: number) => boolean;
  /** Samples that are trained on, those that are not decided yet included. */
  readonly trainCount: () => number;
  readonly isComplete: () => boolean;
  /** The lists of the samples decided so far. */
  readonly lists: () => SubsetLists;
  /** The held-out samples of the classes that are trained on, of those decided so far. */
  readonly heldOutOfClasses: () => Uint32Array;
}

/** Whether an experiment leaves out any sample. */
export function isWhole({ classes, validationShare }: Omit<SubsetChoice, 'seed'>): boolean {
  return classes.length === 0 && validationShare === 0;
}

const [undecided, trained, heldOut, leftOut, between] = [0, 1, 2, 3, 4];

/**
 * A class that the data set does not have, or has no training sample of, is ignored; where no chosen class remains, all are
 * trained on. The first sample of a class is never held out, so that every class keeps one.
 * @param labels class of each sample, `[count]`; filled from the front while the data arrives
 * @param classCount 0 for a data set without labels, whose samples are all of one class
 * @param cut the recordings that the samples were cut from; null where they were not
 */
export function createSubset(
  labels: Uint16Array,
  classCount: number,
  choice: SubsetChoice,
  cut: CutSeries | null = null,
): Subset {
  const parts = new Uint8Array(labels.length);
  const { validationShare, seed } = choice;
  const chosen = new Set(choice.classes.filter((index) => index < classCount));
  const blocks = Array.from({ length: Math.max(1, classCount) }, (_, label) =>
    heldOutInClass(label, validationShare, seed),
  );
  const windowPart = cut && windowParts(cut, validationShare);
  let decided = 0;
  let trainCount = 0;

  const isChosen = (index: number) => chosen.size === 0 || chosen.has(labels[index] ?? 0);

  /** No sample is of a chosen class. */
  function trainOnAll(): void {
    chosen.clear();
    parts.forEach((part, index) => {
      if (part !== leftOut) return;
      parts[index] = trained;
      trainCount++;
    });
  }

  return {
    extend(ready) {
      if (decided === labels.length) return;
      for (; decided < ready; decided++) {
        const use = windowPart?.(decided);
        const isHeldOut = use ? use === 'held-out' : (blocks[labels[decided] ?? 0]?.() ?? false);
        const unlearned = use === 'between' ? between : leftOut;
        const part = isHeldOut ? heldOut : use !== 'between' && isChosen(decided) ? trained : unlearned;
        parts[decided] = part;
        if (part === trained) trainCount++;
      }
      if (decided === labels.length && trainCount === 0) trainOnAll();
    },
    isTrained(index) {
      const part = parts[index];
      return part === trained || part === undecided;
    },
    trainCount: () => trainCount + labels.length - decided,
    isComplete: () => decided === labels.length,
    lists() {
      const train = new Uint32Array(trainCount);
      const validation: number[] = [];
      let at = 0;
      for (let index = 0; index < decided; index++) {
        if (parts[index] === trained) train[at++] = index;
        else if (parts[index] === heldOut) validation.push(index);
      }
      return { train, validation: Uint32Array.from(validation) };
    },
    heldOutOfClasses() {
      const heldOutOfClasses: number[] = [];
      for (let index = 0; index < decided; index++) {
        if (parts[index] === heldOut && isChosen(index)) heldOutOfClasses.push(index);
      }
      return Uint32Array.from(heldOutOfClasses);
    },
  };
}

/** The subset of a training set whose labels have all arrived. */
export function subsetLists(
  labels: Uint16Array,
  classCount: number,
  choice: SubsetChoice,
  cut: CutSeries | null = null,
): SubsetLists {
  const subset = createSubset(labels, classCount, choice, cut);
  subset.extend(labels.length);
  return subset.lists();
}

/** Indices of the samples that are trained on; null where that is all of them. */
export function pickedSamples(samples: Samples, choice: SubsetChoice): Uint32Array | null {
  const { labels, classNames } = samples;
  return isWhole(choice) ? null : subsetLists(labels, classNames.length, choice, cutOf(samples)).train;
}

/**
 * Tells of the samples of one class, one after the other, whether they are held out. Block `b` of the class is its samples from
 * `b / share` to `(b + 1) / share`, rounded up: at least two, as a share is at most a half. One of each block is held out, so
 * that of the first n samples between `floor(n share)` and `floor(n share) + 1` are.
 */
function heldOutInClass(label: number, share: number, seed: number): () => boolean {
  if (share === 0) return () => false;
  // Rounding must not push an exact boundary up by one.
  const startOf = (block: number) => Math.ceil(block / share - 1e-6);
  let [sample, block, end, held] = [0, -1, 0, -1];
  return () => {
    if (sample === end) {
      block++;
      const start = Math.max(1, end);
      end = startOf(block + 1);
      held = start + Math.floor(uniform(seed, streams.split, label, block) * (end - start));
    }
    return sample++ === held;
  };
}
