/** Indices of scores, the highest first; of equal scores the first stays ahead. */
export function rankedIndices(scores: Float32Array): Uint32Array {
  return Uint32Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}
