// Noise in a recording, as a patch of its spectrogram shows it (core/sound/cleaning/spectral-patch.ts). Noise adds to the spectrum as
// complex numbers and not to the magnitudes: it strengthens a partial in one frame and weakens it in the next. Each patch gets noise of
// another strength and colour, so a network has to find out both from what it sees.
import { t } from '@lingui/core/macro';
import { gridOf } from '../../../core/inpainting/mask';
import { pcg4d, unitInterval, words } from '../../../core/random';
import { boundsOf } from '../../../core/samples/sample-kind';
import { compand, expand } from '../../../core/sound/cleaning/spectral-patch';
import type { Corruption } from '../corruption';
import { bankBins, bankFrames, noiseFrames } from './noise-frames';

/** Amplitude at level 1, as a multiple of the clip's: 12 dB louder. Coloured noise is that strong at some frequencies. */
const loudest = 4;
/** The noise is at most this much softer than the level says, in dB. */
const softer = 27;
/** Most by which the noise rises or falls over a patch, in dB: as pink noise does in the lowest one. */
const tilt = 24;

export const spectral: Corruption = {
  label: t`Noise in the recording`,
  name: t`recorded`,
  summary: t`Adds noise of random colour to the spectrum, up to 27 dB softer than the level, also at random. At level 0.25 it is at most as loud as the sound.`,
  formula: String.raw`\tilde x = \sqrt{\left| x^2 + \sigma u N \right|}, \quad N \in \mathbb{C} \text{ of white noise}`,
  suits: ['spectrum'],
  apply(clean, noisy, offset, shape, level, { seed, step, sample }) {
    const { rows, columns, channels } = gridOf(shape);
    const [, greatest] = boundsOf(shape);
    if (level === 0) {
      noisy.set(clean.subarray(offset, offset + rows * columns * channels), offset);
      return;
    }
    const { re, im } = noiseFrames();
    const size = { rows, columns };
    pcg4d(seed, step, sample, 0);
    const strength = loudest * level * 10 ** ((-softer * unitInterval(words[0]!)) / 20);
    const one = stretch(size, words[1]!, words[2]!, words[3]!);
    pcg4d(seed, step, sample, 1);
    const slope = (tilt * (2 * unitInterval(words[0]!) - 1)) / 20 / Math.max(1, rows - 1);
    const two = stretch(size, words[1]!, words[2]!, words[3]!);
    for (let row = 0; row < rows; row++) {
      const gain = strength * Math.SQRT1_2 * 10 ** (slope * (row - (rows - 1) / 2));
      for (let column = 0; column < columns; column++) {
        const a = placeIn(one, row, column);
        const b = placeIn(two, row, column);
        const x = re[a]! * one.cosine - im[a]! * one.sine + re[b]! * two.cosine - im[b]! * two.sine;
        const y = re[a]! * one.sine + im[a]! * one.cosine + re[b]! * two.sine + im[b]! * two.cosine;
        for (let channel = 0; channel < channels; channel++) {
          const at = offset + (row * columns + column) * channels + channel;
          const real = expand(clean[at]!) + gain * x;
          const imaginary = gain * y;
          noisy[at] = Math.min(greatest, compand(Math.sqrt(real * real + imaginary * imaginary)));
        }
      }
    }
  },
};

/** A stretch of the stored noise, turned in phase. The sum of two is noise again, and there are a billion such sums. */
interface Stretch {
  readonly frame: number;
  readonly bin: number;
  readonly cosine: number;
  readonly sine: number;
}

function stretch(
  { rows, columns }: { rows: number; columns: number },
  frameWord: number,
  binWord: number,
  turnWord: number,
): Stretch {
  const turn = 2 * Math.PI * unitInterval(turnWord);
  return {
    frame: Math.floor(unitInterval(frameWord) * Math.max(1, bankFrames - columns)),
    bin: Math.floor(unitInterval(binWord) * Math.max(1, bankBins - rows)),
    cosine: Math.cos(turn),
    sine: Math.sin(turn),
  };
}

/** Samples that are larger than what is stored see it again. */
function placeIn({ frame, bin }: Stretch, row: number, column: number): number {
  return ((frame + column) % bankFrames) * bankBins + ((bin + row) % bankBins);
}
