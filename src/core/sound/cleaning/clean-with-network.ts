// Cleans a clip with a network that was trained on pieces of sound: cuts it into overlapping pieces, asks the network for each, and
// joins the answers.
import { rms } from '../loudness';
import { overlapAdd, overlapWindows, windowLength } from '../overlap-windows';
import { analyse, magnitudes, synthesise } from '../stft';
import {
  coveringPlaces,
  cutPatch,
  joinPatches,
  noiseMagnitude,
  paddedSpectrogram,
  patchSize,
  spectralFrame,
} from './spectral-patch';
import { spectralMask } from './spectral-mask';

/** What the pieces are: patches of the spectrogram, or windows of the waveform. */
export type SoundRepresentation =
  | { readonly kind: 'spectrum' }
  /** @property valueRange the amplitudes that the network reads as 0 and as 1 */
  | { readonly kind: 'raw'; readonly valueRange: readonly [number, number] };

/** The network's answer to samples `[count, size]`, of the same shape; null where there is no such network any more. */
export type Reconstruct = (samples: Float32Array) => Promise<Float32Array | null>;

/** Samples in one question, so that training is not held up for long. */
const samplesPerQuestion = 1024;
/** A quarter of a window: each point is the mean of four answers. */
const rawHop = windowLength / 4;

/**
 * @param noisy at 8 kHz, of any length and loudness
 * @returns as long and on the same scale; null where `reconstruct` answered null
 */
export async function cleanWithNetwork(
  noisy: Float32Array,
  representation: SoundRepresentation,
  reconstruct: Reconstruct,
): Promise<Float32Array<ArrayBuffer> | null> {
  const loudness = rms(noisy);
  if (loudness === 0) return new Float32Array(noisy.length);
  return representation.kind === 'spectrum'
    ? cleanSpectrum(noisy, noiseMagnitude(loudness), reconstruct)
    : cleanWaveform(noisy, representation.valueRange, reconstruct);
}

/** The phase stays that of the noisy clip: noise in it is heard less than noise in the magnitudes (Wang & Lim 1982). */
async function cleanSpectrum(
  noisy: Float32Array,
  unit: number,
  reconstruct: Reconstruct,
): Promise<Float32Array<ArrayBuffer> | null> {
  const spectrum = analyse(noisy, spectralFrame);
  const padded = paddedSpectrogram(spectrum, unit);
  const places = coveringPlaces(padded);
  const patches = new Float32Array(places.length * patchSize);
  places.forEach((place, at) => cutPatch(padded, place, patches, at * patchSize));
  const answers = await inPieces(patches, patchSize, reconstruct);
  if (!answers) return null;
  const clean = joinPatches(padded, places, answers);
  const before = magnitudes(spectrum).map((magnitude) => magnitude / unit);
  const mask = spectralMask(before, clean, spectrum.frames, spectrum.bins);
  const masked = (part: Float32Array) => Float32Array.from(part, (value, at) => value * (mask[at] ?? 0));
  return synthesise({ ...spectrum, re: masked(spectrum.re), im: masked(spectrum.im) }, noisy.length);
}

async function cleanWaveform(
  noisy: Float32Array,
  [least, greatest]: readonly [number, number],
  reconstruct: Reconstruct,
): Promise<Float32Array<ArrayBuffer> | null> {
  const span = greatest - least;
  const windows = overlapWindows(noisy, rawHop).map((value) => (value - least) / span);
  const answers = await inPieces(windows, windowLength, reconstruct);
  if (!answers) return null;
  return overlapAdd(
    answers.map((value) => least + value * span),
    noisy.length,
    rawHop,
  );
}

async function inPieces(
  samples: Float32Array,
  size: number,
  reconstruct: Reconstruct,
): Promise<Float32Array<ArrayBuffer> | null> {
  const answers = new Float32Array(samples.length);
  const step = samplesPerQuestion * size;
  for (let from = 0; from < samples.length; from += step) {
    // A copy: what a worker is asked may be transferred to it.
    const answer = await reconstruct(samples.slice(from, from + step));
    if (!answer) return null;
    answers.set(answer, from);
  }
  return answers;
}
