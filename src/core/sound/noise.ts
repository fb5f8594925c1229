// Noise added to a recording at a signal-to-noise ratio. It is a function of (seed, point), so that the same seed gives the same noise.
import FFT from 'fft.js';
import { pcg4d, standardNormal, uniform, words } from '../random';

export const noiseKinds = ['white', 'pink', 'hum', 'clicks'] as const;
/**
 * - `white`: Gaussian, the same power at every frequency
 * - `pink`: Gaussian, power as 1 / frequency: 3 dB less an octave
 * - `hum`: of the mains, 50 Hz and its harmonics up to 400 Hz, amplitudes as 1 / number, phases random
 * - `clicks`: about 20 a second at random places, each a burst at all frequencies that dies away within 2 ms
 */
export type NoiseKind = (typeof noiseKinds)[number];

/** Keeps the random numbers of sound apart from those of other uses of a seed. */
const stream = 0x736f756e;

const mainsHz = 50;
const harmonics = 8;
const clicksPerSecond = 20;
/** A click falls to 1 / e of its height in this many points. */
const clickDecay = 4;
const clickLength = 16;

/** Standard normal number `index`; `salt` keeps its uses apart. */
function normal(seed: number, salt: number, index: number): number {
  pcg4d(seed, stream, salt, index);
  return standardNormal(words[0] ?? 0, words[1] ?? 0);
}

function white(length: number, seed: number): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length }, (_, at) => normal(seed, 0, at));
}

/** White noise whose spectrum is divided by the root of the frequency. It has no mean: the power of 1 / f at 0 is infinite. */
function pink(length: number, seed: number): Float64Array<ArrayBuffer> {
  const size = 2 ** Math.max(1, Math.ceil(Math.log2(length)));
  const fft = new FFT(size);
  const spectrum = fft.createComplexArray();
  fft.realTransform(spectrum, white(size, seed));
  for (let bin = 0; bin <= size / 2; bin++) {
    const gain = bin === 0 ? 0 : 1 / Math.sqrt(bin);
    spectrum[2 * bin] = (spectrum[2 * bin] ?? 0) * gain;
    spectrum[2 * bin + 1] = (spectrum[2 * bin + 1] ?? 0) * gain;
  }
  fft.completeSpectrum(spectrum);
  const out = fft.createComplexArray();
  fft.inverseTransform(out, spectrum);
  return Float64Array.from({ length }, (_, at) => out[2 * at] ?? 0);
}

function hum(length: number, seed: number, rate: number): Float64Array<ArrayBuffer> {
  const phases = Array.from({ length: harmonics }, (_, at) => 2 * Math.PI * uniform(seed, stream, 1, at));
  return Float64Array.from({ length }, (_, at) =>
    phases.reduce((sum, phase, harmonic) => {
      const number = harmonic + 1;
      return sum + Math.sin((2 * Math.PI * mainsHz * number * at) / rate + phase) / number;
    }, 0),
  );
}

function clicks(length: number, seed: number, rate: number): Float64Array<ArrayBuffer> {
  const noise = new Float64Array(length);
  const count = Math.max(1, Math.round((clicksPerSecond * length) / rate));
  for (let click = 0; click < count; click++) {
    const start = Math.floor(uniform(seed, stream, 2, click) * length);
    const height = normal(seed, 3, click);
    for (let n = 0; n < clickLength && start + n < length; n++) {
      const point = n === 0 ? 1 : normal(seed, 4, click * clickLength + n);
      noise[start + n] = (noise[start + n] ?? 0) + height * point * Math.exp(-n / clickDecay);
    }
  }
  return noise;
}

function power(values: Float32Array | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value ** 2;
  return sum;
}

const makers = { white, pink, hum, clicks } satisfies Record<
  NoiseKind,
  (length: number, seed: number, rate: number) => Float64Array<ArrayBuffer>
>;

export interface NoisyClip {
  /** May leave [-1, 1]: noise is never clipped. */
  readonly noisy: Float32Array<ArrayBuffer>;
  /** What was added. */
  readonly noise: Float32Array<ArrayBuffer>;
}

/**
 * @param snrDb of the whole clip: the noise is scaled to it exactly
 * @param rate points in a second
 * @throws RangeError if the clip is silent or empty: no noise has an SNR to it
 */
export function addNoise(
  clean: Float32Array,
  kind: NoiseKind,
  snrDb: number,
  seed: number,
  rate = 8000,
): NoisyClip {
  const signal = power(clean);
  if (signal === 0) throw new RangeError('A silent clip has no signal-to-noise ratio.');
  const shape = makers[kind](clean.length, seed, rate);
  const gain = Math.sqrt(signal / power(shape) / 10 ** (snrDb / 10));
  const noise = Float32Array.from(shape, (value) => value * gain);
  return { noisy: clean.map((value, at) => value + (noise[at] ?? 0)), noise };
}
