// The weights of a unit that reads the whole input, in the order of a sample.
import type { IncomingWeights } from '../../../core/engine-api/units';

/**
 * `[sampleSize]`; null where the weights are no picture of a sample, as of a filter. What leads from a mask is left out.
 */
export function weightsOfInput(
  { sources, rows, columns, weights }: Pick<IncomingWeights, 'sources' | 'rows' | 'columns' | 'weights'>,
  sampleSize: number,
): Float32Array | null {
  const places = rows * columns;
  if (places === 1) {
    if (sources < sampleSize) return null;
    if (sources === sampleSize) return weights;
    return withoutMask(weights, sampleSize);
  }
  const channels = sampleSize / places;
  if (!Number.isInteger(channels) || sources < channels) return null;
  const ordered = new Float32Array(sampleSize);
  for (let place = 0; place < places; place++)
    for (let channel = 0; channel < channels; channel++)
      ordered[place * channels + channel] = weights[channel * places + place] ?? 0;
  return ordered;
}

/** A mask is one more channel of each pixel, the last. */
function withoutMask(weights: Float32Array, sampleSize: number): Float32Array | null {
  const pixels = weights.length - sampleSize;
  const channels = sampleSize / pixels;
  if (!Number.isInteger(channels)) return null;
  return weights.filter((_, at) => at % (channels + 1) !== channels);
}
