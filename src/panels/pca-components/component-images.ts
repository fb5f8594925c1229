// The mean, varied along one PCA component or one code unit at a time.
import type { PcaModel } from '../../core/analysis-api';
import type { UnitRange } from '../../core/latent/unit-ranges';

/** The mean image, then the mean plus `multiple` deviations of each component from index `from` on, `[1 + n, D]`. */
export function componentImages(
  { mean, components, deviations }: Pick<PcaModel, 'mean' | 'components' | 'deviations'>,
  from: number,
  count: number,
  multiple: number,
): Float32Array {
  const size = mean.length;
  const shown = Math.max(0, Math.min(count, deviations.length - from));
  const images = new Float32Array((1 + shown) * size);
  images.set(mean);
  for (let i = 0; i < shown; i++) {
    const component = components.subarray((from + i) * size, (from + i + 1) * size);
    const amount = multiple * (deviations[from + i] ?? 0);
    images.set(
      mean.map((value, pixel) => value + amount * (component[pixel] ?? 0)),
      (1 + i) * size,
    );
  }
  return images;
}

/**
 * The mean code, then the mean code plus `multiple` deviations of each unit, `[1 + units, codeSize]`.
 * @param ranges one for each unit of the code, in order
 */
export function unitCodes(
  ranges: readonly UnitRange[],
  units: readonly UnitRange[],
  multiple: number,
): Float32Array {
  const mean = Float32Array.from(ranges, (range) => range.mean);
  const codes = new Float32Array((1 + units.length) * mean.length);
  codes.set(mean);
  units.forEach(({ unit, variance }, i) => {
    const code = codes.subarray((1 + i) * mean.length, (2 + i) * mean.length);
    code.set(mean);
    code[unit] = (mean[unit] ?? 0) + multiple * Math.sqrt(variance);
  });
  return codes;
}
