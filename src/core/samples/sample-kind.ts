// What a sample is, by its shape: the numbers of it. `ui/sample` knows what it looks like.
import { imageSize, type SampleShape } from './samples';

/** `image`: `[height, width, channels]` with 1 (grey) or 3 (RGB) channels. `signal`: `[length, channels]`. */
export type SampleKind = 'image' | 'signal';

export function sampleKind(shape: SampleShape): SampleKind {
  return imageSize(shape) ? 'image' : 'signal';
}
