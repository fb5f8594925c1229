// What a sample is, by its shape: the numbers of it. `ui/sample` knows what it looks like.
import { imageSize, type SampleShape } from './samples';

/** `image`: `[height, width, channels]` with 1 (grey) or 3 (RGB) channels. `signal`: `[length, channels]`. */
export type SampleKind = 'image' | 'signal';

export function sampleKind(shape: SampleShape): SampleKind {
  return imageSize(shape) ? 'image' : 'signal';
}

/**
 * What data are, beyond the shape of a sample: sound is a signal of thousands of points a second, and a piece of a spectrogram
 * (core/sound/cleaning/spectral-patch.ts) is an image of sound.
 */
export type DataKind = SampleKind | 'sound' | 'spectrum';

/** Sound is a signal, too. */
export function isSignal(kind: DataKind): boolean {
  return kind === 'signal' || kind === 'sound';
}

/** Beyond every value; finite, since a shader may not take an infinite number. */
const farAway = 3e38;

/**
 * The least and the greatest value that a number of a sample can have, also with noise. Black and white are the ends of what a
 * pixel can be. A signal is only scaled so that most of its values lie in [0, 1]: it is never clipped.
 */
export function boundsOf(shape: SampleShape): readonly [least: number, greatest: number] {
  return sampleKind(shape) === 'image' ? [0, 1] : [-farAway, farAway];
}
