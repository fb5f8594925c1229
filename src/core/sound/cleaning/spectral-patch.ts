// Patches of a spectrogram: what a network is trained on and what it cleans. A patch is small and lies anywhere in time and frequency,
// so a partial looks the same at every pitch, and a network learns from 24 notes what holds for any other
// (docs/decisions/0023-sound-by-spectrum.md). The idea is that of denoising images by patches (Burger, Schuler & Harmeling, CVPR 2012).
import type { SampleShape } from '../../samples/samples';
import type { Spectrum } from '../stft';

/** Points in a frame of the spectrum: 256 ms at 8 kHz. Longer than usual for speech: partials last, and lie close together. */
export const spectralFrame = 2048;
/** Points between the beginnings of neighbouring frames. */
export const spectralHop = spectralFrame / 4;
/** Frequencies in a patch, 3.9 Hz apart. */
export const patchBins = 16;
/** Frames in a patch, 64 ms apart. */
export const patchFrames = 8;

/** As a picture of it is read: rows are frequencies, the highest on top, columns are frames. */
export const patchShape: SampleShape = [patchBins, patchFrames, 1];
export const patchSize = patchBins * patchFrames;

/** The magnitude of which the value is 1, in units of white noise as loud as the clip. */
const top = 160;

/**
 * A magnitude as the network reads it: the square root, so that a loud partial does not outweigh everything else, and silence still
 * counts for little. In [0, 1] for whatever the piano plays.
 * @param magnitude in units of `noiseMagnitude`
 */
export function compand(magnitude: number): number {
  return Math.sqrt(magnitude / top);
}

/** The inverse of `compand`. What a network answers below 0 counts as 0. */
export function expand(value: number): number {
  return value > 0 ? value * value * top : 0;
}

/** The root mean square magnitude, in a frame, of white noise with this RMS. */
export function noiseMagnitude(rms: number): number {
  return rms * Math.sqrt(spectralFrame / 2);
}

/**
 * Companded magnitudes, with a margin of a patch less one around them, so that every point lies in as many patches as any other.
 */
export interface PaddedSpectrogram {
  /** `[frames, bins]`, both with their margins. */
  readonly values: Float32Array;
  readonly frames: number;
  readonly bins: number;
}

const marginBins = patchBins - 1;
const marginFrames = patchFrames - 1;

/**
 * Below 0 Hz and above half the sampling rate the spectrum of a real signal is its own mirror image; before and after the clip there is
 * silence.
 * @param unit the magnitude that counts as 1
 */
export function paddedSpectrogram({ re, im, frames, bins }: Spectrum, unit: number): PaddedSpectrogram {
  const paddedBins = bins + 2 * marginBins;
  const values = new Float32Array((frames + 2 * marginFrames) * paddedBins);
  for (let frame = 0; frame < frames; frame++)
    for (let at = 0; at < paddedBins; at++) {
      const bin = mirrored(at - marginBins, bins);
      const from = frame * bins + bin;
      const magnitude = Math.hypot(re[from] ?? 0, im[from] ?? 0);
      values[(frame + marginFrames) * paddedBins + at] = compand(magnitude / unit);
    }
  return { values, frames: frames + 2 * marginFrames, bins: paddedBins };
}

function mirrored(bin: number, bins: number): number {
  const last = bins - 1;
  const folded = Math.abs(bin);
  return folded > last ? 2 * last - folded : folded;
}

/** Where a patch begins in a padded spectrogram. */
export interface PatchPlace {
  readonly frame: number;
  readonly bin: number;
}

/** Writes one patch, `patchShape`, to `patches[offset ..]`. */
export function cutPatch(
  { values, bins }: PaddedSpectrogram,
  { frame, bin }: PatchPlace,
  patches: Float32Array,
  offset: number,
): void {
  for (let row = 0; row < patchBins; row++)
    for (let column = 0; column < patchFrames; column++)
      patches[offset + row * patchFrames + column] =
        values[(frame + column) * bins + bin + patchBins - 1 - row] ?? 0;
}

/** Patches begin this far apart where a clip is cleaned: each point is the mean of many answers. */
const frameStep = 1;
const binStep = 4;

/** Patches that together cover every point of a spectrogram several times. */
export function coveringPlaces({ frames, bins }: PaddedSpectrogram): PatchPlace[] {
  const along = (length: number, patch: number, step: number) => {
    const last = length - patch;
    const starts = Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step);
    return last % step === 0 ? starts : [...starts, last];
  };
  const starts = along(bins, patchBins, binStep);
  return along(frames, patchFrames, frameStep).flatMap((frame) => starts.map((bin) => ({ frame, bin })));
}

/**
 * The mean of what patches say of each point, without the margins, as magnitudes in units of `noiseMagnitude`, `[frames, bins]`.
 * @param patches `[places.length, patchSize]`
 */
export function joinPatches(
  { frames, bins }: PaddedSpectrogram,
  places: readonly PatchPlace[],
  patches: Float32Array,
): Float32Array<ArrayBuffer> {
  const sums = new Float64Array(frames * bins);
  const counts = new Uint16Array(frames * bins);
  places.forEach(({ frame, bin }, patch) => {
    for (let row = 0; row < patchBins; row++)
      for (let column = 0; column < patchFrames; column++) {
        const at = (frame + column) * bins + bin + patchBins - 1 - row;
        sums[at] = (sums[at] ?? 0) + (patches[patch * patchSize + row * patchFrames + column] ?? 0);
        counts[at] = (counts[at] ?? 0) + 1;
      }
  });
  const innerFrames = frames - 2 * marginFrames;
  const innerBins = bins - 2 * marginBins;
  return Float32Array.from({ length: innerFrames * innerBins }, (_, index) => {
    const frame = Math.floor(index / innerBins) + marginFrames;
    const at = frame * bins + (index % innerBins) + marginBins;
    return expand((sums[at] ?? 0) / (counts[at] ?? 1));
  });
}
