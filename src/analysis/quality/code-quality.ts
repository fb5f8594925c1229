// How much class information a code keeps, compared with PCA at the same size and with the raw pixels; and how trustworthy
// the maps are.
import type {
  Accuracies,
  AnalysisProgress,
  CodeQuality,
  PcaModel,
  QualityNote,
  QualityRequest,
  QualitySubject,
} from '../../core/analysis-api';
import { areAllEqual, distinctCodes, mergeEqual } from '../../core/latent/distinct-codes';
import { pcaCodes, pcaCodeSize } from '../../core/pca/pca';
import { sampleSize, valueScale, type Samples } from '../../core/samples/samples';
import type { Rows } from '../neighbours/row-distances';
import { voteAccuracy } from '../neighbours/vote';
import { linearProbe } from './linear-probe';
import { trustworthiness } from './trustworthiness';

/** Neighbours that vote on the class, and neighbours that a map is judged by. */
const voters = 5;
const mapNeighbours = 10;

interface Representation {
  of: QualitySubject;
  train: Rows;
  test: Rows;
}

/** Null when cancelled; without accuracies where the training rows are all equal. */
type Judged = { accuracies: Accuracies | null } | null;

/** Progress at the end of each part: the pixels, with most dimensions, take longest by far. */
const parts = { code: 0.1, pca: 0.2, pixels: 0.85 } as const;

interface JudgedData {
  train: Samples;
  /** Indices of the training images that are trained on; null for all. */
  picked: Uint32Array | null;
  test: Samples;
  pca: PcaModel;
}

/** @returns null when cancelled */
export async function codeQuality(
  request: QualityRequest,
  { train, picked, test, pca }: JudgedData,
  onProgress: (progress: AnalysisProgress) => void,
  isCancelled: () => boolean,
): Promise<CodeQuality | null> {
  const { codeSize, trainLabels, testIndices, testLabels, seed } = request;
  const note = labelNote(train.classNames, trainLabels);
  const pixels = {
    of: 'pixels' as const,
    train: pixelRows(train, picked?.subarray(0, trainLabels.length) ?? firstOf(trainLabels.length)),
    test: pixelRows(test, testIndices),
  };
  const linear = {
    of: 'pca' as const,
    train: pcaRows(pca, pixels.train, codeSize),
    test: pcaRows(pca, pixels.test, codeSize),
  };
  const merged = mergedCodes(request);
  const code = {
    of: 'code' as const,
    train: { values: merged.train, width: codeSize },
    test: { values: merged.test, width: codeSize },
  };

  async function judge(
    { of, train: known, test: asked }: Representation,
    from: number,
    to: number,
  ): Promise<Judged> {
    const tell = (code: 'quality.neighbours' | 'quality.probe', share: number) =>
      onProgress({ message: { code, of }, share: from + share * (to - from) });
    const distinct = distinctCodes(known.values, known.width).firsts.length;
    // Any accuracy would be that of guessing the most frequent class.
    if (note !== null || distinct < 2) return { accuracies: null };
    const labelled = [
      { rows: known, labels: trainLabels },
      { rows: asked, labels: testLabels },
    ] as const;
    const onVote = (share: number) => tell('quality.neighbours', share / 2);
    const knn = await voteAccuracy(...labelled, voters, onVote, isCancelled);
    if (knn === null) return null;
    const onProbe = (share: number) => tell('quality.probe', 0.5 + share / 2);
    const probe = await linearProbe(...labelled, seed, onProbe, isCancelled);
    return probe === null ? null : { accuracies: { distinct, knn, probe } };
  }

  const ofCode = await judge(code, 0, parts.code);
  const ofPca = ofCode && (await judge(linear, parts.code, parts.pca));
  const ofPixels = ofPca && (await judge(pixels, parts.pca, parts.pixels));
  const maps = [
    { values: merged.map, width: 2 },
    { values: pointsAt(pca.testPoints, testIndices), width: 2 },
  ] as const;
  // Defined for less than half of the images.
  const neighbours = Math.min(mapNeighbours, Math.floor((testLabels.length - 1) / 2));
  const trust =
    ofPixels &&
    (await trustworthiness(
      pixels.test,
      maps,
      neighbours,
      (share) =>
        onProgress({ message: { code: 'quality.maps' }, share: parts.pixels + share * (1 - parts.pixels) }),
      isCancelled,
    ));
  if (!trust) return null;
  const trustOf = (map: 0 | 1) =>
    neighbours < 1 || areAllEqual(maps[map].values, 2) ? null : (trust[map] ?? null);
  return {
    trainCount: trainLabels.length,
    testCount: testLabels.length,
    neighbours: voters,
    note,
    code: ofCode.accuracies,
    pca: ofPca.accuracies,
    pixels: ofPixels.accuracies,
    trustworthiness: { code: trustOf(0), pca: trustOf(1) },
  };
}

function labelNote(classNames: readonly string[], labels: Uint16Array): QualityNote | null {
  if (classNames.length === 0) return { code: 'quality.unlabelled' };
  return new Set(labels).size < 2 ? { code: 'quality.one-class' } : null;
}

/** The codes, and their points on the map, with those that differ by rounding only made equal: neighbours among them are ties. */
function mergedCodes({ codeSize, trainCodes, testCodes, map }: QualityRequest) {
  const both = new Float32Array(trainCodes.length + testCodes.length);
  both.set(trainCodes);
  both.set(testCodes, trainCodes.length);
  const merged = mergeEqual(both, codeSize, distinctCodes(both, codeSize));
  return {
    train: merged.subarray(0, trainCodes.length),
    test: merged.subarray(trainCodes.length),
    map: mergeEqual(map, 2, distinctCodes(testCodes, codeSize)),
  };
}

function firstOf(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, index) => index);
}

/** Images as rows, pixels in [0, 1]. */
function pixelRows(samples: Samples, indices: Uint32Array): Rows {
  const width = sampleSize(samples.shape);
  const scale = valueScale(samples);
  const values = new Float32Array(indices.length * width);
  indices.forEach((index, row) => {
    const image = samples.values.subarray(index * width, (index + 1) * width);
    for (let i = 0; i < width; i++) values[row * width + i] = (image[i] ?? 0) * scale;
  });
  return { width, values };
}

/** Points of a map, `[2 n]`. */
function pointsAt(points: Float32Array, indices: Uint32Array): Float32Array {
  return Float32Array.from(
    { length: 2 * indices.length },
    (_, i) => points[2 * (indices[i >> 1] ?? 0) + (i & 1)] ?? 0,
  );
}

function pcaRows(pca: PcaModel, { values }: Rows, codeSize: number): Rows {
  const width = pcaCodeSize(pca, codeSize);
  return { width, values: pcaCodes(pca, values, width) };
}
