// The rivals of a network at filling holes: the mean image, the best linear answer, probabilistic PCA and the nearest training
// samples, all fitted to what the network trains on, clean. None of them is trained on holes.
import { samplesWithHoles } from '../../catalog/test-holes';
import type { AnalysisProgress, PcaModel } from '../../core/analysis-api';
import { pause } from '../../core/browser/pause';
import type {
  RivalErrors,
  RivalFilling,
  RivalFillings,
  RivalId,
  TestHoles,
} from '../../core/inpainting/inpainting-api';
import { holeError, withoutMissing, type Mask } from '../../core/inpainting/mask';
import { sampleSize, valueScale, type Samples } from '../../core/samples/samples';
import { gaussianOf, linearAnswers, type Gaussian } from './gaussian';
import { holeOf, type Hole } from './hole';
import { lowRankAnswers, lowRankOf, type LowRankGaussian } from './low-rank';
import { meanAt, nearestByKnown, nearestOfMany, type Searched } from './masked-neighbours';

export interface Rivals {
  readonly searched: Searched;
  readonly mean: Float32Array;
  /** Null for long samples, of whose covariance only the first directions are known. */
  readonly gaussian: Gaussian | null;
  readonly lowRank: LowRankGaussian;
}

export function fitRivals(searched: Searched, pca: PcaModel): Rivals {
  const isWhole = pca.deviations.length === pca.mean.length;
  return {
    searched,
    mean: pca.mean,
    gaussian: isWhole ? gaussianOf(pca) : null,
    lowRank: lowRankOf(pca),
  };
}

/** The missing numbers of a sample, in the order of the hole. */
type Answer = (sample: Float32Array) => Float64Array;

/** The rivals that need nothing but the sample; null where one does not work on this data. */
function answersTo({ mean, gaussian, lowRank }: Rivals, hole: Hole) {
  const ofMean = Float64Array.from(hole.missing, (at) => mean[at] ?? 0);
  return {
    mean: () => ofMean,
    linear: gaussian && linearAnswers(gaussian, hole),
    ppca: lowRankAnswers(lowRank, hole),
  } satisfies Record<Exclude<RivalId, 'neighbours'>, Answer | null>;
}

/** @param sample the whole sample `[D]`: what is missing is not looked at */
export function fillHole(rivals: Rivals, sample: Float32Array, mask: Mask): RivalFillings {
  const { train } = rivals.searched;
  const { shape } = train;
  const hole = holeOf(mask, shape);
  const damaged = withoutMissing(sample, mask, shape);
  const { mean, linear, ppca } = answersTo(rivals, hole);
  const filling = (missing: Float64Array): RivalFilling => {
    const filled = damaged.slice();
    hole.missing.forEach((at, i) => (filled[at] = clipped(missing[i] ?? 0)));
    return { filled, holeMse: holeError(sample, filled, mask, shape) };
  };
  return {
    mean: filling(mean()),
    linear: linear && filling(linear(damaged)),
    ppca: filling(ppca(damaged)),
    neighbours: filling(meanAt(train, nearestByKnown(rivals.searched, damaged, hole), hole)),
  };
}

/** A pixel cannot be below 0 or above 1: everybody may know that. */
function clipped(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}

/** Progress at the end of the linear answers; the rest is the search for neighbours. */
const linearShare = 0.25;

/** The errors of all rivals over samples of the test set under these holes; null when cancelled. */
export async function rivalErrors(
  rivals: Rivals,
  test: Samples,
  holes: TestHoles,
  onProgress: (progress: AnalysisProgress) => void,
  isCancelled: () => boolean,
): Promise<RivalErrors | null> {
  const tell = (share: number) => onProgress({ message: { code: 'holes.measuring' }, share });
  const damage = damagedSamples(test, holes);
  const { count, groups } = damage;
  const sums = { mean: 0, linear: 0, ppca: 0, neighbours: 0 };
  let [numbers, done] = [0, 0];
  for (const { hole, rows } of groups) {
    tell((linearShare * done) / count);
    await pause();
    if (isCancelled()) return null;
    const answers = answersTo(rivals, hole);
    for (const row of rows) {
      const damaged = damage.damagedAt(row);
      const clean = damage.cleanAt(row);
      for (const id of ['mean', 'linear', 'ppca'] as const) {
        const answer = answers[id]?.(damaged);
        if (answer) sums[id] += squaredErrors(clean, answer, hole);
      }
    }
    numbers += hole.missing.length * rows.length;
    done += rows.length;
  }
  const nearest = await nearestOfMany(
    rivals.searched,
    damage.damaged,
    damage.groupOf,
    damage.known,
    (share) => tell(linearShare + (1 - linearShare) * share),
    isCancelled,
  );
  if (nearest === null) return null;
  for (const { hole, rows } of groups) {
    for (const row of rows) {
      const answer = meanAt(rivals.searched.train, nearest[row] ?? [], hole);
      sums.neighbours += squaredErrors(damage.cleanAt(row), answer, hole);
    }
  }
  const mse = (id: RivalId) => (numbers === 0 ? null : sums[id] / numbers);
  return {
    holes,
    count,
    mse: {
      mean: mse('mean'),
      linear: rivals.gaussian && mse('linear'),
      ppca: mse('ppca'),
      neighbours: mse('neighbours'),
    },
  };
}

function squaredErrors(clean: Float32Array, answer: Float64Array, { missing }: Hole): number {
  let sum = 0;
  for (let i = 0; i < missing.length; i++) sum += (clipped(answer[i]!) - clean[missing[i]!]!) ** 2;
  return sum;
}

/** The samples that are measured, those with the same hole together. */
function damagedSamples(test: Samples, holes: TestHoles) {
  const { shape, values } = test;
  const size = sampleSize(shape);
  const scale = valueScale(test);
  const { indices, masks } = samplesWithHoles(holes, shape, test.count);
  const count = indices.length;
  const pixels = masks.length / Math.max(1, count);
  const clean = new Float32Array(count * size);
  const damaged = new Float32Array(count * size);
  const groupOf = new Uint32Array(count);
  const groups: { hole: Hole; rows: number[] }[] = [];
  const known: number[] = [];
  const places = new Map<string, number>();
  indices.forEach((index, row) => {
    for (let at = 0; at < size; at++) clean[row * size + at] = (values[index * size + at] ?? 0) * scale;
    const mask = masks.subarray(row * pixels, (row + 1) * pixels);
    damaged.set(withoutMissing(clean.subarray(row * size, (row + 1) * size), mask, shape), row * size);
    const key = mask.join('');
    let place = places.get(key);
    if (place === undefined) {
      place = groups.length;
      places.set(key, place);
      const hole = holeOf(mask, shape);
      groups.push({ hole, rows: [] });
      const ones = new Uint8Array(size);
      for (const at of hole.known) ones[at] = 1;
      known.push(...ones);
    }
    groups[place]?.rows.push(row);
    groupOf[row] = place;
  });
  return {
    count,
    groups,
    groupOf,
    damaged,
    /** A row for each group, 1 where a number is known. */
    known: Float32Array.from(known),
    cleanAt: (row: number) => clean.subarray(row * size, (row + 1) * size),
    damagedAt: (row: number) => damaged.subarray(row * size, (row + 1) * size),
  };
}
