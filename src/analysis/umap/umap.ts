// UMAP (McInnes, Healy & Melville 2018) by `umap-js`, seeded, given exact neighbours and stepped epoch by epoch. It lays out
// distinct codes only: equal codes are nearest to each other at distance 0, and UMAP would draw them as clumps, loops and
// threads that depend on the order of the images.
import { UMAP } from 'umap-js';
import {
  fewestUmapCodes,
  type AnalysisProgress,
  type UmapLayout,
  type UmapRequest,
} from '../../core/analysis-api';
import { distinctCodes } from '../../core/latent/distinct-codes';
import { streams, uniform } from '../../core/random';
import { kNearest } from '../neighbours/k-nearest';
import { pause } from '../../core/browser/pause';

/** Share of the time that the neighbour search takes. */
const neighboursShare = 0.2;

/**
 * Lays out codes `[n, codeSize]` as points; null when cancelled. Equal codes get the same point. The same request gives the
 * same points. A small set uses fewer neighbours.
 */
export async function umapLayout(
  request: UmapRequest,
  onProgress: (progress: AnalysisProgress) => void,
  isCancelled: () => boolean,
): Promise<UmapLayout | null> {
  const { codes, codeSize } = request;
  const { firsts, groups } = distinctCodes(codes, codeSize);
  const distinct = firsts.length;
  if (distinct < fewestUmapCodes) return { points: null, distinct };
  const values = new Float32Array(distinct * codeSize);
  firsts.forEach((row, group) =>
    values.set(codes.subarray(row * codeSize, (row + 1) * codeSize), group * codeSize),
  );
  const places = await placeDistinct({ ...request, codes: values }, onProgress, isCancelled);
  if (places === null) return null;
  const points = new Float32Array(2 * groups.length);
  groups.forEach((group, row) => points.set(places[group] ?? [NaN, NaN], 2 * row));
  return { points, distinct };
}

/** The point of each code, `[n][2]`; null when cancelled. */
async function placeDistinct(
  { codes, codeSize, neighbours, minDistance, epochs, seed }: UmapRequest,
  onProgress: (progress: AnalysisProgress) => void,
  isCancelled: () => boolean,
): Promise<number[][] | null> {
  const count = codes.length / codeSize;
  const k = Math.min(neighbours, count - 1);
  const found = await kNearest(
    { values: codes, width: codeSize },
    k - 1,
    seed,
    (share) => onProgress({ message: { code: 'umap.neighbours' }, share: share * neighboursShare }),
    isCancelled,
  );
  if (!found) return null;
  let drawn = 0;
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: k,
    minDist: minDistance,
    nEpochs: epochs,
    random: () => uniform(seed, streams.jitter, 2, drawn++),
  });
  // umap-js counts a point as its own first neighbour.
  umap.setPrecomputedKNN(
    found.indices.map((indices, row) => [row, ...indices]),
    found.distances.map((distances) => [0, ...distances]),
  );
  umap.initializeFit(
    Array.from({ length: count }, (_, row) =>
      Array.from(codes.subarray(row * codeSize, (row + 1) * codeSize)),
    ),
  );
  for (let epoch = 0; epoch < epochs; epoch++) {
    await pause();
    if (isCancelled()) return null;
    umap.step();
    const share = neighboursShare + ((1 - neighboursShare) * (epoch + 1)) / epochs;
    onProgress({ message: { code: 'umap.layout', epoch: epoch + 1, epochs }, share });
  }
  return umap.getEmbedding();
}
