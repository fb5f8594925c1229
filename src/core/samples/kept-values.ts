// Samples for storage.
import { sampleKind } from './sample-kind';
import type { Samples, SampleShape } from './samples';

/** Samples of this shape as they are kept: pixels as bytes, clipped to [0, 1] and rounded; signals, which have no such range, as they are. */
export function keptValues(values: Float32Array, shape: SampleShape): Samples['values'] {
  if (sampleKind(shape) === 'signal') return values.slice();
  return Uint8Array.from(new Uint8ClampedArray(values.map((pixel) => pixel * 255)));
}
