// Initial running averages of weights that join the network during training. They are empty, but Adam's bias correction uses
// the update count of the old weights. Starting from 0, the first steps would be too long: (1 - beta1) g / sqrt((1 - beta2)
// g^2) = 3.2 learning rates at once and 6.5 after twenty steps in one direction, and g / sqrt((1 - decay) g^2) = 3.2 under
// RMSProp. All new weights move together, so the loss jumps: by 24 % when the default network's code is widened from 16 to 56.
//
// Therefore the average of the squared gradient starts at a multiple of V, its mean over the layer's old weights. From a start
// v, a gradient g makes a first step of t g / sqrt(d v + (1 - d) g^2) learning rates, where d is the decay of the average and t
// the share of the newest gradient in the step (1 - beta1 for Adam, 1 for RMSProp). This is at most 1 as long as
//   g^2 <= v d / (t^2 - (1 - d)).
// To cover every gradient up to `margin` times sqrt(V), the root mean square of the old gradients, start at
//   v = margin^2 V (t^2 - (1 - d)) / d.
// A larger margin makes new units learn more slowly, since Adam forgets the start only over 1,000 steps. With this margin they
// learn nearly as fast as with an update count of their own. RMSProp forgets it within 2 ln(margin) / ln(1 / decay) steps: 120
// with this margin, over which their steps grow to full length, as in the warm-up of a learning rate. A smaller margin of 50
// (75 steps) widens the hidden layers of the default network at a cost of 1.1 % in the mean of the first 20 steps, this one
// at 0.05 %. What remains at single steps is RMSProp's own noise: the unwidened network comes apart as far (2.5 %) when one
// layer's weights are changed by a millionth (bench/results/widening.json).
//
// The incoming weights of a new unit get their gradient through its outgoing weights, which start at 0. That gradient is
// smaller by the ratio of the new outgoing weights (about a learning rate after the first step) to the old ones, so the start
// of the incoming weights is smaller by the square of this ratio.
//
// The average of the gradient itself starts at 0: its direction is unknown, and Adam gathers it over ten steps.
import type { OptimizerId } from '../../../catalog/optimizers/registry';
import { beta1, beta2, decay } from './constants';

/** The largest gradient whose first step is at most the learning rate, in root mean squares of the old gradients. */
export const margins = { adam: 6, rmsprop: 550 } as const;

/** For each running average, the factor between its mean over the old weights and its start for a new weight. */
const factors = {
  adam: [0, factor(margins.adam, 1 - beta1, beta2)],
  rmsprop: [factor(margins.rmsprop, 1, decay)],
  // Zero velocity: the first step is that of plain gradient descent, the smallest possible.
  sgd: [0],
} satisfies Record<OptimizerId, readonly number[]> as Readonly<Record<string, readonly number[]>>;

function factor(margin: number, newestShare: number, keep: number): number {
  return (margin ** 2 * (newestShare ** 2 - (1 - keep))) / keep;
}

/** A layer before it was widened. */
export interface OldLayer {
  /** A running average of its kernel, or of its bias. */
  averages: Float32Array;
  learningRate: number;
  /** Kernel of the next layer; null when that is not the only source of this layer's gradient. */
  onward: Float32Array | null | undefined;
}

/**
 * Starts of one running average: for the weights into a new unit (and its bias), and for the weights out of one.
 * @param optimizer one without an entry here starts at 0
 * @param slot index of the running average
 */
export function startsOfNewWeights(
  optimizer: string,
  slot: number,
  { averages, learningRate, onward }: OldLayer,
): { incoming: number; outgoing: number } {
  const times: number = factors[optimizer]?.[slot] ?? 0;
  const outgoing = times === 0 ? 0 : times * mean(averages);
  const size = onward ? Math.sqrt(mean(onward.map((weight) => weight ** 2))) : 0;
  const ratio = size > 0 ? Math.min(1, learningRate / size) : 1;
  return { incoming: ratio ** 2 * outgoing, outgoing };
}

function mean(values: Float32Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
