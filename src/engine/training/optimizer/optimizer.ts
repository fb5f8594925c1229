// Updates the weights by the optimizer's rule (update-rules.ts). The state is plain tensors, one slot per running average, so
// that surgery can keep it and another backend can continue from it. Weight decay is decoupled from the gradient (AdamW,
// Loshchilov & Hutter 2019). A backend with a kernel for the rule updates a weight in place in one call; the others run tfjs
// ops.
import * as tf from '@tensorflow/tfjs-core';
import { kindOf } from '../../../catalog/kinds/kind';
import type { Checkpoint } from '../../../core/run/checkpoint';
import type { Experiment } from '../../../core/experiment/experiment';
import { hasKernel, updateOfAll } from '../../kernels/training-kernels';
import { createFlatOptimizer } from './flat-optimizer';
import { updateRules, type FusedUpdate, type UpdateRule } from './update-rules';

/** One weight with its gradient and slots. `slots` are replaced by their next values. */
interface Update {
  weight: tf.Variable;
  gradient: tf.Tensor;
  slots: tf.Tensor[];
}

/** Owns the slots of one network's weights. */
export interface Optimizer {
  /** Applies one update. `gradients[i]` has the shape of `variables[i]`; the caller disposes of them. */
  update(rates: Pick<Experiment, 'learningRate' | 'weightDecay'>, gradients: readonly tf.Tensor[]): void;
  state(): Promise<Checkpoint['optimizer']>;
  /** Overwrites the slots and the update count. */
  restore(state: Checkpoint['optimizer']): void;
  dispose(): void;
}

/** Creates an optimizer for `variables` that continues from `state`. */
export function createOptimizer(
  id: Experiment['optimizer'],
  variables: readonly tf.Variable[],
  state: Checkpoint['optimizer'],
): Optimizer {
  const rule = kindOf(updateRules, id);
  if (rule.kernel && hasKernel(updateOfAll(rule.kernel.name)))
    return createFlatOptimizer(rule.kernel, variables, state);
  let updates = 0;
  // slots[i][k]: running average k of weight i
  let slots: tf.Tensor[][] = [];

  const dispose = () => {
    tf.dispose(slots);
    slots = [];
  };
  const restore = (from: Checkpoint['optimizer']) => {
    dispose();
    updates = from.updates;
    slots = variables.map((variable, i) =>
      from.slots.map((slot) => tf.keep(tf.tensor(slot[i] as Float32Array, variable.shape, 'float32'))),
    );
  };
  restore(state);

  return {
    update({ learningRate, weightDecay }, gradients) {
      updates++;
      const fused = rule.kernel && hasKernel(rule.kernel.name) ? rule.kernel : null;
      if (weightDecay > 0) decayKernels(variables, 1 - learningRate * weightDecay);
      variables.forEach((weight, i) => {
        const update: Update = {
          weight,
          gradient: gradients[i] as tf.Tensor,
          slots: slots[i] as tf.Tensor[],
        };
        if (fused) runFused(fused, update, learningRate, updates);
        else slots[i] = runComposed(rule, update, learningRate, updates);
      });
    },
    async state() {
      const perWeight = await Promise.all(
        slots.map((averages) => Promise.all(averages.map((slot) => slot.data<'float32'>()))),
      );
      const count = slots[0]?.length ?? 0;
      return {
        updates,
        slots: Array.from({ length: count }, (_, k) =>
          perWeight.map((averages) => new Float32Array(averages[k] ?? [])),
        ),
      };
    },
    restore,
    dispose,
  };
}

/** Biases are exempt from weight decay. */
function decayKernels(variables: readonly tf.Variable[], factor: number): void {
  for (const variable of variables) {
    if (variable.rank > 1) tf.tidy(() => variable.assign(tf.mul(variable, factor)));
  }
}

function runFused(kernel: FusedUpdate, update: Update, learningRate: number, updates: number): void {
  const inputs: tf.NamedTensorMap = { param: update.weight, gradient: update.gradient };
  kernel.slots.forEach((name, k) => (inputs[name] = update.slots[k] as tf.Tensor));
  tf.engine().runKernel(kernel.name, inputs, kernel.attrs(learningRate, updates));
}

function runComposed(rule: UpdateRule, update: Update, learningRate: number, updates: number): tf.Tensor[] {
  const next = tf.tidy(() => {
    const { slots, decrement } = rule.next(update.gradient, update.slots, learningRate, updates);
    update.weight.assign(tf.sub(update.weight, decrement));
    return slots;
  });
  tf.dispose(update.slots);
  return next.map((slot) => tf.keep(slot));
}
