// First and second moments of each corruption in closed form, from which the best linear denoiser is computed. A corruption
// without an entry has none to compare with. A table of its own: only the analysis worker loads it.
import { normalCumulative, normalDensity } from '../../../core/normal-distribution';
import { emptyMask, gridOf, neutralValue } from '../../../core/inpainting/mask';
import { sampleKind } from '../../../core/samples/sample-kind';
import type { SampleShape } from '../../../core/samples/samples';
import { findKind } from '../../kinds/kind';
import { asImage, erasedBlock } from '../erasing/block';
import { side } from '../erasing/side';
import { clickNoise } from '../signals/clicks';
import { humNoise } from '../signals/hum';
import { pinkNoise } from '../signals/pink';
import { noiseShare, type SoundNoise } from '../signals/snr';

/** Mean and mean square of one noisy pixel over the noise. */
export interface PixelMoments {
  mean: number;
  meanSquare: number;
}

/** First and second moments of the noise, given the clean image, in closed form. */
export type NoiseMoments =
  /** Every pixel is corrupted by itself. */
  | { kind: 'per-pixel'; of: (clean: number, level: number, shape: SampleShape) => PixelMoments }
  /** Pixels are kept or set to `neutralValue` together: the probability that both are kept, `[D, D]`, row by row. */
  | { kind: 'erasing'; keptTogether: (shape: SampleShape, level: number) => Float64Array }
  /**
   * Noise of mean 0 is added to a signal: its covariance as a multiple of the power of the sample about the mean of each channel,
   * `[D, D]`, row by row.
   */
  | { kind: 'added'; covariance: (shape: SampleShape, level: number) => Float64Array };

/** The moments of a corruption on samples of this shape; undefined where they are unknown. */
export function momentsOf(noise: string, shape: SampleShape): NoiseMoments | undefined {
  const moments = findKind(noiseMoments, noise);
  const isClipped = sampleKind(shape) === 'image';
  return moments?.kind === 'added' && isClipped ? undefined : moments;
}

/** By the id of the corruption. */
export const noiseMoments: Readonly<Record<string, NoiseMoments>> = {
  none: { kind: 'per-pixel', of: (clean) => ({ mean: clean, meanSquare: clean * clean }) },
  gaussian: {
    kind: 'per-pixel',
    of: (clean, level, shape) =>
      sampleKind(shape) === 'image'
        ? clippedNormalMoments(clean, level)
        : { mean: clean, meanSquare: clean * clean + level * level },
  },
  saltPepper: {
    kind: 'per-pixel',
    of: (clean, level) => ({
      mean: (1 - level) * clean + level / 2,
      meanSquare: (1 - level) * clean * clean + level / 2,
    }),
  },
  masking: {
    kind: 'per-pixel',
    of: (clean, level, shape) => {
      const neutral = neutralValue(shape);
      return {
        mean: (1 - level) * clean + level * neutral,
        meanSquare: (1 - level) * clean * clean + level * neutral * neutral,
      };
    },
  },
  block: { kind: 'erasing', keptTogether },
  side: { kind: 'erasing', keptTogether: keptLeft },
  impulses: {
    kind: 'per-pixel',
    of: (clean, level, shape) => ({
      mean: (1 - level) * clean + level / 2,
      // On an image they are clipped to black and white. The mean square of 1 + u is 7/3.
      meanSquare:
        (1 - level) * clean * clean + level * (sampleKind(shape) === 'image' ? 1 / 2 : 1 / 4 + 7 / 3),
    }),
  },
  pink: { kind: 'added', covariance: addedOf(pinkNoise) },
  hum: { kind: 'added', covariance: addedOf(humNoise) },
  clicks: { kind: 'added', covariance: addedOf(clickNoise) },
};

/** Each channel has its own noise. */
function addedOf(noise: SoundNoise): (shape: SampleShape, level: number) => Float64Array {
  return ([length = 1, channels = 1], level) => {
    const size = length * channels;
    const share = noiseShare(level);
    const byLag = Array.from({ length }, (_, lag) => share * noise.covariance(lag, length));
    return Float64Array.from({ length: size * size }, (_, at) => {
      const [a, b] = [Math.floor(at / size), at % size];
      const lag = Math.abs(Math.floor(a / channels) - Math.floor(b / channels));
      return a % channels === b % channels ? (byLag[lag] ?? 0) : 0;
    });
  };
}

/** Moments of `x + deviation * e` clipped to [0, 1], for a standard normal e (the truncated normal's, and the mass at 1). */
function clippedNormalMoments(x: number, deviation: number): PixelMoments {
  if (deviation === 0) return { mean: x, meanSquare: x * x };
  const [low, high] = [-x / deviation, (1 - x) / deviation];
  const inside = normalCumulative(high) - normalCumulative(low);
  const above = 1 - normalCumulative(high);
  const [atLow, atHigh] = [normalDensity(low), normalDensity(high)];
  return {
    mean: x * inside + deviation * (atLow - atHigh) + above,
    meanSquare: (x * x + deviation * deviation) * inside + deviation * (x * atLow - (x + 1) * atHigh) + above,
  };
}

/** Probability that neither of two pixels is erased, `[D, D]`: every position of the square is equally likely. */
function keptTogether(shape: SampleShape, level: number): Float64Array {
  const { height, width, channels } = asImage(shape);
  const { rows, columns } = erasedBlock(shape, level);
  const size = height * width * channels;
  const placeOf = (pixel: number) => {
    const cell = Math.floor(pixel / channels);
    return { row: Math.floor(cell / width), column: cell % width };
  };
  const erased = (a: number, b: number) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return (
      coveredTogether(one.row, other.row, rows, height) *
      coveredTogether(one.column, other.column, columns, width)
    );
  };
  const alone = Float64Array.from({ length: size }, (_, pixel) => erased(pixel, pixel));
  const kept = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = a; b < size; b++) {
      const both = 1 - (alone[a] ?? 0) - (alone[b] ?? 0) + erased(a, b);
      kept[a * size + b] = both;
      kept[b * size + a] = both;
    }
  }
  return kept;
}

/** The same pixels are always erased. */
function keptLeft(shape: SampleShape, level: number): Float64Array {
  const missing = emptyMask(shape);
  side.mask?.(missing, shape, level, { seed: 0, step: 0, sample: 0 });
  const { channels } = gridOf(shape);
  const size = missing.length * channels;
  const isKept = (at: number) => missing[Math.floor(at / channels)] === 0;
  return Float64Array.from({ length: size * size }, (_, at) =>
    isKept(Math.floor(at / size)) && isKept(at % size) ? 1 : 0,
  );
}

/** Share of the positions of a stretch of `side` within `length` that cover both a and b. */
function coveredTogether(a: number, b: number, side: number, length: number): number {
  const last = Math.min(Math.min(a, b), length - side);
  const first = Math.max(0, Math.max(a, b) - side + 1);
  return Math.max(0, last - first + 1) / (length - side + 1);
}
