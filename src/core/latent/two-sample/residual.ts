// What a decoder leaves over. Its output is a mean: samples scatter around it by what a reconstruction misses, so a decoded code
// alone is smoother than any sample. Adding noise of that deviation draws a sample of the whole model, p(x | z) included.
import { pcg4d, standardNormal, words } from '../../random';

const stream = 0x72657369;

/** Root mean square of what is missed at each place, `[width]`. @param samples and their reconstructions, `[n, width]` */
export function residualDeviation(
  samples: Float32Array,
  reconstructions: Float32Array,
  width: number,
): Float32Array {
  const squares = new Float64Array(width);
  samples.forEach((value, at) => (squares[at % width]! += (value - (reconstructions[at] ?? 0)) ** 2));
  return Float32Array.from(squares, (sum) => Math.sqrt((sum * width) / samples.length));
}

/** Samples `[n, width]` with normal noise of these deviations, `[width]`, added; the same seed adds the same noise. */
export function addResidual(samples: Float32Array, deviation: Float32Array, seed: number): Float32Array {
  const width = deviation.length;
  return samples.map((value, at) => {
    pcg4d(seed, stream, at, 0);
    return value + (deviation[at % width] ?? 0) * standardNormal(words[0] ?? 0, words[1] ?? 0);
  });
}
