// The linear answer at any code size, from the components alone, so that it moves with the bottleneck at once.
import type { PcaModel } from './analysis-api';

/** The code size that PCA can have at most: as many components as a sample has numbers. */
export function pcaCodeSize({ mean }: Pick<PcaModel, 'mean'>, codeSize: number): number {
  return Math.min(codeSize, mean.length);
}

/** Coordinates `[n, codeSize]` of images `[n, D]` along the first components. */
export function pcaCodes(
  { mean, components }: Pick<PcaModel, 'mean' | 'components'>,
  images: Float32Array,
  codeSize: number,
): Float32Array {
  const size = mean.length;
  const count = images.length / size;
  const codes = new Float32Array(count * codeSize);
  for (let image = 0; image < count; image++) {
    for (let unit = 0; unit < codeSize; unit++) {
      let sum = 0;
      for (let pixel = 0; pixel < size; pixel++) {
        const centred = (images[image * size + pixel] ?? 0) - (mean[pixel] ?? 0);
        sum += centred * (components[unit * size + pixel] ?? 0);
      }
      codes[image * codeSize + unit] = sum;
    }
  }
  return codes;
}

/** Images `[n, D]` of coordinates `[n, codeSize]`: the mean and so much of each component. Not clipped to [0, 1]. */
export function pcaImages(
  { mean, components }: Pick<PcaModel, 'mean' | 'components'>,
  codes: Float32Array,
  codeSize: number,
): Float32Array {
  const size = mean.length;
  const count = codes.length / codeSize;
  const images = new Float32Array(count * size);
  for (let image = 0; image < count; image++) {
    const row = images.subarray(image * size, (image + 1) * size);
    row.set(mean);
    for (let unit = 0; unit < codeSize; unit++) {
      const amount = codes[image * codeSize + unit] ?? 0;
      for (let pixel = 0; pixel < size; pixel++) {
        row[pixel] = (row[pixel] ?? 0) + amount * (components[unit * size + pixel] ?? 0);
      }
    }
  }
  return images;
}

/** What PCA of so many components makes of images `[n, D]`, `[n, D]`; not clipped to [0, 1]. */
export function pcaReconstruction(
  model: Pick<PcaModel, 'mean' | 'components'>,
  images: Float32Array,
  codeSize: number,
): Float32Array {
  const used = pcaCodeSize(model, codeSize);
  return pcaImages(model, pcaCodes(model, images, used), used);
}
