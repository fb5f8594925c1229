// Noise that is added at a ratio of signal to noise, as sound is measured: the same level disturbs a soft note as much as a loud one.
import { gridOf } from '../../../core/inpainting/mask';
import { boundsOf } from '../../../core/samples/sample-kind';
import type { Corruption, NoisePlace } from '../corruption';

/** The ratio next to level 0, in dB; level 0 itself is no noise. */
const quietest = 30;
/** The ratio at level 1, in dB: the noise has ten times the power of the signal. */
const loudest = -10;

/** The ratio of the signal's power about its mean to that of the noise, in dB: linear in the level. */
export function snrOfLevel(level: number): number {
  return quietest + (loudest - quietest) * level;
}

/** Power of the noise as a multiple of the signal's. */
export function noiseShare(level: number): number {
  return level === 0 ? 0 : 10 ** (-snrOfLevel(level) / 10);
}

/** A stationary noise of mean 0, and of variance 1 in expectation. */
export interface SoundNoise {
  /** Writes so many points of it; each is a function of the place, the channel and its index. */
  readonly draw: (noise: Float64Array, length: number, place: NoisePlace, channel: number) => void;
  /** Covariance of two points that are `lag` apart, in so many points of it. */
  readonly covariance: (lag: number, length: number) => number;
}

let scratch = new Float64Array(0);

/** `apply` of a corruption that adds this noise, another one in each channel. An image is read row by row. */
export function addedBySnr({ draw }: SoundNoise): Corruption['apply'] {
  return (clean, noisy, offset, shape, level, place) => {
    const { rows, columns, channels } = gridOf(shape);
    const length = rows * columns;
    const [least, greatest] = boundsOf(shape);
    const size = length * channels;
    const deviation = Math.sqrt(noiseShare(level) * powerOf(clean, offset, length, channels));
    if (clean !== noisy) noisy.set(clean.subarray(offset, offset + size), offset);
    if (deviation === 0) return;
    if (scratch.length < length) scratch = new Float64Array(length);
    for (let channel = 0; channel < channels; channel++) {
      draw(scratch, length, place, channel);
      for (let point = 0, at = offset + channel; point < length; point++, at += channels) {
        const value = noisy[at]! + deviation * scratch[point]!;
        noisy[at] = value < least ? least : value > greatest ? greatest : value;
      }
    }
  };
}

/** Mean square about the mean of each channel. */
export function powerOf(values: ArrayLike<number>, offset: number, length: number, channels: number): number {
  let power = 0;
  for (let channel = 0; channel < channels; channel++) {
    let [sum, squares] = [0, 0];
    for (let at = offset + channel; at < offset + length * channels; at += channels) {
      sum += values[at]!;
      squares += values[at]! * values[at]!;
    }
    power += Math.max(0, squares / length - (sum / length) ** 2);
  }
  return power / channels;
}
