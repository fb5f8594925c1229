// The Wiener filter with the decision-directed estimate of the signal's share (Ephraim & Malah, "Speech enhancement using a minimum
// mean-square error short-time spectral amplitude estimator", IEEE TASSP 1984, equation 51; the gain is Wiener's, xi / (1 + xi), as in
// Scalart & Filho, ICASSP 1996).
import { analyse, synthesise } from '../../core/sound/stft';
import { rivalFrame, type NoiseProfile } from './noise-profile';

/** How much of the a priori SNR comes from the frame before. */
const memory = 0.98;
/** Of the a priori SNR: -25 dB, below which musical noise is heard (Cappé 1994). */
const leastSnr = 10 ** -2.5;

/** @param noisy `[points]`, the same for the answer */
export function wienerFilter(noisy: Float32Array, { power }: NoiseProfile): Float32Array<ArrayBuffer> {
  const spectrum = analyse(noisy, rivalFrame);
  const { re, im, bins } = spectrum;
  /** Power of the signal, as estimated in the frame before, `[bins]`. */
  const before = new Float64Array(bins);
  for (let at = 0; at < re.length; at++) {
    const bin = at % bins;
    const noise = power[bin] ?? 1;
    const x = re[at] ?? 0;
    const y = im[at] ?? 0;
    const posterior = (x ** 2 + y ** 2) / noise;
    const prior = memory * ((before[bin] ?? 0) / noise) + (1 - memory) * Math.max(0, posterior - 1);
    const snr = Math.max(leastSnr, prior);
    const gain = snr / (1 + snr);
    re[at] = gain * x;
    im[at] = gain * y;
    before[bin] = (gain * x) ** 2 + (gain * y) ** 2;
  }
  return synthesise(spectrum, noisy.length);
}
