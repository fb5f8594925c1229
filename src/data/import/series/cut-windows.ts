// Cuts recordings into windows: training windows, then test windows, each in the order of time. No point is in a window of both
// splits, and between the two lies a gap as long as a window: neighbouring windows overlap, so a random split would test on what
// was trained on.
import { pcg4d, words } from '../../../core/random';
import type { Recording } from '../../../core/samples/series/series-windows';

export interface WindowCut {
  readonly windowLength: number;
  readonly stride: number;
  readonly split: 'files' | 'time' | 'recordings';
  readonly testShare: number;
  readonly seed: number;
}

export interface RecordingFacts {
  readonly name: string;
  /** Points. */
  readonly length: number;
  /** Whether the files say that it is for testing. */
  readonly isTest: boolean;
  /** The class of the whole recording; null where it has none. */
  readonly label: number | null;
}

/** @param recordings each at least as long as a window */
export function cutWindows(recordings: readonly RecordingFacts[], cut: WindowCut): Recording[] {
  const held = cut.split === 'time' ? null : heldOut(recordings, cut);
  let [trainFirst, testFirst] = [0, 0];
  return recordings.map((recording) => {
    const { name, length } = recording;
    const parts = held === null ? byTime(length, cut) : whole(length, cut, held.has(recording));
    const train = { first: trainFirst, ...parts.train };
    const test = { first: testFirst, ...parts.test };
    trainFirst += train.count;
    testFirst += test.count;
    return { name, length, train, test };
  });
}

/** How many windows fit into so many points. */
export function countWindows(
  points: number,
  { windowLength, stride }: Pick<WindowCut, 'windowLength' | 'stride'>,
): number {
  return points < windowLength ? 0 : Math.floor((points - windowLength) / stride) + 1;
}

interface Parts {
  readonly train: { readonly count: number; readonly start: number };
  readonly test: { readonly count: number; readonly start: number };
}

/** The first part trains, and a window later the test begins. A recording too short for that is trained on as a whole. */
function byTime(length: number, cut: WindowCut): Parts {
  const { windowLength, testShare } = cut;
  const end = Math.round(length * (1 - testShare));
  const testStart = end + windowLength;
  const train = countWindows(end, cut);
  const test = countWindows(length - testStart, cut);
  if (train === 0 || test === 0) return whole(length, cut, false);
  return { train: { count: train, start: 0 }, test: { count: test, start: testStart } };
}

function whole(length: number, cut: WindowCut, isTest: boolean): Parts {
  const all = { count: countWindows(length, cut), start: 0 };
  const none = { count: 0, start: 0 };
  return isTest ? { train: none, test: all } : { train: all, test: none };
}

/**
 * The recordings of the test set: those of the files, or of each class random ones with about the share of its points, at least one. A
 * class with a single recording is trained on, unless there would be no test set.
 */
function heldOut(
  recordings: readonly RecordingFacts[],
  { split, testShare, seed }: WindowCut,
): ReadonlySet<RecordingFacts> {
  if (split === 'files') return new Set(recordings.filter(({ isTest }) => isTest));
  const ranks = new Map(
    recordings.map((recording, index) => {
      pcg4d(seed, index, 0, 0x73706c74);
      return [recording, words[0]!];
    }),
  );
  const labels = [...new Set(recordings.map(({ label }) => label))];
  const groups = labels.map((asked) => recordings.filter(({ label }) => label === asked));
  const held = new Set<RecordingFacts>();
  for (const members of groups.every(({ length }) => length === 1) ? [recordings] : groups) {
    const wanted = testShare * members.reduce((sum, { length }) => sum + length, 0);
    const byRank = members.toSorted((one, other) => ranks.get(one)! - ranks.get(other)!);
    let points = 0;
    // One stays to be trained on.
    for (const recording of byRank.slice(0, -1)) {
      if (points > 0 && points + recording.length / 2 > wanted) break;
      held.add(recording);
      points += recording.length;
    }
  }
  return held;
}
