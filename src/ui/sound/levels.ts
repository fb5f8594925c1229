// The short-time spectrum of a clip in dB, as a picture of it needs it.
import { analyse, frameLength, hopLength, magnitudes } from '../../core/sound/stft';

/** A sine of amplitude 1 has this magnitude in its bin: half the sum of the window. */
const fullScale = frameLength / Math.PI;

export interface Levels {
  /** `[frames, bins]`, in dB of a sine of amplitude 1. */
  readonly db: Float32Array;
  readonly frames: number;
  readonly bins: number;
  /** Points of the clip. */
  readonly length: number;
}

/** What the colours of a spectrogram run over, in dB. */
export interface LevelRange {
  readonly low: number;
  readonly high: number;
}

/** How much fainter than the strongest a level may be to be seen. */
const seenDb = 65;

export function levelsOf(samples: Float32Array): Levels {
  const spectrum = analyse(samples);
  const db = magnitudes(spectrum).map((magnitude) => 20 * Math.log10(Math.max(1e-6, magnitude / fullScale)));
  return { db, frames: spectrum.frames, bins: spectrum.bins, length: samples.length };
}

/** From the strongest level down to what is `seenDb` fainter. */
export function levelRange({ db }: Levels): LevelRange {
  let high = -120;
  for (const level of db) high = Math.max(high, level);
  return { low: high - seenDb, high };
}

/** Where on the clip frame `frame` lies: its part of the picture, from edge to edge, as shares of the clip's length. */
export function frameSpan(frame: number, length: number): readonly [from: number, to: number] {
  const centre = frame * hopLength - hopLength;
  return [(centre - hopLength / 2) / length, (centre + hopLength / 2) / length];
}
