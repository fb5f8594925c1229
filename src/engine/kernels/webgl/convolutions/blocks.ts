// How a convolution is cut into runs of a shader, each of which fills one texel of a few layers.
import { tapsOf, type ImageShader } from './image-glsl';
import { texelsOf } from './taps';

/** Texels that one run computes. */
export interface Block {
  texels: number;
  pairs: number;
}

/** What a read of a texel costs, in multiplications with their additions; from products in software rendering, roughly. */
const costOfRead = 8;

/**
 * The block that costs least.
 * @param limit texels of a block
 * @param wide texels in a row of the result
 * @param deep pairs of its channels
 */
export function chooseBlock(
  shader: Pick<ImageShader, 'direction' | 'along'>,
  limit: number,
  wide: number,
  deep: number,
): Block {
  const { direction, along } = shader;
  // the stride of a transposed convolution divides the run
  const unit = direction === 'up' ? along.stride : 1;
  let best: Block = { texels: unit, pairs: 1 };
  let least = Infinity;
  for (let texels = unit; texels <= Math.max(limit, unit); texels += unit) {
    const taps = tapsOf({ direction, along, texels });
    for (let pairs = 1; pairs === 1 || texels * pairs <= limit; pairs++) {
      const runs = Math.ceil(wide / texels) * Math.ceil(deep / pairs);
      const reads = texelsOf(taps).length + along.kernel * pairs;
      const cost = runs * (costOfRead * reads + 4 * taps.length * pairs);
      if (cost < least) [best, least] = [{ texels, pairs }, cost];
    }
  }
  return best;
}

/** Pairs of channels for a run of the filter's gradient: as square as the layers allow. */
export function chooseFilterBlock(
  kernel: number,
  limit: number,
  channels: readonly [number, number],
): [number, number] {
  const most = Math.max(1, Math.floor(limit / kernel));
  const pairsX = Math.min(channels[0], Math.max(1, Math.floor(Math.sqrt(most))));
  return [pairsX, Math.min(channels[1], Math.max(1, Math.floor(most / pairsX)))];
}

/**
 * The grid of runs: whole images side by side where they fit, so that neighbours above each other do the same rows. Software rendering
 * divides the rows of the grid among its threads, so it has many.
 * @param ofImage runs for one image
 */
export function gridOf(runs: number, ofImage: number): [number, number] {
  const [fine, most] = [64, 512];
  const width = Math.min(runs, most, Math.max(1, Math.floor(fine / ofImage)) * ofImage);
  return [width, Math.ceil(runs / width)];
}

/** Texels of a row that a round of the filter's gradient takes, of `wide` in the row: many, and few in vain. */
export function texelsAtOnce(wide: number): number {
  const cost = (texels: number) => Math.ceil(wide / texels) * (texels + 0.5);
  return [1, 2, 3, 4].reduce((best, texels) => (cost(texels) < cost(best) ? texels : best));
}
