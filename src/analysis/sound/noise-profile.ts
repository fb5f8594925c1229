// What the spectral gate and the Wiener filter are told of the noise: how strong it is at each frequency, from noise alone.
import { analyse, magnitudes } from '../../core/sound/stft';

/**
 * Points in a frame of both methods: 128 ms at 8 kHz. Twice as long as the network's, since longer frames suit steady tones better: the
 * Wiener filter gains a decibel on notes of a piano.
 */
export const rivalFrame = 1024;

/** Per bin of a frame of `rivalFrame` points, `[bins]` each. */
export interface NoiseProfile {
  /** Mean power. */
  readonly power: Float64Array<ArrayBuffer>;
  /** Mean and standard deviation of the level, in dB of the magnitude. */
  readonly levelDb: Float64Array<ArrayBuffer>;
  readonly deviationDb: Float64Array<ArrayBuffer>;
}

/** Keeps silence out of logarithms: 180 dB below a magnitude of 1. */
const leastPower = 1e-18;

export function decibels(magnitude: number): number {
  return 10 * Math.log10(Math.max(leastPower, magnitude ** 2));
}

/** @param noise without the signal, at least one frame long for a profile that means something */
export function noiseProfile(noise: Float32Array): NoiseProfile {
  const spectrum = analyse(noise, rivalFrame);
  const { frames, bins } = spectrum;
  const all = magnitudes(spectrum);
  const power = new Float64Array(bins);
  const levelDb = new Float64Array(bins);
  const squaredDb = new Float64Array(bins);
  all.forEach((magnitude, at) => {
    const bin = at % bins;
    const db = decibels(magnitude);
    power[bin] = (power[bin] ?? 0) + magnitude ** 2 / frames;
    levelDb[bin] = (levelDb[bin] ?? 0) + db / frames;
    squaredDb[bin] = (squaredDb[bin] ?? 0) + db ** 2 / frames;
  });
  return {
    power: power.map((value) => Math.max(leastPower, value)),
    levelDb,
    deviationDb: squaredDb.map((value, bin) => Math.sqrt(Math.max(0, value - (levelDb[bin] ?? 0) ** 2))),
  };
}
