// PCA at any code size, computed on the page from the components so that it follows the bottleneck at once.
import type { LinearDenoiser, PcaModel } from '../analysis-api';

/** The code size that PCA uses: at most as many components as there are. */
export function pcaCodeSize(
  { mean, components }: Pick<PcaModel, 'mean' | 'components'>,
  codeSize: number,
): number {
  return Math.min(codeSize, components.length / mean.length);
}

/** The entry of errors by code size, `[K + 1]`, for a code of this size, or for all K components if it is longer. */
export function errorAt(errors: Float32Array, codeSize: number): number | null {
  return errors[Math.min(codeSize, errors.length - 1)] ?? null;
}

/** Mean squared error per pixel on the clean test images with a code of this size; null while there is no model. */
export function pcaTestMse(model: Pick<PcaModel, 'testMse'> | null, codeSize: number): number | null {
  return model && errorAt(model.testMse, codeSize);
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

/** Images `[n, D]` from coordinates `[n, codeSize]`: the mean plus the weighted components. Not clipped to [0, 1]. */
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

/** PCA reconstructions of images `[n, D]` with `codeSize` components, `[n, D]`; not clipped to [0, 1]. */
export function pcaReconstruction(
  model: Pick<PcaModel, 'mean' | 'components'>,
  images: Float32Array,
  codeSize: number,
): Float32Array {
  const used = pcaCodeSize(model, codeSize);
  return pcaImages(model, pcaCodes(model, images, used), used);
}

/** What the linear denoiser makes of noisy images `[n, D]` with a code of `codeSize` numbers, `[n, D]`; not clipped to [0, 1]. */
export function linearDenoising(
  { inputMean, mean, encoder, decoder }: Pick<LinearDenoiser, 'inputMean' | 'mean' | 'encoder' | 'decoder'>,
  images: Float32Array,
  codeSize: number,
): Float32Array {
  const used = pcaCodeSize({ mean, components: encoder }, codeSize);
  const codes = pcaCodes({ mean: inputMean, components: encoder }, images, used);
  return pcaImages({ mean, components: decoder }, codes, used);
}
