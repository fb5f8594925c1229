// The contract of a reconstruction loss: how far a reconstruction is from the clean image, in plain numbers. The engine can
// train with these alone; its faster forms, in tfjs ops and in kernels, are tested against them.
import type { SampleText } from '../../core/samples/words/sample-words';

export interface Loss {
  label: string;
  /** Where there is little room: `MSE`. */
  name: string;
  summary: SampleText;
  /** In TeX. */
  formula: string;
  /** What `value` and `slope` are given of the reconstruction: the pixel, or the decoder's output before its activation. */
  reads: 'pixel' | 'logit';
  /** The loss of one pixel, in double precision. `target` is the clean pixel, in [0, 1]. */
  value(target: number, output: number): number;
  /** The derivative of `value` by `output`. */
  slope(target: number, output: number): number;
}

/** The logistic function: the decoder's last step, from a logit to a pixel in (0, 1). */
export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/**
 * The loss of a batch: the mean over all pixels of all images.
 * @param target pixels of the clean images, in [0, 1]
 * @param logits the decoder's output before its activation, as many
 * @param isSigmoid whether that activation is the sigmoid; else the logits are the pixels
 * @param weights of the pixels, in sum 1, for a weighted mean
 */
export function meanLoss(
  { reads, value }: Pick<Loss, 'reads' | 'value'>,
  target: ArrayLike<number>,
  logits: ArrayLike<number>,
  isSigmoid = true,
  weights?: ArrayLike<number>,
): number {
  const squashes = isSigmoid && reads === 'pixel';
  let sum = 0;
  for (let i = 0; i < target.length; i++) {
    const logit = logits[i] ?? 0;
    sum += value(target[i] ?? 0, squashes ? sigmoid(logit) : logit) * (weights ? (weights[i] ?? 0) : 1);
  }
  return weights ? sum : sum / target.length;
}

/** The derivative of `meanLoss` by each logit. */
export function meanLossGradient(
  { reads, slope }: Pick<Loss, 'reads' | 'slope'>,
  target: ArrayLike<number>,
  logits: ArrayLike<number>,
  isSigmoid = true,
  weights?: ArrayLike<number>,
): Float32Array {
  const squashes = isSigmoid && reads === 'pixel';
  const gradient = new Float32Array(target.length);
  for (let i = 0; i < target.length; i++) {
    const logit = logits[i] ?? 0;
    const pixel = squashes ? sigmoid(logit) : logit;
    const behind = squashes ? pixel * (1 - pixel) : 1;
    const derivative = slope(target[i] ?? 0, pixel) * behind;
    gradient[i] = weights ? derivative * (weights[i] ?? 0) : derivative / target.length;
  }
  return gradient;
}
