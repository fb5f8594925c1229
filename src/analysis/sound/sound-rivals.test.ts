import { describe, expect, it } from 'vitest';
import { addNoise } from '../../core/sound/noise';
import { overlapWindows, windowLength } from '../../core/sound/overlap-windows';
import { snr } from '../../core/sound/snr';
import { noiseProfile, rivalFrame } from './noise-profile';
import { cleanedByRivals } from './sound-rivals';
import { spectralGate } from './spectral-gate';
import { wienerFilter } from './wiener-filter';
import { cleanedByLinearMap, cleanedByPca, type WindowModel } from './window-methods';

const rate = 8000;

/** A chord that dies away, like a struck key. */
function chord(seconds: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: seconds * rate }, (_, at) => {
    const tone = (hz: number) => Math.sin((2 * Math.PI * hz * at) / rate);
    return 0.2 * (tone(220) + tone(554) + tone(880)) * Math.exp((-1.5 * at) / rate);
  });
}

/** Sines of one frequency at any phase: their windows lie in a plane of two directions, a cosine and a sine. */
const hz = 500;
function model(deviation: number): WindowModel {
  const components = new Float32Array(windowLength ** 2);
  const deviations = new Float32Array(windowLength);
  const norm = Math.sqrt(2 / windowLength);
  for (let n = 0; n < windowLength; n++) {
    const angle = (2 * Math.PI * hz * n) / rate;
    components[n] = norm * Math.cos(angle);
    components[windowLength + n] = norm * Math.sin(angle);
  }
  deviations.fill(deviation, 0, 2);
  return {
    pca: { mean: new Float32Array(windowLength).fill(0.5), components, deviations },
    valueRange: [-1, 1],
  };
}
const sine = Float32Array.from(
  { length: 4 * rate },
  (_, at) => 0.5 * Math.sin((2 * Math.PI * hz * at) / rate + 1),
);

const inner = (signal: Float32Array) => signal.subarray(windowLength, -windowLength);

describe('the profile of noise', () => {
  it('of white noise is flat: its variance times the sum of the squared window', () => {
    const { noise } = addNoise(chord(4), 'white', 5, 1);
    const variance = noise.reduce((sum, value) => sum + value ** 2, 0) / noise.length;
    const { power } = noiseProfile(noise);
    const middle = power.subarray(1, -1);
    const mean = middle.reduce((sum, value) => sum + value, 0) / middle.length;
    expect(mean / ((variance * rivalFrame) / 2)).toBeCloseTo(1, 1);
  });

  it('of white noise has the level that logarithms of an exponential distribution have', () => {
    const { noise } = addNoise(chord(4), 'white', 5, 1);
    const { levelDb, deviationDb, power } = noiseProfile(noise);
    const bins = Array.from({ length: 400 }, (_, at) => at + 50);
    const mean = (of: (bin: number) => number) => bins.reduce((sum, bin) => sum + of(bin), 0) / bins.length;
    // Euler's constant in decibels below the mean power; a standard deviation of pi / sqrt(6) nepers of power.
    expect(Math.abs(mean((bin) => 10 * Math.log10(power[bin]!) - levelDb[bin]!) - 2.51)).toBeLessThan(0.15);
    expect(Math.abs(mean((bin) => deviationDb[bin]!) - 5.57)).toBeLessThan(0.3);
  });
});

describe.each([
  ['the Wiener filter', wienerFilter, 8],
  ['the spectral gate', spectralGate, 6],
] as const)('%s', (_, clean, leastGainDb) => {
  it('takes white noise from a chord, and leaves clean sound alone', () => {
    const signal = chord(4);
    const { noisy, noise } = addNoise(signal, 'white', 5, 2);
    const cleaned = clean(noisy, noiseProfile(noise));
    expect(cleaned.length).toBe(signal.length);
    expect(snr(signal, cleaned)).toBeGreaterThan(5 + leastGainDb);
    const still = clean(signal, noiseProfile(noise.map((value) => value * 1e-4)));
    expect(snr(signal, still)).toBeGreaterThan(25);
  });

  it('leaves little of noise alone', () => {
    const { noise } = addNoise(chord(2), 'white', 5, 3);
    const left = clean(noise, noiseProfile(noise));
    const energy = (signal: Float32Array) => signal.reduce((sum, value) => sum + value ** 2, 0);
    expect(energy(left) / energy(noise)).toBeLessThan(0.2);
  });
});

it('the Wiener filter takes away and never adds', () => {
  const { noisy, noise } = addNoise(chord(1), 'pink', 0, 4);
  const energy = (signal: Float32Array) => signal.reduce((sum, value) => sum + value ** 2, 0);
  expect(energy(wienerFilter(noisy, noiseProfile(noise)))).toBeLessThan(energy(noisy));
});

describe('linear methods on windows', () => {
  it('PCA keeps what its components hold, whatever the phase', () => {
    const cleaned = cleanedByPca(sine, model(3), 2);
    expect(snr(inner(sine), inner(cleaned))).toBeGreaterThan(60);
    expect(snr(inner(sine), inner(cleanedByPca(sine, model(3), 1)))).toBeLessThan(10);
  });

  it('PCA of k components lets k of 512 parts of white noise through, before windows overlap', () => {
    const { noisy } = addNoise(sine, 'white', 5, 5);
    // 10 log10(512 / 2) = 24 dB, and some more because overlapping windows are averaged.
    const gain = snr(inner(sine), inner(cleanedByPca(noisy, model(3), 2))) - 5;
    expect(gain).toBeGreaterThan(23.5);
    expect(gain).toBeLessThan(30);
  });

  it('the linear map weighs a direction by its share of signal: lambda / (lambda + sigma^2)', () => {
    const { noise } = addNoise(sine, 'white', 5, 6);
    const variance = noise.reduce((sum, value) => sum + value ** 2, 0) / noise.length;
    // In the model's units, half of those of the signal.
    const equal = Math.sqrt(variance) / 2;
    const cleaned = cleanedByLinearMap(sine, model(equal), noise);
    const halves = sine.map((value) => 0.5 * value);
    expect(snr(inner(halves), inner(cleaned))).toBeGreaterThan(15);
  });

  it('windows of silence stay silence', () => {
    const silence = new Float32Array(2000);
    expect(Math.max(...cleanedByPca(silence, model(3), 2).map(Math.abs))).toBeLessThan(1e-6);
    expect(overlapWindows(silence).length % windowLength).toBe(0);
  });
});

describe('all rivals', () => {
  const question = { ...addNoise(sine, 'white', 5, 7), codeSize: 2 };

  it('answer as long as the recording, those of windows only where there is a model', async () => {
    const without = await cleanedByRivals(
      question,
      null,
      () => undefined,
      () => false,
    );
    expect([without?.pca, without?.linear]).toEqual([null, null]);
    expect(without?.gate.length).toBe(sine.length);
    const all = await cleanedByRivals(
      question,
      model(3),
      () => undefined,
      () => false,
    );
    for (const answer of [all?.pca, all?.linear, all?.gate, all?.wiener]) {
      expect(answer?.length).toBe(sine.length);
      expect(snr(sine, answer!)).toBeGreaterThan(10);
    }
  });

  it('stop when nobody waits for them', async () => {
    expect(
      await cleanedByRivals(
        question,
        null,
        () => undefined,
        () => true,
      ),
    ).toBeNull();
  });
});
