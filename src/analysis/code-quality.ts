// How much of what tells the classes apart is left in a code, beside PCA at the same size and the pixels themselves; and
// how far the maps can be trusted.
import type {
  Accuracies,
  AnalysisProgress,
  CodeQuality,
  PcaModel,
  QualityRequest,
} from '../core/analysis-api';
import { pcaCodes, pcaCodeSize } from '../core/pca';
import { sampleSize, valueScale, type Samples } from '../core/samples';
import { kNearest, majority, type Rows } from './k-nearest';
import { linearProbe } from './linear-probe';
import { trustworthiness } from './trustworthiness';

/** Neighbours that vote on the class, and those by which a map is judged. */
const voters = 5;
const mapNeighbours = 10;

interface Representation {
  name: string;
  train: Rows;
  test: Rows;
}

/** Shares of the time: the pixels are the widest by far. */
const parts = { code: 0.1, pca: 0.2, pixels: 0.85 } as const;

/** @returns null when it was cancelled */
export async function codeQuality(
  request: QualityRequest,
  { train, test, pca }: { train: Samples; test: Samples; pca: PcaModel },
  onProgress: (progress: AnalysisProgress) => void,
  isCancelled: () => boolean,
): Promise<CodeQuality | null> {
  const { codeSize, trainLabels, testLabels, seed } = request;
  const pixels = {
    name: 'the pixels',
    train: pixelRows(train, trainLabels.length),
    test: pixelRows(test, testLabels.length),
  };
  const linear = {
    name: 'PCA',
    train: pcaRows(pca, pixels.train, codeSize),
    test: pcaRows(pca, pixels.test, codeSize),
  };
  const code = {
    name: 'the code',
    train: { values: request.trainCodes, width: codeSize },
    test: { values: request.testCodes, width: codeSize },
  };

  async function judge(
    { name, train: known, test: asked }: Representation,
    from: number,
    to: number,
  ): Promise<Accuracies | null> {
    const tell = (what: string, share: number) =>
      onProgress({ message: `${what} on ${name}`, share: from + share * (to - from) });
    const neighbours = await kNearest(
      known,
      asked,
      voters,
      (share) => tell('Nearest neighbours', share / 2),
      isCancelled,
    );
    if (!neighbours) return null;
    const right = neighbours.indices.filter((near, row) => majority(near, trainLabels) === testLabels[row]);
    const probe = await linearProbe(
      { rows: known, labels: trainLabels },
      { rows: asked, labels: testLabels },
      seed,
      (share) => tell('A linear probe', 0.5 + share / 2),
      isCancelled,
    );
    return probe === null ? null : { knn: right.length / testLabels.length, probe };
  }

  const ofCode = await judge(code, 0, parts.code);
  const ofPca = ofCode && (await judge(linear, parts.code, parts.pca));
  const ofPixels = ofPca && (await judge(pixels, parts.pca, parts.pixels));
  const maps = [
    { values: request.map, width: 2 },
    { values: pca.testPoints.subarray(0, testLabels.length * 2), width: 2 },
  ];
  const trust =
    ofPixels &&
    (await trustworthiness(
      pixels.test,
      maps,
      mapNeighbours,
      (share) =>
        onProgress({ message: 'Judging the maps', share: parts.pixels + share * (1 - parts.pixels) }),
      isCancelled,
    ));
  if (!trust) return null;
  return {
    trainCount: trainLabels.length,
    testCount: testLabels.length,
    neighbours: voters,
    code: ofCode,
    pca: ofPca,
    pixels: ofPixels,
    trustworthiness: { code: trust[0] ?? 0, pca: trust[1] ?? 0 },
  };
}

/** The first images, pixels in [0, 1]. */
function pixelRows(samples: Samples, count: number): Rows {
  const width = sampleSize(samples.shape);
  const scale = valueScale(samples);
  return {
    width,
    values: Float32Array.from(samples.values.subarray(0, count * width), (value) => value * scale),
  };
}

function pcaRows(pca: PcaModel, { values }: Rows, codeSize: number): Rows {
  const width = pcaCodeSize(pca, codeSize);
  return { width, values: pcaCodes(pca, values, width) };
}
