// The frames of an interpolation: the animation uses all of them, the strip a few.
import type { SampleKind } from '../../core/samples/sample-kind';

export const frameCount = 41;

/** Frames of the strip: a line needs more width to be read. Each divides the way evenly into frames. */
export const stripSteps = { image: 11, signal: 6 } as const satisfies Readonly<Record<SampleKind, number>>;

/** So many frames, `[steps, size]`, including both ends. @param frames `[frameCount, size]` */
export function stripOf(frames: Float32Array, steps: number): Float32Array {
  const size = frames.length / frameCount;
  const between = (frameCount - 1) / (steps - 1);
  const strip = new Float32Array(steps * size);
  for (let step = 0; step < steps; step++) {
    strip.set(frames.subarray(step * between * size, (step * between + 1) * size), step * size);
  }
  return strip;
}

/** The frame nearest to `share` of the path, in [0, 1], `[size]`. */
export function frameAt(frames: Float32Array, share: number): Float32Array {
  const size = frames.length / frameCount;
  const frame = Math.round(Math.min(1, Math.max(0, share)) * (frameCount - 1));
  return frames.subarray(frame * size, (frame + 1) * size);
}
