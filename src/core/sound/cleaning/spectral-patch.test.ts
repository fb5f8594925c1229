import { expect, it } from 'vitest';
import { analyse, magnitudes } from '../stft';
import {
  compand,
  coveringPlaces,
  cutPatch,
  expand,
  joinPatches,
  noiseMagnitude,
  paddedSpectrogram,
  patchBins,
  patchFrames,
  patchSize,
  spectralFrame,
  spectralHop,
} from './spectral-patch';
import { spectralMask } from './spectral-mask';

const tone = (hz: number) =>
  Float32Array.from({ length: 4000 }, (_, at) => 0.1 * Math.sin((2 * Math.PI * hz * at) / 8000));

it('magnitudes survive being companded, cut into patches and joined', () => {
  const spectrum = analyse(tone(440), spectralFrame);
  const unit = noiseMagnitude(0.1);
  const padded = paddedSpectrogram(spectrum, unit);
  const places = coveringPlaces(padded);
  const patches = new Float32Array(places.length * patchSize);
  places.forEach((place, at) => cutPatch(padded, place, patches, at * patchSize));
  const joined = joinPatches(padded, places, patches);
  const direct = magnitudes(spectrum);
  expect(joined).toHaveLength(direct.length);
  joined.forEach((value, at) => expect(value * unit).toBeCloseTo(direct[at]!, 3));
});

it('a patch is a picture: the highest frequency on top, time to the right', () => {
  // 1000 Hz is bin 256 of 1025; the tone begins in the middle of the patch.
  const signal = Float32Array.from([...new Float32Array(4096), ...tone(1000)]);
  const padded = paddedSpectrogram(analyse(signal, spectralFrame), noiseMagnitude(0.07));
  const patch = new Float32Array(patchSize);
  const bin = 256 + patchBins - 1 - 3;
  const frame = 4096 / spectralHop + patchFrames - 1 - 2;
  cutPatch(padded, { frame, bin }, patch, 0);
  const at = (row: number, column: number) => patch[row * patchFrames + column]!;
  const partial = patchBins - 1 - 3;
  const last = patchFrames - 1;
  expect(at(partial, last)).toBeGreaterThan(2 * at(partial - 4, last));
  expect(at(partial, last)).toBeGreaterThan(2 * at(partial, 0));
});

it('white noise has a mean square magnitude of 1 in units of noise that loud', () => {
  let state = 1;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647 - 0.5;
  const noise = Float32Array.from({ length: 60_000 }, random);
  const unit = noiseMagnitude(Math.sqrt(1 / 12));
  const power = magnitudes(analyse(noise, spectralFrame)).reduce(
    (sum, value) => sum + (value / unit) ** 2,
    0,
  );
  expect(power / magnitudes(analyse(noise, spectralFrame)).length).toBeCloseTo(1, 1);
});

it('companding has an inverse, and nothing is below silence', () => {
  for (const magnitude of [0, 1e-4, 1, 90]) expect(expand(compand(magnitude))).toBeCloseTo(magnitude, 9);
  expect(expand(-0.3)).toBe(0);
});

it('the mask weighs the power against that of the noise which the network removed', () => {
  const [frames, bins] = [90, 40];
  const noisy = new Float32Array(frames * bins).fill(2);
  const clean = new Float32Array(frames * bins).fill(1);
  // noise power 4 - 1
  spectralMask(noisy, clean, frames, bins).forEach((gain) => expect(gain).toBeCloseTo(1 / (1 + 9), 6));
  expect(Math.min(...spectralMask(noisy, noisy, frames, bins))).toBe(1);
  expect(Math.max(...spectralMask(noisy, new Float32Array(frames * bins), frames, bins))).toBe(0);
});

it('noise is averaged over a neighbourhood, not over the clip', () => {
  const [frames, bins] = [200, 40];
  const clean = new Float32Array(frames * bins).fill(1);
  const noisy = clean.map((_, at) => (at < (frames / 2) * bins ? 1 : 2));
  const mask = spectralMask(noisy, clean, frames, bins);
  expect(mask[20]).toBe(1);
  expect(mask[mask.length - 20]).toBeCloseTo(0.1, 6);
});
