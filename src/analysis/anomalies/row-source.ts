// Rows of numbers to search or to project, wherever they are held: they are copied out piece by piece, in [0, 1].
import { sampleSize, valueScale, type Samples } from '../../core/samples/samples';

export interface RowSource {
  readonly count: number;
  readonly width: number;
  /** Writes rows `first .. first + count - 1` to the front of `target`. */
  readonly copy: (first: number, count: number, target: Float32Array) => void;
}

/** @param picked indices of the samples that count; null for all */
export function sampleRows(samples: Samples, picked: Uint32Array | null = null): RowSource {
  const { values, shape } = samples;
  const width = sampleSize(shape);
  const scale = valueScale(samples);
  return {
    count: picked?.length ?? samples.count,
    width,
    copy(first, count, target) {
      for (let row = 0; row < count; row++) {
        const from = (picked === null ? first + row : (picked[first + row] ?? 0)) * width;
        for (let i = 0, to = row * width; i < width; i++, to++) target[to] = (values[from + i] ?? 0) * scale;
      }
    },
  };
}

/** @param values `[n, width]` */
export function floatRows(values: Float32Array, width: number): RowSource {
  return {
    count: values.length / width,
    width,
    copy: (first, count, target) => target.set(values.subarray(first * width, (first + count) * width)),
  };
}
