// The scores of a data set that was cut from recordings, put back into the order of time. Pure.
import { windowParts, type CutSeries } from '../../samples/series/held-out-stretch';

/** What a window was used for. Windows between those trained on and those held out count as `training`: they overlap both. */
export const windowUses = ['training', 'held-out', 'test'] as const;
export type WindowUse = (typeof windowUses)[number];

/** The windows of one recording, in order of time, `[n]` each. */
export interface ScoredWindows {
  /** The first point of each window. */
  readonly starts: Uint32Array;
  readonly scores: Float32Array;
  /** Places in `windowUses`. */
  readonly uses: Uint8Array;
  /** Points in a window. */
  readonly length: number;
}

export interface SplitScores {
  /** Of every training window, `[n]`; null where they are not known: only test windows are listed then. */
  readonly training: Float32Array | null;
  readonly test: Float32Array;
}

/** @param validationShare of the training windows that are held out */
export function scoredWindows(
  cut: CutSeries,
  recordingIndex: number,
  { training, test: tested }: SplitScores,
  validationShare: number,
): ScoredWindows {
  const { windows, length } = cut;
  const recording = windows.recordings[recordingIndex];
  const partOf = windowParts(cut, validationShare);
  const run = (split: 'train' | 'test', scores: Float32Array | null) => {
    const { first, count, start } = recording?.[split] ?? { first: 0, count: 0, start: 0 };
    return { first, count: scores === null ? 0 : Math.max(0, Math.min(count, scores.length - first)), start };
  };
  const [train, test] = [run('train', training), run('test', tested)];
  const count = train.count + test.count;
  const made = {
    starts: new Uint32Array(count),
    scores: new Float32Array(count),
    uses: new Uint8Array(count),
  };
  let [trainAt, testAt] = [0, 0];
  for (let at = 0; at < count; at++) {
    const [trainStart, testStart] = [
      train.start + trainAt * windows.stride,
      test.start + testAt * windows.stride,
    ];
    const isTrain = trainAt < train.count && (testAt >= test.count || trainStart <= testStart);
    const index = isTrain ? train.first + trainAt++ : test.first + testAt++;
    const use = !isTrain ? 'test' : partOf(index) === 'held-out' ? 'held-out' : 'training';
    made.starts[at] = isTrain ? trainStart : testStart;
    made.scores[at] = (isTrain ? training : tested)?.[index] ?? NaN;
    made.uses[at] = windowUses.indexOf(use);
  }
  return { ...made, length };
}
