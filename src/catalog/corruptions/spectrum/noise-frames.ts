// A stretch of the short-time spectrum of white noise, made once: neighbouring frames and frequencies of it are correlated as those of
// real noise are, since they share points. A direct transform of few frequencies; a fast one would be more code than it saves.
import { pcg4d, standardNormal, words } from '../../../core/random';
import { spectralFrame, spectralHop } from '../../../core/sound/cleaning/spectral-patch';

export const bankFrames = 512;
export const bankBins = 64;
/** Far from 0 Hz and from half the sampling rate, where the spectrum of a real signal meets its mirror image. */
const firstBin = 128;

/** `[bankFrames, bankBins]`, of mean square magnitude 1. */
export interface NoiseFrames {
  readonly re: Float32Array;
  readonly im: Float32Array;
}

let made: NoiseFrames | null = null;

/** Made when it is first asked for, which takes about 0.15 s. */
export function noiseFrames(): NoiseFrames {
  return (made ??= makeNoiseFrames());
}

function makeNoiseFrames(): NoiseFrames {
  const noise = Float32Array.from({ length: (bankFrames - 1) * spectralHop + spectralFrame }, (_, at) => {
    pcg4d(at, 0, 0, 0x6e6f6973);
    return standardNormal(words[0] ?? 0, words[1] ?? 0);
  });
  // The window's squares sum to half a frame.
  const scale = Math.sqrt(2 / spectralFrame);
  const angles = Float32Array.from({ length: spectralFrame }, (_, n) => (2 * Math.PI * n) / spectralFrame);
  const [cosines, sines] = [angles.map(Math.cos), angles.map(Math.sin)];
  const re = new Float32Array(bankFrames * bankBins);
  const im = new Float32Array(bankFrames * bankBins);
  const windowed = new Float32Array(spectralFrame);
  for (let frame = 0; frame < bankFrames; frame++) {
    for (let n = 0; n < spectralFrame; n++)
      windowed[n] = (noise[frame * spectralHop + n] ?? 0) * Math.sin((Math.PI * n) / spectralFrame) * scale;
    for (let bin = 0; bin < bankBins; bin++) {
      let [x, y] = [0, 0];
      for (let n = 0, turn = 0; n < spectralFrame; n++) {
        x += windowed[n]! * cosines[turn]!;
        y -= windowed[n]! * sines[turn]!;
        turn = (turn + firstBin + bin) % spectralFrame;
      }
      re[frame * bankBins + bin] = x;
      im[frame * bankBins + bin] = y;
    }
  }
  return { re, im };
}
