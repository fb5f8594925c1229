// The update rules: Adam (Kingma & Ba 2015), RMSProp (Hinton 2012), SGD with momentum (Polyak 1964).
import * as tf from '@tensorflow/tfjs-core';
import type { OptimizerId } from '../../../catalog/optimizers/registry';
import { beta1, beta2, decay, epsilon, momentum } from './constants';

/** One of our kernels that does the whole update of a weight in place (WebGL); `UpdateWeights` takes the same numbers. */
export interface FusedUpdate {
  name: string;
  /** Its inputs besides `param` and `gradient`, in the order of the slots. */
  slots: readonly string[];
  attrs(learningRate: number, updates: number): Record<string, number>;
}

export interface UpdateRule {
  /** Runs where the backend has it. */
  kernel?: FusedUpdate;
  /** The update in tfjs ops: the next slots, and the decrement of the weight. */
  next(
    gradient: tf.Tensor,
    slots: readonly tf.Tensor[],
    learningRate: number,
    updates: number,
  ): { slots: tf.Tensor[]; decrement: tf.Tensor };
}

/** alpha_t of Kingma & Ba 2015, end of section 2: the bias corrections folded into the step size. */
function adamStepSize(learningRate: number, updates: number): number {
  return (learningRate * Math.sqrt(1 - beta2 ** updates)) / (1 - beta1 ** updates);
}

/** One rule for each optimizer of the catalog. */
export const updateRules: Readonly<Record<OptimizerId, UpdateRule>> = {
  adam: {
    kernel: {
      name: 'AdamUpdate',
      slots: ['firstMoment', 'secondMoment'],
      attrs: (learningRate, updates) => ({
        stepSize: adamStepSize(learningRate, updates),
        beta1,
        beta2,
        epsilon,
      }),
    },
    next(gradient, slots, learningRate, updates) {
      const [first, second] = slots as [tf.Tensor, tf.Tensor];
      const m = tf.add(tf.mul(first, beta1), tf.mul(gradient, 1 - beta1));
      const v = tf.add(tf.mul(second, beta2), tf.mul(tf.square(gradient), 1 - beta2));
      const decrement = tf.div(tf.mul(m, adamStepSize(learningRate, updates)), tf.add(tf.sqrt(v), epsilon));
      return { slots: [m, v], decrement };
    },
  },
  rmsprop: {
    kernel: {
      name: 'RmsPropUpdate',
      slots: ['meanSquare'],
      attrs: (learningRate) => ({ learningRate, decay, epsilon }),
    },
    next(gradient, slots, learningRate) {
      const [previous] = slots as [tf.Tensor];
      const meanSquare = tf.add(tf.mul(previous, decay), tf.mul(tf.square(gradient), 1 - decay));
      const decrement = tf.div(tf.mul(gradient, learningRate), tf.add(tf.sqrt(meanSquare), epsilon));
      return { slots: [meanSquare], decrement };
    },
  },
  sgd: {
    kernel: {
      name: 'MomentumUpdate',
      slots: ['velocity'],
      attrs: (learningRate) => ({ learningRate, momentum }),
    },
    next(gradient, slots, learningRate) {
      const [previous] = slots as [tf.Tensor];
      const velocity = tf.add(tf.mul(previous, momentum), gradient);
      return { slots: [velocity], decrement: tf.mul(velocity, learningRate) };
    },
  },
};
