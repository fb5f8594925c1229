// The network in plain loops and double precision, as a reference for the engine's.
import { boundLogVar } from '../../../catalog/code-kinds/registry';
import type { LayerPlan } from '../../../catalog/architectures/plan';
import { networkPlan } from '../../../catalog/architectures/registry';
import { sigmoid } from '../../../catalog/losses/loss';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { ActivationId } from '../../../core/experiment/experiment';
import { sampleSize, type SampleShape } from '../../../core/samples/samples';

const activate = {
  linear: (z) => z,
  relu: (z) => Math.max(0, z),
  elu: (z) => (z > 0 ? z : Math.exp(z) - 1),
  tanh: Math.tanh,
  sigmoid,
} satisfies Record<ActivationId, (z: number) => number>;

export interface PlainForwardPass {
  /** Values at every boundary after the image, the last one as logits. A Gaussian code is decoded from its mean. */
  boundaries: number[][];
  logVar: number[] | null;
  /** The last boundary after its activation. */
  pixels: number[];
  /** Output of each layer of the plan before its activation. */
  sums: number[][];
}

/**
 * Runs one input `[sampleSize]` through the network of a checkpoint.
 * @param turn changes the values of a boundary before they go on
 */
export function runPlainNetwork(
  { experiment, weights }: Pick<Checkpoint, 'experiment' | 'weights'>,
  shape: SampleShape,
  input: ArrayLike<number>,
  turn: (values: number[], boundary: number) => number[] = (values) => values,
): PlainForwardPass {
  const plan = networkPlan(experiment, shape);
  const boundaries: number[][] = [Array.from(input)];
  let logVar: number[] | null = null;
  const allSums: number[][] = [];
  plan.layers.forEach((layer, index) => {
    const kernel = weights[2 * index] ?? new Float32Array(0);
    const bias = weights[2 * index + 1] ?? new Float32Array(0);
    const isLast = layer.stage === plan.boundaries.length - 1;
    const sums = forward[layer.kind](layer, boundaries[layer.stage - 1] ?? [], kernel, bias);
    allSums.push(sums);
    const outputs = isLast ? sums : sums.map(activate[layer.activation]);
    if (layer.name === 'zLogVar') logVar = outputs.map(boundLogVar);
    else boundaries[layer.stage] = turn(outputs, layer.stage);
  });
  const pixels = (boundaries.at(-1) ?? []).map(activate[experiment.outputActivation]);
  return { boundaries: boundaries.slice(1), logVar, pixels, sums: allSums };
}

type Forward = (
  layer: LayerPlan,
  values: readonly number[],
  kernel: Float32Array,
  bias: Float32Array,
) => number[];

/** Visits every pair of positions in the wide and the deep grid that the kernel connects, with the kernel position. */
function eachConnection(
  [height = 1, width = 1]: readonly number[],
  { kernelShape, strides }: LayerPlan,
  visit: (wide: number, deep: number, place: number) => void,
): void {
  const [rows = 1, columns = 1] = kernelShape;
  const [deepHeight, deepWidth] = [Math.ceil(height / strides[0]), Math.ceil(width / strides[1])];
  const top = Math.max(0, (deepHeight - 1) * strides[0] + rows - height) >> 1;
  const left = Math.max(0, (deepWidth - 1) * strides[1] + columns - width) >> 1;
  for (let y = 0; y < deepHeight; y++)
    for (let x = 0; x < deepWidth; x++)
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < columns; column++) {
          const [wideY, wideX] = [y * strides[0] + row - top, x * strides[1] + column - left];
          if (wideY < 0 || wideX < 0 || wideY >= height || wideX >= width) continue;
          visit(wideY * width + wideX, y * deepWidth + x, row * columns + column);
        }
}

const forward = {
  dense: (_layer, values, kernel, bias) =>
    Array.from(bias, (offset, unit) =>
      values.reduce((sum, value, i) => sum + value * (kernel[i * bias.length + unit] ?? 0), offset),
    ),
  convolution(layer, values, kernel, bias) {
    const [, , wide = 1, deep = 1] = layer.kernelShape;
    const outputs = Array.from({ length: sampleSize(layer.outputShape) }, (_, i) => bias[i % deep] ?? 0);
    eachConnection(layer.inputShape, layer, (from, to, place) => {
      for (let i = 0; i < wide; i++)
        for (let o = 0; o < deep; o++)
          outputs[to * deep + o] =
            (outputs[to * deep + o] ?? 0) +
            (values[from * wide + i] ?? 0) * (kernel[(place * wide + i) * deep + o] ?? 0);
    });
    return outputs;
  },
  transposed(layer, values, kernel, bias) {
    const [, , wide = 1, deep = 1] = layer.kernelShape;
    const [height = 1, width = 1] = layer.inputShape;
    // The layer doubles its input; the excess at the bottom and on the right is cropped.
    const grown = [height * layer.strides[0], width * layer.strides[1]];
    const sums = Array.from(
      { length: (grown[0] ?? 1) * (grown[1] ?? 1) * wide },
      (_, i) => bias[i % wide] ?? 0,
    );
    eachConnection(grown, layer, (to, from, place) => {
      for (let i = 0; i < deep; i++)
        for (let o = 0; o < wide; o++)
          sums[to * wide + o] =
            (sums[to * wide + o] ?? 0) +
            (values[from * deep + i] ?? 0) * (kernel[(place * wide + o) * deep + i] ?? 0);
    });
    const [rows = 1, columns = 1] = layer.outputShape;
    return Array.from({ length: rows * columns * wide }, (_, i) => {
      const [row, column] = [Math.floor(i / (columns * wide)), Math.floor(i / wide) % columns];
      return sums[(row * (grown[1] ?? 1) + column) * wide + (i % wide)] ?? 0;
    });
  },
} satisfies Record<LayerPlan['kind'], Forward>;
