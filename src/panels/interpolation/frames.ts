// The frames of an interpolation: the animation uses all of them, the strip a few.

export const stripSteps = 11;
const between = 4;
export const frameCount = (stripSteps - 1) * between + 1;

/** The frames of the strip, `[stripSteps, size]`, including both ends. @param frames `[frameCount, size]` */
export function everyNth(frames: Float32Array): Float32Array {
  const size = frames.length / frameCount;
  const strip = new Float32Array(stripSteps * size);
  for (let step = 0; step < stripSteps; step++) {
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
