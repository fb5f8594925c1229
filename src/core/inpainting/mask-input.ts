// What training with holes needs of the masks: the network's input with one more channel, and the weight of each pixel in the loss.
import type { Experiment } from '../experiment/experiment';
import { sampleSize, type SampleShape } from '../samples/samples';
import { gridOf, pixelCount } from './mask';

/** The shape of the network's input: with `maskInput` each pixel has one more channel, which is 1 where it is missing. */
export function inputShape(
  shape: SampleShape,
  { maskInput }: Partial<Pick<Experiment, 'maskInput'>>,
): SampleShape {
  if (maskInput !== 'on') return shape;
  const { channels } = gridOf(shape);
  const places = shape.length === 1 ? shape : shape.slice(0, -1);
  return [...places, channels + 1];
}

/**
 * Samples `[n, sampleSize]` with the mask as their last channel, `[n, sampleSize of inputShape]`.
 * @param masks `[n, pixels]`; null where nothing is missing
 */
export function withMaskChannel(
  samples: Float32Array,
  masks: Uint8Array | null,
  shape: SampleShape,
): Float32Array {
  const { channels } = gridOf(shape);
  const pixels = samples.length / channels;
  const input = new Float32Array(pixels * (channels + 1));
  for (let pixel = 0, at = 0, to = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < channels; channel++) input[to++] = samples[at++]!;
    input[to++] = masks?.[pixel] ?? 0;
  }
  return input;
}

/** Whether training has use for the masks of a corruption that has them. */
export function usesMasks({ maskInput, lossOn }: Partial<Pick<Experiment, 'maskInput' | 'lossOn'>>): boolean {
  return maskInput === 'on' || weighsPixels(lossOn);
}

/** Whether some pixels count more than others in the loss. */
function weighsPixels(lossOn: Experiment['lossOn'] | undefined): boolean {
  return lossOn === 'hole' || lossOn === 'weighted';
}

/**
 * The weight of each number of a batch in the loss, `[n, sampleSize]`; their sum is 1, so that the loss is a weighted mean. Null
 * where all weigh the same: the loss is on everything, or nothing is missing.
 * @param masks `[n, pixels]`
 */
export function pixelWeights(
  masks: Uint8Array | null,
  shape: SampleShape,
  { lossOn, holeWeight }: Pick<Experiment, 'lossOn' | 'holeWeight'>,
): Float32Array | null {
  if (masks === null || !weighsPixels(lossOn)) return null;
  const { channels } = gridOf(shape);
  let missing = 0;
  for (const one of masks) missing += one;
  if (missing === 0) return null;
  const [inHole, elsewhere] = lossOn === 'hole' ? [1, 0] : [holeWeight, 1];
  const sum = channels * (inHole * missing + elsewhere * (masks.length - missing));
  const weights = new Float32Array((masks.length / pixelCount(shape)) * sampleSize(shape));
  for (let pixel = 0, at = 0; pixel < masks.length; pixel++) {
    const weight = (masks[pixel] === 1 ? inHole : elsewhere) / sum;
    for (let channel = 0; channel < channels; channel++) weights[at++] = weight;
  }
  return weights;
}
