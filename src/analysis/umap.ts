// UMAP (McInnes, Healy & Melville 2018) by `umap-js`, given exact neighbours, epoch by epoch, from a seed.
import { UMAP } from 'umap-js';
import type { AnalysisProgress, UmapRequest } from '../core/analysis-api';
import { streams, uniform } from '../core/random';
import { kNearest } from './k-nearest';
import { pause } from './pause';

/** Share of the whole time that finding the neighbours takes. */
const neighboursShare = 0.2;

/**
 * The points, `[2 n]`, of codes `[n, codeSize]`; null when it was cancelled. The same request gives the same points. Fewer
 * points than neighbours make do with those there are; of three or less there is no map, and all lie at 0.
 */
export async function umapPoints(
  { codes, codeSize, neighbours, minDistance, epochs, seed }: UmapRequest,
  onProgress: (progress: AnalysisProgress) => void,
  isCancelled: () => boolean,
): Promise<Float32Array | null> {
  const count = codes.length / codeSize;
  const k = Math.min(neighbours, count - 1);
  if (k < 2) return new Float32Array(count * 2);
  const rows = { values: codes, width: codeSize };
  const found = await kNearest(
    rows,
    rows,
    k - 1,
    (share) => onProgress({ message: 'Finding neighbours', share: share * neighboursShare }),
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
  // As umap-js counts, a point is its own first neighbour.
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
    onProgress({ message: `Laying out, epoch ${epoch + 1} of ${epochs}`, share });
  }
  return Float32Array.from(umap.getEmbedding().flat());
}
